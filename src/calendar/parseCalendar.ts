import { EvenhandError } from '../core/error.js';
import { type Parsed, safeParsed } from '../register/parsed.js';
import type { Calendar } from './calendar.js';
import { calendarSchema } from './calendarSchema.js';
import { checkCalendar } from './checkCalendar.js';

/**
 * A calendar out of plain data, such as a file.
 *
 * @param value - the document, as `JSON.parse` gives it
 * @throws `bad-calendar` with every issue found, each with its path
 * @example
 * ```ts
 * import { parseCalendar } from 'evenhand/calendar';
 * import { chinaWorkingDays } from 'evenhand/schemes';
 *
 * parseCalendar(chinaWorkingDays).years.map(({ year }) => year); // => [2025, 2026]
 * ```
 */
export function parseCalendar(value: unknown): Calendar {
  const result = safeParseCalendar(value);
  if (result.ok) return result.value;
  const list = result.issues.map(({ code, path }) => `${code} at \`${path.join('.')}\``);
  throw new EvenhandError('bad-calendar', list.slice(0, 5).join('; '), result.issues);
}

/** The same with what is wrong returned. */
export function safeParseCalendar(value: unknown): Parsed<Calendar> {
  const shape = safeParsed(calendarSchema, value);
  if (!shape.ok) return shape;
  const calendar = shape.value as Calendar;
  const issues = checkCalendar(calendar);
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: calendar };
}

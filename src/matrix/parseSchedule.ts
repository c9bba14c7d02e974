import { EvenhandError } from '../core/error.js';
import { checkedDocument } from '../document/checkedDocument.js';
import type { Parsed } from '../register/parsed.js';
import { checkSchedule } from './checkSchedule.js';
import type { Schedule } from './schedule.js';
import { scheduleSchema } from './scheduleSchema.js';

/**
 * A schedule out of plain data, such as a file.
 *
 * @param value - the document, as `JSON.parse` gives it
 * @throws `bad-schedule` with every issue found, each with its path
 * @example
 * ```ts
 * import { safeParseSchedule } from 'evenhand/matrix';
 *
 * safeParseSchedule({ kind: 'schedule' }).ok; // => false
 * ```
 */
export function parseSchedule(value: unknown): Schedule {
  const result = safeParseSchedule(value);
  if (result.ok) return result.value;
  const list = result.issues.map(({ code, path }) => `${code} at \`${path.join('.')}\``);
  throw new EvenhandError('bad-schedule', list.slice(0, 5).join('; '), result.issues);
}

/** The same with what is wrong returned. */
export function safeParseSchedule(value: unknown): Parsed<Schedule> {
  const checked = checkedDocument(scheduleSchema, checkSchedule, value);
  return checked.ok ? { ok: true, value: checked.value } : { ok: false, issues: checked.issues };
}

import { requireArgument } from '../../core/argument.js';
import { dayNumber, dayOf, isDay } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { shownValue } from '../../core/shownValue.js';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * The second of an instant, counted from 1970-01-01T00:00:00Z as POSIX counts: no leap seconds.
 *
 * @param instant - ISO 8601 to the second with `Z` or an offset, as `2026-01-15T20:00:00+08:00`
 * @throws `no-such-instant`
 * @example
 * ```ts
 * import { secondOf } from 'evenhand/ticket';
 *
 * secondOf('2026-01-15T20:00:00+08:00') === secondOf('2026-01-15T12:00:00Z'); // => true
 * ```
 */
export function secondOf(instant: string): number {
  const [, day, hours, minutes, seconds, zone] =
    (typeof instant === 'string' && INSTANT.exec(instant)) || [];
  if (day === undefined || !isDay(day) || zone === undefined) throw noSuchInstant(instant);
  const offset =
    zone === 'Z' ? 0 : (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * signOf(zone);
  const minute = Number(hours) * 60 + Number(minutes) - offset;
  return dayNumber(day) * 86_400 + minute * 60 + Number(seconds);
}

/** The instant of a second, in UTC. */
export function instantOf(second: number): string {
  requireArgument('instantOf', 'second', second, 'number');
  const day = Math.floor(second / 86_400);
  const rest = second - day * 86_400;
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two);
  return `${dayOf(day)}T${time.join(':')}Z`;
}

const signOf = (zone: string): number => (zone.startsWith('-') ? -1 : 1);

function noSuchInstant(given: unknown) {
  const shown = shownValue(given).slice(0, 80);
  return mistake(
    'no-such-instant',
    `no such instant: \`${shown}\` (expected YYYY-MM-DDThh:mm:ssZ or with an offset such as +08:00)`,
    { given: shown },
  );
}

import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';

/**
 * Refuses a day on which a document is not in force.
 *
 * @throws `not-in-force`
 */
export function inForceOn(
  { id, version, from, to }: { id: string; version: string; from: Day; to?: Day },
  day: Day,
): void {
  if (from <= day && (to === undefined || day <= to)) return;
  const expected = [`${from}..${to ?? ''}`];
  throw mistake('not-in-force', `\`${id}@${version}\` is not in force on \`${day}\``, {
    given: day,
    document: id,
    expected,
  });
}

import type { Calendar } from '../../calendar/calendar.js';
import type { VisitRules } from '../../visits/visitRules.js';
import type { Change } from './change.js';
import { changeAt, paired } from './fieldChanges.js';

/** What a new version of a calendar changes: the week, and the years by their number. */
export function diffCalendars(a: Calendar, b: Calendar): Change[] {
  return [
    changeAt(['week'], a.week, b.week, 'neutral'),
    ...paired(a.years, b.years, ({ year }) => String(year)).map(({ a: x, b: y, place }) =>
      changeAt(['years', place], x, y, 'neutral'),
    ),
  ].filter((one) => one !== undefined);
}

/**
 * What new visit rules change. More notice and more quiet days are looser for those inspected, fewer
 * are stricter; who leads, the checklist's order and the spread of visits are neither.
 */
export function diffVisitRules(a: VisitRules, b: VisitRules): Change[] {
  const neutral = (['lead', 'checklist', 'levelling'] as const).map((field) =>
    changeAt([field], a[field], b[field], 'neutral'),
  );
  const step =
    a.notice === undefined ? 'looser' : b.notice === undefined ? 'stricter' : 'undecided';
  return [
    changeAt(['notice'], a.notice, b.notice, step),
    ...paired(a.quiet ?? [], b.quiet ?? [], ({ id }) => id).map(({ a: x, b: y, place }) =>
      changeAt(
        ['quiet', place],
        x,
        y,
        x === undefined ? 'looser' : y === undefined ? 'stricter' : 'undecided',
      ),
    ),
    ...neutral,
  ].filter((one) => one !== undefined);
}

import { addDays, addPeriod, type Day, type Period } from '../../core/day.js';
import type { Event } from '../../register/nouns.js';
import type { Cap, CapLimit } from '../cap.js';
import type { LedgerVisit } from './ledgerVisit.js';

/**
 * The first day, not before the visit's, on which a question about it is answered yes.
 *
 * What a limit says of a day changes only with a year, the day after a visit, the end of a window, or
 * another version of a cap, so only such days are asked about.
 */
export function firstFree(
  visit: LedgerVisit,
  others: readonly LedgerVisit[],
  caps: readonly Cap[],
  events: readonly Event[],
  isFree: (day: Day) => boolean,
): Day | undefined {
  const starts = [visit.day, ...others.map(({ day }) => day), ...events.map(({ on }) => on)];
  const lengths = caps.flatMap(({ limits }) => limits.flatMap(lengthsOf));
  const days = new Set<Day>();
  for (const day of starts) {
    days.add(addDays(day, 1));
    days.add(nextYear(day));
    for (const length of lengths) days.add(addPeriod(day, length));
  }
  for (const { from, to, sunset } of caps) {
    days.add(from);
    for (const last of [to, sunset]) if (last !== undefined) days.add(addDays(last, 1));
  }
  return [...days]
    .filter((day) => day >= visit.day)
    .sort()
    .find(isFree);
}

function lengthsOf({ unit, window }: CapLimit): Period[] {
  const length =
    'gap' in unit
      ? unit.gap
      : 'exempt' in unit
        ? unit.exempt
        : typeof window !== 'object'
          ? 'calendar-year'
          : 'rolling' in window
            ? window.rolling
            : window.for;
  return length === 'calendar-year' ? [] : [length];
}

function nextYear(day: Day): Day {
  const year = Math.min(9999, Number(day.slice(0, 4)) + 1);
  return `${String(year).padStart(4, '0')}-01-01`;
}

import { addDays, addPeriod, type Day, type Period } from '../../core/day.js';
import type { Event } from '../../register/nouns.js';
import type { Cap, CapLimit } from '../cap.js';
import type { LedgerVisit } from './ledgerVisit.js';

/** Whether a day is free; where not, the day before which none is, or undefined where none is known. */
export type FreeOn = (day: Day) => true | Day | undefined;

/**
 * The first day, not before the visit's, on which a question about it is answered yes.
 *
 * From a day that is not free it goes to the day before which none is; where none is known, to the next
 * day on which an answer can change at all: one after a year, a visit, the end of a window, or a version
 * of a cap.
 */
export function firstFree(
  visit: LedgerVisit,
  others: readonly LedgerVisit[],
  caps: readonly Cap[],
  events: readonly Event[],
  freeOn: FreeOn,
): Day | undefined {
  let changes: readonly Day[] | undefined;
  let day: Day | undefined = visit.day;
  while (day !== undefined && day <= LAST) {
    const answer = freeOn(day);
    if (answer === true) return day;
    const here: Day = day;
    if (answer !== undefined && here < answer) day = answer;
    else {
      changes ??= changesOf(visit, others, caps, events);
      day = changes.find((one) => here < one);
    }
  }
  return undefined;
}

const LAST = '9999-12-31';

/** The days on which what limits say of a day can change, in their order. */
function changesOf(
  visit: LedgerVisit,
  others: readonly LedgerVisit[],
  caps: readonly Cap[],
  events: readonly Event[],
): readonly Day[] {
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
  return [...days].sort();
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

import { requireArgument } from '../core/argument.js';
import { addDays, addPeriod, type Day, isDay, noSuchDay, yearRange } from '../core/day.js';
import type { Tempo, VisitLeast } from './schedule.js';

/** When the next visit of a level falls, and how the day asked about stands to it. */
export interface NextDue {
  /** `closed` before it may be made, `open` while it may, `overdue` after its last day. */
  readonly state: 'closed' | 'open' | 'overdue';
  /** The first day on which it may be made; left out where nothing holds it back. */
  readonly opens?: Day;
  /** The last day on which it must be made; left out where nothing asks for it. */
  readonly due?: Day;
  /** What set the last day: the longest gap, the fewest visits, the window, or the first visit's rule. */
  readonly by?: 'floor' | 'least' | 'window' | 'first';
}

/**
 * When an entity of a level is to be visited next (下次检查日), counted from its last visit, or for one
 * that was never visited from its first day.
 *
 * The earliest of longest gap, window's end and what the fewest visits ask for is the last day, the
 * later of window's start and shortest gap the first; periods of months end on the same day of the
 * month, or its last. A cap on the number of visits is no matter of one visit: a ledger keeps it.
 *
 * So many visits a calendar year are due by its end, or by the next year's where they are made; so
 * many in every period are due when the oldest that still counts leaves it. Each counts `days`, or
 * `last` alone where they are not given.
 *
 * @param tempo - what the schedule says of the level
 * @param visits.last - the last day of a visit; the latest of `days` where left out
 * @param visits.days - every day of a visit, in any order; those after `asOf` do not count
 * @param visits.since - the entity's first day, for the first visit
 * @param asOf - the civil day asked about
 * @returns without `due` where the tempo asks for nothing, or counts from a day that is not given
 * @throws `no-such-day`
 *
 * @example
 * ```ts
 * import { nextDue } from 'evenhand/matrix';
 * import { chinaFoodVisits2016, ukFoodHygieneTempo } from 'evenhand/schemes';
 *
 * // A longest gap of six months, from the last day of August to the last day of February:
 * nextDue(ukFoodHygieneTempo.levels.A, { last: '2025-08-31' }, '2026-01-15').due; // => '2026-02-28'
 * // At least two in a calendar year, of which one is made:
 * nextDue(chinaFoodVisits2016.levels.C, { days: ['2025-08-31'] }, '2025-09-15').due; // => '2025-12-31'
 * ```
 */
export function nextDue(
  tempo: Tempo,
  visits: { readonly last?: Day; readonly since?: Day; readonly days?: readonly Day[] },
  asOf: Day,
): NextDue {
  requireArgument('nextDue', 'tempo', tempo, 'object');
  requireArgument('nextDue', 'visits', visits, 'object');
  const { since, days = [] } = visits;
  for (const day of [visits.last, since, asOf, ...days]) {
    if (day !== undefined && !isDay(day)) throw noSuchDay(day);
  }
  const made = (days.length === 0 ? [visits.last ?? ''] : days).filter(
    (day) => day !== '' && day <= asOf,
  );
  const last = visits.last ?? [...made].sort().at(-1);
  const opens = opening(tempo, last, since);
  const duties = [
    ...(last === undefined ? firstDuties(tempo, since) : furtherDuties(tempo, last)),
    ...(tempo.least === undefined ? [] : leastDuty(tempo.least, made, since, asOf)),
  ];
  const first = duties.reduce<Duty | undefined>(
    (earliest, duty) => (earliest === undefined || duty.due < earliest.due ? duty : earliest),
    undefined,
  );
  const isClosed = opens !== undefined && asOf < opens;
  const isLate = first !== undefined && asOf > first.due;
  const state = isLate ? 'overdue' : isClosed ? 'closed' : 'open';
  return { state, ...(opens === undefined ? {} : { opens }), ...first };
}

/** A day by which a visit must be made, and what sets it. */
type Duty = Required<Pick<NextDue, 'due' | 'by'>>;

function opening(
  { window, cap }: Tempo,
  last: Day | undefined,
  since: Day | undefined,
): Day | undefined {
  if (last === undefined) return since;
  return [
    ...(window === undefined ? [] : [addPeriod(last, window.opens)]),
    ...(cap !== undefined && 'gap' in cap ? [addPeriod(last, cap.gap)] : []),
    addDays(last, 1),
  ].reduce((a, b) => (b > a ? b : a));
}

function firstDuties({ firstWithin }: Tempo, since: Day | undefined): Duty[] {
  if (since === undefined || firstWithin === undefined) return [];
  return [{ due: addPeriod(since, firstWithin), by: 'first' }];
}

function furtherDuties({ floor, window }: Tempo, last: Day): Duty[] {
  return [
    ...(floor === undefined ? [] : [{ due: addPeriod(last, floor), by: 'floor' as const }]),
    ...(window === undefined
      ? []
      : [{ due: addPeriod(last, window.closes), by: 'window' as const }]),
  ];
}

function leastDuty(
  { visits, per }: VisitLeast,
  made: readonly Day[],
  since: Day | undefined,
  asOf: Day,
): Duty[] {
  if (per === 'calendar-year') {
    const year = Number(asOf.slice(0, 4));
    const done = made.filter((day) => Number(day.slice(0, 4)) === year).length;
    return [{ due: yearRange(Math.min(9999, done < visits ? year : year + 1)).to, by: 'least' }];
  }
  const counted = [...made].sort();
  const oldest = counted.length < visits ? since : counted[counted.length - visits];
  return oldest === undefined ? [] : [{ due: addPeriod(oldest, per), by: 'least' }];
}

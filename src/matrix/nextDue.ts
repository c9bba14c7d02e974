import { addDays, addPeriod, type Day, isDay, noSuchDay } from '../core/day.js';
import type { Tempo } from './schedule.js';

/** When the next visit of a level falls, and how the day asked about stands to it. */
export interface NextDue {
  /** `closed` before it may be made, `open` while it may, `overdue` after its last day. */
  readonly state: 'closed' | 'open' | 'overdue';
  /** The first day on which it may be made; left out where nothing holds it back. */
  readonly opens?: Day;
  /** The last day on which it must be made; left out where nothing asks for it. */
  readonly due?: Day;
  /** What set the last day: the longest gap, the window, or the rule for the first visit. */
  readonly by?: 'floor' | 'window' | 'first';
}

/**
 * When an entity of a level is to be visited next (下次检查日), counted from its last visit, or for one
 * that was never visited from its first day.
 *
 * The earlier of longest gap and window's end is the last day, the later of window's start and
 * shortest gap the first; periods of months end on the same day of the month, or its last. A cap on
 * the number of visits is no matter of one visit: a ledger keeps it.
 *
 * @param tempo - what the schedule says of the level
 * @param visits.last - the last day of a visit
 * @param visits.since - the entity's first day, for the first visit
 * @param asOf - the civil day asked about
 * @returns without `due` where the tempo asks for nothing, or counts from a day that is not given
 * @throws `no-such-day`
 *
 * @example
 * ```ts
 * import { nextDue } from 'evenhand/matrix';
 * import { chinaFoodVisits2016 } from 'evenhand/schemes';
 *
 * // A longest gap of six months, from the last day of August to the last day of February:
 * nextDue(chinaFoodVisits2016.levels.C, { last: '2025-08-31' }, '2026-01-15').due; // => '2026-02-28'
 * ```
 */
export function nextDue(
  tempo: Tempo,
  visits: { readonly last?: Day; readonly since?: Day },
  asOf: Day,
): NextDue {
  const { last, since } = visits;
  for (const day of [last, since, asOf]) {
    if (day !== undefined && !isDay(day)) throw noSuchDay(day);
  }
  const found = last === undefined ? firstVisit(tempo, since) : furtherVisit(tempo, last);
  const { opens, due } = found;
  const isClosed = opens !== undefined && asOf < opens;
  const isLate = due !== undefined && asOf > due;
  return { state: isLate ? 'overdue' : isClosed ? 'closed' : 'open', ...found };
}

function firstVisit({ firstWithin }: Tempo, since: Day | undefined): Omit<NextDue, 'state'> {
  if (since === undefined) return {};
  if (firstWithin === undefined) return { opens: since };
  return { opens: since, due: addPeriod(since, firstWithin), by: 'first' };
}

function furtherVisit({ floor, window, cap }: Tempo, last: Day): Omit<NextDue, 'state'> {
  const opens = [
    ...(window === undefined ? [] : [addPeriod(last, window.opens)]),
    ...(cap !== undefined && 'gap' in cap ? [addPeriod(last, cap.gap)] : []),
    addDays(last, 1),
  ].reduce((a, b) => (b > a ? b : a));
  const byFloor = floor === undefined ? undefined : addPeriod(last, floor);
  const byWindow = window === undefined ? undefined : addPeriod(last, window.closes);
  if (byFloor !== undefined && (byWindow === undefined || byFloor <= byWindow)) {
    return { opens, due: byFloor, by: 'floor' };
  }
  return byWindow === undefined ? { opens } : { opens, due: byWindow, by: 'window' };
}

import { addDays, type Day, type DayRange, type Period } from '../../core/day.js';
import { isEffective, windowStart } from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';

/**
 * Which days of events count. A period rolls: it ends on the day of the answer. `year` is a calendar
 * year counted from that of the answer, `-1` the one before; it may begin in another month. `last` is
 * the latest n events, `since` the days after the latest event of some kinds (all days where there
 * is none), `ever` every day. Both ends lie inside.
 */
export type EventWindow =
  | Period
  | { readonly year: number; readonly fromMonth?: number }
  | { readonly last: number }
  | { readonly since: readonly string[] }
  | { readonly ever: true };

/** Whether the window is a length that ends on the day of the answer. */
export function isRolling(window: EventWindow): window is Period {
  return 'days' in window || 'months' in window || 'years' in window;
}

/** The days of a window as of a day, as far as no event is needed to know them. */
export function windowDays(window: EventWindow, asOf: Day): DayRange {
  if (isRolling(window)) return { from: windowStart(asOf, window), to: asOf };
  if (!('year' in window)) return { from: '0001-01-01', to: asOf };
  const month = window.fromMonth ?? 1;
  const begun = Number(asOf.slice(5, 7)) >= month ? 0 : 1;
  const first = Number(asOf.slice(0, 4)) - begun + window.year;
  const from = firstOf(first, month);
  const to = addDays(firstOf(first + 1, month), -1);
  return { from, to: to < asOf ? to : asOf };
}

/** The first day that counts after the latest of some kinds of event. */
export function dayAfterLatest(
  kinds: readonly string[],
  events: readonly Event[],
  asOf: Day,
): Day | undefined {
  let latest: Day | undefined;
  for (const event of events) {
    if (!kinds.includes(event.kind) || !isEffective(event, asOf)) continue;
    if (latest === undefined || event.on > latest) latest = event.on;
  }
  return latest === undefined ? undefined : addDays(latest, 1);
}

function firstOf(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

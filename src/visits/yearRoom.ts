import { dayNumber, dayOf, yearRange } from '../core/day.js';
import type { VisitKind } from '../register/nouns.js';
import type { YearRoom } from './bestVisits.js';
import type { FixedStop } from './fixedStops.js';
import type { YearCap, YearVisitCounts } from './yearCap.js';

const FREE: YearVisitCounts = { census: 0, 'spot-check': 0 };

/** What a cap leaves of the years from one to another, beside the visits that are there already. */
export function yearRooms(
  first: number,
  last: number,
  fixed: readonly FixedStop[],
  cap: YearCap | undefined,
): YearRoom[] {
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const { from, to } = yearRange(first + i);
    const bounds = { first: dayNumber(from), last: dayNumber(to) };
    if (cap === undefined) return { ...bounds, most: FREE };
    const there = fixed.filter(({ day }) => bounds.first <= day && day <= bounds.last);
    return { ...bounds, most: left(cap.visits, there) };
  });
}

function left({ total, ...most }: YearVisitCounts, there: readonly FixedStop[]): YearVisitCounts {
  const room = (kind: VisitKind): number =>
    Math.max(0, most[kind] - there.filter(({ visit }) => visit.kind === kind).length);
  return {
    census: room('census'),
    'spot-check': room('spot-check'),
    ...(total === undefined ? {} : { total: Math.max(0, total - there.length) }),
  };
}

/** The calendar year of a day's number. */
export function yearOf(number: number): number {
  return Number(dayOf(number).slice(0, 4));
}

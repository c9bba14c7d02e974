import type { VisitKind } from '../register/nouns.js';
import type { FixedStop } from './fixedStops.js';
import type { YearRoom } from './visitProblem.js';
import type { YearCap, YearVisitCounts } from './yearCap.js';

const FREE: YearVisitCounts = { census: 0, 'spot-check': 0 };

/** What a cap leaves of the years from one to another, beside the visits that are there already. */
export function yearRooms(
  first: number,
  last: number,
  fixed: readonly FixedStop[],
  cap: YearCap | undefined,
): YearRoom[] {
  const rooms: YearRoom[] = [];
  for (let year = first; year <= last; year++) {
    const bounds = { first: newYear(year), last: newYear(year + 1) - 1 };
    const there = fixed.filter(({ day }) => bounds.first <= day && day <= bounds.last);
    const most =
      cap === undefined ? FREE : there.length === 0 ? cap.visits : left(cap.visits, there);
    rooms.push({ ...bounds, most });
  }
  return rooms;
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

/** The calendar year of a day's number, without its text: a merge asks for it for every window. */
export function yearOf(number: number): number {
  const guess = 1970 + Math.floor(number / 365.2425);
  if (number < newYear(guess)) return guess - 1;
  return number < newYear(guess + 1) ? guess : guess + 1;
}

/** The number of 1 January of a year. */
export function newYear(year: number): number {
  const y = year - 1;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leaps - 719_162;
}

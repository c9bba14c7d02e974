import type { FixedStop } from './fixedStops.js';
import type { VisitProblem } from './visitProblem.js';

/** A day on which something happens at a site; a fixed visit stands before a new one. */
export interface Point {
  readonly day: number;
  readonly site: number;
  readonly fixed?: FixedStop;
}

/** The days on which something can happen, in order. */
export function pointsOf(problem: VisitProblem): Point[] {
  const { sites, fixed, years, after } = problem;
  const starts = sites.map((dues) => new Set(dues.map(({ from }) => from)));
  if (years.length > 1) {
    starts.forEach((own, s) => {
      for (const { first } of years.slice(1)) own.add(openFrom(problem, s, first));
    });
  }
  if (after !== undefined) spread(problem, starts, after);
  const points: Point[] = fixed.map((one) => ({
    day: one.day,
    site: sites.findIndex((dues) => dues[0]?.demand.site === one.visit.site),
    fixed: one,
  }));
  starts.forEach((days, site) => {
    for (const day of days) points.push({ day, site });
  });
  return points.sort(
    (a, b) =>
      a.day - b.day ||
      Number(b.fixed !== undefined) - Number(a.fixed !== undefined) ||
      a.site - b.site,
  );
}

/** Adds the days that visits are pushed to by the gap, from any day a visit can be on. */
function spread(
  problem: VisitProblem,
  starts: readonly Set<number>[],
  after: (day: number) => number,
): void {
  const { sites, fixed } = problem;
  const end = Math.max(...sites.flatMap((dues) => dues.map(({ to }) => to)));
  const open = [...starts.flatMap((days) => [...days]), ...fixed.map(({ day }) => day)];
  const seen = new Set(open);
  for (let day = open.pop(); day !== undefined; day = open.pop()) {
    for (const [s, days] of starts.entries()) {
      const pushed = openFrom(problem, s, after(day));
      if (pushed > end) continue;
      days.add(pushed);
      if (seen.has(pushed)) continue;
      seen.add(pushed);
      open.push(pushed);
    }
  }
}

/** The first day from a day on that a visit can be on at a site. */
export const openFrom = ({ opens }: VisitProblem, site: number, day: number): number =>
  (opens[site] as (day: number) => number)(day);

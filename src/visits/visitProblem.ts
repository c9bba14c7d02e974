import type { Due, Stop } from './due.js';
import type { FixedStop } from './fixedStops.js';
import type { YearVisitCounts } from './yearCap.js';

/** What visits achieve, the first field first; `days` is the sum of their day numbers. */
export interface Score {
  readonly duties: number;
  readonly weight: number;
  readonly done: number;
  readonly visits: number;
  readonly days: number;
  readonly census: number;
}

/**
 * Whether one plan is better: more legal duties, then more weight, more demands, fewer visits,
 * earlier days (by their sum), and of equals the one with fewer census visits.
 */
export function isBetter(a: Score, b: Score): boolean {
  if (a.duties !== b.duties) return a.duties > b.duties;
  if (a.weight !== b.weight) return a.weight > b.weight;
  if (a.done !== b.done) return a.done > b.done;
  if (a.visits !== b.visits) return a.visits < b.visits;
  if (a.days !== b.days) return a.days < b.days;
  return a.census < b.census;
}

/** What is due at one entity in some years, and everything that limits the visits for it. */
export interface VisitProblem {
  /** A list for each site that has demands, each by identifier. */
  readonly sites: readonly (readonly Due[])[];
  /** Visits that are there already, by day: they keep their place, and planned ones can be joined. */
  readonly fixed: readonly FixedStop[];
  /** The years in which something can be done, and what the cap leaves in them. */
  readonly years: readonly YearRoom[];
  readonly isCapped: boolean;
  /** The first day that keeps the cap's gap after a day; left out where it asks for none. */
  readonly after?: (day: number) => number;
  /** Only plans that do this are looked at. */
  readonly must?: Due;
  /** By site the first day from a day on that a visit can be on. */
  readonly opens: readonly ((day: number) => number)[];
}

/** A calendar year by the numbers of its first and last day, and what visits it has room for. */
export interface YearRoom {
  readonly first: number;
  readonly last: number;
  readonly most: YearVisitCounts;
}

/** A plan, told by its last visit and the one before it. */
export interface VisitPlan extends Score {
  /** For each year the census visits and the spot checks, in turn. */
  readonly counts: readonly number[];
  /** Visits nearer to the one before than the cap's gap. */
  readonly breaches: number;
  /** Whether it does what must be done. */
  readonly doesMust: boolean;
  readonly stop: Stop | undefined;
  readonly before: readonly VisitPlan[];
}

/** How many visits stand beyond the cap at the least: too many of a year, or too near to each other. */
export function beyondOf(
  { counts, breaches }: Pick<VisitPlan, 'counts' | 'breaches'>,
  years: readonly YearRoom[],
): number {
  let beyond = breaches;
  years.forEach(({ most }, y) => {
    const [census = 0, spotChecks = 0] = [counts[2 * y], counts[2 * y + 1]];
    const over = Math.max(0, census - most.census) + Math.max(0, spotChecks - most['spot-check']);
    const total = most.total ?? Number.POSITIVE_INFINITY;
    beyond += Math.max(over, census + spotChecks - total, 0);
  });
  return beyond;
}

/** The plan without any visit. */
export const noVisits = ({ years }: VisitProblem): VisitPlan => ({
  duties: 0,
  weight: 0,
  done: 0,
  visits: 0,
  days: 0,
  census: 0,
  counts: years.flatMap(() => [0, 0]),
  breaches: 0,
  doesMust: false,
  stop: undefined,
  before: [],
});

/** What two plans must have in common to be one as good as the other for what follows. */
export function nameOf({ counts, doesMust }: VisitPlan, { isCapped }: VisitProblem): string {
  return `${doesMust ? '!' : ''}${isCapped ? counts.join() : ''}`;
}

/** Keeps the better of two plans that have a name in common. */
export function keepBetter(plans: Map<string, VisitPlan>, key: string, plan: VisitPlan): void {
  const known = plans.get(key);
  if (known === undefined || isBetter(plan, known)) plans.set(key, plan);
}

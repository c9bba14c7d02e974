import { compareBytes } from '../core/order.js';
import type { Stop } from './due.js';
import { plansOf } from './plansOf.js';
import {
  beyondOf,
  isBetter,
  keepBetter,
  nameOf,
  noVisits,
  type VisitPlan,
  type VisitProblem,
} from './visitProblem.js';

/**
 * The best visits for what is due, with at most so many beyond the cap.
 *
 * Where no gap ties the sites together each is planned alone, and their plans are put together under the
 * common cap.
 *
 * @returns undefined where what must be done can't be
 */
export function bestVisits(problem: VisitProblem, beyond: number): VisitPlan | undefined {
  const { sites, after } = problem;
  const parts =
    after === undefined && sites.length > 1
      ? sites.map((dues, s) => ({
          ...problem,
          sites: [dues],
          opens: problem.opens.slice(s, s + 1),
        }))
      : [problem];
  let best: VisitPlan[] = [noVisits(problem)];
  for (const part of parts) {
    const grown = new Map<string, VisitPlan>();
    for (const own of plansOf(part, beyond)) {
      for (const plan of best) {
        const joined = together(plan, own);
        if (problem.isCapped && beyondOf(joined, problem.years) > beyond) continue;
        keepBetter(grown, nameOf(joined, problem), joined);
      }
    }
    best = [...grown.values()];
  }
  const found = problem.must === undefined ? best : best.filter(({ doesMust }) => doesMust);
  return found.length === 0 ? undefined : found.reduce((a, b) => (isBetter(b, a) ? b : a));
}

/** The new visits of a plan and what is joined to fixed ones, by day. */
export function stopsOf(plan: VisitPlan): Stop[] {
  const stops: Stop[] = [];
  const open: VisitPlan[] = [plan];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one.stop !== undefined) stops.push(one.stop);
    open.push(...one.before);
  }
  return stops.sort((a, b) => a.day - b.day || compareBytes(a.site ?? '', b.site ?? ''));
}

function together(a: VisitPlan, b: VisitPlan): VisitPlan {
  return {
    duties: a.duties + b.duties,
    weight: a.weight + b.weight,
    done: a.done + b.done,
    visits: a.visits + b.visits,
    days: a.days + b.days,
    census: a.census + b.census,
    counts: a.counts.map((count, i) => count + (b.counts[i] as number)),
    breaches: a.breaches + b.breaches,
    doesMust: a.doesMust || b.doesMust,
    stop: undefined,
    before: [a, b],
  };
}

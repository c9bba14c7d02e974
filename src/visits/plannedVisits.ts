import { bestVisits, stopsOf } from './bestVisits.js';
import { disjointWindows } from './disjointWindows.js';
import type { Stop } from './due.js';
import { fewDemands, MOST_DEMANDS, trier } from './tryAll.js';
import type { VisitPlan, VisitProblem } from './visitProblem.js';
import type { YearCap } from './yearCap.js';

/** The best visits under the cap; where duties go over it, with the fewest beyond that do them all. */
export function plannedStops(problem: VisitProblem, cap: YearCap | undefined): Stop[] {
  return triedStops(problem, cap) ?? stopsOf(plannedVisits(problem, cap).plan);
}

/** Written anew for each entity: to make them takes longer than to use them. */
const few = /* @__PURE__ */ fewDemands();
const tryAll = /* @__PURE__ */ trier();

/**
 * The same visits by trying all ways, at one place in one year, where they are few: a fourteenth of the
 * time (16 instead of 223 microseconds for five demands under the pilot’s cap).
 */
function triedStops(problem: VisitProblem, cap: YearCap | undefined): Stop[] | undefined {
  const { sites, years, fixed, after } = problem;
  const [dues, ...others] = sites;
  const [room] = years;
  if (dues === undefined || others.length > 0 || room === undefined || years.length > 1) {
    return undefined;
  }
  if (cap === undefined || after !== undefined || fixed.some(({ visit }) => visit.isOpen)) {
    return undefined;
  }
  if (dues.length > MOST_DEMANDS) return undefined;
  dues.forEach(({ from, to, demand }, i) => {
    few.from[i] = from;
    few.to[i] = to;
    few.census[i] = demand.kind === 'census' ? 1 : 0;
    few.duty[i] = demand.duty ? 1 : 0;
    few.weight[i] = demand.weight;
  });
  let beyond = cap.precedence === 'duty-over-cap' ? leastBeyond(problem) : 0;
  let found = tryAll(few, 0, dues.length, room.most, beyond);
  while (found !== undefined && cap.precedence === 'duty-over-cap' && found.undone > 0) {
    found = tryAll(few, 0, dues.length, room.most, ++beyond);
  }
  if (found === undefined) return undefined;
  const { visits, day, census, does } = found;
  return Array.from(
    { length: visits },
    (_, v): Stop => ({
      site: dues[0]?.demand.site,
      kind: census[v] === 1 ? 'census' : 'spot-check',
      day: day[v] as number,
      dues: dues.filter((_due, i) => ((does[v] as number) >> i) & 1),
    }),
  );
}

/** The best plan under the cap, and how many of its visits may stand beyond it. */
export function plannedVisits(
  problem: VisitProblem,
  cap: YearCap | undefined,
): { readonly plan: VisitPlan; readonly beyond: number } {
  const best = (beyond: number) => bestVisits(problem, beyond) as VisitPlan;
  if (cap?.precedence !== 'duty-over-cap') return { plan: best(0), beyond: 0 };
  const duties = problem.sites.flat().filter((due) => due.demand.duty).length;
  let beyond = leastBeyond(problem);
  let plan = best(beyond);
  while (plan.duties < duties) plan = best(++beyond);
  return { plan, beyond };
}

/** No fewer visits than this stand beyond the cap where all duties are done. */
function leastBeyond({ sites, fixed, years }: VisitProblem): number {
  if (fixed.some(({ visit }) => visit.isOpen)) return 0;
  const needed = sites.flatMap((dues) => disjointWindows(dues.filter(({ demand }) => demand.duty)));
  const room = years.reduce((sum, { most }) => {
    const total = most.total ?? Number.POSITIVE_INFINITY;
    return sum + Math.min(most.census + most['spot-check'], total);
  }, 0);
  return Math.max(0, needed.length - room);
}

import { disjointWindows } from './disjointWindows.js';
import { canDo, type Due, type Stop } from './due.js';
import { type Allows, isBetter, type Score, type SitePlan, sitePlans } from './sitePlans.js';
import type { YearCap } from './yearCap.js';

/**
 * The visits of one entity in one year, the best there are; without a cap the fewest that do all.
 *
 * @param sites - what is due, a list for each site, by identifier
 */
export function yearPlan(sites: readonly (readonly Due[])[], cap?: YearCap): Stop[] {
  const freely = sites.flatMap(fewestStops);
  if (cap === undefined || fits(freely, cap.visits)) return freely;
  const best = cap.precedence === 'duty-over-cap' ? withAllDuties(sites, cap) : capped(sites, cap);
  return best.parts.flatMap((plan, i) => stopsOf(plan, sites[i] as readonly Due[]));
}

function fewestStops(dues: readonly Due[]): Stop[] {
  const days = disjointWindows(dues).map((due) => due.from);
  const site = dues[0]?.demand.site;
  const stops = days.map((day): Stop => ({ site, kind: 'census', day, dues: [] }));
  fill(stops, dues);
  for (const stop of stops) {
    if (stop.dues.every((due) => due.demand.kind === 'spot-check')) stop.kind = 'spot-check';
  }
  return stops;
}

function fits(stops: readonly Stop[], most: YearCap['visits']): boolean {
  const census = stops.filter((stop) => stop.kind === 'census').length;
  return overflow(census, stops.length - census, most) === 0;
}

/** How many visits stand beyond the cap, at the least. */
function overflow(census: number, spotChecks: number, most: YearCap['visits']): number {
  const beyond = Math.max(0, census - most.census) + Math.max(0, spotChecks - most['spot-check']);
  return most.total === undefined ? beyond : Math.max(beyond, census + spotChecks - most.total);
}

/** The plans of all sites together. */
interface EntityPlan extends Score {
  readonly parts: readonly SitePlan[];
}

/** Raises the number of visits beyond the cap from the least conceivable until all duties are done. */
function withAllDuties(sites: readonly (readonly Due[])[], cap: YearCap): EntityPlan {
  const duties = sites.map((dues) => dues.filter((due) => due.demand.duty));
  const { census, 'spot-check': spotChecks, total } = cap.visits;
  const most = Math.min(census + spotChecks, total ?? Number.POSITIVE_INFINITY);
  const all = duties.flat().length;
  const needed = duties.flatMap((dues) => disjointWindows(dues)).length;
  let beyond = Math.max(0, needed - most);
  let best = capped(sites, cap, beyond);
  while (best.duties < all) best = capped(sites, cap, ++beyond);
  return best;
}

function capped(sites: readonly (readonly Due[])[], cap: YearCap, beyond = 0): EntityPlan {
  const allows: Allows = (census, spotChecks) => overflow(census, spotChecks, cap.visits) <= beyond;
  let best = new Map<string, EntityPlan>([['', EMPTY]]);
  for (const dues of sites) {
    const grown = new Map<string, EntityPlan>();
    for (const part of sitePlans(dues, allows)) {
      for (const plan of best.values()) {
        const joined = together(plan, part);
        if (!allows(joined.census, joined.spotChecks)) continue;
        const counts = `${joined.census}+${joined.spotChecks}`;
        const known = grown.get(counts);
        if (known === undefined || isBetter(joined, known)) grown.set(counts, joined);
      }
    }
    best = grown;
  }
  return [...best.values()].reduce((a, b) => (isBetter(b, a) ? b : a));
}

const EMPTY: EntityPlan = {
  duties: 0,
  weight: 0,
  done: 0,
  census: 0,
  spotChecks: 0,
  days: 0,
  parts: [],
};

function together(plan: EntityPlan, part: SitePlan): EntityPlan {
  return {
    duties: plan.duties + part.duties,
    weight: plan.weight + part.weight,
    done: plan.done + part.done,
    census: plan.census + part.census,
    spotChecks: plan.spotChecks + part.spotChecks,
    days: plan.days + part.days,
    parts: [...plan.parts, part],
  };
}

function stopsOf(plan: SitePlan, dues: readonly Due[]): Stop[] {
  const stops: Stop[] = [];
  for (let one = plan; one.before !== undefined; one = one.before) {
    stops.push({ site: dues[0]?.demand.site, kind: one.kind, day: one.day, dues: [] });
  }
  stops.reverse();
  fill(stops, dues);
  return stops;
}

/** Each demand is done by the first visit that can do it. */
function fill(stops: readonly Stop[], dues: readonly Due[]): void {
  for (const due of dues) stops.find((stop) => canDo(stop, due))?.dues.push(due);
}

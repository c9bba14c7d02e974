import { compareBytes, sortedBy } from '../core/order.js';
import { VISIT_KINDS } from '../register/nouns.js';
import { type Deferred, deferred } from './deferred.js';
import type { Due, Stop } from './due.js';
import { groupedBy } from './groupedBy.js';
import { joinRepeats } from './joinRepeats.js';
import { type UnnumberedVisit, visitOf } from './visit.js';
import type { YearCap } from './yearCap.js';
import { yearPlan } from './yearPlan.js';

/** An entity's visits in one year, what they leave undone, and how many they would be unmerged. */
export interface YearVisits {
  readonly visits: readonly UnnumberedVisit[];
  readonly deferred: readonly Deferred[];
  readonly before: number;
}

/**
 * The joint visits of one entity in one calendar year.
 *
 * @param dues - what is due there in that year, by identifier
 * @param cap - left out for an entity that the cap does not protect
 */
export function yearVisits(dues: readonly Due[], cap?: YearCap): YearVisits {
  const stops = yearPlan(bySite(dues), cap);
  const spotChecks = stops.filter((stop) => stop.kind === 'spot-check').length;
  joinRepeats(stops, cap === undefined ? dues.length : cap.visits['spot-check'] - spotChecks);
  const beyond = cap === undefined ? new Set<Stop>() : beyondCap(stops, cap);
  const visits = stops.map((stop) =>
    beyond.has(stop) ? { ...visitOf(stop), ...excuse(stop) } : visitOf(stop),
  );

  const done = stops.flatMap((stop) => stop.dues);
  const isDone = new Set(done);
  const census = dues.filter((due) => due.demand.kind === 'census').length;
  return {
    visits,
    deferred:
      cap === undefined
        ? []
        : dues.filter((due) => !isDone.has(due)).map((due) => deferred(due, done, census, cap)),
    before: dues.filter((due, i) => !dues.some((other, j) => j < i && sameErrand(due, other)))
      .length,
  };
}

/** Whether one authority on its own would do both in one visit. Pairs are faster here than a set of keys. */
function sameErrand(a: Due, b: Due): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.demand.kind === b.demand.kind &&
    a.demand.authority === b.demand.authority &&
    a.demand.site === b.demand.site
  );
}

function bySite(dues: readonly Due[]): Due[][] {
  const sites = groupedBy(dues, (due) => due.demand.site ?? '');
  return sortedBy(sites, ([site]) => site).map(([, group]) => group);
}

/**
 * The visits beyond the cap: of those that do a legal duty the latest, as many of each kind as there
 * are too many.
 */
function beyondCap(stops: readonly Stop[], cap: YearCap): Set<Stop> {
  const found = new Set<Stop>();
  const { total = Number.POSITIVE_INFINITY, ...most } = cap.visits;
  const mark = (counted: readonly Stop[], allowed: number): void => {
    const open = counted.filter((stop) => !found.has(stop));
    const dutiful = open.filter((stop) => stop.dues.some((due) => due.demand.duty));
    dutiful.sort((a, b) => b.day - a.day || compareBytes(a.site ?? '', b.site ?? ''));
    for (const stop of dutiful.slice(0, Math.max(0, open.length - allowed))) found.add(stop);
  };
  for (const kind of VISIT_KINDS) {
    mark(
      stops.filter((stop) => stop.kind === kind),
      most[kind],
    );
  }
  mark(stops, total);
  return found;
}

function excuse(stop: Stop) {
  const duties = stop.dues.filter((due) => due.demand.duty).map((due) => due.demand.id);
  return {
    beyondCap: true,
    reason: 'duty-over-cap',
    because: duties.sort(compareBytes),
  } as const;
}

import { sortedBy } from '../core/order.js';
import type { VisitsCode } from './codes.js';
import { disjointWindows } from './disjointWindows.js';
import { cannotShare, type Due } from './due.js';
import { groupedBy } from './groupedBy.js';
import type { YearCap } from './yearCap.js';

/** A demand the cap leaves no room for, with the proof. */
export interface Deferred {
  readonly demand: string;
  readonly entity: string;
  /**
   * `cap-reached`: with the demands in `because` no two of these can share a visit, and they are one
   * more than the cap has visits for them. `heavier-set-chosen`: all of `because` is done instead,
   * and no set with this demand is better. `cap-over-duty`: either, for a legal duty that yields.
   */
  readonly reason: Extract<VisitsCode, 'cap-reached' | 'heavier-set-chosen' | 'cap-over-duty'>;
  readonly because: readonly string[];
}

/**
 * Why one demand of an entity's year is deferred.
 *
 * @param done - what is done in that year
 * @param censusDemands - how many census demands that year has, done or not: no more visits than
 * that can be census visits
 */
export function deferred(
  due: Due,
  done: readonly Due[],
  censusDemands: number,
  cap: YearCap,
): Deferred {
  const { id, entity, kind, duty } = due.demand;
  const isCensus = kind === 'census';
  const room = cap.visits.census > censusDemands && !isCensus ? censusDemands : cap.visits.census;
  const { total = Number.POSITIVE_INFINITY } = cap.visits;
  const visits = Math.min(isCensus ? room : room + cap.visits['spot-check'], total);
  const rivals = apart(
    due,
    done.filter((other) => !isCensus || other.demand.kind === 'census'),
  );
  const proven = rivals.length >= visits;
  return {
    demand: id,
    entity,
    reason: duty ? 'cap-over-duty' : proven ? 'cap-reached' : 'heavier-set-chosen',
    because: sortedBy(
      (proven ? rivals.slice(0, visits) : done).map((other) => other.demand.id),
      (other) => other,
    ),
  };
}

/** The most demands of which no two can share a visit, with this one or with each other. */
function apart(due: Due, others: readonly Due[]): Due[] {
  const sites = groupedBy(
    others.filter((other) => cannotShare(due, other)),
    (other) => other.demand.site,
  );
  return [...sites.values()].flatMap((site) => disjointWindows(site));
}

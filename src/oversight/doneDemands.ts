import { compareBytes } from '../core/order.js';
import type { VisitOutcome } from './outcome.js';
import type { Promised, PromisedDemand, Way } from './promised.js';

/** What was done of what was promised. */
export interface Done {
  /** Demand → the outcome that counts as having done it. */
  readonly by: ReadonlyMap<string, VisitOutcome>;
  /** VisitOutcome's visit → how it came about, and whether a fault was found there that counts for the way. */
  readonly ways: ReadonlyMap<string, ReadonlyMap<Way, boolean>>;
}

/**
 * Which outcome did which demand, and in which ways each visit came about.
 *
 * A demand is done once: by the visit that the plan promised for it, else by the first. So a further
 * check of the same thing does nothing and counts as unplanned; a promised visit on which nothing could
 * be checked came about in no way. A visit that did demands of several ways
 * counts once for each, and as a hit for those whose own items had the fault.
 */
export function doneDemands(promised: Promised, outcomes: readonly VisitOutcome[]): Done {
  const demands = new Map(promised.demands.map((one) => [one.id, one]));
  const planned = new Map(promised.visits.map((one) => [one.id, one]));
  const visitOf = new Map(
    promised.visits.flatMap(({ id, demands: own }) => own.map((one) => [one, id] as const)),
  );
  const by = new Map<string, VisitOutcome>();
  const inOrder = outcomes.toSorted(
    (a, b) => compareBytes(a.day, b.day) || compareBytes(a.visit, b.visit),
  );
  for (const outcome of inOrder) {
    for (const id of outcome.demands) {
      if (demands.get(id)?.entity !== outcome.entity) continue;
      if (!by.has(id) || visitOf.get(id) === outcome.visit) by.set(id, outcome);
    }
  }
  const ways = new Map<string, Map<Way, boolean>>();
  for (const outcome of outcomes) {
    const own = new Map<Way, boolean>();
    const add = (way: Way, isHit: boolean): void => {
      own.set(way, own.get(way) === true || isHit);
    };
    for (const id of outcome.demands) {
      if (by.get(id) !== outcome) continue;
      const { way, item } = demands.get(id) as PromisedDemand;
      add(way, outcome.faults.includes(item));
    }
    const isForCause =
      outcome.cause !== undefined || planned.get(outcome.visit)?.kind === 'for-cause';
    if (isForCause) add('for-cause', outcome.faults.length > 0);
    else if (own.size === 0 && !planned.has(outcome.visit))
      add('unplanned', outcome.faults.length > 0);
    ways.set(outcome.visit, own);
  }
  return { by, ways };
}

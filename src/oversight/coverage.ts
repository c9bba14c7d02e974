import type { Day } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import { groupedBy } from '../visits/groupedBy.js';
import type { Done } from './doneDemands.js';
import { shareInterval } from './interval.js';
import type { CertainCoverage, StratumCoverage } from './oversightTypes.js';
import type { Promised, PromisedDemand } from './promised.js';

/** What is certain, by task and reason: full coverage is proven, or what is missed is named. */
export function certainCoverage(promised: Promised, { by }: Done, asOf: Day): CertainCoverage[] {
  const deferred = new Set(promised.deferred.map(({ demand }) => demand));
  const certain = promised.demands.filter(({ way }) => way === 'certain');
  const groups = groupedBy(certain, ({ task, reason = '' }) => `${task}\u0000${reason}`);
  return sortedBy(groups, ([key]) => key).map(([, demands]) => {
    const [{ task, reason = '' }] = demands as [PromisedDemand];
    const open = demands.filter(({ id }) => !by.has(id));
    const late = open.filter(({ id, window }) => !deferred.has(id) && window.to < asOf);
    const putOff = open.filter(({ id }) => deferred.has(id)).length;
    return {
      task,
      reason,
      entities: new Set(demands.map(({ entity }) => entity)).size,
      due: demands.length,
      done: demands.length - open.length,
      overdue: late.length,
      open: open.length - late.length - putOff,
      deferred: putOff,
      missed: late.map(({ id }) => id),
    };
  });
}

/** Stratum by stratum: whom the lot fell on, who was visited, where a fault was found. */
export function strataCoverage(promised: Promised, { by }: Done): StratumCoverage[] {
  const drawn = promised.demands.filter(({ stratum }) => stratum !== undefined);
  const groups = groupedBy(drawn, ({ task, stratum = '' }) => `${task}\u0000${stratum}`);
  return promised.strata.map(({ task, code, size, drawn: quota }) => {
    const firms = groupedBy(groups.get(`${task}\u0000${code}`) ?? [], ({ entity }) => entity);
    const visited = [...firms.values()].filter((own) => own.every(({ id }) => by.has(id)));
    const hits = visited.filter((own) =>
      own.some(({ id, item }) => by.get(id)?.faults.includes(item)),
    ).length;
    return {
      ...{ task, stratum: code, size, drawn: quota, promised: firms.size },
      ...{ visited: visited.length, hits, interval: shareInterval(hits, visited.length) },
    };
  });
}

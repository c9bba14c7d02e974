import type { Done } from './doneDemands.js';
import { differenceInterval, shareInterval } from './interval.js';
import type { HitRate, OversightReport } from './oversightTypes.js';
import { WAYS } from './promised.js';

/**
 * How often visits found a fault, by the way they came about. What a draw among all finds tells how the
 * whole is; what a draw within a condition finds beyond it tells whether the condition is a good one.
 */
export function hitRates({ ways }: Done): OversightReport['hits'] {
  const rates = WAYS.map((way): HitRate => {
    const found = [...ways.values()].flatMap((own) => own.get(way) ?? []);
    const hits = found.filter(Boolean).length;
    return { way, visits: found.length, hits, interval: shareInterval(hits, found.length) };
  });
  const [random, targeted] = rates as [HitRate, HitRate];
  return {
    ways: rates,
    targeting: differenceInterval([targeted.hits, targeted.visits], [random.hits, random.visits]),
  };
}

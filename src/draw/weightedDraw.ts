import { keyedHash } from '../ticket/keyedHash.js';
import { checkedQuotas, noQuota } from './checkedQuotas.js';
import { checkedCount } from './count.js';
import type { DrawRules } from './drawAccumulator.js';
import { type ParetoStratum, paretoStratum, type WeightedSample } from './paretoStratum.js';
import { gathered } from './sample.js';
import { checkedWeight, type FrameUnit } from './unit.js';

/** A weighted draw that is under way. */
export interface WeightedDraw {
  /** @throws `no-quota` | `bad-weight` | `bad-id` */
  readonly add: (unit: FrameUnit) => void;
  /** The samples by stratum code. @throws `repeated-id` | `weights-too-large` */
  readonly done: () => readonly WeightedSample[];
}

/**
 * A draw by weight that takes its frame unit by unit. The order depends on the weights of all, so every
 * unit is held until the end.
 *
 * @throws `bad-key` | `bad-name` | `bad-quota` | `bad-substitutes`
 */
export function weightedDraw(rules: Omit<DrawRules, 'offset'>): WeightedDraw {
  const substitutes = checkedCount(rules.substitutes ?? 0, 'bad-substitutes', 'substitutes');
  const { ofId } = keyedHash(rules.key);
  const draws = new Map<string, ParetoStratum>();
  for (const [stratum, quota] of checkedQuotas(rules.quotas)) {
    draws.set(stratum, paretoStratum({ stratum, quota, substitutes }));
  }
  return {
    add(unit) {
      const draw = draws.get(unit.stratum);
      if (draw === undefined) throw noQuota(unit.stratum);
      const weight = checkedWeight(unit);
      draw.add(unit.id, ofId(unit.id, 'a unit of the frame'), weight);
    },
    done: () => gathered(Array.from(draws.values(), (draw) => draw.done())).strata,
  };
}

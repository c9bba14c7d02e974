import { type Sha256State, stateHex } from '../core/sha256.js';
import { stateT52 } from '../ticket/t52.js';
import { compareKeyed, type Keyed, shifted } from './drawOrder.js';
import { type StratumSample, stratumSample } from './sample.js';

/** A stratum that is being drawn from: takes units one by one, then tells its sample. */
export interface StratumDraw {
  add(id: string, ticket: Sha256State, weight: number): void;
  done(): StratumSample;
}

/** What a stratum is drawn with. */
export interface StratumRule {
  readonly stratum: string;
  readonly quota: number;
  readonly substitutes: number;
  readonly offset: number;
}

/**
 * The smallest tickets of a stratum, every unit with the same chance.
 *
 * Keeps those that can still be listed and as many newcomers again before it sorts, so memory is
 * O(sample), and most units are refused by one comparison of numbers.
 */
export function equalStratum(rule: StratumRule): StratumDraw {
  const { stratum, quota, substitutes, offset } = rule;
  const needed = quota + Math.max(substitutes, 1);
  let held: Keyed[] = [];
  let limit = Number.POSITIVE_INFINITY;
  let size = 0;

  const settle = (): void => {
    held.sort(compareKeyed);
    held = held.slice(0, needed);
  };

  return {
    add(id, ticket) {
      size++;
      const key = shifted(stateT52(ticket), offset);
      if (key > limit) return;
      held.push({ key, id, ticket: stateHex(ticket) });
      if (held.length < 2 * needed + 64) return;
      settle();
      limit = held[needed - 1]?.key as number;
    },
    done() {
      settle();
      const taken = Math.min(quota, size);
      return stratumSample({ stratum, size, quota, ordered: held, taken, substitutes });
    },
  };
}

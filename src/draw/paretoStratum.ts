import { compareBytes, sortedBy } from '../core/order.js';
import { type Sha256State, stateHex } from '../core/sha256.js';
import { t52 } from '../ticket/t52.js';
import { certainByWeight, certainReason, checkWeights } from './certainByWeight.js';
import { compareKeyed } from './drawOrder.js';
import { type Drawn, type StratumSample, stratumSample } from './sample.js';
import type { StratumRule } from './stratumRule.js';

/**
 * The key of Pareto order sampling: the smallest are drawn, a larger weight makes a smaller key.
 *
 * Evaluated in binary64 and in exactly this order, so every engine gets the same number.
 *
 * @param ticket - the unit's ticket
 * @param weight - the unit's weight, an integer from 1 to 2^20
 * @param total - W, the sum of weights of the stratum without its take-all units
 * @param quota - n, how many are drawn beside the take-all units, at least 1
 *
 * @source double-random/1 §2, weights; Rosén, On sampling with probability proportional to size (1997)
 * @example
 * ```ts
 * import { paretoKey } from 'evenhand/draw';
 *
 * const ticket = `8${'0'.repeat(63)}`;
 * paretoKey(ticket, 3, 10, 1) < paretoKey(ticket, 2, 10, 1); // => true
 * ```
 */
export function paretoKey(ticket: string, weight: number, total: number, quota: number): number {
  const u = (2 * t52(ticket) + 1) / 2 ** 53;
  return (u / (1 - u)) * ((total - quota * weight) / (quota * weight));
}

/** Someone drawn, with ticket and weight. */
export interface Weighed extends Drawn {
  readonly weight: number;
}

/** The sample of a stratum that was drawn from by weight, with what its order follows from. */
export interface WeightedSample extends StratumSample {
  /** All weights; then, without those taken for certain, the weights and how many are drawn of these. */
  readonly weights: { readonly total: number; readonly rest: number; readonly quota: number };
  /** Those taken for certain, by id, with the reason. */
  readonly certain: readonly {
    readonly id: string;
    readonly weight: number;
    readonly reason: string;
  }[];
  readonly selected: readonly Weighed[];
  readonly substitutes: readonly Weighed[];
  /** The keys of the last in and of the first out; left out where tickets alone order. */
  readonly lastInKey?: number;
  readonly firstOutKey?: number;
}

/** A stratum drawn from by weight. */
export interface ParetoStratum {
  add(id: string, ticket: Sha256State, weight: number): void;
  done(): WeightedSample;
}

/** A weighted draw from a stratum; holds all its units, since the order depends on their weights' sum. */
export function paretoStratum(rule: StratumRule): ParetoStratum {
  const { stratum, quota, substitutes } = rule;
  const units: Weighed[] = [];
  return {
    add(id, ticket, weight) {
      units.push({ id, ticket: stateHex(ticket), weight });
    },
    done() {
      const size = units.length;
      const all = units.reduce((sum, { weight }) => sum + weight, 0);
      const asked = Math.min(quota, size);
      checkWeights(stratum, all, asked);
      const { certain, rest, quota: taken, total } = certainByWeight(units, asked, all);
      const ordered = rest.map((unit) => ({ ...unit, key: keyOf(unit, total, taken) }));
      ordered.sort(compareKeyed);
      const takeAll = certain.map(({ unit }) => unit.id).sort(compareBytes);
      const sample = stratumSample({
        ...{ stratum, size, quota, takeAll, ordered, taken, substitutes },
      });
      const weighed = ordered.slice(0, taken + substitutes).map(({ key: _, ...unit }) => unit);
      const [lastIn, firstOut] = [ordered[taken - 1], ordered[taken]];
      return {
        ...sample,
        weights: { total: all, rest: total, quota: taken },
        certain: sortedBy(
          certain.map((one) => ({
            ...{ id: one.unit.id, weight: one.unit.weight, reason: certainReason(one) },
          })),
          ({ id }) => id,
        ),
        selected: weighed.slice(0, taken),
        substitutes: weighed.slice(taken),
        ...(lastIn === undefined ? {} : { lastInKey: lastIn.key }),
        ...(firstOut === undefined || taken === 0 ? {} : { firstOutKey: firstOut.key }),
      };
    },
  };
}

const keyOf = ({ ticket, weight }: Weighed, total: number, quota: number): number =>
  quota === 0 ? 0 : paretoKey(ticket, weight, total, quota);

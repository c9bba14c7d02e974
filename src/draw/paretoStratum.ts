import { mistake } from '../core/error.js';
import { compareBytes } from '../core/order.js';
import { type Sha256State, stateHex } from '../core/sha256.js';
import { t52 } from '../ticket/t52.js';
import { compareKeyed } from './drawOrder.js';
import type { StratumRule } from './equalStratum.js';
import { type Drawn, type StratumSample, stratumSample } from './sample.js';

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

/** A stratum drawn from by weight. */
export interface ParetoStratum {
  add(id: string, ticket: Sha256State, weight: number): void;
  done(): StratumSample;
}

/** A weighted draw from a stratum; holds all its units, since the order depends on their weights' sum. */
export function paretoStratum(rule: StratumRule): ParetoStratum {
  const { stratum, quota, substitutes } = rule;
  const units: Weighted[] = [];
  return {
    add(id, ticket, weight) {
      units.push({ id, ticket: stateHex(ticket), weight });
    },
    done() {
      const size = units.length;
      const { takeAll, rest, total, taken } = certainFirst(stratum, units, Math.min(quota, size));
      const ordered = rest
        .map(({ id, ticket, weight }) => ({
          id,
          ticket,
          key: taken === 0 ? 0 : paretoKey(ticket, weight, total, taken),
        }))
        .sort(compareKeyed);
      return stratumSample({ stratum, size, quota, takeAll, ordered, taken, substitutes });
    },
  };
}

interface Weighted extends Drawn {
  readonly weight: number;
}

/** Sets the units aside whose chance would reach 1, until no such unit is left. */
function certainFirst(stratum: string, units: readonly Weighted[], quota: number) {
  const takeAll: string[] = [];
  let rest = units;
  let taken = quota;
  let total = units.reduce((sum, { weight }) => sum + weight, 0);
  if (total * quota >= 2 ** 53) throw tooLarge(stratum, total, quota);
  for (;;) {
    const isCertain = ({ weight }: Weighted): boolean => taken * weight >= total;
    const certain = rest.filter(isCertain);
    if (certain.length === 0) break;
    rest = rest.filter((unit) => !isCertain(unit));
    taken -= certain.length;
    for (const { id, weight } of certain) {
      takeAll.push(id);
      total -= weight;
    }
  }
  return { takeAll: takeAll.sort(compareBytes), rest, total, taken };
}

function tooLarge(stratum: string, total: number, quota: number) {
  return mistake(
    'weights-too-large',
    `the weights of stratum \`${stratum}\` add up to \`${total}\`, and times its quota \`${quota}\` that is not below 2^53; use smaller weights`,
    { stratum, total, quota },
  );
}

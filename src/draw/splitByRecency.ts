import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { checkedName } from '../core/identifier.js';
import { parseRatio } from '../core/ratio.js';
import { shownValue } from '../core/shownValue.js';
import { allocate } from './allocate.js';
import { checkedCount } from './count.js';

/** A recency tier of a cell: who was last inspected how long ago, and how much that weighs. */
export interface RecencyShare {
  readonly stratum: string;
  readonly size: number;
  readonly multiplier: string;
  /** The weights of its units together, where they are drawn by weight; their number where left out. */
  readonly weight?: number;
}

/**
 * Splits the quota of a risk × credit cell over its recency tiers, by size times multiplier; where units
 * are drawn by weight, by their weights times multiplier, so that chances stay in proportion to these.
 *
 * What the tiers with a multiplier can't take goes to those of multiplier 0, each filled before the
 * next. A small multiplier beats 0: zero tells a firm it is safe.
 *
 * @param input.quota - the cell's quota, fixed before
 * @param input.tiers - least recently inspected first; multipliers are ratios like `1`, `1/5`, `0`
 * @returns for each tier its quota; they add up to the cell's
 * @throws `bad-allocation` | `bad-ratio` | `bad-name` | `repeated-stratum` | `total-not-placed` |
 * `multipliers-too-fine`
 *
 * @source double-random/1 §2, recency, which does not speak of weights
 * @example
 * ```ts
 * import { splitByRecency } from 'evenhand/draw';
 *
 * const tiers = [
 *   { stratum: 'beyond-2-years', size: 40, multiplier: '1' },
 *   { stratum: 'within-1-year', size: 100, multiplier: '1/5' },
 *   { stratum: 'within-3-months', size: 10, multiplier: '0' },
 * ];
 * splitByRecency({ quota: 6, tiers }); // => { 'beyond-2-years': 4, 'within-1-year': 2, 'within-3-months': 0 }
 * ```
 */
export function splitByRecency(input: {
  readonly quota: number;
  readonly tiers: readonly RecencyShare[];
}): Record<string, number> {
  requireArgument('splitByRecency', 'input', input, { tiers: 'array' });
  const quota = checkedCount(input.quota, 'bad-allocation', 'quota');
  const weights = wholeWeights(input.tiers);
  const positive = input.tiers.reduce((sum, { size }, i) => sum + (weights[i] ? size : 0), 0);
  let left = Math.max(0, quota - positive);
  const strata = input.tiers.map(({ stratum, size }, i) => {
    const weight = weights[i] as number;
    const minimum = weight === 0 ? Math.min(left, size) : 0;
    left -= minimum;
    return { stratum, size, weight, minimum };
  });
  return allocate({ total: quota, strata });
}

/** The weights size × multiplier, or those of the units × multiplier, over one denominator, which is then dropped. */
function wholeWeights(tiers: readonly RecencyShare[]): number[] {
  const products = tiers.map(({ stratum, size, weight = size, multiplier }) => {
    checkedName(stratum, 'stratum code');
    const { p, q } = parseRatio(multiplier);
    checkedCount(size, 'bad-allocation', `${stratum}.size`);
    return { p: p * BigInt(checkedCount(weight, 'bad-allocation', `${stratum}.weight`)), q };
  });
  const denominator = products.reduce((all, { q }) => (all * q) / gcd(all, q), 1n);
  const whole = products.map(({ p, q }) => p * (denominator / q));
  const common = whole.reduce(gcd, 0n) || 1n;
  return whole.map((weight) => safe(weight / common));
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

function safe(weight: bigint): number {
  if (weight <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(weight);
  throw mistake(
    'multipliers-too-fine',
    `the multipliers give a tier the whole weight \`${weight}\`, above 2^53; use ratios with smaller terms`,
    { given: shownValue(weight) },
  );
}

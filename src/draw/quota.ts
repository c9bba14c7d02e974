import { mistake } from '../core/error.js';
import { parseRatio } from '../core/ratio.js';
import { shownValue } from '../core/shownValue.js';
import { checkedCount } from './count.js';

/** How a share of units becomes whole units: up, down, or to the nearest with halves up. */
export const QUOTA_RULES = ['at-least', 'at-most', 'half-up'] as const;
export type QuotaRule = (typeof QUOTA_RULES)[number];

/**
 * How many units of a stratum a ratio draws (抽取数量), by integers alone.
 *
 * "At least 3 %" rounds up and "at most 3 %" down; half-up is for a platform whose rule says so.
 *
 * @param size - units in the stratum
 * @param ratio - `3%`, `2‰`, `0.03` or `1/3`
 * @param rule - which way to round
 * @throws `bad-size` | `bad-ratio` | `bad-rule`
 *
 * @source double-random/1 §2, ratio mode
 * @example
 * ```ts
 * import { quota } from 'evenhand/draw';
 *
 * quota(101, '3%', 'at-least'); // => 4
 * quota(101, '3%', 'at-most'); // => 3
 * quota(150, '1%', 'half-up'); // => 2
 * ```
 */
export function quota(size: number, ratio: string, rule: QuotaRule): number {
  const units = BigInt(checkedCount(size, 'bad-size', 'size'));
  const { p, q } = parseRatio(ratio);
  switch (rule) {
    case 'at-least':
      return Number((units * p + q - 1n) / q);
    case 'at-most':
      return Number((units * p) / q);
    case 'half-up':
      return Number((2n * units * p + q) / (2n * q));
    default:
      throw mistake(
        'bad-rule',
        `no such rounding rule: \`${shownValue(rule)}\` (expected \`at-least\`, \`at-most\` or \`half-up\`)`,
        { given: shownValue(rule), expected: QUOTA_RULES },
      );
  }
}

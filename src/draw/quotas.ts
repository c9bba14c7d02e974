import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { checkedName } from '../core/identifier.js';
import { type QuotaRule, quota } from './quota.js';
import type { FrameUnit } from './unit.js';

/**
 * The quota of every stratum of a frame, out of its ratio.
 *
 * Counts the frame once; a ratio whose stratum has no unit gives 0.
 *
 * @param frame - the units; a generator is used up
 * @param ratios - for each stratum its ratio, `0` included
 * @param rule - which way to round
 * @returns for each stratum of `ratios` how many are drawn
 * @throws `no-ratio` | `bad-name` | `bad-ratio` | `bad-rule`
 * @example
 * ```ts
 * import { quotas } from 'evenhand/draw';
 *
 * const frame = ['A', 'B', 'C', 'D'].map((id) => ({ id, stratum: id < 'C' ? 's01' : 's02' }));
 * quotas(frame, { s01: '30%', s02: '100%' }, 'at-least'); // => { s01: 1, s02: 2 }
 * ```
 */
export function quotas(
  frame: Iterable<FrameUnit>,
  ratios: Readonly<Record<string, string>>,
  rule: QuotaRule,
): Record<string, number> {
  requireArgument('quotas', 'frame', frame, 'iterable');
  requireArgument('quotas', 'ratios', ratios, 'object');
  const sizes = new Map(Object.keys(ratios).map((code) => [checkedName(code, 'stratum code'), 0]));
  for (const { stratum } of frame) {
    const size = sizes.get(stratum);
    if (size === undefined) throw noRatio(stratum);
    sizes.set(stratum, size + 1);
  }
  return Object.fromEntries(
    Array.from(sizes, ([stratum, size]) => [stratum, quota(size, ratios[stratum] as string, rule)]),
  );
}

function noRatio(stratum: string) {
  return mistake(
    'no-ratio',
    `no ratio for stratum \`${stratum}\` of the frame; every stratum needs one, \`0\` included`,
    { stratum },
  );
}

import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { parseRatio } from '../core/ratio.js';
import { shownValue } from '../core/shownValue.js';
import { checkedCount } from './count.js';
import { quota } from './quota.js';

/** What a sub-share is a share of: the units drawn, the units of the part, or all units of the frame. */
export const SHARE_BASES = ['drawn', 'part', 'frame'] as const;
export type ShareBase = (typeof SHARE_BASES)[number];

/**
 * The least that a part of a frame gets of a draw ("use units 10 %, key units among them at least 8 %").
 *
 * Of what the 8 % is a share the rule has to say: of the drawn, of the key units, or of all units. The
 * three differ tenfold, so `of` has no default. Give the answer to `allocate` as the part's `minimum`.
 *
 * @param input.drawn - how many are drawn altogether
 * @param input.part - units of the part
 * @param input.frame - units of the frame, those of the part included
 * @param input.ratio - the least share
 * @param input.of - its base
 * @returns rounded up, and never more than the part has
 * @throws `bad-share` | `bad-ratio`
 *
 * @source 浙江, special equipment: 10 %, 其中重点检查单位不低于 8 %; the base is not stated there
 * @example
 * ```ts
 * import { allocate, subShare } from 'evenhand/draw';
 *
 * const sizes = { drawn: 100, part: 150, frame: 1000 };
 * subShare({ ...sizes, ratio: '8%', of: 'drawn' }); // => 8
 * subShare({ ...sizes, ratio: '8%', of: 'part' }); // => 12
 * const minimum = subShare({ ...sizes, ratio: '8%', of: 'frame' });
 * const key = { stratum: 'key', size: 150, weight: 150, minimum };
 * allocate({ total: 100, strata: [key, { stratum: 'other', size: 850, weight: 850 }] }); // => { key: 80, other: 20 }
 * ```
 */
export function subShare(input: {
  readonly drawn: number;
  readonly part: number;
  readonly frame: number;
  readonly ratio: string;
  readonly of: ShareBase;
}): number {
  requireArgument('subShare', 'input', input, 'object');
  for (const field of SHARE_BASES) checkedCount(input[field], 'bad-share', field);
  parseRatio(input.ratio);
  if (!SHARE_BASES.includes(input.of)) {
    throw mistake(
      'bad-share',
      `bad \`of\`: \`${shownValue(input.of)}\` (expected \`drawn\`, \`part\` or \`frame\`)`,
      { field: 'of', given: shownValue(input.of) },
    );
  }
  return Math.min(input.part, quota(input[input.of], input.ratio, 'at-least'));
}

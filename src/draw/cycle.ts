import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { parseRatio } from '../core/ratio.js';
import { shownValue } from '../core/shownValue.js';
import { checkedCount, isCount } from './count.js';
import { quota } from './quota.js';
import type { Sample } from './sample.js';
import type { FrameUnit } from './unit.js';

/** A cycle of parts without repeats: 25 % a quarter covers all in four, 10 % a month in ten. */
export interface Cycle {
  readonly ratio: string;
  readonly parts: number;
}

/**
 * How many a part of a cycle draws: at least the ratio of all units, and of those left at most all.
 *
 * A cycle whose ratios add up to all units covers them: its last part draws whoever is left, those
 * included who came during the cycle.
 *
 * @param input.part - counted from 1
 * @param input.size - units now, those drawn earlier in the cycle included
 * @param input.drawn - how many of these were drawn earlier in the cycle
 * @throws `bad-cycle` | `bad-ratio`
 *
 * @source 江西: county, grade A, 25 % a quarter, all once a year; rounding up, then the rest
 * @example
 * ```ts
 * import { partQuota } from 'evenhand/draw';
 *
 * const cycle = { ratio: '25%', parts: 4 };
 * partQuota(cycle, { part: 1, size: 10, drawn: 0 }); // => 3
 * partQuota(cycle, { part: 4, size: 10, drawn: 9 }); // => 1
 * partQuota(cycle, { part: 4, size: 14, drawn: 9 }); // => 5
 * ```
 */
export function partQuota(
  cycle: Cycle,
  at: { readonly part: number; readonly size: number; readonly drawn: number },
): number {
  requireArgument('partQuota', 'cycle', cycle, 'object');
  requireArgument('partQuota', 'at', at, 'object');
  const { p, q } = parseRatio(cycle.ratio);
  checkedCount(cycle.parts, 'bad-cycle', 'parts');
  checkedCount(at.size, 'bad-cycle', 'size');
  if (!isCount(at.part) || at.part < 1 || at.part > cycle.parts) {
    throw badCycle('part', at.part, `1 to ${cycle.parts}`);
  }
  if (!isCount(at.drawn) || at.drawn > at.size)
    throw badCycle('drawn', at.drawn, `0 to ${at.size}`);
  const left = at.size - at.drawn;
  const isLastOfAll = at.part === cycle.parts && BigInt(cycle.parts) * p >= q;
  return isLastOfAll ? left : Math.min(left, quota(at.size, cycle.ratio, 'at-least'));
}

/**
 * The quotas of a whole cycle, while the register stays as it is.
 *
 * @throws `bad-cycle` | `bad-ratio`
 * @example
 * ```ts
 * import { cycleQuotas } from 'evenhand/draw';
 *
 * cycleQuotas({ ratio: '25%', parts: 4 }, 10); // => [3, 3, 3, 1]
 * ```
 */
export function cycleQuotas(cycle: Cycle, size: number): number[] {
  requireArgument('cycleQuotas', 'cycle', cycle, 'object');
  checkedCount(cycle.parts, 'bad-cycle', 'parts');
  const quotas: number[] = [];
  let drawn = 0;
  for (let part = 1; part <= cycle.parts; part++) {
    const count = partQuota(cycle, { part, size, drawn });
    quotas.push(count);
    drawn += count;
  }
  return quotas;
}

/**
 * The frame of the next part of a cycle: the units that no earlier part drew.
 *
 * Each part has its own entropy, key and notice, so nobody can tell from one part when the next will
 * reach him, units that come later enter the next part, and later changes of the register move no
 * earlier part. Whoever was not drawn yet checks a part with one hash.
 *
 * @param earlier - the samples of the earlier parts; a substitute that was used counts as selected
 * @example
 * ```ts
 * import { notYetDrawn } from 'evenhand/draw';
 *
 * notYetDrawn([{ id: 'A', stratum: 's01' }], []).length; // => 1
 * ```
 */
export function notYetDrawn(frame: Iterable<FrameUnit>, earlier: readonly Sample[]): FrameUnit[] {
  requireArgument('notYetDrawn', 'frame', frame, 'iterable');
  requireArgument('notYetDrawn', 'earlier', earlier, [{ strata: 'array' }]);
  const drawn = new Set(
    earlier.flatMap(({ strata }) =>
      strata.flatMap(({ takeAll, selected }) => [...takeAll, ...selected.map(({ id }) => id)]),
    ),
  );
  return [...frame].filter((unit) => !drawn.has(unit?.id));
}

function badCycle(field: string, given: number, expected: string) {
  return mistake(
    'bad-cycle',
    `bad \`${field}\` of a cycle: \`${shownValue(given)}\` (expected ${expected})`,
    {
      field,
      given: shownValue(given),
    },
  );
}

import { requireArgument } from '../../core/argument.js';
import type { EntropySpec } from './entropySpec.js';

/** What a round of drand is worth: the strength of its curve, not the length of its value. */
const DRAND_BITS = 128;

/**
 * How many bits of a source nobody can foresee: the whole part of log2 of how many values it has,
 * exactly.
 *
 * @example
 * ```ts
 * import { entropyBits } from 'evenhand/ticket';
 *
 * const dice = { kind: 'dice', label: 'dice', on: '2026-01-15', sides: 10 } as const;
 * entropyBits({ ...dice, count: 38 }); // => 126
 * entropyBits({ ...dice, count: 39 }); // => 129
 * ```
 */
export function entropyBits(spec: EntropySpec): number {
  requireArgument('entropyBits', 'spec', spec, { kind: 'string' });
  switch (spec.kind) {
    case 'dice':
      return wholeLog2(BigInt(spec.sides) ** BigInt(spec.count));
    case 'lottery':
      return wholeLog2(spec.sets.reduce((all, { count, from }) => all * choices(from, count), 1n));
    case 'drand':
      return DRAND_BITS;
  }
}

const wholeLog2 = (values: bigint): number => values.toString(2).length - 1;

/** In how many ways `count` of `from` can be drawn. */
function choices(from: number, count: number): bigint {
  let ways = 1n;
  for (let i = 0; i < count; i++) ways = (ways * BigInt(from - i)) / BigInt(i + 1);
  return ways;
}

import { requireArgument } from '../../core/argument.js';
import { addDays, type Day } from '../../core/day.js';
import { drandRoundTime } from './drandRound.js';
import { entropyBits } from './entropyBits.js';
import type { EntropySpec } from './entropySpec.js';

/** A source as notice A names it, with the data its value is checked by. */
export interface NamedSource {
  readonly label: string;
  readonly bits: number;
  readonly available: Day;
  readonly instructions: { readonly zh: string; readonly en: string };
  readonly fallback: { readonly zh: string; readonly en: string };
  readonly spec: EntropySpec;
}

/**
 * A source of entropy for notice A: its bits, the day it is there, what anyone must do to get its
 * value, and what happens if it fails to come.
 *
 * A failed source is never replaced after the fact: the draw is abandoned with the reason, and
 * announced anew under the next number.
 *
 * @param spec - dice, a lottery, or a round of drand
 * @throws `bad-round` | `no-such-instant`
 * @example
 * ```ts
 * import { drandRoundAt, entropySource, QUICKNET } from 'evenhand/ticket';
 *
 * const round = drandRoundAt(QUICKNET, '2026-01-15T12:00:00Z');
 * const { bits, available } = entropySource({ kind: 'drand', label: 'drand', chain: QUICKNET, round });
 * [bits, available]; // => [128, '2026-01-15']
 * ```
 */
export function entropySource(spec: EntropySpec): NamedSource {
  requireArgument('entropySource', 'spec', spec, { kind: 'string' });
  const available = spec.kind === 'drand' ? timeOf(spec).slice(0, 10) : spec.on;
  const deadline = addDays(available, 7);
  return {
    label: spec.label,
    bits: entropyBits(spec),
    available,
    instructions: instructionsOf(spec),
    fallback: {
      zh: `至 ${deadline} 仍无此数值的，本次抽取作废并说明理由，以下一编号重新公示；不得改用其他数值`,
      en: `if there is no such value by ${deadline}, the draw is abandoned with the reason and announced anew under the next number; no other value is used`,
    },
    spec,
  };
}

const timeOf = ({ chain, round }: Extract<EntropySpec, { kind: 'drand' }>): string =>
  drandRoundTime(chain, round);

function instructionsOf(spec: EntropySpec): NamedSource['instructions'] {
  switch (spec.kind) {
    case 'dice': {
      const { on, count, sides } = spec;
      return {
        zh: `${on} 当众掷 ${count} 枚 ${sides} 面骰子，全程录像；按掷出的次序记下各数，以“.”相连`,
        en: `on ${on} roll ${count} dice of ${sides} sides in public and on film; write the numbers down as rolled, joined by "."`,
      };
    }
    case 'lottery': {
      const { on, name, sets } = spec;
      const shape = sets.map(({ count, from }) => `${count}/${from}`).join(' + ');
      return {
        zh: `${name.zh}于 ${on} 开出的号码（${shape}）；每组由小到大、不带前导零、以“.”相连，组间以“:”相连`,
        en: `the numbers of ${name.en} drawn on ${on} (${shape}); each set ascending, without leading zeros, joined by ".", sets joined by ":"`,
      };
    }
    case 'drand': {
      const { chain, round } = spec;
      return {
        zh: `drand 网络 ${chain.name}（链 ${chain.hash}）第 ${round} 轮，应于 ${timeOf(spec)} 产生；取 randomness 的 64 位十六进制数`,
        en: `round ${round} of drand's ${chain.name} (chain ${chain.hash}), due at ${timeOf(spec)}; take its randomness, 64 hex digits`,
      };
    }
  }
}

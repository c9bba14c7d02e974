import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { checkedName } from '../core/identifier.js';
import { sha256 } from '../core/sha256.js';
import { shownValue } from '../core/shownValue.js';
import { DRAW_METHOD } from './method.js';

/** A source of chance named in notice A, and what it gave: a drand round, dice as they were rolled. */
export interface Entropy {
  readonly label: string;
  readonly value: string;
}

const TOKEN = /^[A-Za-z0-9._:-]+$/;

/**
 * The seed of a draw, out of its number and the entropy that its notice promised.
 *
 * The entropy keeps the order of notice A: another order is another seed. Whether it holds the 128
 * unpredictable bits a draw needs is declared there; a seed can't show it.
 *
 * @param input.drawId - the draw's sequential number, 1 to 64 of `A-Za-z0-9.:/+-`
 * @param input.entropy - at least one source; labels and values are `A-Za-z0-9._:-`, no label twice
 * @returns 64 lower-case hex digits, S of the specification
 * @throws `bad-name` | `bad-entropy`
 *
 * @source double-random/1 §1
 * @example
 * ```ts
 * import { drawSeed } from 'evenhand/ticket';
 *
 * const entropy = [{ label: 'dice', value: '4.1.9.0.3.3.7' }];
 * drawSeed({ drawId: 'EX-001', entropy }) === drawSeed({ drawId: 'EX-002', entropy }); // => false
 * ```
 */
export function drawSeed(input: {
  readonly drawId: string;
  readonly entropy: readonly Entropy[];
}): string {
  requireArgument('drawSeed', 'input', input, { drawId: 'string' });
  const drawId = checkedName(input.drawId, 'drawId');
  const lines = checkedEntropy(input.entropy).map(({ label, value }) => `${label}=${value}\n`);
  return sha256(`${DRAW_METHOD}\ndraw=${drawId}\nentropy=${lines.length}\n${lines.join('')}`);
}

function checkedEntropy(entropy: readonly Entropy[]): readonly Entropy[] {
  if (!Array.isArray(entropy) || entropy.length === 0) {
    throw badEntropy('', 'expected a list of at least one { label, value }');
  }
  const labels = new Set<string>();
  for (const { label, value } of entropy as readonly Entropy[]) {
    if (!isToken(label)) throw badEntropy(label, 'a label is one or more of A-Z a-z 0-9 . _ : -');
    if (!isToken(value)) {
      throw badEntropy(`${label}=${value}`, 'a value is one or more of A-Z a-z 0-9 . _ : -');
    }
    if (labels.has(label)) throw badEntropy(label, 'the label stands twice');
    labels.add(label);
  }
  return entropy;
}

const isToken = (text: unknown): boolean => typeof text === 'string' && TOKEN.test(text);

function badEntropy(given: unknown, why: string) {
  const shown = shownValue(given).slice(0, 80);
  return mistake('bad-entropy', `bad entropy: \`${shown}\`; ${why}`, { given: shown, why });
}

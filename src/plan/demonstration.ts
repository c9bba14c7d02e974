import { sortedBy } from '../core/order.js';
import { sha256 } from '../core/sha256.js';
import { facesOf, lotteryValue } from '../ticket/entropy/checkEntropyValue.js';
import type { EntropySource } from './planInput.js';

/**
 * The source of a plan nobody named sources for. Anyone can foresee it: it shows, and binds nobody, so
 * that a plan that names it is a simulation.
 */
export const DEMONSTRATION: EntropySource = {
  label: 'demonstration',
  bits: 256,
  instructions: {
    zh: '演示用随机数,由抽取编号算得,人人可以预知,不能用于正式抽查',
    en: 'for demonstration: it follows from the draw’s id, so anyone can foresee it; it serves no official draw',
  },
};

/** Whether a source is the one for demonstration, whatever it claims. */
export const isDemonstration = ({ label }: Pick<EntropySource, 'label'>): boolean =>
  label === DEMONSTRATION.label;

/**
 * A demonstration value for a source, in the form it has: SHA-256 of what it is for, or dice and lottery
 * numbers that follow from it.
 */
export function demonstrationValue(
  drawId: string,
  { label, spec }: Pick<EntropySource, 'label' | 'spec'>,
): string {
  const plain = `evenhand/demonstration/1\n${drawId}\n${label}`;
  const hash = (...of: readonly number[]): string => sha256([plain, ...of].join('\n'));
  switch (spec?.kind) {
    case undefined:
    case 'drand':
      return hash();
    case 'dice': {
      const [low] = facesOf(spec.sides);
      const roll = (i: number): number =>
        low + (Number.parseInt(hash(i).slice(0, 12), 16) % spec.sides);
      return Array.from({ length: spec.count }, (_, i) => roll(i)).join('.');
    }
    case 'lottery':
      return lotteryValue(
        spec.sets.map(({ count, from }, i) =>
          sortedBy(
            Array.from({ length: from }, (_, n) => n + 1),
            (n) => hash(i, n),
          ).slice(0, count),
        ),
      );
  }
}

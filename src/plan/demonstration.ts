import { sha256 } from '../core/sha256.js';
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

/** A demonstration value for a source: SHA-256 of what it is for. */
export function demonstrationValue(drawId: string, label: string): string {
  return sha256(`evenhand/demonstration/1\n${drawId}\n${label}`);
}

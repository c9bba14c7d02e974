import type { EntropySource } from '../plan/planInput.js';
import type { Entropy } from '../ticket/drawSeed.js';

/**
 * The entropy in the order of the sources, however it was typed; labels that no source has come last,
 * for the draw to refuse.
 */
export function inSourceOrder(
  sources: readonly EntropySource[],
  entropy: readonly Entropy[],
): Entropy[] {
  const place = ({ label }: Entropy): number => {
    const at = sources.findIndex((source) => source.label === label);
    return at < 0 ? sources.length : at;
  };
  return [...entropy].sort((a, b) => place(a) - place(b));
}

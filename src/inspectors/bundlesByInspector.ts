import type { Bundles } from './bundles.js';
import type { Network } from './network.js';

/** Bundles of a chunk, unless told; their places in it must fit half a word. */
export const CHUNK = 1 << 11;

/** The bundles of a chunk that list each inspector, ascending: those of `i` begin at `first[i]`. */
export interface ListedChunk {
  /** The first bundle of the chunk, from which `bundle` counts. */
  readonly from: number;
  readonly first: Int32Array;
  readonly bundle: Uint16Array;
}

/**
 * The bundles of slots each inspector is a candidate of, chunk by chunk, each laid out when it is first
 * asked for: searches go through bundles from the last one back, and most end before they come to the
 * first. All of them together take no more than the candidates.
 *
 * @param size - bundles of a chunk
 */
export function bundlesByInspector(
  { inspectors, candidates }: Network,
  { count, first: firstSlot, slot }: Bundles,
  size: number,
) {
  const { first: begins, end: ends, inspector } = candidates;
  const chunks: ListedChunk[] = [];
  return (chunk: number): ListedChunk => {
    chunks[chunk] ??= layOut(chunk * size, Math.min(count, (chunk + 1) * size));
    return chunks[chunk];
  };

  function layOut(from: number, to: number): ListedChunk {
    const first = new Int32Array(inspectors + 1);
    for (let b = from; b < to; b++) {
      const one = slot[firstSlot[b] as number] as number;
      const end = ends[one] as number;
      for (let arc = begins[one] as number; arc < end; arc++) {
        const i = (inspector[arc] as number) + 1;
        first[i] = (first[i] as number) + 1;
      }
    }
    for (let i = 0; i < inspectors; i++) {
      first[i + 1] = (first[i + 1] as number) + (first[i] as number);
    }
    const bundle = new Uint16Array(first[inspectors] as number);
    const at = first.slice();
    for (let b = from; b < to; b++) {
      const one = slot[firstSlot[b] as number] as number;
      const end = ends[one] as number;
      for (let arc = begins[one] as number; arc < end; arc++) {
        const i = inspector[arc] as number;
        const place = at[i] as number;
        bundle[place] = b - from;
        at[i] = place + 1;
      }
    }
    return { from, first, bundle };
  }
}

import type { Network } from './network.js';

/** Slots of a chunk, unless told; their places in it must fit half a word. */
export const CHUNK = 1 << 11;

/** Places of all chunks that are kept at a time: half a gigabyte. */
const KEPT_PLACES = 1 << 28;

/** The slots of a chunk that list each inspector, ascending: those of `i` begin at `first[i]`. */
export interface ListedChunk {
  /** The first slot of the chunk, from which `slot` counts. */
  readonly from: number;
  readonly first: Int32Array;
  readonly slot: Uint16Array;
}

/**
 * The slots each inspector is a candidate of, chunk by chunk, each laid out when it is first asked
 * for: searches go through slots from the last one back, and most end before they come to the first.
 * Where there are too many, those longest not asked for are given up, and laid out again if they are.
 *
 * @param size - slots of a chunk
 * @param most - places kept at a time, but always one chunk
 */
export function listedSlots(
  { inspectors, slots, candidates }: Network,
  size: number,
  most = KEPT_PLACES,
) {
  const { first: begins, end: ends, inspector } = candidates;
  const chunks = new Map<number, ListedChunk>();
  let kept = 0;
  return (chunk: number): ListedChunk => {
    const known = chunks.get(chunk);
    if (known !== undefined) {
      if (kept > most / 2) {
        chunks.delete(chunk);
        chunks.set(chunk, known);
      }
      return known;
    }
    const laidOut = layOut(chunk * size, Math.min(slots, (chunk + 1) * size));
    kept += laidOut.slot.length;
    for (const [other, { slot }] of chunks) {
      if (kept <= most) break;
      chunks.delete(other);
      kept -= slot.length;
    }
    chunks.set(chunk, laidOut);
    return laidOut;
  };

  function layOut(from: number, to: number): ListedChunk {
    const first = new Int32Array(inspectors + 1);
    for (let s = from; s < to; s++) {
      const end = ends[s] as number;
      for (let arc = begins[s] as number; arc < end; arc++) {
        const i = (inspector[arc] as number) + 1;
        first[i] = (first[i] as number) + 1;
      }
    }
    for (let i = 0; i < inspectors; i++) {
      first[i + 1] = (first[i + 1] as number) + (first[i] as number);
    }
    const slot = new Uint16Array(first[inspectors] as number);
    const at = first.slice();
    for (let s = from; s < to; s++) {
      const end = ends[s] as number;
      for (let arc = begins[s] as number; arc < end; arc++) {
        const i = inspector[arc] as number;
        const place = at[i] as number;
        slot[place] = s - from;
        at[i] = place + 1;
      }
    }
    return { from, first, slot };
  }
}

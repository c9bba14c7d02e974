import type { Network } from './network.js';

/** Rows of a chunk, unless told; their places in it must fit half a word. */
export const CHUNK = 1 << 11;

/** The rows of a chunk that list each inspector, ascending: those of `i` begin at `first[i]`. */
export interface ListedChunk {
  /** The first row of the chunk, from which `row` counts. */
  readonly from: number;
  readonly first: Int32Array;
  readonly row: Uint16Array;
}

/** How many chunks there are, and each of them. */
export interface RowsByInspector {
  readonly chunks: number;
  readonly of: (chunk: number) => ListedChunk;
}

/**
 * The rows of candidates each inspector is in, chunk by chunk, each laid out when it is first asked for:
 * searches go through rows from the last one back, and most end before they come to the first. All of
 * them together take no more than the candidates.
 *
 * @param size - rows of a chunk
 */
export function rowsByInspector(
  { inspectors, candidates, rows }: Network,
  size: number,
): RowsByInspector {
  const { first: begins, end: ends, inspector } = candidates;
  const { count, firstSlot, slot } = rows;
  const laidOut: ListedChunk[] = [];
  return {
    chunks: Math.ceil(count / size),
    of(chunk) {
      laidOut[chunk] ??= layOut(chunk * size, Math.min(count, (chunk + 1) * size));
      return laidOut[chunk];
    },
  };

  function layOut(from: number, to: number): ListedChunk {
    const first = new Int32Array(inspectors + 1);
    for (let r = from; r < to; r++) {
      const one = slot[firstSlot[r] as number] as number;
      countListed(inspector, begins[one] as number, ends[one] as number, first);
    }
    for (let i = 0; i < inspectors; i++) {
      first[i + 1] = (first[i + 1] as number) + (first[i] as number);
    }
    const row = new Uint16Array(first[inspectors] as number);
    const at = first.slice();
    for (let r = from; r < to; r++) {
      const one = slot[firstSlot[r] as number] as number;
      placeListed(inspector, begins[one] as number, ends[one] as number, {
        at,
        row,
        own: r - from,
      });
    }
    return { from, first, row };
  }
}

/** Counts the listed, each behind his number. */
function countListed(
  inspector: Uint16Array | Int32Array,
  from: number,
  to: number,
  counts: Int32Array,
): void {
  for (let arc = from; arc < to; arc++) {
    const i = (inspector[arc] as number) + 1;
    counts[i] = (counts[i] as number) + 1;
  }
}

/** Notes a row at the next place of each it lists. */
function placeListed(
  inspector: Uint16Array | Int32Array,
  from: number,
  to: number,
  { at, row, own }: { readonly at: Int32Array; readonly row: Uint16Array; readonly own: number },
): void {
  for (let arc = from; arc < to; arc++) {
    const i = inspector[arc] as number;
    const place = at[i] as number;
    row[place] = own;
    at[i] = place + 1;
  }
}

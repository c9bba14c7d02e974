/** Texts as bytes, one after the other: for millions of them, in memory outside of the heap. */
export interface ByteColumn {
  /** Room for `most` more bytes behind the last text; what is written there counts once it is ended. */
  readonly room: (most: number) => Uint8Array;
  /** Where the next text begins. */
  readonly end: () => number;
  /** Ends a text at a place of the bytes. */
  readonly endAt: (end: number) => void;
  /** Where a text begins, or past the last one where it ends. */
  readonly startOf: (index: number) => number;
  readonly count: () => number;
  /** The bytes, and where each text begins; the last entry is where the last one ends. */
  readonly whole: () => { readonly bytes: Uint8Array; readonly starts: Float64Array };
}

/** A column that grows. */
export function byteColumn(): ByteColumn {
  let bytes = new Uint8Array(1 << 12);
  let starts = new Float64Array(1 << 8);
  let count = 0;
  return {
    room(most) {
      const needed = (starts[count] as number) + most;
      if (needed > bytes.length) {
        const more = new Uint8Array(Math.max(needed, 2 * bytes.length));
        more.set(bytes);
        bytes = more;
      }
      return bytes;
    },
    end: () => starts[count] as number,
    endAt(end) {
      if (++count === starts.length) {
        const more = new Float64Array(2 * count);
        more.set(starts);
        starts = more;
      }
      starts[count] = end;
    },
    startOf: (index) => starts[index] as number,
    count: () => count,
    whole: () => ({ bytes, starts: starts.subarray(0, count + 1) }),
  };
}

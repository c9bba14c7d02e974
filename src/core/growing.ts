/** Whole numbers one after the other, for millions of them, in memory outside of the heap. */
export interface Growing<A extends Uint8Array | Uint32Array | Int32Array> {
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
  readonly count: () => number;
  /** All that were pushed; what is pushed later need not be seen in it. */
  readonly whole: () => A;
}

/** A list of bytes that grows. */
export const growingBytes = (): Growing<Uint8Array> => growing((n) => new Uint8Array(n));
/** A list of whole numbers below 2^32 that grows. */
export const growingWords = (): Growing<Uint32Array> => growing((n) => new Uint32Array(n));
/** A list of whole numbers from -2^31 to below 2^31 that grows. */
export const growingIntegers = (): Growing<Int32Array> => growing((n) => new Int32Array(n));

function growing<A extends Uint8Array | Uint32Array | Int32Array>(
  make: (length: number) => A,
): Growing<A> {
  let values = make(1 << 8);
  let count = 0;
  return {
    push(value) {
      if (count === values.length) {
        const more = make(count + (count >> 1));
        more.set(values);
        values = more;
      }
      values[count++] = value;
    },
    at: (index) => values[index] as number,
    count: () => count,
    whole: () => values.subarray(0, count) as A,
  };
}

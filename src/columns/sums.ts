import { BLOCK } from './block.js';
import type { Points } from './terms.js';

/** The ends a sum is held between. */
export interface Ends {
  readonly min: number;
  readonly max: number;
}

/** No sum of a block reaches this far, so that differences of two fit 32 bits. */
export const FAR = 2 ** 30;

/**
 * What some points of a row add up to, from a start, between two ends.
 *
 * Up to four vectors are read in one pass, since passes are what a block costs; and ends are held
 * without a branch, since whether a firm reaches its cap is what a processor can't foresee.
 */
export function sumOf(parts: readonly Points[], start: number, { min, max }: Ends): Points {
  const [only] = parts;
  const isOpen = min <= -FAR && max >= FAR;
  if (parts.length === 1 && only !== undefined && start === 0 && isOpen) return only;
  if (parts.length > 4) {
    const open = { min: -Infinity, max: Infinity };
    return sumOf([sumOf(parts.slice(0, 4), 0, open), ...parts.slice(4)], start, { min, max });
  }
  const out = new Int32Array(BLOCK);
  const runs = parts.flatMap(({ run }) => run ?? []);
  const add = adders[parts.length] as Adder;
  const vectors = parts.map((part) => part.out);
  const low = Math.max(-FAR, min);
  const high = Math.min(FAR, max);
  return {
    out,
    run(from, size) {
      for (const run of runs) run(from, size);
      add(vectors, start, out, size);
      if (!isOpen) hold(out, size, low, high);
    },
  };
}

function hold(out: Int32Array, size: number, low: number, high: number): void {
  for (let i = 0; i < size; i++) {
    const over = ((out[i] as number) - high) | 0;
    const capped = high + (over & (over >> 31));
    const above = (capped - low) | 0;
    out[i] = low + (above & ~(above >> 31));
  }
}

type Adder = (vectors: readonly Int32Array[], start: number, out: Int32Array, size: number) => void;

const adders: readonly Adder[] = [
  (_, start, out, size) => {
    out.fill(start, 0, size);
  },
  ([a], start, out, size) => {
    for (let i = 0; i < size; i++) out[i] = start + ((a as Int32Array)[i] as number);
  },
  (vectors, start, out, size) => {
    const [a, b] = vectors as [Int32Array, Int32Array];
    for (let i = 0; i < size; i++) out[i] = (start + (a[i] as number) + (b[i] as number)) | 0;
  },
  (vectors, start, out, size) => {
    const [a, b, c] = vectors as [Int32Array, Int32Array, Int32Array];
    for (let i = 0; i < size; i++) {
      out[i] = (start + (a[i] as number) + (b[i] as number) + (c[i] as number)) | 0;
    }
  },
  (vectors, start, out, size) => {
    const [a, b, c, d] = vectors as [Int32Array, Int32Array, Int32Array, Int32Array];
    for (let i = 0; i < size; i++) {
      const two = (start + (a[i] as number) + (b[i] as number)) | 0;
      out[i] = (two + (c[i] as number) + (d[i] as number)) | 0;
    }
  },
];

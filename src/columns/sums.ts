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
 * Up to four vectors are read in one pass, each held between its own ends on the way, since passes
 * are what a block costs; and ends are held without a branch, since whether a firm reaches its cap is
 * what a processor can't foresee.
 */
export function sumOf(parts: readonly Points[], start: number, ends: Ends): Points {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && start === 0) {
    if (ends.min <= -FAR && ends.max >= FAR) return only;
    // One vector alone is held by whoever reads it.
    if (only.ends === undefined) return { ...only, ends };
  }
  return totalOf(parts, start, ends);
}

/** The same in a vector of its own, held already. */
export function totalOf(parts: readonly Points[], start: number, { min, max }: Ends): Points {
  if (parts.length > 4) {
    const open = { min: -Infinity, max: Infinity };
    return totalOf([totalOf(parts.slice(0, 4), 0, open), ...parts.slice(4)], start, { min, max });
  }
  const out = new Int32Array(BLOCK);
  const runs = parts.flatMap(({ run }) => run ?? []);
  const vectors = parts.map((part): Vector => vectorOf(part.out, part.ends));
  const isHeld = parts.some((part) => part.ends !== undefined);
  const add = (isHeld ? heldAdders : adders)[parts.length] as Adder;
  const total = vectorOf(out, { min, max });
  return {
    out,
    run(from, size) {
      for (const run of runs) run(from, size);
      add(vectors, start, total, size);
    },
  };
}

/** A vector of points that is held between two ends by whoever reads it. */
interface Vector {
  readonly out: Int32Array;
  readonly low: number;
  readonly high: number;
}

const vectorOf = (out: Int32Array, { min, max }: Ends = { min: -FAR, max: FAR }): Vector => ({
  out,
  low: Math.max(-FAR, min),
  high: Math.min(FAR, max),
});

/** Both ends at once, without a branch. */
function held(points: number, low: number, high: number): number {
  const over = (points - high) | 0;
  const capped = (high + (over & (over >> 31))) | 0;
  const above = (capped - low) | 0;
  return (low + (above & ~(above >> 31))) | 0;
}

type Adder = (vectors: readonly Vector[], start: number, total: Vector, size: number) => void;

/** Of vectors that still have to be held. */
const heldAdders: readonly Adder[] = [
  (_, start, { out, low, high }, size) => {
    out.fill(held(start, low, high), 0, size);
  },
  ([one], start, { out, low, high }, size) => {
    const { out: a, low: lowA, high: highA } = one as Vector;
    for (let i = 0; i < size; i++) {
      out[i] = held((start + held(a[i] as number, lowA, highA)) | 0, low, high);
    }
  },
  ([one, two], start, { out, low, high }, size) => {
    const { out: a, low: lowA, high: highA } = one as Vector;
    const { out: b, low: lowB, high: highB } = two as Vector;
    for (let i = 0; i < size; i++) {
      const sum = (held(a[i] as number, lowA, highA) + held(b[i] as number, lowB, highB)) | 0;
      out[i] = held((start + sum) | 0, low, high);
    }
  },
  ([one, two, three], start, { out, low, high }, size) => {
    const { out: a, low: lowA, high: highA } = one as Vector;
    const { out: b, low: lowB, high: highB } = two as Vector;
    const { out: c, low: lowC, high: highC } = three as Vector;
    for (let i = 0; i < size; i++) {
      const sum = (held(a[i] as number, lowA, highA) + held(b[i] as number, lowB, highB)) | 0;
      const all = (sum + held(c[i] as number, lowC, highC)) | 0;
      out[i] = held((start + all) | 0, low, high);
    }
  },
  (vectors, start, { out, low, high }, size) => {
    const [one, two, three, four] = vectors as [Vector, Vector, Vector, Vector];
    const { out: a, low: lowA, high: highA } = one;
    const { out: b, low: lowB, high: highB } = two;
    const { out: c, low: lowC, high: highC } = three;
    const { out: d, low: lowD, high: highD } = four;
    for (let i = 0; i < size; i++) {
      const sum = (held(a[i] as number, lowA, highA) + held(b[i] as number, lowB, highB)) | 0;
      const rest = (held(c[i] as number, lowC, highC) + held(d[i] as number, lowD, highD)) | 0;
      out[i] = held((start + ((sum + rest) | 0)) | 0, low, high);
    }
  },
];

/** Of vectors that stand as they are. */
const adders: readonly Adder[] = [
  heldAdders[0] as Adder,
  ([one], start, { out, low, high }, size) => {
    const { out: a } = one as Vector;
    for (let i = 0; i < size; i++) out[i] = held((start + (a[i] as number)) | 0, low, high);
  },
  ([one, two], start, { out, low, high }, size) => {
    const { out: a } = one as Vector;
    const { out: b } = two as Vector;
    for (let i = 0; i < size; i++) {
      out[i] = held((start + ((a[i] as number) + (b[i] as number))) | 0, low, high);
    }
  },
  ([one, two, three], start, { out, low, high }, size) => {
    const { out: a } = one as Vector;
    const { out: b } = two as Vector;
    const { out: c } = three as Vector;
    for (let i = 0; i < size; i++) {
      const sum = (start + (a[i] as number) + (b[i] as number) + (c[i] as number)) | 0;
      out[i] = held(sum, low, high);
    }
  },
  (vectors, start, { out, low, high }, size) => {
    const [{ out: a }, { out: b }, { out: c }, { out: d }] = vectors as [
      Vector,
      Vector,
      Vector,
      Vector,
    ];
    for (let i = 0; i < size; i++) {
      const two = (start + (a[i] as number) + (b[i] as number)) | 0;
      out[i] = held((two + (c[i] as number) + (d[i] as number)) | 0, low, high);
    }
  },
];

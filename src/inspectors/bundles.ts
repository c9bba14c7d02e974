import type { Candidates } from './candidates.js';

/**
 * Slots with the same candidates, up to 32 in a bundle, so that a bit in a word stands for each: a
 * city's hundred thousands of slots share some thousands of lists, and what is asked of all slots that
 * list an inspector is asked a bundle at a time. Bundles stand in the order of their last slots.
 */
export interface Bundles {
  readonly count: number;
  /** The bundle of each slot, and its place there. */
  readonly of: Int32Array;
  readonly place: Uint8Array;
  /** The slots of bundle `b`, from the last back: `slot[first[b]] .. slot[first[b + 1] - 1]`. */
  readonly first: Int32Array;
  readonly slot: Int32Array;
}

/** How many slots one word has bits for. */
const FULL = 32;

/** Bundles the slots that share their candidates. */
export function bundlesOf({ first: begins, end: ends }: Candidates): Bundles {
  const slots = begins.length;
  const of = new Int32Array(slots);
  const place = new Uint8Array(slots);
  const sizes: number[] = [];
  // The bundle that slots with the candidates beginning there still go to.
  const open = new Map<number, number>();
  for (let slot = slots - 1; slot >= 0; slot--) {
    const begin = begins[slot] as number;
    // Where the candidates of a slot that has none begin, others may lie.
    const key = begin === ends[slot] ? -1 : begin;
    let bundle = open.get(key) ?? -1;
    if (bundle < 0 || sizes[bundle] === FULL) {
      bundle = sizes.push(0) - 1;
      open.set(key, bundle);
    }
    of[slot] = bundle;
    place[slot] = sizes[bundle] as number;
    sizes[bundle] = (place[slot] as number) + 1;
  }
  const count = sizes.length;
  sizes.reverse();
  const first = new Int32Array(count + 1);
  sizes.forEach((size, bundle) => {
    first[bundle + 1] = (first[bundle] as number) + size;
  });
  const sorted = new Int32Array(slots);
  for (let slot = 0; slot < slots; slot++) {
    const bundle = count - 1 - (of[slot] as number);
    of[slot] = bundle;
    sorted[(first[bundle] as number) + (place[slot] as number)] = slot;
  }
  return { count, of, place, first, slot: sorted };
}

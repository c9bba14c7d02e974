import { type Growing, growingWords } from '../core/growing.js';
import { smallestFirst } from '../draw/smallestFirst.js';

/**
 * Keeps the units of a frame, stratum by stratum, until it is known how many are drawn of each. Whoever has
 * more of them than memory keeps them elsewhere.
 */
export interface KeptUnits {
  /** Some units of a stratum: the number of each row, and the first 52 bits of its ticket. */
  add(stratum: number, rows: Uint32Array, keys: Float64Array): void;
  /** Gives all units of a stratum, some at a time, as often as it is asked. */
  each(stratum: number, take: (rows: Uint32Array, keys: Float64Array) => void): void;
}

/** Keeps units in memory, twelve bytes of each. */
export function unitsInMemory(): KeptUnits {
  const strata = new Map<
    number,
    { readonly rows: Growing<Uint32Array>; readonly keys: ReturnType<typeof growingKeys> }
  >();
  return {
    add(stratum, rows, keys) {
      let units = strata.get(stratum);
      if (units === undefined) {
        units = { rows: growingWords(), keys: growingKeys() };
        strata.set(stratum, units);
      }
      for (const row of rows) units.rows.push(row);
      units.keys.add(keys);
    },
    each(stratum, take) {
      const units = strata.get(stratum);
      if (units !== undefined) take(units.rows.whole(), units.keys.whole());
    },
  };
}

function growingKeys() {
  let values = new Float64Array(1 << 8);
  let count = 0;
  return {
    add(some: Float64Array): void {
      if (count + some.length > values.length) {
        const more = new Float64Array(count + some.length + (count >> 1));
        more.set(values.subarray(0, count));
        values = more;
      }
      values.set(some, count);
      count += some.length;
    },
    whole: () => values.subarray(0, count),
  };
}

/** Room beside twice the keys that are wanted, so that few are not looked through again and again. */
const ROOM = 1024;

/**
 * The key of the last of the `needed` smallest of a stratum's units; infinite where there are no more than
 * that. Twice as many keys are held at most.
 */
export function lastKey(kept: KeptUnits, stratum: number, size: number, needed: number): number {
  if (size <= needed) return Number.POSITIVE_INFINITY;
  const held = new Float64Array(Math.min(size, 2 * needed + ROOM));
  let count = 0;
  let limit = Number.POSITIVE_INFINITY;
  kept.each(stratum, (_, keys) => {
    for (const key of keys) {
      if (key >= limit) continue;
      held[count++] = key;
      if (count < held.length) continue;
      limit = smallestFirst(held, count, needed);
      count = needed;
    }
  });
  return smallestFirst(held, count, needed);
}

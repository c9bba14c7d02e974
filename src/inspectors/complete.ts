import { augment } from './augment.js';
import { type Network, place } from './network.js';
import { reach } from './reach.js';
import { newGoals, reachedInspectors, type Walk } from './walk.js';

/**
 * Fills every slot that can be filled: the least loaded first, then augmenting paths.
 *
 * @returns nothing if every slot is full, else all inspectors reachable from a short slot,
 * ascending: the smallest set that shows what is missing, whatever the assignment found
 */
export function complete(network: Network, walk: Walk): Int32Array | undefined {
  assignLeastLoaded(network);
  return fillByPaths(network, walk);
}

/** Fills what is empty by augmenting paths, round after round, until none is left; as `complete`. */
export function fillByPaths(network: Network, walk: Walk): Int32Array | undefined {
  const { inspectors, slots, load, capacity, size, filled, firstSeat } = network;
  const hasRoom = (i: number): boolean => (load[i] as number) < (capacity[i] as number);
  newGoals(walk, hasRoom);
  let short: number[] = [];
  for (let slot = 0; slot < slots; slot++) if (isShort(slot)) short.push(slot);
  while (short.length > 0) {
    const halls = short.map((slot) => inspectors + slot);
    if (!reach(network, walk, halls)) return reachedInspectors(walk);
    for (const slot of short) {
      while (isShort(slot)) {
        const goal = augment(network, walk, inspectors + slot, emptySeat(slot));
        if (goal < 0) break;
        if (!hasRoom(goal)) walk.goal[goal] = 0;
      }
    }
    short = short.filter(isShort);
  }
  return undefined;

  function isShort(slot: number): boolean {
    return (filled[slot] as number) < (size[slot] as number);
  }

  function emptySeat(slot: number): number {
    return (firstSeat[slot] as number) + (filled[slot] as number);
  }
}

/** A quick first assignment; slots with the fewest candidates choose first. */
function assignLeastLoaded(network: Network): void {
  const { slots, size, candidates, filled, others, otherRoom, load, capacity, carried } = network;
  const { first, other, end } = candidates;
  // What counts as load: with what is carried, and without end for whoever is full.
  const level = Float64Array.from(carried, (past, i) =>
    (load[i] as number) < (capacity[i] as number) ? past + (load[i] as number) : FULL,
  );
  // Width and number in one, which the platform sorts without a comparison of ours.
  const order = new Float64Array(slots);
  for (let s = 0; s < slots; s++)
    order[s] = slots * ((end[s] as number) - (first[s] as number)) + s;
  for (const key of order.sort()) {
    const slot = key % slots;
    const from = first[slot] as number;
    const middle = other[slot] as number;
    const to = end[slot] as number;
    // Where a lead is needed he is taken first, so that no later step must make room for him.
    if ((otherRoom[slot] as number) < (size[slot] as number))
      take(network, level, slot, from, middle);
    while ((filled[slot] as number) < (size[slot] as number)) {
      const isOpen = (others[slot] as number) < (otherRoom[slot] as number);
      if (!take(network, level, slot, from, isOpen ? to : middle)) break;
    }
    settleLevels(network, level, slot);
  }
}

const FULL = Number.POSITIVE_INFINITY;

/** Seats the least loaded of a range, who counts as full for the rest of the slot; whether there was one. */
function take(
  network: Network,
  level: Float64Array,
  slot: number,
  from: number,
  to: number,
): boolean {
  const { candidates, firstSeat, filled } = network;
  const best = leastLoaded(candidates.inspector, level, from, to);
  if (best < 0) return false;
  place(network, (firstSeat[slot] as number) + (filled[slot] as number), best);
  level[best] = FULL;
  return true;
}

function leastLoaded(
  inspector: Uint16Array | Int32Array,
  level: Float64Array,
  from: number,
  to: number,
): number {
  let best = -1;
  let least = FULL;
  for (let arc = from; arc < to; arc++) {
    const i = inspector[arc] as number;
    const held = level[i] as number;
    if (held >= least) continue;
    best = i;
    least = held;
  }
  return best;
}

/** Says anew what those count as who have been seated in a slot. */
function settleLevels(network: Network, level: Float64Array, slot: number): void {
  const { load, capacity, carried, firstSeat, filled, seatInspector } = network;
  const begin = firstSeat[slot] as number;
  for (let seat = begin; seat < begin + (filled[slot] as number); seat++) {
    const i = seatInspector[seat] as number;
    const held = load[i] as number;
    if (held < (capacity[i] as number)) level[i] = held + (carried[i] as number);
  }
}

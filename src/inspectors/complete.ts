import { augment } from './augment.js';
import { type Network, place, seatOf } from './network.js';
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
  let short = Array.from({ length: slots }, (_, s) => s).filter(isShort);
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
  const { slots, size, candidates, filled, others, otherRoom } = network;
  const { first, other, end } = candidates;
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
    if ((otherRoom[slot] as number) < (size[slot] as number)) take(network, slot, from, middle);
    while ((filled[slot] as number) < (size[slot] as number)) {
      const isOpen = (others[slot] as number) < (otherRoom[slot] as number);
      if (!take(network, slot, from, isOpen ? to : middle)) break;
    }
  }
}

/** Seats the least loaded of the candidates in a range; whether there was one. */
function take(network: Network, slot: number, from: number, to: number): boolean {
  const { load, capacity, carried, candidates, firstSeat, filled } = network;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let arc = from; arc < to; arc++) {
    const i = candidates.inspector[arc] as number;
    const held = load[i] as number;
    const level = held + (carried[i] as number);
    if (level < least && held < (capacity[i] as number) && seatOf(network, slot, i) < 0) {
      best = i;
      least = level;
    }
  }
  if (best < 0) return false;
  place(network, (firstSeat[slot] as number) + (filled[slot] as number), best);
  return true;
}

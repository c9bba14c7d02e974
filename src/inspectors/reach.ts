import { type Network, seatOf } from './network.js';
import { wordsFor } from './rowEntries.js';
import { isClosed, type Walk } from './walk.js';

/**
 * Begins a round: how far every node is from `starts`, as far as the nearest goals.
 *
 * @param starts - inspectors who get a visit too many, or the halls of slots with a seat to fill
 * @returns whether a goal was reached; if none was, the round has reached all that can be
 */
export function reach(network: Network, walk: Walk, starts: readonly number[]): boolean {
  const { inspectors, slots, lead, head, next, seatSlot, others, otherRoom } = network;
  const { distance, queue, onward } = walk;
  const gates = inspectors + slots;
  beginRound(network, walk, starts);
  const { base } = walk;
  let last = base;
  // With every inspector reached there is nothing left to find: that spares most of a round.
  for (let n = 0; n < walk.reached && walk.unseen > 0; n++) {
    const node = queue[n] as number;
    const beyond = (distance[node] as number) + 1;
    if (walk.isFound && beyond > last) break;
    last = beyond;
    if (node < inspectors) {
      const offset = lead[node] === 1 ? inspectors : gates;
      for (let seat = head[node] as number; seat >= 0; seat = next[seat] as number) {
        const hall = offset + (seatSlot[seat] as number);
        if ((distance[hall] as number) < base) come(walk, hall, beyond);
      }
      continue;
    }
    const isGate = node >= gates;
    const slot = isGate ? node - gates : node - inspectors;
    comeToListed(network, walk, slot, isGate, beyond);
    const sibling = isGate ? node - slots : node + slots;
    const isOpen = isGate || (others[slot] as number) < (otherRoom[slot] as number);
    if (isOpen && (distance[sibling] as number) < base) come(walk, sibling, beyond);
  }
  for (let n = 0; n < walk.reached; n++) {
    const node = queue[n] as number;
    const far = distance[node] as number;
    if (node < inspectors && far > base && far < last) flip(network, onward, node);
  }
  walk.last = last;
  return walk.isFound;
}

/** Reaches the starts alone. */
function beginRound(network: Network, walk: Walk, starts: readonly number[]): void {
  const { inspectors } = network;
  const { goal, distance, fresh, goals, onward } = walk;
  walk.base = walk.last + 3;
  walk.reached = 0;
  walk.unseen = walk.open;
  walk.isFound = false;
  fresh.fill(0);
  goals.fill(0);
  onward.fill(0);
  for (let i = 0; i < inspectors; i++) {
    if (!isClosed(walk, i)) flip(network, fresh, i);
    if (goal[i] === 1) flip(network, goals, i);
  }
  for (const start of starts) {
    if ((distance[start] as number) >= walk.base) continue;
    come(walk, start, walk.base);
    if (start >= inspectors) continue;
    walk.unseen--;
    flip(network, fresh, start);
  }
}

/** To the leads a slot lists, or to the others; where the round came to their row before, to the rest. */
function comeToListed(
  network: Network,
  walk: Walk,
  slot: number,
  isGate: boolean,
  beyond: number,
): void {
  const { inspectors, firstSeat, seatInspector, rows } = network;
  const { fresh, rowSlot, rowDistance, rowEntry, base } = walk;
  const { row, shared, count, first, end, word, mask } = rows;
  const kind = isGate ? wordsFor(inspectors) : 0;
  const own = row[slot] as number;
  const at = (isGate ? count : 0) + own;
  if (shared[own] === 1 && (rowDistance[at] as number) >= base) {
    // Those who sit where the round first came to the row are all it has left.
    const earlier = rowSlot[at] as number;
    const past = firstSeat[earlier + 1] as number;
    for (let seat = firstSeat[earlier] as number; seat < past; seat++) {
      const i = seatInspector[seat] as number;
      if (i < 0 || ((fresh[kind + (i >> 5)] as number) & (1 << (i & 31))) === 0) continue;
      if (seatOf(network, slot, i) < 0) meet(network, walk, i, beyond);
    }
    return;
  }
  if (shared[own] === 1) {
    rowSlot[at] = slot;
    rowDistance[at] = beyond - 1;
    rowEntry[at] = 0;
  }
  const past = end[own] as number;
  for (let entry = first[own] as number; entry < past; entry++) {
    const w = word[entry] as number;
    let bits = (mask[entry] as number) & (fresh[kind + w] as number);
    for (; bits !== 0; bits &= bits - 1) {
      const i = 32 * w + 31 - Math.clz32(bits & -bits);
      if (seatOf(network, slot, i) < 0) meet(network, walk, i, beyond);
    }
  }
}

function come(walk: Walk, node: number, far: number): void {
  walk.distance[node] = far;
  walk.queue[walk.reached++] = node;
}

function meet(network: Network, walk: Walk, i: number, far: number): void {
  come(walk, i, far);
  walk.unseen--;
  flip(network, walk.fresh, i);
  if (walk.goal[i] === 1) walk.isFound = true;
}

function flip({ inspectors, lead }: Network, bits: Int32Array, i: number): void {
  const at = (lead[i] === 1 ? 0 : wordsFor(inspectors)) + (i >> 5);
  bits[at] = (bits[at] as number) ^ (1 << (i & 31));
}

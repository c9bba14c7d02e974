import { wordsFor } from './candidateRows.js';
import { type Network, seatOf } from './network.js';
import { isClosed, type Walk } from './walk.js';

/**
 * Begins a round: how far every node is from `starts`, as far as the nearest goals.
 *
 * @param starts - inspectors who get a visit too many, or the halls of slots with a seat to fill
 * @returns whether a goal was reached; if none was, the round has reached all that can be
 */
export function reach(network: Network, walk: Walk, starts: Iterable<number>): boolean {
  const { inspectors, slots, lead, head, next, seatSlot, others, otherRoom } = network;
  const { firstSeat, seatInspector } = network;
  const { goal, distance, queue, fresh, goals, onward } = walk;
  const { rowSlot, rowDistance, rowEntry } = walk;
  const { row, shared, count: rows, first: firstEntry, end: endEntry, word, mask } = network.rows;
  const gates = inspectors + slots;
  const words = wordsFor(inspectors);
  const base = walk.last + 3;
  let reached = 0;
  let unseen = walk.open;
  let isFound = false;
  walk.base = base;
  fresh.fill(0);
  goals.fill(0);
  onward.fill(0);
  for (let i = 0; i < inspectors; i++) {
    if (!isClosed(walk, i)) flip(fresh, i);
    if (goal[i] === 1) flip(goals, i);
  }
  for (const start of starts) {
    if ((distance[start] as number) >= base) continue;
    distance[start] = base;
    queue[reached++] = start;
    if (start < inspectors) {
      unseen--;
      flip(fresh, start);
    }
  }
  let last = base;
  // With every inspector reached there is nothing left to find: that spares most of a round.
  for (let n = 0; n < reached && unseen > 0; n++) {
    const node = queue[n] as number;
    const beyond = (distance[node] as number) + 1;
    if (isFound && beyond > last) break;
    last = beyond;
    if (node < inspectors) {
      const offset = lead[node] === 1 ? inspectors : gates;
      for (let seat = head[node] as number; seat >= 0; seat = next[seat] as number) {
        const slot = seatSlot[seat] as number;
        const hall = offset + slot;
        if ((distance[hall] as number) >= base) continue;
        distance[hall] = beyond;
        queue[reached++] = hall;
      }
      continue;
    }
    const isGate = node >= gates;
    const slot = isGate ? node - gates : node - inspectors;
    const kind = isGate ? words : 0;
    const own = row[slot] as number;
    if (shared[own] === 1 && !isNew((isGate ? rows : 0) + own, slot, beyond - 1)) {
      comeToLeft((isGate ? rows : 0) + own, slot, kind, beyond);
    } else {
      const end = endEntry[own] as number;
      for (let entry = firstEntry[own] as number; entry < end; entry++) {
        const w = word[entry] as number;
        let bits = (mask[entry] as number) & (fresh[kind + w] as number);
        for (; bits !== 0; bits &= bits - 1) {
          const i = 32 * w + 31 - Math.clz32(bits & -bits);
          if (seatOf(network, slot, i) < 0) come(i, beyond);
        }
      }
    }
    const sibling = isGate ? node - slots : node + slots;
    const isOpen = isGate || (others[slot] as number) < (otherRoom[slot] as number);
    if (isOpen && (distance[sibling] as number) < base) {
      distance[sibling] = beyond;
      queue[reached++] = sibling;
    }
  }
  for (let n = 0; n < reached; n++) {
    const node = queue[n] as number;
    const far = distance[node] as number;
    if (node < inspectors && far > base && far < last) flip(onward, node);
  }
  walk.reached = reached;
  walk.last = last;
  return isFound;

  /** Whether this round comes to a row for the first time, which it notes. */
  function isNew(at: number, slot: number, far: number): boolean {
    if ((rowDistance[at] as number) >= base) return false;
    rowSlot[at] = slot;
    rowDistance[at] = far;
    rowEntry[at] = 0;
    return true;
  }

  /** To those who sit where the round first came to a row, who are all it has left. */
  function comeToLeft(at: number, slot: number, kind: number, beyond: number): void {
    const earlier = rowSlot[at] as number;
    const end = firstSeat[earlier + 1] as number;
    for (let seat = firstSeat[earlier] as number; seat < end; seat++) {
      const i = seatInspector[seat] as number;
      if (i >= 0 && isFresh(kind, i) && seatOf(network, slot, i) < 0) come(i, beyond);
    }
  }

  function come(i: number, beyond: number): void {
    distance[i] = beyond;
    queue[reached++] = i;
    unseen--;
    flip(fresh, i);
    if (goal[i] === 1) isFound = true;
  }

  function isFresh(kind: number, i: number): boolean {
    return ((fresh[kind + (i >> 5)] as number) & (1 << (i & 31))) !== 0;
  }

  function flip(bits: Int32Array, i: number): void {
    const at = (lead[i] === 1 ? 0 : words) + (i >> 5);
    bits[at] = (bits[at] as number) ^ (1 << (i & 31));
  }
}

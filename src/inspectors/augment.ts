import { wordsFor } from './candidateRows.js';
import { type Network, place, seatOf } from './network.js';
import type { Walk } from './walk.js';

/**
 * Walks from `start` and, where a goal is found, makes the exchanges on the way to it.
 *
 * @param start - one of the starts of this round, a hall with `seat` to fill
 * @returns the goal, who now holds one visit more, or -1 if this round has none left
 */
export function augment(network: Network, walk: Walk, start: number, seat = -1): number {
  const { inspectors, slots, lead, head, next, seatSlot, others, otherRoom } = network;
  const { firstSeat, seatInspector } = network;
  const { goal, goals, onward, distance, cursor, stack, via, base, last } = walk;
  const { rowSlot, rowDistance, rowEntry } = walk;
  const { row, shared, count: rows, first: firstEntry, end: endEntry, word, mask } = network.rows;
  const gates = inspectors + slots;
  const words = wordsFor(inspectors);
  const dead = last + 2;
  if (distance[start] !== base) return -1;
  let depth = 0;
  let found = -1;
  enter(start, seat);
  while (depth > 0 && found < 0) step();
  if (found < 0) return -1;
  let left = -1;
  for (let at = 0; at < depth; at++) {
    const node = stack[at] as number;
    if (node >= inspectors) left = via[at] as number;
    else if (left >= 0) place(network, left, node);
  }
  place(network, left, found);
  return found;

  function enter(node: number, through: number): void {
    stack[depth] = node;
    via[depth++] = through;
    if (node < inspectors) cursor[node] = head[node] as number;
  }

  /** Takes one step outwards from the top of the stack, or back, where there is none. */
  function step(): void {
    const node = stack[depth - 1] as number;
    const beyond = (distance[node] as number) + 1;
    if (node < inspectors) {
      const offset = lead[node] === 1 ? inspectors : gates;
      for (let at = cursor[node] as number; at >= 0; at = next[at] as number) {
        const slot = seatSlot[at] as number;
        const hall = offset + slot;
        if (distance[hall] !== beyond) continue;
        cursor[node] = next[at] as number;
        enter(hall, at);
        return;
      }
    } else {
      const isGate = node >= gates;
      const slot = isGate ? node - gates : node - inspectors;
      const i = nextOf(slot, isGate, beyond);
      if (i >= 0) {
        if (beyond === last) found = i;
        else enter(i, -1);
        return;
      }
      const sibling = isGate ? node - slots : node + slots;
      const isOpen = isGate || (others[slot] as number) < (otherRoom[slot] as number);
      if (isOpen && distance[sibling] === beyond) {
        enter(sibling, via[depth - 1] as number);
        return;
      }
    }
    distance[node] = dead;
    depth--;
  }

  /** Of those a slot lists, leads or others, one the walk can go to, -1 if there is none, as in most. */
  function nextOf(slot: number, isGate: boolean, beyond: number): number {
    const own = row[slot] as number;
    const isLast = beyond === last;
    const wanted = isLast ? goals : onward;
    const kind = isGate ? words : 0;
    const begin = firstEntry[own] as number;
    const end = endEntry[own] as number;
    if (shared[own] === 1) return nextInShared(slot, isGate, beyond);
    for (let entry = begin; entry < end; entry++) {
      const w = word[entry] as number;
      let bits = (mask[entry] as number) & (wanted[kind + w] as number);
      for (; bits !== 0; bits &= bits - 1) {
        const i = 32 * w + 31 - Math.clz32(bits & -bits);
        if (canGo(i, beyond, isLast) && seatOf(network, slot, i) < 0) return i;
      }
    }
    return -1;
  }

  /** The same where several slots share a row, whose entries before `rowEntry` need no second look. */
  function nextInShared(slot: number, isGate: boolean, beyond: number): number {
    const own = row[slot] as number;
    const at = (isGate ? rows : 0) + own;
    const isLast = beyond === last;
    if ((rowDistance[at] as number) < base) return -1;
    if ((rowDistance[at] as number) < beyond - 1) return nextInLeft(at, slot, isGate, beyond);
    const wanted = isLast ? goals : onward;
    const kind = isGate ? words : 0;
    const begin = firstEntry[own] as number;
    const end = endEntry[own] as number;
    let isAnybody = false;
    for (let entry = begin + (rowEntry[at] as number); entry < end; entry++) {
      const w = word[entry] as number;
      let bits = (mask[entry] as number) & (wanted[kind + w] as number);
      for (; bits !== 0; bits &= bits - 1) {
        const i = 32 * w + 31 - Math.clz32(bits & -bits);
        if (!canGo(i, beyond, isLast)) continue;
        if (seatOf(network, slot, i) < 0) return i;
        isAnybody = true;
      }
      if (!isAnybody) rowEntry[at] = entry + 1 - begin;
    }
    return -1;
  }

  /** The same for those who sit where the round first came to a row, from a slot further away. */
  function nextInLeft(at: number, slot: number, isGate: boolean, beyond: number): number {
    const earlier = rowSlot[at] as number;
    const end = firstSeat[earlier + 1] as number;
    for (let seat = firstSeat[earlier] as number; seat < end; seat++) {
      const i = seatInspector[seat] as number;
      if (i < 0 || (lead[i] === 0) !== isGate || !canGo(i, beyond, beyond === last)) continue;
      if (seatOf(network, slot, i) < 0) return i;
    }
    return -1;
  }

  function canGo(i: number, beyond: number, isLast: boolean): boolean {
    return distance[i] === beyond && !(isLast && goal[i] === 0);
  }
}

import { type Network, place, seatOf } from './network.js';
import { wordsFor } from './rowEntries.js';
import type { Walk } from './walk.js';

/**
 * Walks from `start` and, where a goal is found, makes the exchanges on the way to it.
 *
 * @param start - one of the starts of this round, a hall with `seat` to fill
 * @returns the goal, who now holds one visit more, or -1 if this round has none left
 */
export function augment(network: Network, walk: Walk, start: number, seat = -1): number {
  const { inspectors, slots, lead, head, next, seatSlot, others, otherRoom } = network;
  const { distance, cursor, stack, via, base, last } = walk;
  const gates = inspectors + slots;
  const dead = last + 2;
  if (distance[start] !== base) return -1;
  stack[0] = start;
  via[0] = seat;
  if (start < inspectors) cursor[start] = head[start] as number;
  for (let depth = 1; depth > 0; ) {
    // One step outwards from the top of the stack, or back, where there is none.
    const node = stack[depth - 1] as number;
    const beyond = (distance[node] as number) + 1;
    let to = -1;
    let through = -1;
    if (node < inspectors) {
      const offset = lead[node] === 1 ? inspectors : gates;
      let at = cursor[node] as number;
      for (; at >= 0 && to < 0; at = next[at] as number) {
        const hall = offset + (seatSlot[at] as number);
        if (distance[hall] !== beyond) continue;
        to = hall;
        through = at;
      }
      cursor[node] = at;
    } else {
      const isGate = node >= gates;
      const slot = isGate ? node - gates : node - inspectors;
      to = nextOf(network, walk, slot, isGate, beyond);
      if (to >= 0 && beyond === last) {
        exchange(network, walk, depth, to);
        return to;
      }
      const sibling = isGate ? node - slots : node + slots;
      const isOpen = isGate || (others[slot] as number) < (otherRoom[slot] as number);
      if (to < 0 && isOpen && distance[sibling] === beyond) {
        to = sibling;
        through = via[depth - 1] as number;
      }
    }
    if (to < 0) {
      distance[node] = dead;
      depth--;
      continue;
    }
    stack[depth] = to;
    via[depth++] = through;
    if (to < inspectors) cursor[to] = head[to] as number;
  }
  return -1;
}

/** Makes the exchanges of a walk of so many nodes to a goal. */
function exchange(network: Network, { stack, via }: Walk, depth: number, goal: number): void {
  let left = -1;
  for (let at = 0; at < depth; at++) {
    const node = stack[at] as number;
    if (node >= network.inspectors) left = via[at] as number;
    else if (left >= 0) place(network, left, node);
  }
  place(network, left, goal);
}

/** Of those a slot lists, leads or others, one the walk can go to, -1 if there is none, as in most. */
function nextOf(
  network: Network,
  walk: Walk,
  slot: number,
  isGate: boolean,
  beyond: number,
): number {
  const { row, shared, first, end, word, mask } = network.rows;
  const own = row[slot] as number;
  if (shared[own] === 1) return nextInShared(network, walk, slot, isGate, beyond);
  const isLast = beyond === walk.last;
  const wanted = isLast ? walk.goals : walk.onward;
  const kind = isGate ? wordsFor(network.inspectors) : 0;
  const past = end[own] as number;
  for (let entry = first[own] as number; entry < past; entry++) {
    const w = word[entry] as number;
    let bits = (mask[entry] as number) & (wanted[kind + w] as number);
    for (; bits !== 0; bits &= bits - 1) {
      const i = 32 * w + 31 - Math.clz32(bits & -bits);
      if (canGo(walk, i, beyond, isLast) && seatOf(network, slot, i) < 0) return i;
    }
  }
  return -1;
}

/** The same where several slots share a row, whose entries before `rowEntry` need no second look. */
function nextInShared(
  network: Network,
  walk: Walk,
  slot: number,
  isGate: boolean,
  beyond: number,
): number {
  const { row, count, first, end, word, mask } = network.rows;
  const { rowDistance, rowEntry, base, last, goals, onward } = walk;
  const own = row[slot] as number;
  const at = (isGate ? count : 0) + own;
  const isLast = beyond === last;
  if ((rowDistance[at] as number) < base) return -1;
  if ((rowDistance[at] as number) < beyond - 1) {
    return nextInLeft(network, walk, at, slot, isGate, beyond);
  }
  const wanted = isLast ? goals : onward;
  const kind = isGate ? wordsFor(network.inspectors) : 0;
  const begin = first[own] as number;
  const past = end[own] as number;
  let isAnybody = false;
  for (let entry = begin + (rowEntry[at] as number); entry < past; entry++) {
    const w = word[entry] as number;
    let bits = (mask[entry] as number) & (wanted[kind + w] as number);
    for (; bits !== 0; bits &= bits - 1) {
      const i = 32 * w + 31 - Math.clz32(bits & -bits);
      if (!canGo(walk, i, beyond, isLast)) continue;
      if (seatOf(network, slot, i) < 0) return i;
      isAnybody = true;
    }
    if (!isAnybody) rowEntry[at] = entry + 1 - begin;
  }
  return -1;
}

/** The same for those who sit where the round first came to a row, from a slot further away. */
function nextInLeft(
  network: Network,
  walk: Walk,
  at: number,
  slot: number,
  isGate: boolean,
  beyond: number,
): number {
  const { lead, firstSeat, seatInspector } = network;
  const earlier = walk.rowSlot[at] as number;
  const end = firstSeat[earlier + 1] as number;
  for (let seat = firstSeat[earlier] as number; seat < end; seat++) {
    const i = seatInspector[seat] as number;
    if (i < 0 || (lead[i] === 0) !== isGate) continue;
    if (canGo(walk, i, beyond, beyond === walk.last) && seatOf(network, slot, i) < 0) return i;
  }
  return -1;
}

function canGo({ distance, goal }: Walk, i: number, beyond: number, isLast: boolean): boolean {
  return distance[i] === beyond && !(isLast && goal[i] === 0);
}

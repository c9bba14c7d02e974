import { wordsFor } from './candidateRows.js';
import { type Network, place, seatOf } from './network.js';

/**
 * Walks through the residual graph: who could pass a seat on to whom.
 *
 * Nodes are the inspectors, then a hall for each slot, then its lead gate. From an inspector one
 * comes to the slots he could give up: to the hall if he is a lead, else to the gate; from a hall to
 * the leads listed, and to the gate while a non-lead fits; from a gate to the non-leads, and to the
 * hall. A walk may end at whoever has `goal` set.
 *
 * A round first finds how far every node is from where walks may start, up to the nearest goals, and
 * then walks outwards alone: paths are the shortest there are, few rounds are needed (Dinitz), and
 * little of what was seated before is changed. `closed` nodes are out of every round.
 */
export interface Walk {
  /** Slots before this one keep whom they have. */
  readonly from: number;
  readonly goal: Uint8Array;
  /** The distance of each node, counted from `base`; less in nodes this round has not reached. */
  readonly distance: Int32Array;
  /** The seats an inspector on the walk has not tried yet begin here. */
  readonly cursor: Int32Array;
  /** The nodes reached in this round. */
  readonly queue: Int32Array;
  /** A one for each inspector this round has not reached: the leads, then as many words of others. */
  readonly fresh: Int32Array;
  /** The same for those who were goals when the round began, and for those on the way to them. */
  readonly goals: Int32Array;
  readonly onward: Int32Array;
  readonly stack: Int32Array;
  readonly via: Int32Array;
  reached: number;
  base: number;
  /** The greatest distance in this round. */
  last: number;
  /** Inspectors not closed. */
  open: number;
}

const CLOSED = 0x7fffffff;

/**
 * The place of walks that have not begun, nothing closed and no goals.
 *
 * @param from - the first slot that may give anybody up
 */
export function newWalk({ inspectors, slots }: Network, from = 0): Walk {
  const nodes = inspectors + 2 * slots;
  return {
    from,
    goal: new Uint8Array(inspectors),
    distance: new Int32Array(nodes),
    cursor: new Int32Array(inspectors),
    queue: new Int32Array(nodes),
    fresh: new Int32Array(2 * wordsFor(inspectors)),
    goals: new Int32Array(2 * wordsFor(inspectors)),
    onward: new Int32Array(2 * wordsFor(inspectors)),
    stack: new Int32Array(nodes),
    via: new Int32Array(nodes),
    reached: 0,
    base: 1,
    last: 1,
    open: inspectors,
  };
}

/** Sets the goals; how many there are. */
export function newGoals(walk: Walk, isGoal: (inspector: number) => boolean): number {
  let goals = 0;
  for (let i = 0; i < walk.goal.length; i++) {
    walk.goal[i] = isGoal(i) ? 1 : 0;
    goals += walk.goal[i] as number;
  }
  return goals;
}

export const isClosed = (walk: Walk, node: number): boolean => walk.distance[node] === CLOSED;

/** Takes what this round has reached out of every later one. */
export function closeReached(walk: Walk): void {
  const { distance, queue, goal } = walk;
  for (let n = 0; n < walk.reached; n++) {
    const node = queue[n] as number;
    distance[node] = CLOSED;
    if (node < goal.length) walk.open--;
  }
}

/** The inspectors this round has reached, ascending. */
export function reachedInspectors({ queue, reached, goal }: Walk): Int32Array {
  return queue
    .subarray(0, reached)
    .filter((node) => node < goal.length)
    .sort();
}

/**
 * Begins a round: how far every node is from `starts`, as far as the nearest goals.
 *
 * @param starts - inspectors who get a visit too many, or the halls of slots with a seat to fill
 * @returns whether a goal was reached; if none was, the round has reached all that can be
 */
export function reach(network: Network, walk: Walk, starts: Iterable<number>): boolean {
  const { inspectors, slots, lead, head, next, seatSlot, others, otherRoom } = network;
  const { from, goal, distance, queue, fresh, goals, onward } = walk;
  const { first: firstEntry, end: endEntry, word, mask } = network.rows;
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
  for (let at = 0; at < reached && unseen > 0; at++) {
    const node = queue[at] as number;
    const beyond = (distance[node] as number) + 1;
    if (isFound && beyond > last) break;
    last = beyond;
    if (node < inspectors) {
      const offset = lead[node] === 1 ? inspectors : gates;
      for (let seat = head[node] as number; seat >= 0; seat = next[seat] as number) {
        const slot = seatSlot[seat] as number;
        const hall = offset + slot;
        if (slot < from || (distance[hall] as number) >= base) continue;
        distance[hall] = beyond;
        queue[reached++] = hall;
      }
      continue;
    }
    const isGate = node >= gates;
    const slot = isGate ? node - gates : node - inspectors;
    const kind = isGate ? words : 0;
    const end = endEntry[slot] as number;
    for (let entry = firstEntry[slot] as number; entry < end; entry++) {
      const w = word[entry] as number;
      let bits = (mask[entry] as number) & (fresh[kind + w] as number);
      while (bits !== 0) {
        const i = 32 * w + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        if (seatOf(network, slot, i) >= 0) continue;
        distance[i] = beyond;
        queue[reached++] = i;
        unseen--;
        flip(fresh, i);
        if (goal[i] === 1) isFound = true;
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

  function flip(bits: Int32Array, i: number): void {
    const at = (lead[i] === 1 ? 0 : words) + (i >> 5);
    bits[at] = (bits[at] as number) ^ (1 << (i & 31));
  }
}

/**
 * Walks from `start` and, where a goal is found, makes the exchanges on the way to it.
 *
 * @param start - one of the starts of this round, a hall with `seat` to fill
 * @returns the goal, who now holds one visit more, or -1 if this round has none left
 */
export function augment(network: Network, walk: Walk, start: number, seat = -1): number {
  const { inspectors, slots, lead, head, next, seatSlot, others, otherRoom } = network;
  const { from, goal, goals, onward, distance, cursor, stack, via, base, last } = walk;
  const { first: firstEntry, end: endEntry, word, mask } = network.rows;
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
        if (slot < from || distance[hall] !== beyond) continue;
        cursor[node] = next[at] as number;
        enter(hall, at);
        return;
      }
    } else {
      const isGate = node >= gates;
      const slot = isGate ? node - gates : node - inspectors;
      const i = nextOf(slot, isGate ? words : 0, beyond);
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
  function nextOf(slot: number, kind: number, beyond: number): number {
    const isLast = beyond === last;
    const wanted = isLast ? goals : onward;
    const end = endEntry[slot] as number;
    for (let entry = firstEntry[slot] as number; entry < end; entry++) {
      const w = word[entry] as number;
      let bits = (mask[entry] as number) & (wanted[kind + w] as number);
      for (; bits !== 0; bits &= bits - 1) {
        const i = 32 * w + 31 - Math.clz32(bits & -bits);
        if (distance[i] !== beyond || (isLast && goal[i] === 0)) continue;
        if (seatOf(network, slot, i) < 0) return i;
      }
    }
    return -1;
  }
}

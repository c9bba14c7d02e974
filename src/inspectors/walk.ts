import { type Network, place, seatOf } from './network.js';

/**
 * A walk through the residual graph, depth first: who could pass a seat on to whom.
 *
 * Nodes are the inspectors, then a hall for each slot, then its lead gate. From an inspector one
 * comes to the slots he could give up: to the hall if he is a lead, else to the gate; from a hall to
 * the leads listed, and to the gate while a non-lead fits; from a gate to the non-leads, and to the
 * hall. A walk may end at whoever has `goal` set.
 *
 * Walks of one round share `seen`: what one of them left without success no other enters again, so
 * a round costs no more than one look at every arc. `closed` nodes are out of every round.
 */
export interface Walk {
  readonly goal: Uint8Array;
  readonly seen: Int32Array;
  readonly cursor: Int32Array;
  /** How far each hall and gate has been searched for goals alone; goals only ever vanish. */
  readonly ahead: Int32Array;
  readonly stack: Int32Array;
  readonly via: Int32Array;
  /** The nodes seen in this round. */
  readonly trail: Int32Array;
  trailed: number;
  round: number;
  /** Inspectors not closed, and of these how many this round has not seen: with none, it is over. */
  open: number;
  unseen: number;
}

const CLOSED = 0x7fffffff;

/** The place of walks that have not begun, nothing closed and no goals. */
export function newWalk({ inspectors, slots }: Network): Walk {
  const nodes = inspectors + 2 * slots;
  return {
    goal: new Uint8Array(inspectors),
    seen: new Int32Array(nodes),
    cursor: new Int32Array(nodes),
    ahead: new Int32Array(2 * slots),
    stack: new Int32Array(nodes),
    via: new Int32Array(nodes),
    trail: new Int32Array(nodes),
    trailed: 0,
    round: 0,
    open: inspectors,
    unseen: inspectors,
  };
}

/** Forgets what the walks of the last round have seen. */
export function newRound(walk: Walk): void {
  walk.round++;
  walk.trailed = 0;
  walk.unseen = walk.open;
}

/** Looks for goals afresh, once there are others than before; how many there are. */
export function newGoals(walk: Walk, isGoal: (inspector: number) => boolean): number {
  walk.ahead.fill(0);
  let goals = 0;
  for (let i = 0; i < walk.goal.length; i++) {
    walk.goal[i] = isGoal(i) ? 1 : 0;
    goals += walk.goal[i] as number;
  }
  return goals;
}

/** Whether a node was seen in this round, or is closed. */
export const isSeen = (walk: Walk, node: number): boolean =>
  (walk.seen[node] as number) >= walk.round;

/** Takes what this round has seen out of every later one. */
export function closeSeen(walk: Walk): void {
  for (let n = 0; n < walk.trailed; n++) walk.seen[walk.trail[n] as number] = CLOSED;
  walk.open = walk.unseen;
}

/**
 * Walks from `start` and, where a goal is found, makes the exchanges on the way to it.
 *
 * @param start - an inspector who gets one visit too many, or a slot's hall with `seat` to fill
 * @returns the goal, who now holds one visit more, or -1 if there is none
 */
export function augment(network: Network, walk: Walk, start: number, seat = -1): number {
  const { inspectors, slots, lead, candidates, head, next, seatSlot, others, otherRoom } = network;
  const { goal, seen, cursor, ahead, stack, via, trail, round } = walk;
  const { first, other, inspector } = candidates;
  const gates = inspectors + slots;
  let depth = 0;

  /** Enters a node; gives a goal next to it, or -1. */
  function enter(node: number, through: number): number {
    if ((seen[node] as number) < round) {
      seen[node] = round;
      trail[walk.trailed++] = node;
      if (node < inspectors) walk.unseen--;
    }
    stack[depth] = node;
    via[depth++] = through;
    if (node < inspectors) {
      cursor[node] = head[node] as number;
      return -1;
    }
    const slot = node < gates ? node - inspectors : node - gates;
    const begin = (node < gates ? first[slot] : other[slot]) as number;
    const end = (node < gates ? other[slot] : first[slot + 1]) as number;
    cursor[node] = begin;
    const place = node - inspectors;
    for (let arc = begin + (ahead[place] as number); arc < end; arc++) {
      const i = inspector[arc] as number;
      if (goal[i] === 1 && seatOf(network, slot, i) < 0) {
        ahead[place] = arc - begin;
        return i;
      }
    }
    ahead[place] = end - begin;
    return -1;
  }

  /** Takes one step from the top of the stack, or back; gives a goal, or -1. */
  function step(): number {
    const node = stack[depth - 1] as number;
    if (node < inspectors) {
      const offset = lead[node] === 1 ? inspectors : gates;
      for (let at = cursor[node] as number; at >= 0; at = next[at] as number) {
        const hall = offset + (seatSlot[at] as number);
        if ((seen[hall] as number) >= round) continue;
        cursor[node] = next[at] as number;
        return enter(hall, at);
      }
      depth--;
      return -1;
    }
    const isGate = node >= gates;
    const slot = isGate ? node - gates : node - inspectors;
    const end = (isGate ? first[slot + 1] : other[slot]) as number;
    for (let arc = cursor[node] as number; arc < end; arc++) {
      const i = inspector[arc] as number;
      if ((seen[i] as number) >= round || seatOf(network, slot, i) >= 0) continue;
      if (goal[i] === 1) return i;
      cursor[node] = arc + 1;
      return enter(i, -1);
    }
    cursor[node] = end;
    const sibling = isGate ? node - slots : node + slots;
    const isOpen = isGate || (others[slot] as number) < (otherRoom[slot] as number);
    if (isOpen && (seen[sibling] as number) < round)
      return enter(sibling, via[depth - 1] as number);
    depth--;
    return -1;
  }

  let found = enter(start, seat);
  // A goal is never seen before, so with everybody seen there is none: on a full network that spares
  // nearly all of a fruitless round.
  while (found < 0 && depth > 0 && walk.unseen > 0) found = step();
  if (found < 0) return -1;
  let left = -1;
  for (let at = 0; at < depth; at++) {
    const node = stack[at] as number;
    if (node >= inspectors) left = via[at] as number;
    else if (left >= 0) place(network, left, node);
  }
  place(network, left, found);
  return found;
}

import type { Network } from './network.js';
import { wordsFor } from './rowEntries.js';

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
  /**
   * Of each row of candidates, for halls and then for gates, the slot by which a round first came to it,
   * at what distance, below `base` if not in this one, and of its entries the first that may hold somebody to walk to.
   * All but those who sit in that slot are reached by it, so other slots of the row have these alone
   * to look at: a city's slots share some thousand rows.
   */
  readonly rowSlot: Int32Array;
  readonly rowDistance: Int32Array;
  readonly rowEntry: Int32Array;
  readonly stack: Int32Array;
  readonly via: Int32Array;
  reached: number;
  /** Inspectors this round has not reached, and whether it has reached a goal. */
  unseen: number;
  isFound: boolean;
  base: number;
  /** The greatest distance in this round. */
  last: number;
  /** Inspectors not closed. */
  open: number;
}

const CLOSED = 0x7fffffff;

/** The place of walks that have not begun, nothing closed and no goals. */
export function newWalk({ inspectors, slots, rows }: Network): Walk {
  const nodes = inspectors + 2 * slots;
  const both = 2 * rows.count;
  return {
    goal: new Uint8Array(inspectors),
    distance: new Int32Array(nodes),
    cursor: new Int32Array(inspectors),
    queue: new Int32Array(nodes),
    fresh: new Int32Array(2 * wordsFor(inspectors)),
    goals: new Int32Array(2 * wordsFor(inspectors)),
    onward: new Int32Array(2 * wordsFor(inspectors)),
    rowSlot: new Int32Array(both),
    rowDistance: new Int32Array(both),
    rowEntry: new Int32Array(both),
    stack: new Int32Array(nodes),
    via: new Int32Array(nodes),
    reached: 0,
    unseen: 0,
    isFound: false,
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

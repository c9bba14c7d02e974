import { type Network, place } from './network.js';

/**
 * A walk through the residual graph: who could pass a seat on to whom.
 *
 * Nodes are the inspectors, then the visits, then their lead gates, then the pool (the sink). From an
 * inspector one comes to the visits he could give up: through the visit itself if he is a lead, else
 * through its gate; from a visit to its free leads, and to the gate while a non-lead fits; from a
 * gate to its free non-leads, and to the visit. With `low` and `high` given, an inspector below his
 * `high` also hands a visit to the pool, which takes one from anybody above his `low`.
 *
 * `zone` parts the nodes so that a node only ever reaches its own zone and others that never lead
 * back. What a failed walk has reached becomes a zone of its own: no later exchange can leave it,
 * since an exchange is a round trip and there is no way out, so nothing in it is explored again.
 */
export interface Walk {
  readonly zone: Int32Array;
  readonly seen: Int32Array;
  readonly from: Int32Array;
  readonly via: Int32Array;
  readonly queue: Int32Array;
  length: number;
  round: number;
  zones: number;
}

/** The least and the greatest load each inspector may end with. */
export interface Bands {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** The place of a walk that has not begun, all nodes in zone 0. */
export function newWalk(network: Network): Walk {
  const nodes = network.inspectors + 2 * network.visits + 1;
  return {
    zone: new Int32Array(nodes),
    seen: new Int32Array(nodes),
    from: new Int32Array(nodes),
    via: new Int32Array(nodes),
    queue: new Int32Array(nodes),
    length: 0,
    round: 0,
    zones: 0,
  };
}

export const visitNode = (network: Network, visit: number): number => network.inspectors + visit;
export const gateNode = (network: Network, visit: number): number =>
  network.inspectors + network.visits + visit;

/**
 * Walks from `start`, nearest first, within its zone.
 *
 * @param start - an inspector who gets one visit too many, or a visit's node with `slot` to fill
 * @param isGoal - whether the walk may end at an inspector
 * @returns the inspector it ended at, or -1 if there is none
 */
export function explore(
  network: Network,
  walk: Walk,
  start: number,
  isGoal: (inspector: number) => boolean,
  options: { readonly slot?: number; readonly bands?: Bands } = {},
): number {
  const { inspectors, visits, lead, size, others, head, next, slotVisit } = network;
  const { arcInspector, used, firstArc, firstOther, load } = network;
  const { zone, seen, from, via, queue } = walk;
  const { bands } = options;
  const gates = inspectors + visits;
  const pool = gates + visits;
  const home = zone[start] as number;
  const round = ++walk.round;
  let length = 0;

  function reach(node: number, origin: number, through: number): boolean {
    if (seen[node] === round || zone[node] !== home) return false;
    seen[node] = round;
    from[node] = origin;
    via[node] = through;
    queue[length++] = node;
    return node < inspectors && isGoal(node);
  }

  function reachAlong(begin: number, end: number, origin: number): number {
    for (let arc = begin; arc < end; arc++) {
      const inspector = arcInspector[arc] as number;
      if (used[arc] === 0 && reach(inspector, origin, arc)) return inspector;
    }
    return -1;
  }

  function step(node: number): number {
    if (node < inspectors) {
      if (bands !== undefined && (load[node] as number) < (bands.high[node] as number)) {
        reach(pool, node, -1);
      }
      const first = lead[node] === 1 ? inspectors : gates;
      for (let slot = head[node] as number; slot >= 0; slot = next[slot] as number) {
        reach(first + (slotVisit[slot] as number), node, slot);
      }
      return -1;
    }
    if (node < gates) {
      const visit = node - inspectors;
      if ((others[visit] as number) < (size[visit] as number) - 1) {
        reach(gates + visit, node, via[node] as number);
      }
      return reachAlong(firstArc[visit] as number, firstOther[visit] as number, node);
    }
    if (node < pool) {
      const visit = node - gates;
      reach(inspectors + visit, node, via[node] as number);
      return reachAlong(firstOther[visit] as number, firstArc[visit + 1] as number, node);
    }
    for (let i = 0; i < inspectors; i++) {
      if ((load[i] as number) > ((bands as Bands).low[i] as number) && reach(i, pool, -1)) return i;
    }
    return -1;
  }

  seen[start] = round;
  from[start] = -1;
  via[start] = options.slot ?? -1;
  queue[length++] = start;
  let goal = -1;
  for (let at = 0; at < length && goal < 0; at++) goal = step(queue[at] as number);
  walk.length = length;
  return goal;
}

/** Makes the exchanges of the last walk, from its goal back to its start. */
export function follow(network: Network, walk: Walk, goal: number): void {
  const { from, via } = walk;
  const pool = network.inspectors + 2 * network.visits;
  for (let inspector = goal; inspector >= 0; ) {
    const origin = from[inspector] as number;
    if (origin < 0) return;
    if (origin === pool) inspector = from[pool] as number;
    else {
      const slot = via[origin] as number;
      const left = network.slotArc[slot] as number;
      place(network, slot, via[inspector] as number);
      inspector = left < 0 ? -1 : (network.arcInspector[left] as number);
    }
  }
}

/** Sets what the last, failed walk has reached apart: it is never explored from outside again. */
export function closeReached(walk: Walk): void {
  walk.zones++;
  for (let at = 0; at < walk.length; at++) walk.zone[walk.queue[at] as number] = walk.zones;
}

/** Opens every zone again, for another kind of walk. */
export function reopen(walk: Walk): void {
  walk.zone.fill(0);
  walk.zones = 0;
}

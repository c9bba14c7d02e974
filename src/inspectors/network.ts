import type { StaffedVisit, StaffInspector, Staffing } from './staffing.js';

/**
 * The flow network of a staffing: an arc for each visit and candidate, a slot for each seat of a
 * team. Visits and inspectors are numbers, their places in the lists the network was built from.
 *
 * Lists are flat: the arcs of visit `v` are `firstArc[v] .. firstArc[v + 1] - 1`, leads first, the
 * others from `firstOther[v]`. The slots an inspector could still give up are a linked list from
 * `head`, so that a step along the network costs what the assignment holds, not who is eligible.
 */
export interface Network {
  readonly visits: number;
  readonly inspectors: number;
  /** Persons a team needs; at most one more than its candidates, which is short all the same. */
  readonly size: Int32Array;
  readonly lead: Uint8Array;
  /** Visits an inspector can take; at most as many as there are. */
  readonly capacity: Int32Array;
  readonly firstArc: Int32Array;
  readonly firstOther: Int32Array;
  readonly arcInspector: Int32Array;
  readonly used: Uint8Array;
  readonly firstSlot: Int32Array;
  readonly slotVisit: Int32Array;
  readonly slotArc: Int32Array;
  readonly frozen: Uint8Array;
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly filled: Int32Array;
  /** Non-leads in the team so far: at most `size - 1`, the lead gate. */
  readonly others: Int32Array;
  readonly load: Int32Array;
}

/** The network with no one assigned. */
export function buildNetwork({ visits, inspectors }: Staffing): Network {
  const numbers = new Map(inspectors.map(({ id }, i) => [id, i]));
  const size = Int32Array.from(visits, (v) => Math.min(v.size, v.eligible.length + 1));
  const firstArc = starts(visits, (v) => v.eligible.length);
  const firstSlot = starts(size, (k) => k);
  const slots = firstSlot.at(-1) as number;
  const arcs = firstArc.at(-1) as number;
  const lead = Uint8Array.from(inspectors, (i) => (i.lead ? 1 : 0));
  const network: Network = {
    visits: visits.length,
    inspectors: inspectors.length,
    size,
    lead,
    capacity: Int32Array.from(inspectors, (i: StaffInspector) =>
      Math.min(i.capacity, visits.length),
    ),
    firstArc,
    firstOther: new Int32Array(visits.length),
    arcInspector: new Int32Array(arcs),
    used: new Uint8Array(arcs),
    firstSlot,
    slotVisit: new Int32Array(slots),
    slotArc: new Int32Array(slots).fill(-1),
    frozen: new Uint8Array(slots),
    head: new Int32Array(inspectors.length).fill(-1),
    next: new Int32Array(slots).fill(-1),
    previous: new Int32Array(slots).fill(-1),
    filled: new Int32Array(visits.length),
    others: new Int32Array(visits.length),
    load: new Int32Array(inspectors.length),
  };
  visits.forEach((visit: StaffedVisit, v) => {
    network.slotVisit.fill(v, firstSlot[v], firstSlot[v + 1]);
    const candidates = Int32Array.from(visit.eligible, (id) => numbers.get(id) as number).sort();
    let at = firstArc[v] as number;
    for (const i of candidates) if (lead[i] === 1) network.arcInspector[at++] = i;
    network.firstOther[v] = at;
    for (const i of candidates) if (lead[i] === 0) network.arcInspector[at++] = i;
  });
  return network;
}

/** Someone who is eligible for a visit: the arc between them, and his number. */
export interface Candidate {
  readonly arc: number;
  readonly inspector: number;
}

/** The candidates of a visit. */
export function candidatesOf({ arcInspector, firstArc }: Network, visit: number): Candidate[] {
  const begin = firstArc[visit] as number;
  const found = arcInspector.subarray(begin, firstArc[visit + 1]);
  return Array.from(found, (inspector, n) => ({ arc: begin + n, inspector }));
}

/** Puts the candidate of `arc` into `slot`, in place of whoever is there. */
export function place(network: Network, slot: number, arc: number): void {
  const { slotArc, slotVisit, arcInspector, used, lead, load, others, filled } = network;
  const visit = slotVisit[slot] as number;
  const old = slotArc[slot] as number;
  if (old < 0) filled[visit] = (filled[visit] as number) + 1;
  else {
    const leaving = arcInspector[old] as number;
    used[old] = 0;
    unlink(network, slot, leaving);
    load[leaving] = (load[leaving] as number) - 1;
    if (lead[leaving] === 0) others[visit] = (others[visit] as number) - 1;
  }
  const coming = arcInspector[arc] as number;
  used[arc] = 1;
  slotArc[slot] = arc;
  link(network, slot, coming);
  load[coming] = (load[coming] as number) + 1;
  if (lead[coming] === 0) others[visit] = (others[visit] as number) + 1;
}

/** Holds the person in `slot` there for good: no later step gives the seat up. */
export function freeze(network: Network, slot: number): void {
  network.frozen[slot] = 1;
  unlink(network, slot, network.arcInspector[network.slotArc[slot] as number] as number);
}

function link({ head, next, previous }: Network, slot: number, inspector: number): void {
  const first = head[inspector] as number;
  next[slot] = first;
  previous[slot] = -1;
  if (first >= 0) previous[first] = slot;
  head[inspector] = slot;
}

function unlink({ head, next, previous }: Network, slot: number, inspector: number): void {
  const before = previous[slot] as number;
  const after = next[slot] as number;
  if (before >= 0) next[before] = after;
  else head[inspector] = after;
  if (after >= 0) previous[after] = before;
}

/** Where each item's part of a flat list begins, and at last where the list ends. */
function starts<T>(items: Iterable<T> & ArrayLike<T>, count: (item: T) => number): Int32Array {
  const first = new Int32Array(items.length + 1);
  let at = 0;
  let n = 0;
  for (const item of items) {
    first[n++] = at;
    at += count(item);
  }
  first[n] = at;
  return first;
}

import { type CandidateRows, candidateRows } from './candidateRows.js';
import {
  type CandidateLists,
  type Candidates,
  layOutCandidates,
  partOf,
  renumber,
} from './candidates.js';
import { type District, districtsOf } from './districts.js';
import { type StaffInspector, slotsOf, type TeamSizes } from './staffing.js';

/**
 * The flow network of a staffing. Inspectors, slots and seats are numbers: inspectors by id bytes,
 * slots in the order of the visits they belong to, a seat for each person of a slot.
 *
 * The seats an inspector could still give up are a linked list from `head`, so that a step along the network
 * costs what the assignment holds, not who is eligible.
 */
export interface Network {
  readonly slots: number;
  readonly inspectors: number;
  /** Persons a slot needs; at most one more than its candidates, which is short all the same. */
  readonly size: Int32Array;
  /** Non-leads a slot can hold: one less than its size where it must have a lead. */
  readonly otherRoom: Int32Array;
  readonly lead: Uint8Array;
  /** Visits an inspector can take; at most as many as there are slots. */
  readonly capacity: Int32Array;
  /** Visits of earlier rounds, on which fairness builds. */
  readonly carried: Float64Array;
  readonly candidates: Candidates;
  readonly rows: CandidateRows;
  readonly firstSeat: Int32Array;
  readonly seatSlot: Int32Array;
  /** Who sits there, -1 for nobody. */
  readonly seatInspector: Int32Array;
  readonly frozen: Uint8Array;
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly filled: Int32Array;
  readonly others: Int32Array;
  readonly load: Int32Array;
}

/**
 * The network with no one assigned.
 *
 * @param visits - in the order of the lottery
 * @param inspectors - by id bytes
 * @throws `unknown-candidate` | `repeated-candidate`
 */
export function buildNetwork<V extends TeamSizes>(
  visits: readonly V[],
  inspectors: readonly StaffInspector[],
  lists: CandidateLists<V>,
): Network {
  return emptyNetwork(visits, inspectors, layOutCandidates(visits, lists, leadsOf(inspectors)));
}

const leadsOf = (inspectors: readonly StaffInspector[]): Uint8Array =>
  Uint8Array.from(inspectors, (i) => (i.lead ? 1 : 0));

/** What a network was made of, its candidates apart. */
export interface NetworkStaffing<V extends TeamSizes = TeamSizes> {
  readonly visits: readonly V[];
  readonly inspectors: readonly StaffInspector[];
}

/** A district's network and staffing, with the numbers its visits and inspectors have among all. */
export interface DistrictNetwork extends District {
  readonly network: Network;
  readonly staffing: NetworkStaffing;
}

/**
 * The networks of the districts of a staffing, with no one assigned.
 *
 * @throws `unknown-candidate` | `repeated-candidate`
 */
export function buildNetworks<V extends TeamSizes>(
  visits: readonly V[],
  inspectors: readonly StaffInspector[],
  lists: CandidateLists<V>,
): DistrictNetwork[] {
  const candidates = layOutCandidates(visits, lists, leadsOf(inspectors));
  const firstSlot = new Int32Array(visits.length + 1);
  visits.forEach((visit, v) => {
    firstSlot[v + 1] = (firstSlot[v] as number) + slotsOf(visit).length;
  });
  const districts = districtsOf(candidates, firstSlot, inspectors.length);
  if (districts.length === 1) {
    const network = emptyNetwork(visits, inspectors, candidates);
    return districts.map((district) => ({
      ...district,
      network,
      staffing: { visits, inspectors },
    }));
  }
  const local = new Int32Array(inspectors.length);
  for (const district of districts) {
    district.inspectors.forEach((i, n) => {
      local[i] = n;
    });
  }
  renumber(candidates, local);
  return districts.map((district) => {
    const staffing = {
      visits: Array.from(district.visits, (v) => visits[v] as V),
      inspectors: Array.from(district.inspectors, (i) => inspectors[i] as StaffInspector),
    };
    const part = partOf(candidates, firstSlot, district.visits);
    const slots = candidates.other.length;
    const network = emptyNetwork(staffing.visits, staffing.inspectors, part, slots);
    return { ...district, network, staffing };
  });
}

/** @param most - visits anybody can take, whatever his capacity */
function emptyNetwork(
  visits: readonly TeamSizes[],
  inspectors: readonly StaffInspector[],
  candidates: Candidates,
  most = candidates.other.length,
): Network {
  const slots = candidates.other.length;
  const size = new Int32Array(slots);
  const otherRoom = new Int32Array(slots);
  const firstSeat = new Int32Array(slots + 1);
  let slot = 0;
  for (const visit of visits) {
    let gate = visit.hasLead === true ? 0 : 1;
    for (const asked of slotsOf(visit)) {
      const listed = (candidates.end[slot] as number) - (candidates.first[slot] as number);
      size[slot] = Math.min(asked.size, listed + 1);
      otherRoom[slot] = Math.max(0, (size[slot] as number) - gate);
      firstSeat[slot + 1] = (firstSeat[slot] as number) + (size[slot] as number);
      slot++;
      gate = 0;
    }
  }
  const seats = firstSeat[slots] as number;
  const seatSlot = new Int32Array(seats);
  for (let s = 0; s < slots; s++) seatSlot.fill(s, firstSeat[s], firstSeat[s + 1]);
  return {
    slots,
    inspectors: inspectors.length,
    size,
    otherRoom,
    lead: leadsOf(inspectors),
    capacity: Int32Array.from(inspectors, (i) => Math.min(i.capacity, most)),
    carried: Float64Array.from(inspectors, (i) => i.carried ?? 0),
    candidates,
    rows: candidateRows(candidates, inspectors.length),
    firstSeat,
    seatSlot,
    seatInspector: new Int32Array(seats).fill(-1),
    frozen: new Uint8Array(seats),
    head: new Int32Array(inspectors.length).fill(-1),
    next: new Int32Array(seats).fill(-1),
    previous: new Int32Array(seats).fill(-1),
    filled: new Int32Array(slots),
    others: new Int32Array(slots),
    load: new Int32Array(inspectors.length),
  };
}

/** The seat of `slot` an inspector sits on, -1 for none. */
export function seatOf(network: Network, slot: number, inspector: number): number {
  const { firstSeat, seatInspector } = network;
  const end = firstSeat[slot + 1] as number;
  for (let seat = firstSeat[slot] as number; seat < end; seat++) {
    if (seatInspector[seat] === inspector) return seat;
  }
  return -1;
}

/** Puts an inspector on a seat, in place of whoever is there. */
export function place(network: Network, seat: number, inspector: number): void {
  const { seatSlot, seatInspector, lead, load, others, filled } = network;
  const slot = seatSlot[seat] as number;
  const leaving = seatInspector[seat] as number;
  if (leaving < 0) filled[slot] = (filled[slot] as number) + 1;
  else {
    unlink(network, seat, leaving);
    load[leaving] = (load[leaving] as number) - 1;
    if (lead[leaving] === 0) others[slot] = (others[slot] as number) - 1;
  }
  seatInspector[seat] = inspector;
  link(network, seat, inspector);
  load[inspector] = (load[inspector] as number) + 1;
  if (lead[inspector] === 0) others[slot] = (others[slot] as number) + 1;
}

/** Takes everybody off his seat. */
export function vacate(network: Network): void {
  network.seatInspector.fill(-1);
  network.head.fill(-1);
  network.filled.fill(0);
  network.others.fill(0);
  network.load.fill(0);
}

/**
 * Makes the seats of the slots from `from` on the only ones that can be given up, until it is told
 * otherwise.
 */
export function openFrom(network: Network, from: number): void {
  const { seatInspector, frozen, firstSeat, head } = network;
  head.fill(-1);
  for (let seat = firstSeat[from] as number; seat < seatInspector.length; seat++) {
    const inspector = seatInspector[seat] as number;
    if (inspector >= 0 && frozen[seat] === 0) link(network, seat, inspector);
  }
}

/** Holds the person on `seat` there for good: no later step gives the seat up. */
export function freeze(network: Network, seat: number): void {
  network.frozen[seat] = 1;
  unlink(network, seat, network.seatInspector[seat] as number);
}

function link({ head, next, previous }: Network, seat: number, inspector: number): void {
  const first = head[inspector] as number;
  next[seat] = first;
  previous[seat] = -1;
  if (first >= 0) previous[first] = seat;
  head[inspector] = seat;
}

function unlink({ head, next, previous }: Network, seat: number, inspector: number): void {
  const before = previous[seat] as number;
  const after = next[seat] as number;
  if (before >= 0) next[before] = after;
  else head[inspector] = after;
  if (after >= 0) previous[after] = before;
}

import type { Bands } from './bands.js';
import type { Network } from './network.js';
import { wordsFor } from './rowEntries.js';
import type { RowsByInspector } from './rowsByInspector.js';

/** One side of a search: whom it has seen, over whom, and whom it still has to go on from. */
export interface Side {
  /** The search each inspector, and the pool, was last seen in. */
  readonly seen: Int32Array;
  /** Over whom he was come to, -1 at the beginning. */
  readonly link: Int32Array;
  /** The seat that is given up between the two, -1 where the pool is one of them. */
  readonly seat: Int32Array;
  /** Those seen in this search, in order; from those at `at` and after it has not gone on yet. */
  readonly trail: Int32Array;
  length: number;
  at: number;
  work: number;
  hasPooled: boolean;
}

/**
 * A search for an exchange, from the candidate out and from the slot back, and what is learnt from one
 * search for the next.
 */
export interface Search {
  readonly network: Network;
  readonly bands: Bands;
  readonly listed: RowsByInspector;
  /** The number of the pool, after those of the inspectors. */
  readonly pool: number;
  /** The zone of each inspector, and of the pool. */
  readonly zone: Int32Array;
  /** A one for each lead, and for everybody the way out can still come to. */
  readonly leads: Int32Array;
  readonly fresh: Int32Array;
  readonly out: Side;
  readonly back: Side;
  /** Of each row as its leads, then as its others are come to: when the way out did, by which slot. */
  readonly rowOut: Int32Array;
  readonly rowOutSlot: Int32Array;
  /**
   * Of each row that slots share, as a lead, then as an other takes a visit from it: when the way back
   * came to it, who that is, and whether he sits in one of its slots himself.
   */
  readonly rowBack: Int32Array;
  readonly rowBackTaker: Int32Array;
  readonly rowBackSits: Uint8Array;
  /** The same of each slot. */
  readonly slotBack: Int32Array;
  readonly slotBackTaker: Int32Array;
  /** The turn of going through rows in which each was last found to be one he sits in. */
  readonly sits: Int32Array;
  turn: number;
  /** How far the rows that list an inspector have been gone through: the chunk, and the place in it. */
  chunk: number;
  place: number;
  /** The number of this search, and the zone it is in. */
  round: number;
  home: number;
  /** Whom both sides have seen, -1 for nobody yet. */
  meeting: number;
  /** The slots of the visit that is drawn, and the first row that is not drawn to its last slot. */
  firstOpen: number;
  pastVisit: number;
  firstRow: number;
}

/** A search that has not begun. */
export function newSearch(network: Network, bands: Bands, listed: RowsByInspector): Search {
  const { inspectors, slots, lead, rows } = network;
  const leads = new Int32Array(wordsFor(inspectors));
  for (let i = 0; i < inspectors; i++) if (lead[i] === 1) setBit(leads, i);
  return {
    network,
    bands,
    listed,
    pool: inspectors,
    zone: new Int32Array(inspectors + 1),
    leads,
    fresh: new Int32Array(leads.length).fill(-1),
    out: newSide(inspectors + 1),
    back: newSide(inspectors + 1),
    rowOut: new Int32Array(2 * rows.count),
    rowOutSlot: new Int32Array(2 * rows.count),
    rowBack: new Int32Array(2 * rows.count),
    rowBackTaker: new Int32Array(2 * rows.count),
    rowBackSits: new Uint8Array(2 * rows.count),
    slotBack: new Int32Array(2 * slots),
    slotBackTaker: new Int32Array(2 * slots),
    sits: new Int32Array(rows.count),
    turn: 0,
    chunk: -1,
    place: -1,
    round: 0,
    home: 0,
    meeting: -1,
    firstOpen: 0,
    pastVisit: 0,
    firstRow: 0,
  };
}

function newSide(nodes: number): Side {
  return {
    seen: new Int32Array(nodes),
    link: new Int32Array(nodes),
    seat: new Int32Array(nodes),
    trail: new Int32Array(nodes),
    length: 0,
    at: 0,
    work: 0,
    hasPooled: false,
  };
}

/** Begins a search in a zone. */
export function beginSearch(search: Search, home: number): void {
  const { out, back } = search;
  search.round++;
  search.home = home;
  search.meeting = -1;
  search.chunk = -1;
  for (const side of [out, back]) {
    side.length = 0;
    side.at = 0;
    side.work = 0;
    side.hasPooled = false;
  }
}

/** Ends a search: the way out can come to all of them again. */
export function endSearch({ out, fresh }: Search): void {
  for (let n = 0; n < out.length; n++) setBit(fresh, out.trail[n] as number);
}

/** The way out comes to an inspector of its zone whom it has not seen. */
export function reachOut(search: Search, inspector: number, from: number, seat: number): void {
  const { network, bands, out, back, round, fresh } = search;
  note(out, round, inspector, from, seat);
  fresh[inspector >> 5] = (fresh[inspector >> 5] as number) & ~(1 << (inspector & 31));
  if (back.seen[inspector] === round) search.meeting = inspector;
  else if ((network.load[inspector] as number) < (bands.high[inspector] as number)) {
    reachPool(search, out, back, inspector);
  }
}

/** The way back comes to somebody who can give up `seat` to whom it came from. */
export function reachBack(search: Search, inspector: number, to: number, seat: number): void {
  const { network, bands, out, back, round, zone, home } = search;
  if (back.seen[inspector] === round || zone[inspector] !== home) return;
  note(back, round, inspector, to, seat);
  if (out.seen[inspector] === round) search.meeting = inspector;
  else if ((network.load[inspector] as number) > (bands.low[inspector] as number)) {
    reachPool(search, back, out, inspector);
  }
}

function reachPool(search: Search, side: Side, facing: Side, inspector: number): void {
  const { pool, round, zone, home } = search;
  if (side.seen[pool] === round || zone[pool] !== home) return;
  side.seen[pool] = round;
  side.link[pool] = inspector;
  if (facing.seen[pool] === round) search.meeting = pool;
}

/** Notes whom a side has seen, and over whom. */
export function note(
  side: Side,
  round: number,
  inspector: number,
  neighbour: number,
  seat: number,
): void {
  side.seen[inspector] = round;
  side.link[inspector] = neighbour;
  side.seat[inspector] = seat;
  side.trail[side.length++] = inspector;
}

function setBit(bits: Int32Array, i: number): void {
  bits[i >> 5] = (bits[i >> 5] as number) | (1 << (i & 31));
}

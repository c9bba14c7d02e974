import type { Bands } from './bands.js';
import { type Network, seatOf } from './network.js';
import { newSide, type Side } from './searchSide.js';

/**
 * What the two ways of a search share. Nodes are the inspectors, a hall for each slot, then its gate, the
 * pool, and then the rows of candidates, as their leads are come to over halls and their others over gates.
 */
export interface Search {
  readonly network: Network;
  readonly bands: Bands;
  readonly gates: number;
  readonly pool: number;
  readonly leadRows: number;
  readonly otherRows: number;
  /** What no exchange leads out of; see `Exchange`. */
  readonly zone: Int32Array;
  readonly out: Side;
  /** Of a row, `link` is whoever takes a visit from its slots, `seat` 1 where he sits in one himself. */
  readonly back: Side;
  /** Which search this is, its zone, and where the two ways meet, -1 until they do. */
  round: number;
  home: number;
  meeting: number;
}

/** The place of searches in a network, all of it one zone. */
export function newSearch(network: Network, bands: Bands): Search {
  const { inspectors, slots, rows } = network;
  const gates = inspectors + slots;
  const pool = gates + slots;
  const leadRows = pool + 1;
  const otherRows = leadRows + rows.count;
  const nodes = otherRows + rows.count;
  return {
    ...{ network, bands, gates, pool, leadRows, otherRows },
    zone: new Int32Array(nodes),
    out: newSide(nodes),
    back: newSide(nodes),
    round: 0,
    home: 0,
    meeting: -1,
  };
}

/** The hall of a slot for a lead, its gate for anybody else. */
export function hallFor({ network, gates }: Search, inspector: number, slot: number): number {
  return (network.lead[inspector] === 1 ? network.inspectors : gates) + slot;
}

/** The slot of a hall or gate. */
export function slotAt({ network, gates }: Search, node: number): number {
  return node < gates ? node - network.inspectors : node - gates;
}

/** The row of a hall or gate, as it is come to over that. */
export function rowAt(search: Search, node: number): number {
  const { gates, leadRows, otherRows, network } = search;
  return (node < gates ? leadRows : otherRows) + (network.rows.row[slotAt(search, node)] as number);
}

/** Notes that a side has come to a node. */
export function note(search: Search, side: Side, node: number, from: number, seat: number): void {
  side.seen[node] = search.round;
  side.link[node] = from;
  side.seat[node] = seat;
  side.trail[side.length++] = node;
}

/** To the pool, from an inspector who can hand it a visit or take one from it. */
export function reachPool(search: Search, side: Side, node: number): void {
  const { pool, round, zone, home, out, back } = search;
  if (side.seen[pool] === round || zone[pool] !== home) return;
  side.seen[pool] = round;
  side.link[pool] = node;
  if ((side === out ? back : out).seen[pool] === round) search.meeting = pool;
}

/** Meets at a hall or gate the way out has come to, from which an inspector takes a visit. */
export function meetAt(search: Search, node: number, inspector: number): void {
  if (seatOf(search.network, slotAt(search, node), inspector) >= 0) return;
  search.back.link[node] = inspector;
  search.meeting = node;
}

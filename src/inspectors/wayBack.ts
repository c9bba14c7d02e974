import { seatOf } from './network.js';
import type { RowsByInspector } from './rowsByInspector.js';
import { hallFor, meetAt, note, reachPool, type Search, slotAt } from './search.js';

/** The way back of a search: from where the slot can be come to. */
export interface WayBack {
  /** Says that all slots before `from` are drawn, that those before `to` are next, and the first row not drawn. */
  readonly open: (from: number, to: number, row: number) => void;
  /** Begins a search. */
  readonly begin: () => void;
  /** Back to a node, from the one it leads to. */
  readonly reach: (node: number, towards: number, through: number) => void;
  /** From a node back to some of those next to it; whether those were the last. */
  readonly expand: (node: number) => boolean;
}

/** How many rows of an inspector are gone through before the way out has its turn. */
const STRETCH = 64;

/**
 * The way back: from a hall or gate to whoever holds a seat there, and from him to the rows that list him,
 * whose halls come when there is nothing nearer. A row of one slot is its hall.
 */
export function wayBack(search: Search, listed: RowsByInspector): WayBack {
  const { network, bands, gates, pool, leadRows, otherRows, zone, out, back } = search;
  const { inspectors, slots, lead, load, head, next, seatSlot, firstSeat } = network;
  const { seatInspector, frozen, others, otherRoom, rows } = network;
  const { row, firstSlot, slot: slotOf } = rows;
  const { low } = bands;
  let firstOpen = 0;
  let pastVisit = 0;
  let firstRow = 0;
  // How far the rows that list an inspector have been gone through: the chunk, and the place in it.
  let chunk = -1;
  let at = -1;
  // The turn of going through rows in which each was last found to be one he sits in.
  const sits = new Int32Array(rows.count);
  let turn = 0;
  return { open, begin, reach, expand };

  function open(from: number, to: number, row: number): void {
    firstOpen = from;
    pastVisit = to;
    firstRow = row;
  }

  function begin(): void {
    chunk = -1;
  }

  function expand(node: number): boolean {
    if (node < inspectors) return expandListed(node);
    if (node > pool) expandRow(node);
    else expandHall(node);
    return true;
  }

  function expandListed(node: number): boolean {
    const isBegun = chunk >= 0;
    if (!isBegun) {
      chunk = listed.chunks - 1;
      noteSeats(node);
    }
    const { from, first, row: places } = listed.of(chunk);
    if (!isBegun) at = (first[node + 1] as number) - 1;
    const begin = first[node] as number;
    const end = Math.max(begin, at - STRETCH);
    const kind = lead[node] === 1 ? leadRows : otherRows;
    back.work += at - end + 1;
    for (; at >= end && search.meeting < 0; at--) {
      const own = from + (places[at] as number);
      if (own < firstRow) break;
      if (back.seen[kind + own] !== search.round) reachRow(kind + own, own, node);
      else if (back.seat[kind + own] === 1) reachLeft(kind + own, own, node);
    }
    if (search.meeting >= 0 || (at >= begin && at < end)) return false;
    if (at < begin && from > firstRow) {
      chunk--;
      at = (listed.of(chunk).first[node + 1] as number) - 1;
      return false;
    }
    chunk = -1;
    return true;
  }

  /** Notes in which rows an inspector sits. */
  function noteSeats(inspector: number): void {
    turn++;
    for (let seat = head[inspector] as number; seat >= 0; seat = next[seat] as number) {
      sits[row[seatSlot[seat] as number] as number] = turn;
    }
    for (let slot = firstOpen; slot < pastVisit; slot++) {
      if (seatOf(network, slot, inspector) >= 0) sits[row[slot] as number] = turn;
    }
  }

  function reachRow(node: number, own: number, inspector: number): void {
    const begin = firstSlot[own] as number;
    if (begin + 1 === firstSlot[own + 1]) {
      const slot = slotOf[begin] as number;
      if (seatOf(network, slot, inspector) >= 0) return;
      back.seen[node] = search.round;
      back.seat[node] = 0;
      back.link[node] = inspector;
      reach(hallFor(search, inspector, slot), inspector, -1);
      return;
    }
    note(search, back, node, inspector, sits[own] === turn ? 1 : 0);
    if (out.seen[node] !== search.round) return;
    meetAt(search, hallFor(search, inspector, out.link[node] as number), inspector);
  }

  /** To the halls of a row where he sits who came to it before. */
  function reachLeft(node: number, own: number, inspector: number): void {
    const earlier = back.link[node] as number;
    for (let seat = head[earlier] as number; seat >= 0; seat = next[seat] as number) {
      reachIfIn(seatSlot[seat] as number);
    }
    for (let slot = firstOpen; slot < pastVisit; slot++) {
      if (seatOf(network, slot, earlier) >= 0) reachIfIn(slot);
    }

    function reachIfIn(slot: number): void {
      if (row[slot] !== own || search.meeting >= 0) return;
      if (seatOf(network, slot, inspector) >= 0) return;
      reach(hallFor(search, inspector, slot), inspector, -1);
    }
  }

  /** To the halls of a row, less those where he sits who takes a visit from them. */
  function expandRow(node: number): void {
    const own = node < otherRows ? node - leadRows : node - otherRows;
    const taker = back.link[node] as number;
    const begin = firstSlot[own] as number;
    for (let n = (firstSlot[own + 1] as number) - 1; n >= begin && search.meeting < 0; n--) {
      const slot = slotOf[n] as number;
      if (slot < firstOpen) break;
      back.work++;
      if (seatOf(network, slot, taker) < 0) reach(hallFor(search, taker, slot), taker, -1);
    }
  }

  /** To those who hold a seat of the hall or gate, and to the other of the two. */
  function expandHall(node: number): void {
    const isGate = node >= gates;
    const slot = slotAt(search, node);
    const end = firstSeat[slot + 1] as number;
    for (let seat = firstSeat[slot] as number; seat < end && search.meeting < 0; seat++) {
      const holder = seatInspector[seat] as number;
      if (frozen[seat] === 0 && (lead[holder] === 0) === isGate) reach(holder, node, seat);
    }
    back.work += end - (firstSeat[slot] as number);
    if (search.meeting >= 0) return;
    if (!isGate) reach(node + slots, node, -1);
    else if ((others[slot] as number) < (otherRoom[slot] as number)) reach(node - slots, node, -1);
  }

  function reach(node: number, towards: number, through: number): void {
    if (back.seen[node] === search.round || zone[node] !== search.home) return;
    note(search, back, node, towards, through);
    if (out.seen[node] === search.round) search.meeting = node;
    else if (node < inspectors && (load[node] as number) > (low[node] as number)) {
      reachPool(search, back, node);
    }
  }
}

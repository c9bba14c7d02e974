import type { Bands } from './bands.js';
import { freeze, type Network, place } from './network.js';
import { rowExchange } from './rowExchange.js';
import { CHUNK, rowsByInspector } from './rowsByInspector.js';
import { beginSearch, endSearch, newSearch, reachBack, reachOut, type Side } from './search.js';
import { expandBack } from './searchBack.js';
import { expandOut } from './searchOut.js';
import { swap } from './swap.js';

/**
 * Whether a candidate can still be given a seat of a team, all else kept possible, and how.
 *
 * A search goes out from the candidate, with one visit too many, and another comes back from the
 * slot, always the one with less work behind it, from inspector to inspector over the slots between them;
 * they meet where an exchange is possible. To the inspectors comes the pool: whoever is below his `high`
 * also hands a visit to the pool, which takes one from anybody above his `low`.
 *
 * Slots that share a row of candidates lead to the same inspectors, but for those who sit there: a search
 * goes through a row once. Where many slots do, `rowExchange` is asked first.
 *
 * `zone` parts inspectors and pool so that no round trip leaves a zone. Where a search runs out, all it
 * has reached becomes a zone of its own: an exchange is a round trip, and there is no way out of it (or
 * none into it), now or after any later exchange. As the side with less work runs out first, the
 * larger part is not looked at again.
 */
export interface Exchange {
  /** Says that all slots before `from` are drawn, and that those of a visit, before `to`, are next. */
  readonly open: (from: number, to: number) => void;
  /** Whether nothing known speaks against the candidate; cheap. */
  readonly isOpen: (inspector: number, slot: number) => boolean;
  /** Gives the candidate a seat of the slot; the seat, or -1 where there is none. */
  readonly seat: (inspector: number, slot: number) => number;
  /** Holds whoever is on a seat there for good. */
  readonly hold: (seat: number) => void;
}

/** So many slots to a row, and exchanges are looked for row by row first. */
const SHARED = 4;

/**
 * The exchanges of a complete assignment within its bands; slots are drawn in ascending order.
 *
 * @param chunkSize - how many rows are laid out at a time by whom they list
 */
export function newExchange(network: Network, bands: Bands, chunkSize = CHUNK): Exchange {
  const { inspectors, slots, lead, load, head, seatSlot, firstSeat, seatInspector } = network;
  const { frozen, others, otherRoom, rows } = network;
  const { low, high } = bands;
  const listed = rowsByInspector(network, chunkSize);
  const byRows = SHARED * rows.count <= slots ? rowExchange(network, bands, listed) : undefined;
  const search = newSearch(network, bands, listed);
  const { pool, zone, out, back } = search;
  let zones = 0;
  return { open, isOpen, seat, hold };

  function open(from: number, to: number): void {
    search.firstOpen = from;
    search.pastVisit = to;
    const { firstSlot, slot } = rows;
    while ((slot[(firstSlot[search.firstRow + 1] as number) - 1] as number) < from) {
      search.firstRow++;
    }
    byRows?.open(search.firstRow);
  }

  function isOpen(candidate: number, slot: number): boolean {
    if ((head[candidate] as number) < 0 && load[candidate] === high[candidate]) return false;
    const end = firstSeat[slot + 1] as number;
    for (let seat = firstSeat[slot] as number; seat < end; seat++) {
      const holder = seatInspector[seat] as number;
      if (zone[holder] === zone[candidate] && canLeave(seat, candidate, slot)) return true;
    }
    return false;
  }

  /** Whether the candidate could sit in the place of whoever is on a seat. */
  function canLeave(seat: number, candidate: number, slot: number): boolean {
    if (frozen[seat] === 1) return false;
    const isLoose = lead[candidate] === 1 || (others[slot] as number) < (otherRoom[slot] as number);
    return isLoose || lead[seatInspector[seat] as number] === 0;
  }

  function seat(candidate: number, slot: number): number {
    if (!isOpen(candidate, slot)) return -1;
    const swapped = swap(network, bands, candidate, slot, move);
    if (swapped >= 0) return swapped;
    const moves = byRows?.find(candidate, slot) ?? [];
    if (moves.length > 0) {
      for (let n = 0; n < moves.length; n += 2) move(moves[n] as number, moves[n + 1] as number);
      return moves[moves.length - 2] as number;
    }
    beginSearch(search, zone[candidate] as number);
    const end = firstSeat[slot + 1] as number;
    for (let at = firstSeat[slot] as number; at < end; at++) {
      if (canLeave(at, candidate, slot)) {
        reachBack(search, seatInspector[at] as number, candidate, at);
      }
    }
    reachOut(search, candidate, -1, -1);
    while (search.meeting < 0) {
      const side = out.work <= back.work ? out : back;
      if (expand(side)) continue;
      close(side);
      break;
    }
    endSearch(search);
    return search.meeting < 0 ? -1 : follow(search.meeting, candidate);
  }

  function hold(seat: number): void {
    freeze(network, seat);
    byRows?.renew(seatSlot[seat] as number, -1);
  }

  function move(seat: number, inspector: number): void {
    const leaving = seatInspector[seat] as number;
    place(network, seat, inspector);
    byRows?.renew(seatSlot[seat] as number, leaving);
  }

  /** Goes on from the next of a side, from the pool last of all; whether there was one. */
  function expand(side: Side): boolean {
    if (side.at < side.length) {
      const node = side.trail[side.at] as number;
      if (side === out) {
        expandOut(search, node);
        side.at++;
      } else if (expandBack(search, node)) side.at++;
      return true;
    }
    if (side.seen[pool] !== search.round || side.hasPooled) return false;
    side.hasPooled = true;
    expandPool(side);
    return true;
  }

  function expandPool(side: Side): void {
    side.work += inspectors;
    for (let i = 0; i < inspectors && search.meeting < 0; i++) {
      if (side === back) {
        if ((load[i] as number) < (high[i] as number)) reachBack(search, i, pool, -1);
      } else if ((load[i] as number) > (low[i] as number)) {
        if (out.seen[i] !== search.round && zone[i] === search.home) reachOut(search, i, pool, -1);
      }
    }
  }

  function close(side: Side): void {
    zones++;
    if (side.seen[pool] === search.round) zone[pool] = zones;
    for (let n = 0; n < side.length; n++) zone[side.trail[n] as number] = zones;
  }

  /** Makes the exchanges of those on the way over `middle`; the seat the candidate has then. */
  function follow(middle: number, candidate: number): number {
    for (let taker = middle; taker !== candidate; ) {
      const giver = out.link[taker] as number;
      const seat = taker === pool ? -1 : (out.seat[taker] as number);
      if (seat >= 0) move(seat, taker);
      taker = giver;
    }
    for (let giver = middle; ; ) {
      const taker = back.link[giver] as number;
      const seat = giver === pool ? -1 : (back.seat[giver] as number);
      if (seat >= 0) move(seat, taker);
      if (taker === candidate) return seat;
      giver = taker;
    }
  }
}

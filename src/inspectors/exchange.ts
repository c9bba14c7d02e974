import type { Bands } from './bands.js';
import { freeze, type Network, place } from './network.js';
import { rowExchange } from './rowExchange.js';
import { CHUNK, rowsByInspector } from './rowsByInspector.js';
import { hallFor, newSearch } from './search.js';
import { begin, type Side } from './searchSide.js';
import { swap } from './swap.js';
import { wayBack } from './wayBack.js';
import { wayOut } from './wayOut.js';

/**
 * Whether a candidate can still be given a seat of a team, all else kept possible, and how.
 *
 * A search goes out from the candidate, with one visit too many, and another comes back from the
 * slot, always the one with less work behind it; they meet where an exchange is possible. To the
 * nodes of `Walk` comes the pool: an inspector below his `high` also hands a visit to the pool, which
 * takes one from anybody above his `low`.
 *
 * Slots that share a row of candidates lead to the same inspectors, but for those who sit there: the way
 * out goes through a row once, and the way back comes to the whole row before it comes to its halls.
 * Where many slots do, `rowExchange` is asked first.
 *
 * `zone` parts the nodes so that no round trip leaves a zone. Where a search runs out, all it has
 * reached becomes a zone of its own: an exchange is a round trip, and there is no way out of it (or
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
  const { inspectors, slots, load, head, seatSlot, seatInspector, rows } = network;
  const { low, high } = bands;
  const listed = rowsByInspector(network, chunkSize);
  const byRows = SHARED * rows.count <= slots ? rowExchange(network, bands, listed) : undefined;
  const search = newSearch(network, bands);
  const { pool, zone, out, back } = search;
  const outwards = wayOut(search);
  const backwards = wayBack(search, listed);
  let zones = 0;
  let firstRow = 0;
  return { open, isOpen, seat, hold };

  function open(from: number, to: number): void {
    const { firstSlot, slot } = rows;
    while ((slot[(firstSlot[firstRow + 1] as number) - 1] as number) < from) firstRow++;
    backwards.open(from, to, firstRow);
    byRows?.open(firstRow);
  }

  function isOpen(candidate: number, slot: number): boolean {
    const isSpent = (head[candidate] as number) < 0 && load[candidate] === high[candidate];
    return !isSpent && zone[candidate] === zone[hallFor(search, candidate, slot)];
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
    const meeting = searchBoth(candidate, hallFor(search, candidate, slot));
    const given = meeting < 0 ? -1 : follow(meeting);
    if (given >= 0) move(given, candidate);
    outwards.forget();
    return given;
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

  /** Where the way out from the candidate meets the way back from the hall, -1 where one of them ends. */
  function searchBoth(candidate: number, hall: number): number {
    search.home = zone[hall] as number;
    search.round++;
    search.meeting = -1;
    begin(out);
    begin(back);
    backwards.begin();
    backwards.reach(hall, -1, -1);
    outwards.reach(candidate, -1);
    while (search.meeting < 0) {
      const side = out.work <= back.work ? out : back;
      if (expand(side)) continue;
      close(side);
      return -1;
    }
    return search.meeting;
  }

  /** Takes the next node of a side, the pool last of all; whether there was one. */
  function expand(side: Side): boolean {
    if (side.at < side.length) {
      const node = side.trail[side.at] as number;
      if (side === out) {
        side.at++;
        outwards.expand(node);
      } else if (backwards.expand(node)) side.at++;
      return true;
    }
    if (side.seen[pool] !== search.round || side.hasPooled) return false;
    side.hasPooled = true;
    side.work += inspectors;
    for (let i = 0; i < inspectors && search.meeting < 0; i++) {
      if (side === out) {
        if ((load[i] as number) > (low[i] as number)) outwards.reach(i, pool);
      } else if ((load[i] as number) < (high[i] as number)) backwards.reach(i, pool, -1);
    }
    return true;
  }

  function close(side: Side): void {
    zones++;
    for (let n = 0; n < side.length; n++) zone[side.trail[n] as number] = zones;
    if (side.seen[pool] === search.round) zone[pool] = zones;
  }

  /** Makes the exchanges along the path through `middle`; the seat that is free for the candidate. */
  function follow(middle: number): number {
    const path: number[] = [];
    for (let node = middle; node >= 0; node = out.link[node] as number) path.push(node);
    path.reverse();
    const turn = path.length - 1;
    for (let node = back.link[middle] as number; node >= 0; node = back.link[node] as number) {
      path.push(node);
    }
    let left = -1;
    for (let at = 1; at < path.length; at++) {
      const node = path[at] as number;
      const before = path[at - 1] as number;
      if (node < inspectors) {
        if (left >= 0) move(left, node);
        left = -1;
      } else if (node < pool && before < inspectors) {
        left = (at <= turn ? out.seat[node] : back.seat[before]) as number;
      }
    }
    return left;
  }
}

import type { Bands } from './bands.js';
import { wordsFor } from './candidateRows.js';
import { freeze, type Network, place, seatOf } from './network.js';
import { rowExchange } from './rowExchange.js';
import { CHUNK, rowsByInspector } from './rowsByInspector.js';
import { begin, newSide, type Side } from './searchSide.js';
import { swap } from './swap.js';

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

/** How many rows of an inspector the way back looks at before the way out has its turn. */
const STRETCH = 64;

/**
 * The exchanges of a complete assignment within its bands; slots are drawn in ascending order.
 *
 * @param chunkSize - how many rows are laid out at a time by whom they list
 */
export function newExchange(network: Network, bands: Bands, chunkSize = CHUNK): Exchange {
  const { inspectors, slots, lead, load, head, next, seatSlot, firstSeat } = network;
  const { seatInspector, frozen, others, otherRoom, rows } = network;
  const {
    count,
    row,
    firstSlot,
    slot: slotOf,
    first: firstEntry,
    end: endEntry,
    word,
    mask,
  } = rows;
  const { low, high } = bands;
  const listed = rowsByInspector(network, chunkSize);
  const byRows = SHARED * count <= slots ? rowExchange(network, bands, listed) : undefined;
  const gates = inspectors + slots;
  const pool = gates + slots;
  // Rows as their leads are come to over halls, then as their others are over gates.
  const leadRows = pool + 1;
  const otherRows = leadRows + count;
  const nodes = otherRows + count;
  const zone = new Int32Array(nodes);
  // Of a row the way out has come to, `link` is the slot it did that by; of one the way back has,
  // whoever takes a visit from its slots, and `seat` is 1 where he sits in one of them himself.
  const out = newSide(nodes);
  const back = newSide(nodes);
  // A bit for each inspector the way out can still come to, the leads and then the others.
  const words = wordsFor(inspectors);
  const fresh = new Int32Array(2 * words);
  for (let i = 0; i < inspectors; i++) setFresh(i, true);
  let zones = 0;
  let round = 0;
  let home = 0;
  let meeting = -1;
  // The slots of the visit that is drawn, and the first row that is not drawn to its last slot.
  let firstOpen = 0;
  let pastVisit = 0;
  let firstRow = 0;
  // How far the rows that list an inspector have been gone through: the chunk, and the place in it.
  let chunk = -1;
  let at = -1;
  // The turn of going through rows in which each was last found to be one he sits in.
  const sits = new Int32Array(count);
  let turn = 0;
  return { open, isOpen, seat, hold };

  function open(from: number, to: number): void {
    firstOpen = from;
    pastVisit = to;
    while ((slotOf[(firstSlot[firstRow + 1] as number) - 1] as number) < from) firstRow++;
    byRows?.open(firstRow);
  }

  function isOpen(candidate: number, slot: number): boolean {
    const isSpent = (head[candidate] as number) < 0 && load[candidate] === high[candidate];
    return !isSpent && zone[candidate] === zone[hallFor(candidate, slot)];
  }

  function seat(candidate: number, slot: number): number {
    const target = hallFor(candidate, slot);
    if (!isOpen(candidate, slot)) return -1;
    const swapped = swap(network, bands, candidate, slot, move);
    if (swapped >= 0) return swapped;
    const moves = byRows?.find(candidate, slot) ?? [];
    if (moves.length > 0) {
      for (let n = 0; n < moves.length; n += 2) move(moves[n] as number, moves[n + 1] as number);
      return moves[moves.length - 2] as number;
    }
    home = zone[target] as number;
    round++;
    meeting = -1;
    chunk = -1;
    begin(out);
    begin(back);
    reachBack(target, -1, -1);
    reachOut(candidate, -1);
    while (meeting < 0) {
      const side = out.work <= back.work ? out : back;
      if (expand(side)) continue;
      close(side);
      refresh();
      return -1;
    }
    const given = follow(meeting);
    move(given, candidate);
    refresh();
    return given;
  }

  function hold(seat: number): void {
    freeze(network, seat);
    byRows?.renew(seatSlot[seat] as number, -1);
  }

  /** Forgets whom the way out has seen. */
  function refresh(): void {
    for (let n = 0; n < out.length; n++) {
      const node = out.trail[n] as number;
      if (node < inspectors) setFresh(node, true);
    }
  }

  function setFresh(i: number, isFresh: boolean): void {
    const at = (lead[i] === 1 ? 0 : words) + (i >> 5);
    const bits = (fresh[at] as number) | (1 << (i & 31));
    fresh[at] = isFresh ? bits : bits ^ (1 << (i & 31));
  }

  function move(seat: number, inspector: number): void {
    const leaving = seatInspector[seat] as number;
    place(network, seat, inspector);
    byRows?.renew(seatSlot[seat] as number, leaving);
  }

  function hallFor(inspector: number, slot: number): number {
    return (lead[inspector] === 1 ? inspectors : gates) + slot;
  }

  /** The slot of a hall or gate. */
  function slotAt(node: number): number {
    return node < gates ? node - inspectors : node - gates;
  }

  /** The row of a hall or gate, as those are come to over it. */
  function rowAt(node: number): number {
    return (node < gates ? leadRows : otherRows) + (row[slotAt(node)] as number);
  }

  /** The gate of a hall where a non-lead fits, and the hall of a gate; -1 where there is no way on. */
  function siblingOf(node: number): number {
    if (node >= gates) return node - slots;
    const slot = node - inspectors;
    return (others[slot] as number) < (otherRoom[slot] as number) ? node + slots : -1;
  }

  /** Takes the next node of a side, the pool last of all; whether there was one. */
  function expand(side: Side): boolean {
    if (side.at < side.length) {
      const node = side.trail[side.at] as number;
      if (side === back && node < inspectors) {
        if (expandListed(node)) side.at++;
        return true;
      }
      side.at++;
      if (side === out) {
        if (node < inspectors) expandSeats(node);
        else expandHall(node);
      } else if (node > pool) expandRow(node);
      else expandHallBack(node);
      return true;
    }
    if (side.seen[pool] !== round || side.hasPooled) return false;
    side.hasPooled = true;
    side.work += inspectors;
    for (let i = 0; i < inspectors && meeting < 0; i++) {
      if (side === out) {
        if ((load[i] as number) > (low[i] as number)) reachOut(i, pool);
      } else if ((load[i] as number) < (high[i] as number)) reachBack(i, pool, -1);
    }
    return true;
  }

  /** From an inspector to the halls and gates of the seats he could give up. */
  function expandSeats(node: number): void {
    const offset = lead[node] === 1 ? inspectors : gates;
    for (let seat = head[node] as number; seat >= 0 && meeting < 0; seat = next[seat] as number) {
      reachHall(offset + (seatSlot[seat] as number), node, seat);
      out.work++;
    }
  }

  function reachHall(node: number, origin: number, through: number): void {
    if (out.seen[node] === round || zone[node] !== home) return;
    note(out, node, origin, through);
    const own = rowAt(node);
    if (back.seen[node] === round) meeting = node;
    else if (back.seen[own] === round) meetAt(node, back.link[own] as number);
  }

  /** From a hall or gate to those its row lists, and to the other of the two. */
  function expandHall(node: number): void {
    const slot = slotAt(node);
    const own = rowAt(node);
    if (out.seen[own] === round) expandLeft(node, out.link[own] as number);
    else {
      out.seen[own] = round;
      out.link[own] = slot;
      expandEntries(node, slot);
    }
    if (meeting >= 0) return;
    const sibling = siblingOf(node);
    if (sibling >= 0) reachHall(sibling, node, out.seat[node] as number);
  }

  /** To those who sit where the way out came to a row before: all others it lists are seen. */
  function expandLeft(node: number, earlier: number): void {
    const slot = slotAt(node);
    const end = firstSeat[earlier + 1] as number;
    out.work += end - (firstSeat[earlier] as number);
    for (let seat = firstSeat[earlier] as number; seat < end && meeting < 0; seat++) {
      const i = seatInspector[seat] as number;
      if ((lead[i] === 1) === node < gates && seatOf(network, slot, i) < 0) reachOut(i, node);
    }
  }

  function expandEntries(node: number, slot: number): void {
    const kind = node < gates ? 0 : words;
    const own = row[slot] as number;
    const end = endEntry[own] as number;
    let entry = firstEntry[own] as number;
    out.work += end - entry;
    for (; entry < end && meeting < 0; entry++) {
      const w = word[entry] as number;
      let bits = (mask[entry] as number) & (fresh[kind + w] as number);
      while (bits !== 0 && meeting < 0) {
        const i = 32 * w + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        // Whoever can neither give up a visit nor take one never can again.
        if ((head[i] as number) < 0 && load[i] === high[i]) setFresh(i, false);
        else if (zone[i] === home && seatOf(network, slot, i) < 0) reachOut(i, node);
      }
    }
  }

  /** From an inspector back to some of the rows that list him; whether those were the last. */
  function expandListed(node: number): boolean {
    const isBegun = chunk >= 0;
    if (!isBegun) {
      chunk = listed.chunks - 1;
      turn++;
      for (let seat = head[node] as number; seat >= 0; seat = next[seat] as number) {
        sits[row[seatSlot[seat] as number] as number] = turn;
      }
      for (let slot = firstOpen; slot < pastVisit; slot++) {
        if (seatOf(network, slot, node) >= 0) sits[row[slot] as number] = turn;
      }
    }
    const { from, first, row: places } = listed.of(chunk);
    if (!isBegun) at = (first[node + 1] as number) - 1;
    const begin = first[node] as number;
    const end = Math.max(begin, at - STRETCH);
    const kind = lead[node] === 1 ? leadRows : otherRows;
    back.work += at - end + 1;
    for (; at >= end && meeting < 0; at--) {
      const own = from + (places[at] as number);
      if (own < firstRow) break;
      if (back.seen[kind + own] !== round) reachRow(kind + own, own, node);
      else if (back.seat[kind + own] === 1) reachLeft(kind + own, own, node);
    }
    if (meeting >= 0 || (at >= begin && at < end)) return false;
    if (at < begin && from > firstRow) {
      chunk--;
      at = (listed.of(chunk).first[node + 1] as number) - 1;
      return false;
    }
    chunk = -1;
    return true;
  }

  /** Back to a row: to its only hall, or to be gone through later. */
  function reachRow(node: number, own: number, inspector: number): void {
    const begin = firstSlot[own] as number;
    if (begin + 1 === firstSlot[own + 1]) {
      const slot = slotOf[begin] as number;
      if (seatOf(network, slot, inspector) >= 0) return;
      back.seen[node] = round;
      back.seat[node] = 0;
      back.link[node] = inspector;
      reachBack(hallFor(inspector, slot), inspector, -1);
      return;
    }
    note(back, node, inspector, sits[own] === turn ? 1 : 0);
    if (out.seen[node] !== round) return;
    meetAt(hallFor(inspector, out.link[node] as number), inspector);
  }

  /** Back to the halls of a row where he sits who was come from before. */
  function reachLeft(node: number, own: number, inspector: number): void {
    const earlier = back.link[node] as number;
    for (let seat = head[earlier] as number; seat >= 0; seat = next[seat] as number) {
      reachIfIn(seatSlot[seat] as number);
    }
    for (let slot = firstOpen; slot < pastVisit; slot++) {
      if (seatOf(network, slot, earlier) >= 0) reachIfIn(slot);
    }

    function reachIfIn(slot: number): void {
      if (row[slot] !== own || meeting >= 0 || seatOf(network, slot, inspector) >= 0) return;
      reachBack(hallFor(inspector, slot), inspector, -1);
    }
  }

  /** Back to the halls of a row, less those where he sits who takes a visit from them. */
  function expandRow(node: number): void {
    const own = node < otherRows ? node - leadRows : node - otherRows;
    const taker = back.link[node] as number;
    const begin = firstSlot[own] as number;
    for (let n = (firstSlot[own + 1] as number) - 1; n >= begin && meeting < 0; n--) {
      const slot = slotOf[n] as number;
      if (slot < firstOpen) break;
      back.work++;
      if (seatOf(network, slot, taker) < 0) reachBack(hallFor(taker, slot), taker, -1);
    }
  }

  /** From a hall or gate back to those who hold a seat of its kind, and to the other of the two. */
  function expandHallBack(node: number): void {
    const isGate = node >= gates;
    const slot = slotAt(node);
    const end = firstSeat[slot + 1] as number;
    for (let at = firstSeat[slot] as number; at < end && meeting < 0; at++) {
      const holder = seatInspector[at] as number;
      if (frozen[at] === 0 && (lead[holder] === 0) === isGate) reachBack(holder, node, at);
    }
    back.work += end - (firstSeat[slot] as number);
    if (meeting >= 0) return;
    if (!isGate) reachBack(node + slots, node, -1);
    else if ((others[slot] as number) < (otherRoom[slot] as number)) {
      reachBack(node - slots, node, -1);
    }
  }

  function reachOut(inspector: number, origin: number): void {
    if (out.seen[inspector] === round || zone[inspector] !== home) return;
    note(out, inspector, origin, -1);
    setFresh(inspector, false);
    if (back.seen[inspector] === round) meeting = inspector;
    else if ((load[inspector] as number) < (high[inspector] as number)) {
      reachPool(out, back, inspector);
    }
  }

  function reachBack(node: number, towards: number, through: number): void {
    if (back.seen[node] === round || zone[node] !== home) return;
    note(back, node, towards, through);
    if (out.seen[node] === round) meeting = node;
    else if (node < inspectors && (load[node] as number) > (low[node] as number)) {
      reachPool(back, out, node);
    }
  }

  function reachPool(side: Side, facing: Side, node: number): void {
    if (side.seen[pool] === round || zone[pool] !== home) return;
    side.seen[pool] = round;
    side.link[pool] = node;
    if (facing.seen[pool] === round) meeting = pool;
  }

  /** Meets at a hall or gate the way out has come to, from which an inspector takes a visit. */
  function meetAt(node: number, inspector: number): void {
    if (seatOf(network, slotAt(node), inspector) >= 0) return;
    back.link[node] = inspector;
    meeting = node;
  }

  function note(side: Side, node: number, neighbour: number, through: number): void {
    side.seen[node] = round;
    side.link[node] = neighbour;
    side.seat[node] = through;
    side.trail[side.length++] = node;
  }

  function close(side: Side): void {
    zones++;
    for (let n = 0; n < side.length; n++) zone[side.trail[n] as number] = zones;
    if (side.seen[pool] === round) zone[pool] = zones;
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

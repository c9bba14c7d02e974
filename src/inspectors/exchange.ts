import type { Bands } from './bands.js';
import { wordsFor } from './candidateRows.js';
import { listedHalls } from './listedHalls.js';
import { type Network, place, seatOf } from './network.js';
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
 * `zone` parts the nodes so that no round trip leaves a zone. Where a search runs out, all it has
 * reached becomes a zone of its own: an exchange is a round trip, and there is no way out of it (or
 * none into it), now or after any later exchange. As the side with less work runs out first, the
 * larger part is not looked at again.
 */
export interface Exchange {
  /** Says that all slots before this one are drawn. */
  readonly open: (slot: number) => void;
  /** Whether nothing known speaks against the candidate; cheap. */
  readonly isOpen: (inspector: number, slot: number) => boolean;
  /** Gives the candidate a seat of the slot; the seat, or -1 where there is none. */
  readonly seat: (inspector: number, slot: number) => number;
}

/**
 * The exchanges of a complete assignment within its bands; slots are drawn in ascending order.
 *
 * @param chunkSize - how many bundles of slots are laid out at a time by whom they list
 */
export function newExchange(network: Network, bands: Bands, chunkSize?: number): Exchange {
  const { inspectors, slots, lead, load, head, next, seatSlot, firstSeat } = network;
  const { seatInspector, frozen, others, otherRoom, rows } = network;
  const { first: firstEntry, end: endEntry, word, mask } = rows;
  const { low, high } = bands;
  const halls = listedHalls(network, chunkSize);
  const gates = inspectors + slots;
  const pool = gates + slots;
  const zone = new Int32Array(pool + 1);
  const out = newSide(pool + 1);
  const back = newSide(pool + 1);
  // What a search has not seen: nearly all arcs lead to what it has, and are passed over at once. Of
  // inspectors a bit for whom the way out can still come to, the leads and then the others; what the way
  // back can is in `halls`.
  const words = wordsFor(inspectors);
  const freshBits = new Int32Array(2 * words);
  for (let i = 0; i < inspectors; i++) setFresh(i, true);
  let zones = 0;
  let round = 0;
  let home = 0;
  let meeting = -1;
  return { open: halls.open, isOpen, seat };

  function isOpen(candidate: number, slot: number): boolean {
    const isSpent = (head[candidate] as number) < 0 && load[candidate] === high[candidate];
    return !isSpent && zone[candidate] === zone[hallFor(candidate, slot)];
  }

  function seat(candidate: number, slot: number): number {
    const target = hallFor(candidate, slot);
    if (!isOpen(candidate, slot)) return -1;
    const swapped = swap(network, bands, candidate, slot);
    if (swapped >= 0) return swapped;
    home = zone[target] as number;
    round++;
    meeting = -1;
    halls.restart();
    begin(out);
    begin(back);
    reachBack(target, -1, -1);
    reachOut(candidate, -1, -1);
    while (meeting < 0) {
      const side = out.work <= back.work ? out : back;
      if (expand(side)) continue;
      close(side);
      refresh();
      return -1;
    }
    const given = follow(meeting);
    place(network, given, candidate);
    refresh();
    return given;
  }

  /** Forgets what the search has seen. */
  function refresh(): void {
    for (let n = 0; n < out.length; n++) {
      const node = out.trail[n] as number;
      if (node < inspectors) setFresh(node, true);
    }
    for (let n = 0; n < back.length; n++) {
      const node = back.trail[n] as number;
      if (node >= inspectors) halls.put(node);
    }
  }

  function setFresh(i: number, isFresh: boolean): void {
    const at = (lead[i] === 1 ? 0 : words) + (i >> 5);
    const bits = (freshBits[at] as number) | (1 << (i & 31));
    freshBits[at] = isFresh ? bits : bits ^ (1 << (i & 31));
  }

  function hallFor(candidate: number, slot: number): number {
    return (lead[candidate] === 1 ? inspectors : gates) + slot;
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
      if (side === back) expandHallBack(node);
      else if (node < inspectors) expandInspector(node);
      else expandHall(node);
      return true;
    }
    if (side.seen[pool] !== round || side.hasPooled) return false;
    side.hasPooled = true;
    side.work += inspectors;
    for (let i = 0; i < inspectors && meeting < 0; i++) {
      if (side === out) {
        if ((load[i] as number) > (low[i] as number)) reachOut(i, pool, -1);
      } else if ((load[i] as number) < (high[i] as number)) reachBack(i, pool, -1);
    }
    return true;
  }

  function expandInspector(node: number): void {
    const offset = lead[node] === 1 ? inspectors : gates;
    for (let at = head[node] as number; at >= 0 && meeting < 0; at = next[at] as number) {
      reachOut(offset + (seatSlot[at] as number), node, at);
      out.work++;
    }
  }

  function expandHall(node: number): void {
    const isGate = node >= gates;
    const slot = isGate ? node - gates : node - inspectors;
    const through = out.seat[node] as number;
    if (isGate) reachOut(node - slots, node, through);
    else if ((others[slot] as number) < (otherRoom[slot] as number)) {
      reachOut(node + slots, node, through);
    }
    const kind = isGate ? words : 0;
    const begin = firstEntry[slot] as number;
    const end = endEntry[slot] as number;
    let entry = begin;
    for (; entry < end && meeting < 0; entry++) {
      const w = word[entry] as number;
      let bits = (mask[entry] as number) & (freshBits[kind + w] as number);
      while (bits !== 0 && meeting < 0) {
        const i = 32 * w + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        // Whoever can neither give up a visit nor take one never can again.
        if ((head[i] as number) < 0 && load[i] === high[i]) setFresh(i, false);
        else if (zone[i] === home && seatOf(network, slot, i) < 0) reachOut(i, node, -1);
      }
    }
    out.work += entry - begin;
  }

  /** Some of the slots not yet drawn that list an inspector; whether those were the last. */
  function expandListed(node: number): boolean {
    const before = halls.steps;
    const isMore = halls.some(node, (hall) => {
      const slot = hall >= gates ? hall - gates : hall - inspectors;
      if (zone[hall] === home && seatOf(network, slot, node) < 0) reachBack(hall, node, -1);
      return meeting >= 0;
    });
    back.work += halls.steps - before;
    return !isMore;
  }

  /** From a hall or gate back to those who hold a seat of its kind, and to the other of the two. */
  function expandHallBack(node: number): void {
    const isGate = node >= gates;
    const slot = isGate ? node - gates : node - inspectors;
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

  function reachOut(node: number, origin: number, through: number): void {
    if (out.seen[node] === round || zone[node] !== home) return;
    note(out, node, origin, through);
    if (node < inspectors) setFresh(node, false);
    if (back.seen[node] === round) meeting = node;
    else if (node < inspectors && (load[node] as number) < (high[node] as number)) {
      reachPool(out, back, node);
    }
  }

  function reachBack(node: number, towards: number, through: number): void {
    if (back.seen[node] === round || zone[node] !== home) return;
    note(back, node, towards, through);
    if (node >= inspectors) halls.take(node);
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

  function note(side: Side, node: number, neighbour: number, through: number): void {
    side.seen[node] = round;
    side.link[node] = neighbour;
    side.seat[node] = through;
    side.trail[side.length++] = node;
  }

  function close(side: Side): -1 {
    zones++;
    for (let n = 0; n < side.length; n++) zone[side.trail[n] as number] = zones;
    if (side.seen[pool] === round) zone[pool] = zones;
    return -1;
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
        if (left >= 0) place(network, left, node);
        left = -1;
      } else if (node < pool && before < inspectors) {
        left = (at <= turn ? out.seat[node] : back.seat[before]) as number;
      }
    }
    return left;
  }
}

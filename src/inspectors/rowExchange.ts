import type { Bands } from './bands.js';
import { entryOf, isInRow } from './candidateRows.js';
import { type Network, seatOf } from './network.js';
import { wordsFor } from './rowEntries.js';
import type { RowsByInspector } from './rowsByInspector.js';

/** Exchanges that are found row by row, where many slots share a row of candidates. */
export interface RowExchange {
  /** Says that whoever sits or sat in a slot may have changed. */
  readonly renew: (slot: number, leaving: number) => void;
  /** Says that all rows before this one are drawn. */
  readonly open: (row: number) => void;
  /**
   * Looks for an exchange that gives a candidate a seat of a slot.
   *
   * @returns what each of those moved takes, seat and inspector in turn, the candidate's at the end; it is
   * empty where none was found, which proves nothing
   */
  readonly find: (candidate: number, slot: number) => readonly number[];
}

const NONE: readonly number[] = [];

/**
 * Goes from the rows a candidate could give up seats of to all their candidates, from these to the rows
 * they hold seats of, and so on, until somebody comes who can leave the slot: 32 inspectors at a time, and a
 * row once. Where a slot differs from its row, since somebody sits there already, the exchange is found by
 * other means.
 */
export function rowExchange(network: Network, bands: Bands, listed: RowsByInspector): RowExchange {
  const { inspectors, lead, load, head, next, seatSlot, seatInspector } = network;
  const { firstSeat, frozen, others, otherRoom, rows } = network;
  const { count, row, first, end, word, mask } = rows;
  const { low, high } = bands;
  const words = wordsFor(inspectors);
  // Of each entry of a row who holds a seat of it, and the leads whose seat a non-lead could take.
  const holds = new Int32Array(mask.length);
  const loose = new Int32Array(mask.length);
  for (let slot = 0; slot < network.slots; slot++) renew(slot, -1);
  const leads = new Int32Array(words);
  for (let i = 0; i < inspectors; i++) if (lead[i] === 1) setBit(leads, i >> 5, i, true);
  // Whom the search has come to, who can leave the slot, and who has room.
  const seen = new Int32Array(words);
  const wanted = new Int32Array(words);
  // Rows for their leads, then rows for their others: over whom the search came, and in which search.
  const via = new Int32Array(2 * count);
  const round = new Int32Array(2 * count);
  const queue = new Int32Array(2 * count);
  // Who has room for a visit, and those seen because they may give one up for that; -1 while nobody has.
  let poolOf = -1;
  const pooled = new Int32Array(words);
  let search = 0;
  let reached = 0;
  let firstRow = 0;
  return { renew, open, find };

  function open(from: number): void {
    firstRow = from;
  }

  function renew(slot: number, leaving: number): void {
    const own = row[slot] as number;
    if (leaving >= 0) tell(own, leaving);
    const past = firstSeat[slot + 1] as number;
    for (let seat = firstSeat[slot] as number; seat < past; seat++) {
      tell(own, seatInspector[seat] as number);
    }
  }

  /** Notes whether somebody holds seats of a row. */
  function tell(own: number, inspector: number): void {
    let isHeld = false;
    let isLoose = false;
    for (let seat = head[inspector] as number; seat >= 0; seat = next[seat] as number) {
      const slot = seatSlot[seat] as number;
      if (row[slot] !== own) continue;
      isHeld = true;
      if (lead[inspector] === 1 && hasSlack(slot)) isLoose = true;
    }
    const entry = entryOf(rows, own, inspector);
    setBit(holds, entry, inspector, isHeld);
    setBit(loose, entry, inspector, isLoose);
  }

  function find(candidate: number, slot: number): readonly number[] {
    const leaving = whoCanLeave(candidate, slot);
    if (leaving.length === 0) return NONE;
    search++;
    reached = 0;
    seen.fill(0);
    setBit(seen, candidate >> 5, candidate, true);
    for (const i of leaving) setBit(wanted, i >> 5, i, true);
    const path = searchFrom(candidate, slot, leaving);
    for (const i of leaving) setBit(wanted, i >> 5, i, false);
    return path;
  }

  function searchFrom(candidate: number, slot: number, leaving: readonly number[]) {
    const giver = leaving.find((i) => (load[i] as number) > (low[i] as number)) ?? -1;
    poolOf = -1;
    pooled.fill(0);
    comeFrom(candidate);
    if (hasRoom(candidate)) openPool(candidate);
    for (let at = 0; at < reached; ) {
      for (; at < reached; at++) {
        const node = queue[at] as number;
        const found = goThrough(node);
        if (found < 0) continue;
        const isLast = leaving.includes(found);
        if (isLast || giver >= 0) {
          const path = pathTo(found, node, candidate, slot, isLast ? found : giver);
          if (path.length > 0) return path;
        }
        if (!isLast) openPool(found);
      }
      // Rows that list whoever can leave come first: one of them ends the search.
      for (const i of leaving) {
        const path = pathToward(i, candidate, slot);
        if (path.length > 0) return path;
      }
      for (let own = firstRow; own < count; own++) {
        comeTo(own);
        comeTo(count + own);
      }
    }
    return NONE;
  }

  /** Somebody has room for a visit, so whoever is above his low may give one up. */
  function openPool(inspector: number): void {
    poolOf = inspector;
    for (let i = 0; i < inspectors; i++) {
      const bit = 1 << (i & 31);
      const isSeen = ((seen[i >> 5] as number) & bit) !== 0;
      if (isSeen || (load[i] as number) <= (low[i] as number)) continue;
      setBit(pooled, i >> 5, i, true);
      setBit(seen, i >> 5, i, true);
    }
  }

  function hasRoom(i: number): boolean {
    return (load[i] as number) < (high[i] as number);
  }

  /** Those in a slot in whose place the candidate could sit. */
  function whoCanLeave(candidate: number, slot: number): number[] {
    const found: number[] = [];
    const past = firstSeat[slot + 1] as number;
    for (let seat = firstSeat[slot] as number; seat < past; seat++) {
      const i = seatInspector[seat] as number;
      if (frozen[seat] === 0 && fits(i, lead[candidate] === 1, slot)) found.push(i);
    }
    return found;
  }

  /** Whether a lead, or a non-lead, can take somebody's seat in a slot. */
  function fits(leaving: number, isLead: boolean, slot: number): boolean {
    return isLead || lead[leaving] === 0 || hasSlack(slot);
  }

  function hasSlack(slot: number): boolean {
    return (others[slot] as number) < (otherRoom[slot] as number);
  }

  /** To the rows of the seats a candidate holds. */
  function comeFrom(candidate: number): void {
    for (let seat = head[candidate] as number; seat >= 0; seat = next[seat] as number) {
      const own = row[seatSlot[seat] as number] as number;
      comeTo(own);
      comeTo(count + own);
    }
  }

  /** To a row, if somebody seen holds a seat of it that its leads, or its others, can take. */
  function comeTo(node: number): boolean {
    if (round[node] === search) return false;
    const holder = holderIn(node);
    if (holder < 0) return false;
    round[node] = search;
    via[node] = holder;
    queue[reached++] = node;
    return true;
  }

  function holderIn(node: number): number {
    const own = node < count ? node : node - count;
    const past = end[own] as number;
    for (let entry = first[own] as number; entry < past; entry++) {
      const w = word[entry] as number;
      const holding = holds[entry] as number;
      const giving =
        node < count ? holding : (holding & ~(leads[w] as number)) | (loose[entry] as number);
      const bits = giving & (seen[w] as number);
      if (bits !== 0) return lowestOf(w, bits);
    }
    return -1;
  }

  /** The moves over a row that lists somebody and of which somebody seen holds a seat. */
  function pathToward(inspector: number, candidate: number, slot: number): readonly number[] {
    const kind = lead[inspector] === 1 ? 0 : count;
    for (let chunk = 0; chunk < listed.chunks; chunk++) {
      const { from, first: begins, row: places } = listed.of(chunk);
      const past = begins[inspector + 1] as number;
      for (let n = begins[inspector] as number; n < past; n++) {
        const node = kind + from + (places[n] as number);
        if (!comeTo(node)) continue;
        const path = pathTo(inspector, node, candidate, slot, inspector);
        if (path.length > 0) return path;
      }
    }
    return NONE;
  }

  /** Comes to all a row lists; one of them who can leave the slot or, for the first time, has room, or -1. */
  function goThrough(node: number): number {
    const own = node < count ? node : node - count;
    const turned = node < count ? 0 : -1;
    const past = end[own] as number;
    let found = -1;
    for (let entry = first[own] as number; entry < past; entry++) {
      const w = word[entry] as number;
      const kind = (leads[w] as number) ^ turned;
      let bits = (mask[entry] as number) & kind & ~(seen[w] as number);
      if (bits === 0) continue;
      seen[w] = (seen[w] as number) | bits;
      const ends = bits & (wanted[w] as number);
      if (ends !== 0) return lowestOf(w, ends);
      if (poolOf >= 0 || found >= 0) continue;
      for (; bits !== 0 && found < 0; bits &= bits - 1) {
        const i = lowestOf(w, bits);
        if (hasRoom(i)) found = i;
      }
    }
    return found;
  }

  /** The moves on the way to `last`, whom `node` lists; then the candidate takes the seat of `leaving`. */
  function pathTo(last: number, node: number, candidate: number, slot: number, leaving: number) {
    const moves: number[] = [seatOf(network, slot, leaving), candidate];
    let taker = last;
    for (let own = node; ; own = whereSeen(taker)) {
      const giver = via[own] as number;
      const seat = seatFrom(giver, own, taker, slot);
      if (seat < 0) return NONE;
      moves.unshift(seat, taker);
      const isPooled = ((pooled[giver >> 5] as number) & (1 << (giver & 31))) !== 0;
      taker = isPooled ? poolOf : giver;
      if (taker === candidate) return moves;
    }
  }

  /** A seat of a row that one gives up and the other can take, not in the slot that is drawn; or -1. */
  function seatFrom(giver: number, node: number, taker: number, drawn: number): number {
    const own = node < count ? node : node - count;
    for (let seat = head[giver] as number; seat >= 0; seat = next[seat] as number) {
      const slot = seatSlot[seat] as number;
      if (row[slot] !== own || slot === drawn) continue;
      if (fits(giver, lead[taker] === 1, slot) && seatOf(network, slot, taker) < 0) return seat;
    }
    return -1;
  }

  /** The row over which the search came to somebody. */
  function whereSeen(inspector: number): number {
    for (let at = 0; ; at++) {
      const node = queue[at] as number;
      const own = node < count ? node : node - count;
      if ((lead[inspector] === 1) === node < count && isInRow(rows, own, inspector)) return node;
    }
  }

  function setBit(bits: Int32Array, at: number, i: number, isSet: boolean): void {
    const bit = 1 << (i & 31);
    bits[at] = isSet ? (bits[at] as number) | bit : (bits[at] as number) & ~bit;
  }

  function lowestOf(w: number, bits: number): number {
    return 32 * w + 31 - Math.clz32(bits & -bits);
  }
}

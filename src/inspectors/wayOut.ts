import { wordsFor } from './candidateRows.js';
import { seatOf } from './network.js';
import { meetAt, note, reachPool, rowAt, type Search, slotAt } from './search.js';

/** The way out of a search: who could get a visit too many. */
export interface WayOut {
  /** To an inspector, from the hall or gate where he could take a seat. */
  readonly reach: (inspector: number, origin: number) => void;
  /** From a node to those next to it. */
  readonly expand: (node: number) => void;
  /** Forgets whom the search has seen. */
  readonly forget: () => void;
}

/**
 * The way out: from an inspector to the halls and gates of the seats he could give up, and from there to
 * those they list. A row of candidates is gone through once, for the first of its slots.
 */
export function wayOut(search: Search): WayOut {
  const { network, bands, gates, zone, out, back } = search;
  const { inspectors, slots, lead, load, head, next, seatSlot, firstSeat } = network;
  const { seatInspector, others, otherRoom, rows } = network;
  const { row, first, end, word, mask } = rows;
  const { high } = bands;
  // A bit for each inspector this way can still come to, the leads and then the others: nearly all arcs lead
  // to those it has seen, and are passed over at once.
  const words = wordsFor(inspectors);
  const fresh = new Int32Array(2 * words);
  for (let i = 0; i < inspectors; i++) setFresh(i, true);
  return { reach, expand, forget };

  function forget(): void {
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

  function expand(node: number): void {
    if (node < inspectors) expandSeats(node);
    else expandHall(node);
  }

  function expandSeats(node: number): void {
    const halls = lead[node] === 1 ? inspectors : gates;
    for (let seat = head[node] as number; seat >= 0; seat = next[seat] as number) {
      reachHall(halls + (seatSlot[seat] as number), node, seat);
      out.work++;
      if (search.meeting >= 0) return;
    }
  }

  function reachHall(node: number, origin: number, through: number): void {
    const { round } = search;
    if (out.seen[node] === round || zone[node] !== search.home) return;
    note(search, out, node, origin, through);
    if (back.seen[node] === round) search.meeting = node;
    else {
      const own = rowAt(search, node);
      if (back.seen[own] === round) meetAt(search, node, back.link[own] as number);
    }
  }

  /** To those the row of a hall or gate lists, and to the other of the two where a non-lead fits. */
  function expandHall(node: number): void {
    const isGate = node >= gates;
    const slot = slotAt(search, node);
    const own = rowAt(search, node);
    if (out.seen[own] === search.round) expandLeft(node, slot, out.link[own] as number);
    else {
      out.seen[own] = search.round;
      out.link[own] = slot;
      expandRow(node, slot);
    }
    if (search.meeting >= 0) return;
    const through = out.seat[node] as number;
    if (isGate) reachHall(node - slots, node, through);
    else if ((others[slot] as number) < (otherRoom[slot] as number)) {
      reachHall(node + slots, node, through);
    }
  }

  /** To those who sit where this way came to the row before: all others it lists are seen. */
  function expandLeft(node: number, slot: number, earlier: number): void {
    const past = firstSeat[earlier + 1] as number;
    out.work += past - (firstSeat[earlier] as number);
    for (let seat = firstSeat[earlier] as number; seat < past && search.meeting < 0; seat++) {
      const i = seatInspector[seat] as number;
      if ((lead[i] === 1) === node < gates && seatOf(network, slot, i) < 0) reach(i, node);
    }
  }

  function expandRow(node: number, slot: number): void {
    const kind = node < gates ? 0 : words;
    const own = row[slot] as number;
    const past = end[own] as number;
    let entry = first[own] as number;
    out.work += past - entry;
    for (; entry < past && search.meeting < 0; entry++) {
      const w = word[entry] as number;
      let bits = (mask[entry] as number) & (fresh[kind + w] as number);
      while (bits !== 0 && search.meeting < 0) {
        const i = 32 * w + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        // Whoever can neither give up a visit nor take one never can again.
        if ((head[i] as number) < 0 && load[i] === high[i]) setFresh(i, false);
        else if (zone[i] === search.home && seatOf(network, slot, i) < 0) reach(i, node);
      }
    }
  }

  function reach(inspector: number, origin: number): void {
    if (out.seen[inspector] === search.round || zone[inspector] !== search.home) return;
    note(search, out, inspector, origin, -1);
    setFresh(inspector, false);
    if (back.seen[inspector] === search.round) search.meeting = inspector;
    else if ((load[inspector] as number) < (high[inspector] as number)) {
      reachPool(search, out, inspector);
    }
  }
}

import { seatOf } from './network.js';
import { note, reachOut, type Search } from './search.js';

/**
 * The way out goes on from somebody with a visit too many, over the seats he could give up, to all who
 * could take one. A row of candidates is gone through once for its leads and once for its others, 32 of
 * them at a time: whoever has been seen costs nothing.
 */
export function expandOut(search: Search, giver: number): void {
  const { network, bands, out, leads, fresh, zone, home, round } = search;
  const { rowOut, rowOutSlot, slotBack, slotBackTaker } = search;
  const { slots, lead, head, next, seatSlot, others, otherRoom, load, rows } = network;
  const { count, row, shared, first, end, word, mask } = rows;
  const { high } = bands;
  const isOther = lead[giver] === 0;
  for (let seat = head[giver] as number; seat >= 0; seat = next[seat] as number) {
    const slot = seatSlot[seat] as number;
    const isLoose = isOther || (others[slot] as number) < (otherRoom[slot] as number);
    // Where the way back has come to the slot both meet: a path over it twice could need its room twice.
    let taker = -1;
    if (slotBack[slot] === round) taker = slotBackTaker[slot] as number;
    else if (isLoose && slotBack[slots + slot] === round) {
      taker = slotBackTaker[slots + slot] as number;
    }
    if (taker >= 0) {
      note(out, round, taker, giver, seat);
      search.meeting = taker;
      return;
    }
    const own = row[slot] as number;
    const forLeads = rowOut[own] === round ? 0 : -1;
    const forOthers = !isLoose || rowOut[count + own] === round ? 0 : -1;
    if (shared[own] === 1) {
      if (forLeads === 0) expandLeft(search, giver, seat, rowOutSlot[own] as number, 1);
      if (isLoose && forOthers === 0) {
        expandLeft(search, giver, seat, rowOutSlot[count + own] as number, 0);
      }
      if (search.meeting >= 0) return;
    }
    out.work++;
    if (forLeads + forOthers === 0) continue;
    if (forLeads !== 0) {
      rowOut[own] = round;
      rowOutSlot[own] = slot;
    }
    if (forOthers !== 0) {
      rowOut[count + own] = round;
      rowOutSlot[count + own] = slot;
    }
    const past = end[own] as number;
    let entry = first[own] as number;
    out.work += past - entry;
    for (; entry < past; entry++) {
      const w = word[entry] as number;
      const kind = leads[w] as number;
      const asked = (kind & forLeads) | (~kind & forOthers);
      let bits = (mask[entry] as number) & (fresh[w] as number) & asked;
      for (; bits !== 0; bits &= bits - 1) {
        const i = 32 * w + 31 - Math.clz32(bits & -bits);
        if ((head[i] as number) < 0 && load[i] === high[i]) {
          // Whoever can neither give up a visit nor take one never can again.
          fresh[w] = (fresh[w] as number) & ~(1 << (i & 31));
        } else if (zone[i] === home && seatOf(network, slot, i) < 0) {
          reachOut(search, i, giver, seat);
          if (search.meeting >= 0) return;
        }
      }
    }
  }
}

/** To those who sit where the way out came to a row before: all others of the kind it lists are seen. */
function expandLeft(
  search: Search,
  giver: number,
  seat: number,
  earlier: number,
  kind: number,
): void {
  const { network, out, zone, home, round } = search;
  const { lead, seatSlot, firstSeat, seatInspector } = network;
  const slot = seatSlot[seat] as number;
  const past = firstSeat[earlier + 1] as number;
  out.work += past - (firstSeat[earlier] as number);
  for (let at = firstSeat[earlier] as number; at < past && search.meeting < 0; at++) {
    const i = seatInspector[at] as number;
    if (lead[i] !== kind || out.seen[i] === round || zone[i] !== home) continue;
    if (seatOf(network, slot, i) < 0) reachOut(search, i, giver, seat);
  }
}

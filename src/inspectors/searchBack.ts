import { seatOf } from './network.js';
import { reachBack, type Search } from './search.js';

/** How many rows of an inspector the way back looks at before the way out has its turn. */
const STRETCH = 64;

/**
 * The way back goes on from somebody who could take a visit, over some of the rows that list him, from
 * the last one back, to all who could give him one.
 *
 * @returns whether those rows were the last
 */
export function expandBack(search: Search, taker: number): boolean {
  const { network, listed, back, firstRow, round, slotBack } = search;
  const { slots, lead, rows } = network;
  const { shared, firstSlot, slot: slotOf } = rows;
  const isBegun = search.chunk >= 0;
  if (!isBegun) {
    search.chunk = listed.chunks - 1;
    noteWhereHeSits(search, taker);
  }
  const { from, first, row } = listed.of(search.chunk);
  const begin = first[taker] as number;
  let at = isBegun ? search.place : (first[taker + 1] as number) - 1;
  const stop = Math.max(begin, at - STRETCH);
  const kind = lead[taker] === 1 ? 0 : slots;
  back.work += at - stop + 1;
  let isPast = false;
  for (; at >= stop && search.meeting < 0; at--) {
    const own = from + (row[at] as number);
    if (own < firstRow) {
      isPast = true;
      break;
    }
    if (shared[own] === 1) expandShared(search, own, taker);
    else {
      const slot = slotOf[firstSlot[own] as number] as number;
      if (slotBack[slot] !== round && slotBack[kind + slot] !== round) {
        expandSlot(search, slot, taker);
      }
    }
  }
  search.place = at;
  if (search.meeting >= 0 || (!isPast && at >= begin)) return false;
  if (!isPast && from > firstRow) {
    search.chunk--;
    search.place = (listed.of(search.chunk).first[taker + 1] as number) - 1;
    return false;
  }
  search.chunk = -1;
  return true;
}

/** Notes in which rows an inspector sits. */
function noteWhereHeSits(search: Search, inspector: number): void {
  const { network, sits, firstOpen, pastVisit } = search;
  const { head, next, seatSlot, rows } = network;
  search.turn++;
  for (let seat = head[inspector] as number; seat >= 0; seat = next[seat] as number) {
    sits[rows.row[seatSlot[seat] as number] as number] = search.turn;
  }
  for (let slot = firstOpen; slot < pastVisit; slot++) {
    if (seatOf(network, slot, inspector) >= 0) sits[rows.row[slot] as number] = search.turn;
  }
}

/** From all slots of a row, or, if the way back came to it before, from those where he sits who did. */
function expandShared(search: Search, own: number, taker: number): void {
  const { network, back, round, firstOpen, pastVisit } = search;
  const { rowBack, rowBackTaker, rowBackSits, sits, turn } = search;
  const { lead, head, next, seatSlot, rows } = network;
  const { count, row, firstSlot, slot: slotOf } = rows;
  const kind = lead[taker] === 1 ? 0 : count;
  const earlier = rowBack[own] === round ? own : kind + own;
  if (rowBack[earlier] !== round) {
    rowBack[kind + own] = round;
    rowBackTaker[kind + own] = taker;
    rowBackSits[kind + own] = sits[own] === turn ? 1 : 0;
    const begin = firstSlot[own] as number;
    for (let n = (firstSlot[own + 1] as number) - 1; n >= begin && search.meeting < 0; n--) {
      const slot = slotOf[n] as number;
      if (slot < firstOpen) break;
      back.work++;
      expandSlot(search, slot, taker);
    }
  } else if (rowBackSits[earlier] === 1) {
    const before = rowBackTaker[earlier] as number;
    for (let seat = head[before] as number; seat >= 0; seat = next[seat] as number) {
      const slot = seatSlot[seat] as number;
      if (row[slot] === own && search.meeting < 0) expandSlot(search, slot, taker);
    }
    for (let slot = firstOpen; slot < pastVisit; slot++) {
      if (row[slot] !== own || search.meeting >= 0) continue;
      if (seatOf(network, slot, before) >= 0) expandSlot(search, slot, taker);
    }
  }
}

/** From a slot to those who could give up a seat of it to somebody: a lead fits anywhere. */
function expandSlot(search: Search, slot: number, taker: number): void {
  const { network, back, round, slotBack, slotBackTaker } = search;
  const { slots, lead, others, otherRoom, firstSeat, seatInspector, frozen } = network;
  const isLead = lead[taker] === 1;
  const mark = isLead ? slot : slots + slot;
  if (slotBack[slot] === round || slotBack[mark] === round) return;
  if (seatOf(network, slot, taker) >= 0) return;
  slotBack[mark] = round;
  slotBackTaker[mark] = taker;
  const isLoose = isLead || (others[slot] as number) < (otherRoom[slot] as number);
  const past = firstSeat[slot + 1] as number;
  back.work += past - (firstSeat[slot] as number);
  for (let seat = firstSeat[slot] as number; seat < past && search.meeting < 0; seat++) {
    const holder = seatInspector[seat] as number;
    if (frozen[seat] === 0 && (isLoose || lead[holder] === 0)) {
      reachBack(search, holder, taker, seat);
    }
  }
}

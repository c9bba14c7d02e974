import type { Bands } from './bands.js';
import { isListed } from './candidateRows.js';
import { type Network, seatOf } from './network.js';

/**
 * The exchanges that need no search, three of four: with somebody in the team, where both bands
 * allow it, or where he can take over one of the candidate's other visits.
 *
 * @param move - puts an inspector on a seat
 * @returns the seat of the slot the candidate has then, or -1 where there is no such exchange
 */
export function swap(
  network: Network,
  { low, high }: Bands,
  candidate: number,
  slot: number,
  move: (seat: number, inspector: number) => void,
): number {
  const { lead, load, head, next, seatSlot, firstSeat, seatInspector } = network;
  const { frozen, others, otherRoom, rows } = network;
  const isLead = lead[candidate] === 1;
  const isLoose = isLead || (others[slot] as number) < (otherRoom[slot] as number);
  const hasRoom = (load[candidate] as number) < (high[candidate] as number);
  const end = firstSeat[slot + 1] as number;
  for (let seat = firstSeat[slot] as number; seat < end; seat++) {
    const holder = seatInspector[seat] as number;
    const isOther = lead[holder] === 0;
    if (frozen[seat] === 1 || !(isOther || isLoose)) continue;
    if (hasRoom && (load[holder] as number) > (low[holder] as number)) {
      move(seat, candidate);
      return seat;
    }
    for (let at = head[candidate] as number; at >= 0; at = next[at] as number) {
      const given = seatSlot[at] as number;
      const fits = !(isLead && isOther) || (others[given] as number) < (otherRoom[given] as number);
      if (fits && isListed(rows, given, holder) && seatOf(network, given, holder) < 0) {
        move(at, holder);
        move(seat, candidate);
        return seat;
      }
    }
  }
  return -1;
}

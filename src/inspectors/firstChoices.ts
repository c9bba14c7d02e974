import type { Bands } from './bands.js';
import { fillByPaths } from './complete.js';
import { liftLoads } from './loads.js';
import { type Network, openFrom, place, vacate } from './network.js';
import type { PairOrder } from './ticketOrder.js';
import { newWalk } from './walk.js';

/** A visit's id and its slots, `from` to `to - 1`. */
export interface VisitSlots {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** The first candidates of each visit in ticket order, `KEPT` places a visit, -1 where there are fewer. */
export interface FirstChoices {
  readonly inspector: Int32Array;
  readonly slot: Int32Array;
}

/** Candidates of a visit that are kept in order: nearly every team is full before they run out. */
export const KEPT = 16;

/**
 * Seats the teams anew, by ticket, as far as that needs no look ahead, and makes a complete
 * assignment within the bands out of it.
 *
 * The lottery may begin with any such assignment and accepts at once whoever sits in it: from this one
 * it has few exchanges left to make. Where 5,000 inspectors are one district that is a twentieth of
 * the time.
 *
 * @param network - a complete assignment with balanced loads
 * @param bands - its bands
 */
export function seatByTicket(
  network: Network,
  bands: Bands,
  order: PairOrder,
  visits: readonly VisitSlots[],
): FirstChoices {
  const { lead, size, otherRoom, candidates, load, filled, others, firstSeat } = network;
  const { first, end, inspector } = candidates;
  const { high } = bands;
  const slotOf = new Int32Array(network.inspectors);
  const kept = {
    inspector: new Int32Array(KEPT * visits.length).fill(-1),
    slot: new Int32Array(KEPT * visits.length),
  };
  vacate(network);
  visits.forEach(({ id, from, to }, v) => {
    order.setVisit(id);
    let missing = 0;
    for (let slot = from; slot < to; slot++) {
      missing += size[slot] as number;
      const [begin, past] = [first[slot] as number, end[slot] as number];
      order.addAll(inspector, begin, past);
      if (to - from === 1) continue;
      for (let arc = begin; arc < past; arc++) slotOf[inspector[arc] as number] = slot;
    }
    for (let n = 0; n < KEPT || missing > 0; n++) {
      const i = order.take();
      if (i < 0) break;
      const slot = to - from === 1 ? from : (slotOf[i] as number);
      if (n < KEPT) {
        kept.inspector[KEPT * v + n] = i;
        kept.slot[KEPT * v + n] = slot;
      }
      if ((load[i] as number) >= (high[i] as number) || filled[slot] === size[slot]) continue;
      if (lead[i] === 0 && (others[slot] as number) >= (otherRoom[slot] as number)) continue;
      place(network, (firstSeat[slot] as number) + (filled[slot] as number), i);
      missing--;
    }
  });
  // The bands hold an assignment, so every team is filled and nobody is left below his low.
  const walk = newWalk(network);
  const within = { ...network, capacity: high };
  ofTheLast(network, () => fillByPaths(within, walk) === undefined);
  ofTheLast(network, () => liftLoads(network, bands, walk));
  return kept;
}

/**
 * Tries it while the last slots alone give anybody up, a sixteenth of them, then twice as many, until
 * all is settled: whoever is moved from a visit drawn early is a search for the lottery, and the last
 * visits get in the end who is left over. A walk then passes over nobody's earlier seats, which are most.
 */
function ofTheLast(network: Network, isSettled: () => boolean): void {
  const { slots } = network;
  for (let parts = 16; parts >= 1; parts /= 2) {
    openFrom(network, slots - Math.floor(slots / parts));
    if (isSettled()) break;
  }
  openFrom(network, 0);
}

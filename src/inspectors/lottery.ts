import type { Exchange } from './exchange.js';
import { type FirstChoices, KEPT, type VisitSlots } from './firstChoices.js';
import { type Network, seatOf } from './network.js';
import type { PairOrder } from './ticketOrder.js';

/**
 * Draws the teams, visit after visit: candidates in ticket order, each accepted iff some complete
 * assignment within the bands holds everything accepted so far and this pair too.
 *
 * The network holds such an assignment all the time. Whoever it holds is accepted at once. Where the
 * choices that were kept run out, the others are put in order, less those who can't be exchanged into
 * the team for sure, who need no ticket.
 *
 * @param network - a complete assignment within the bands
 * @param choices - the first candidates of each visit by ticket
 * @param exchange - the exchanges of the network within these bands
 * @returns the inspectors accepted for each visit, in order
 */
export function drawByTicket(
  network: Network,
  exchange: Exchange,
  order: PairOrder,
  visits: readonly VisitSlots[],
  choices: FirstChoices,
): number[][] {
  const { lead, size, otherRoom, candidates } = network;
  const { first, end, inspector } = candidates;
  const slotOf = new Int32Array(network.inspectors);
  const tried = new Int32Array(network.inspectors).fill(-1);
  const taken = new Int32Array(network.slots);
  const others = new Int32Array(network.slots);

  return visits.map(({ id, from, to }, v) => {
    exchange.open(from, to);
    const team: number[] = [];
    let missing = 0;
    for (let slot = from; slot < to; slot++) missing += size[slot] as number;
    for (let at = KEPT * v; at < KEPT * (v + 1) && team.length < missing; at++) {
      const i = choices.inspector[at] as number;
      if (i < 0) break;
      tried[i] = v;
      if (isAccepted(i, choices.slot[at] as number)) team.push(i);
    }
    if (team.length < missing) addOthers(id, from, to, v);
    while (team.length < missing) {
      const i = order.take();
      if (isAccepted(i, slotOf[i] as number)) team.push(i);
    }
    return team;
  });

  /** Puts those in order whom the kept choices did not hold. */
  function addOthers(id: string, from: number, to: number, v: number): void {
    order.setVisit(id);
    for (let slot = from; slot < to; slot++) {
      if (taken[slot] === size[slot]) continue;
      for (let arc = first[slot] as number; arc < (end[slot] as number); arc++) {
        const i = inspector[arc] as number;
        if (tried[i] === v) continue;
        slotOf[i] = slot;
        if (exchange.isOpen(i, slot) || seatOf(network, slot, i) >= 0) order.add(i);
      }
    }
  }

  /** Accepts a candidate for good if he can have a seat. */
  function isAccepted(i: number, slot: number): boolean {
    const isOther = lead[i] === 0;
    if (taken[slot] === size[slot] || (isOther && others[slot] === otherRoom[slot])) return false;
    const held = seatOf(network, slot, i);
    const seat = held < 0 ? exchange.seat(i, slot) : held;
    if (seat < 0) return false;
    exchange.hold(seat);
    taken[slot] = (taken[slot] as number) + 1;
    if (isOther) others[slot] = (others[slot] as number) + 1;
    return true;
  }
}

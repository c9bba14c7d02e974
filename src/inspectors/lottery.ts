import type { Bands } from './bands.js';
import { newExchange } from './exchange.js';
import { freeze, type Network, seatOf } from './network.js';
import type { PairOrder } from './ticketOrder.js';

/**
 * Draws the teams, visit after visit: candidates in ticket order, each accepted iff some complete
 * assignment within the bands holds everything accepted so far and this pair too.
 *
 * The network holds such an assignment all the time. Whoever it holds is accepted at once; whoever
 * can't be exchanged into it for sure needs no ticket.
 *
 * @param network - a complete assignment within the bands
 * @returns a function from a visit and its slots, `from` to `to - 1`, to those accepted, in order
 */
export function teamDrawer(network: Network, bands: Bands, order: PairOrder) {
  const { lead, size, otherRoom, candidates } = network;
  const { first, inspector } = candidates;
  const exchange = newExchange(network, bands);
  const slotOf = new Int32Array(network.inspectors);
  const taken = new Int32Array(network.slots);
  const others = new Int32Array(network.slots);

  return (visit: string, from: number, to: number): number[] => {
    order.setVisit(visit);
    exchange.open(from);
    let missing = 0;
    for (let slot = from; slot < to; slot++) {
      missing += size[slot] as number;
      if (size[slot] === 0) continue;
      for (let arc = first[slot] as number; arc < (first[slot + 1] as number); arc++) {
        const i = inspector[arc] as number;
        slotOf[i] = slot;
        if (exchange.isOpen(i, slot) || seatOf(network, slot, i) >= 0) order.add(i);
      }
    }
    const team: number[] = [];
    while (team.length < missing) {
      const i = order.take();
      const slot = slotOf[i] as number;
      const isOther = lead[i] === 0;
      if (taken[slot] === size[slot]) continue;
      if (isOther && others[slot] === otherRoom[slot]) continue;
      const held = seatOf(network, slot, i);
      const seat = held < 0 ? exchange.seat(i, slot) : held;
      if (seat < 0) continue;
      freeze(network, seat);
      team.push(i);
      taken[slot] = (taken[slot] as number) + 1;
      if (isOther) others[slot] = (others[slot] as number) + 1;
    }
    return team;
  };
}

import { compareBytes } from 'evenhand/core';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadBands } from '../../src/inspectors/bands.js';
import { namedCandidates } from '../../src/inspectors/candidates.js';
import { complete } from '../../src/inspectors/complete.js';
import { newExchange } from '../../src/inspectors/exchange.js';
import { seatByTicket } from '../../src/inspectors/firstChoices.js';
import { balanceLoads } from '../../src/inspectors/loads.js';
import { drawByTicket } from '../../src/inspectors/lottery.js';
import { buildNetwork } from '../../src/inspectors/network.js';
import { byTicket, pairOrder } from '../../src/inspectors/ticketOrder.js';
import { newWalk } from '../../src/inspectors/walk.js';
import { type Lottery, lotteries } from './staffings.js';

const staffings = lotteries({ inspectors: 24, visits: 20, capacity: 6, size: 4, eligible: 8 });

/** A network with teams seated by ticket, and all that the lottery needs; none where persons lack. */
function seated({ visits, inspectors, visitKey, pairKey }: Lottery) {
  const staff = inspectors.toSorted((a, b) => compareBytes(a.id, b.id));
  const ordered = byTicket(visitKey, visits);
  const network = buildNetwork(ordered, staff, namedCandidates(staff.map(({ id }) => id)));
  const walk = newWalk(network);
  if (complete(network, walk) !== undefined) return undefined;
  balanceLoads(network, walk);
  const bands = loadBands(network);
  const order = pairOrder(
    pairKey,
    staff.map(({ id }) => id),
  );
  const slots = ordered.map(({ id }, v) => ({ id, from: v, to: v + 1 }));
  const choices = seatByTicket(network, bands, order, slots);
  return { network, bands, order, slots, choices };
}

it('seating by ticket fills every team and keeps every load inside its band', () => {
  fc.assert(
    fc.property(staffings, (lottery) => {
      const given = seated(lottery);
      fc.pre(given !== undefined);
      const { network, bands } = given;
      expect([...network.filled]).toEqual([...network.size]);
      for (let i = 0; i < network.inspectors; i++) {
        expect(network.load[i]).toBeGreaterThanOrEqual(bands.low[i] as number);
        expect(network.load[i]).toBeLessThanOrEqual(bands.high[i] as number);
      }
    }),
    { numRuns: 100 },
  );
});

it('the lottery gives the same however many of the first choices were kept or slots laid out', () => {
  let drawn = 0;
  fc.assert(
    fc.property(staffings, fc.nat(3), (lottery, fewer) => {
      const [all, some] = [seated(lottery), seated(lottery)];
      fc.pre(all !== undefined && some !== undefined);
      const choices = some.choices.inspector.map((i, at) => (at % 16 < fewer ? i : -1));
      const exchange = newExchange(all.network, all.bands);
      const teams = drawByTicket(all.network, exchange, all.order, all.slots, all.choices);
      const chunks = newExchange(some.network, some.bands, 1 + fewer);
      const again = drawByTicket(some.network, chunks, some.order, some.slots, {
        ...some.choices,
        inspector: choices,
      });
      expect(again).toEqual(teams);
      drawn++;
    }),
    { numRuns: 400 },
  );
  expect(drawn).toBeGreaterThan(200);
});

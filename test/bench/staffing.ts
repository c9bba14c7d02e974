import { sortedBy } from '../../src/core/order.js';
import { type Bands, loadBands } from '../../src/inspectors/bands.js';
import { type Candidates, namedCandidates } from '../../src/inspectors/candidates.js';
import { complete } from '../../src/inspectors/complete.js';
import { newExchange } from '../../src/inspectors/exchange.js';
import { type FirstChoices, seatByTicket } from '../../src/inspectors/firstChoices.js';
import { assignInspectors, type Staffing } from '../../src/inspectors/index.js';
import { balanceLoads } from '../../src/inspectors/loads.js';
import { drawByTicket } from '../../src/inspectors/lottery.js';
import { buildNetwork, buildNetworks } from '../../src/inspectors/network.js';
import { pairKeys } from '../../src/inspectors/pairKeys.js';
import { byTicket, pairOrder } from '../../src/inspectors/ticketOrder.js';
import { newWalk, type Walk } from '../../src/inspectors/walk.js';
import { type CityShape, cityStaffing } from './city.js';

const visitKey = '1cc425f897fc0221d7271eab1e15835aa7e7a36c71bc15460ab164b4b4a0e758';
const pairKey = 'd5788a32e2791b54b1095fe9ce3c2d485ec27380ecdcf85ee722e9b967765ede';

/** Seconds of processor time a piece of work takes: on a shared machine steadier than the clock. */
function seconds<T>(label: string, work: () => T): T {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  console.log(`  ${label.padEnd(52)} ${((user + system) / 1e6).toFixed(2)} s`);
  return result;
}

/** What a program without lottery, fairness or proof does: takes whoever has least. */
function plainGreedy({ visits, inspectors }: Staffing): number {
  const load = new Map(inspectors.map(({ id }) => [id, 0]));
  let seated = 0;
  for (const { size, eligible } of visits) {
    for (const id of eligible.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))) {
      if (seated++ % size === size - 1) break;
      load.set(id, (load.get(id) ?? 0) + 1);
    }
  }
  return seated;
}

const listedIn = ({ first, end, inspector }: Candidates, visit: number): Int32Array =>
  Int32Array.from(inspector.subarray(first[visit], end[visit]));

function bench(title: string, shape: CityShape): void {
  const staffing = cityStaffing(shape);
  const pairs = staffing.visits.reduce((sum, { eligible }) => sum + eligible.length, 0);
  console.log(`${title}: ${pairs} pairs`);
  const inspectors = sortedBy(staffing.inspectors, ({ id }) => id);
  const ids = inspectors.map(({ id }) => id);
  const visits = byTicket(visitKey, staffing.visits);

  seconds('reference: greedy, sorting each list', () => plainGreedy(staffing));
  const districts = seconds('read the lists, find the districts', () =>
    buildNetworks(visits, inspectors, namedCandidates(ids)),
  );
  const walks = districts.map(({ network }) => newWalk(network));
  const isShort = seconds('fill every team', () =>
    districts.map(({ network }, d) => complete(network, walks[d] as Walk)),
  ).some((reached) => reached !== undefined);
  if (!isShort) {
    const { candidates } = buildNetwork(visits, inspectors, namedCandidates(ids));
    seconds('reference: all pair tickets, 52 bits, nothing else', () => {
      const keys = pairKeys(pairKey, ids);
      const column = new Float64Array(ids.length);
      let sum = 0;
      visits.forEach(({ id }, v) => {
        keys.setVisit(id);
        const listed = listedIn(candidates, v);
        keys.of(listed, listed.length, column);
        sum += column[0] as number;
      });
      return sum;
    });
    seconds('all pair tickets, and every list in full order', () => {
      const order = pairOrder(pairKey, ids);
      let last = -1;
      visits.forEach(({ id }, v) => {
        order.setVisit(id);
        for (const i of listedIn(candidates, v)) order.add(i);
        for (let i = order.take(); i >= 0; i = order.take()) last = i;
      });
      return last;
    });
    districts.forEach(({ network }, d) => void balanceLoads(network, walks[d] as Walk));
    const bands = districts.map(({ network }) => loadBands(network));
    const drawn = districts.map((district) => ({
      ...district,
      order: pairOrder(
        pairKey,
        Array.from(district.inspectors, (i) => ids[i] as string),
      ),
      slots: Array.from(district.visits, (v, n) => ({
        id: visits[v]?.id as string,
        from: n,
        to: n + 1,
      })),
    }));
    const choices = seconds('all pair tickets, teams seated by ticket, loads', () =>
      drawn.map(({ network, order, slots }, d) =>
        seatByTicket(network, bands[d] as Bands, order, slots),
      ),
    );
    seconds('the lottery with its exchanges', () =>
      drawn.map(({ network, order, slots }, d) =>
        drawByTicket(
          network,
          newExchange(network, bands[d] as Bands),
          order,
          slots,
          choices[d] as FirstChoices,
        ),
      ),
    );
  }
  const { status } = seconds('assignInspectors, everything', () =>
    assignInspectors({ visitKey, pairKey, ...staffing }),
  );
  console.log(`  ${status}`);
}

const city: CityShape = {
  visits: 100_000,
  inspectors: 5_000,
  candidates: [50, 300],
  districts: 10,
  slack: 1.3,
};
bench('20,000 visits × 2,000 officers, one district', {
  ...city,
  visits: 20_000,
  inspectors: 2_000,
  districts: 1,
});
bench('100,000 visits × 5,000 officers, 10 districts', city);
bench('100,000 visits × 5,000 officers, one district', { ...city, districts: 1 });
bench('100,000 visits × 5,000 officers, too few', { ...city, slack: 0.98 });

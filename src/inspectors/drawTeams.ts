import { sortedBy } from '../core/order.js';
import { loadBands } from './bands.js';
import { complete } from './complete.js';
import { balanceLoads } from './loads.js';
import { teamDrawer } from './lottery.js';
import { buildNetwork } from './network.js';
import { type OpenVisit, type StaffInspector, slotsOf } from './staffing.js';
import { pairOrder } from './ticketOrder.js';
import { newWalk } from './walk.js';
import { recountWitness, type Witness } from './witness.js';

/** How many visits an inspector has, and the band fair loads allow him, earlier rounds apart. */
export interface Load {
  readonly inspector: string;
  readonly load: number;
  readonly low: number;
  readonly high: number;
}

/** Those drawn for each visit, in order of acceptance, or the proof that they can't be. */
export type Drawn =
  | {
      readonly status: 'assigned';
      readonly drawn: readonly (readonly string[])[];
      readonly loads: readonly Load[];
    }
  | { readonly status: 'infeasible'; readonly witness: Witness };

/**
 * The four steps of `double-random/1` §3 for visits already in the order of the lottery.
 *
 * @throws `bad-key` | `unknown-candidate` | `repeated-candidate`
 */
export function drawTeams(
  visits: readonly OpenVisit[],
  staff: readonly StaffInspector[],
  pairKey: string,
): Drawn {
  const inspectors = sortedBy(staff, ({ id }) => id);
  const ids = inspectors.map(({ id }) => id);
  const order = pairOrder(pairKey, ids);
  const network = buildNetwork(visits, inspectors);
  const walk = newWalk(network);

  const reached = complete(network, walk);
  if (reached !== undefined) {
    const within = reached.map((i) => ids[i] as string);
    return { status: 'infeasible', witness: recountWitness({ visits, inspectors }, within) };
  }
  balanceLoads(network, walk);
  const bands = loadBands(network);

  const drawTeam = teamDrawer(network, bands, order);
  let slot = 0;
  const drawn = visits.map((visit) => {
    const from = slot;
    slot += slotsOf(visit).length;
    return drawTeam(visit.id, from, slot).map((i) => ids[i] as string);
  });
  const loads = ids.map((inspector, i) => ({
    inspector,
    load: network.load[i] as number,
    low: bands.low[i] as number,
    high: bands.high[i] as number,
  }));
  return { status: 'assigned', drawn, loads };
}

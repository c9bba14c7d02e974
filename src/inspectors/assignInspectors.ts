import { sortedBy } from '../core/order.js';
import { loadBands } from './bands.js';
import { complete } from './complete.js';
import { balanceLoads } from './loads.js';
import { teamDrawer } from './lottery.js';
import { buildNetwork, candidatesOf } from './network.js';
import { checkStaffing, type StaffInspector, type Staffing } from './staffing.js';
import { byTicket, pairOrder } from './ticketOrder.js';
import { newWalk } from './walk.js';
import { recountWitness, type Witness } from './witness.js';

/** The drawn team of a visit: members in order of acceptance; the leader is the first lead among them. */
export interface Team {
  readonly visit: string;
  readonly members: readonly string[];
  readonly leader: string;
}

/** How many visits an inspector has, and the band fair loads allow him. */
export interface Load {
  readonly inspector: string;
  readonly load: number;
  readonly low: number;
  readonly high: number;
}

/** The teams by ascending visit ticket and the loads by inspector id, or the proof that none exist. */
export type Assignment =
  | {
      readonly status: 'assigned';
      readonly teams: readonly Team[];
      readonly loads: readonly Load[];
    }
  | { readonly status: 'infeasible'; readonly witness: Witness };

/**
 * Draws a team for every visit, so that each officer has a fair share and nobody chose anybody.
 *
 * Each team has distinct members out of the visit's candidates, at least one of them a lead. Loads
 * differ from the fairest possible by at most one. Within that, chance alone decides: visits in the
 * order of their tickets, candidates in the order of their pair tickets, each taken if all visits
 * can still be staffed. The order of the input changes nothing. With no visits all loads are 0.
 *
 * It is not promised that all assignments have the same chance: only that each assignment inside the
 * bands has one, and that inspectors with the same eligibility have the same.
 *
 * @param input.visitKey - the draw key of purpose `visit`, 64 hex digits
 * @param input.pairKey - the draw key of purpose `pair`, or `pair:2` and on for re-runs
 * @param input.visits - team sizes of at least 2, and the ids of who is eligible
 * @param input.inspectors - capacity is the number of visits one can take, 0 or more
 * @returns the teams and loads, or a witness that anyone can recount with `checkWitness`
 * @throws `bad-id` | `bad-key` | `bad-team-size` | `bad-capacity` | `repeated-visit` |
 * `repeated-inspector` | `repeated-candidate` | `unknown-candidate`
 *
 * @source double-random/1 §3; worked by hand in docs/inspectors.md
 * @example
 * ```ts
 * import { assignInspectors } from 'evenhand/inspectors';
 *
 * const result = assignInspectors({
 *   visitKey: '1cc425f897fc0221d7271eab1e15835aa7e7a36c71bc15460ab164b4b4a0e758',
 *   pairKey: 'd5788a32e2791b54b1095fe9ce3c2d485ec27380ecdcf85ee722e9b967765ede',
 *   visits: [{ id: 'firm/census', size: 2, eligible: ['JC-000003', 'JC-000004'] }],
 *   inspectors: [
 *     { id: 'JC-000003', lead: true, capacity: 5 },
 *     { id: 'JC-000004', lead: false, capacity: 5 },
 *   ],
 * });
 * result.status === 'assigned' && result.teams[0]?.leader; // => 'JC-000003'
 * ```
 */
export function assignInspectors(
  input: Staffing & { readonly visitKey: string; readonly pairKey: string },
): Assignment {
  checkStaffing(input);
  const inspectors = sortedBy(input.inspectors, ({ id }) => id);
  const visits = byTicket(input.visitKey, input.visits);
  const inOrder = pairOrder(input.pairKey);
  const network = buildNetwork({ visits, inspectors });
  const walk = newWalk(network);
  const idOf = (inspector: number): string => (inspectors[inspector] as StaffInspector).id;

  const unfilled = complete(network, walk);
  if (unfilled !== undefined) {
    return { status: 'infeasible', witness: recountWitness(input, unfilled.map(idOf)) };
  }
  balanceLoads(network, walk);
  const bands = loadBands(network, walk);

  const drawTeam = teamDrawer(network, walk, bands);
  const teams = visits.map(({ id }, visit): Team => {
    const candidates = candidatesOf(network, visit).map((c) => ({ ...c, id: idOf(c.inspector) }));
    const drawn = drawTeam(visit, inOrder(id, candidates));
    const members = drawn.map((member) => member.id);
    const leader = drawn.find(({ inspector }) => network.lead[inspector] === 1);
    return { visit: id, members, leader: (leader as { id: string }).id };
  });
  const loads = inspectors.map(
    ({ id }, i): Load => ({
      inspector: id,
      load: network.load[i] as number,
      low: bands.low[i] as number,
      high: bands.high[i] as number,
    }),
  );
  return { status: 'assigned', teams, loads };
}

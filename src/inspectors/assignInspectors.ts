import { requireArgument } from '../core/argument.js';
import { sortedBy } from '../core/order.js';
import { type CandidateLists, namedCandidates } from './candidates.js';
import { drawListed, type Load } from './drawTeams.js';
import {
  checkStaffing,
  type StaffedVisit,
  type StaffInspector,
  type TeamSizes,
} from './staffing.js';
import type { Team } from './team.js';
import { byTicket } from './ticketOrder.js';
import type { Witness } from './witness.js';

export type { Load } from './drawTeams.js';
export type { Team } from './team.js';

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
 * With `partners`, each authority's slot is filled out of its own candidates, and the lead comes from
 * the lead authority. With `carried`, loads are fair together with those of earlier rounds; `load`,
 * `low` and `high` still count this round alone.
 *
 * @param input.visits - team sizes of at least 2 (with partners, of at least 1 a slot), and the ids
 * of who is eligible
 * @param input.inspectors - capacity is the number of visits one can take, 0 or more
 * @returns the teams and loads, or a witness that anyone can recount with `checkWitness`
 * @throws `bad-id` | `bad-key` | `bad-team-size` | `bad-capacity` | `bad-carried` | `repeated-visit` |
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
export function assignInspectors(input: {
  readonly visitKey: string;
  readonly pairKey: string;
  readonly visits: readonly StaffedVisit[];
  readonly inspectors: readonly StaffInspector[];
}): Assignment {
  requireArgument('assignInspectors', 'input', input, { visits: 'array', inspectors: 'array' });
  return assignListed(input, namedCandidates);
}

/**
 * `assignInspectors` where who is eligible is known by number, which spares a city's millions of
 * candidates their ids.
 *
 * @param listsOf - the lists, given the ids of the inspectors by number
 */
export function assignListed<V extends TeamSizes>(
  input: {
    readonly visitKey: string;
    readonly pairKey: string;
    readonly visits: readonly V[];
    readonly inspectors: readonly StaffInspector[];
  },
  listsOf: (ids: readonly string[]) => CandidateLists<V>,
): Assignment {
  checkStaffing(input);
  const visits = byTicket(input.visitKey, input.visits);
  const inspectors = sortedBy(input.inspectors, ({ id }) => id);
  const lists = listsOf(inspectors.map(({ id }) => id));
  const result = drawListed(visits, inspectors, input.pairKey, lists);
  if (result.status === 'infeasible') return result;
  const teams = visits.map(({ id }, v): Team => {
    const { members = [], leader } = result.drawn[v] ?? {};
    return { visit: id, members, leader: leader as string };
  });
  return { status: 'assigned', teams, loads: result.loads };
}

import { requireArgument } from '../core/argument.js';
import type { Assignment } from './assignInspectors.js';
import { drawTeams } from './drawTeams.js';
import { teamMaker } from './team.js';
import { byTicket } from './ticketOrder.js';
import { type Amendment, amend } from './vacancies.js';

/**
 * Fills the places of absent inspectors, and leaves every other pair of a published draw as it is.
 *
 * Who stays in an affected visit counts as accepted. The vacant places are drawn as by
 * `assignInspectors`, within what is left of each inspector's capacity, so that the vacancies are
 * shared fairly; earlier loads don't count. The first lead in order of acceptance leads. An absent
 * inspector is no candidate for the visits he is absent from.
 *
 * @param input.visitKey - of the draw itself: the seed never changes
 * @param input.pairKey - the draw key of purpose `pair:2`, for the next absence `pair:3`, and so on
 * @returns all teams in the order given, and the loads and bands of the vacancies alone; or a
 * witness, which `checkWitness` counts against `vacancies(input)`
 * @throws `bad-key` | `unknown-inspector` | `unknown-visit` | `bad-team`, and what
 * `assignInspectors` throws
 *
 * @source double-random/1 §4, amendments
 * @example
 * ```ts
 * import { refillTeams } from 'evenhand/inspectors';
 *
 * const result = refillTeams({
 *   visitKey: '1cc425f897fc0221d7271eab1e15835aa7e7a36c71bc15460ab164b4b4a0e758',
 *   pairKey: '0'.repeat(64),
 *   visits: [{ id: 'firm/census', size: 2, eligible: ['JC-1', 'JC-2', 'JC-3'] }],
 *   inspectors: [
 *     { id: 'JC-1', lead: true, capacity: 5 },
 *     { id: 'JC-2', lead: false, capacity: 5 },
 *     { id: 'JC-3', lead: true, capacity: 5 },
 *   ],
 *   teams: [{ visit: 'firm/census', members: ['JC-1', 'JC-2'], leader: 'JC-1' }],
 *   absences: [{ inspector: 'JC-1' }],
 * });
 * const team = { visit: 'firm/census', members: ['JC-2', 'JC-3'], leader: 'JC-3' };
 * result.status === 'assigned' && result.teams[0]; // => team
 * ```
 */
export function refillTeams(
  input: Amendment & { readonly visitKey: string; readonly pairKey: string },
): Assignment {
  requireArgument('refillTeams', 'input', input, { teams: 'array' });
  const { open, staying } = amend(input);
  const visits = byTicket(input.visitKey, open.visits);
  const result = drawTeams(visits, open.inspectors, input.pairKey);
  if (result.status === 'infeasible') return result;
  const teamOf = teamMaker(input);
  const refilled = new Map(
    visits.map(({ id }, v) => {
      const kept = staying.get(id) as readonly string[];
      return [id, teamOf(id, [...kept, ...(result.drawn[v]?.members ?? [])])];
    }),
  );
  const teams = input.teams.map((team) => refilled.get(team.visit) ?? team);
  return { status: 'assigned', teams, loads: result.loads };
}

import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { sortedBy } from '../core/order.js';
import type { Assignment } from './assignInspectors.js';
import type { Load } from './drawTeams.js';
import type { Team } from './team.js';
import { byTicket } from './ticketOrder.js';
import type { Witness } from './witness.js';

/**
 * Puts the draws of districts that share no inspector and no visit together: the same as drawing
 * them at once, since no exchange leads from one to another.
 *
 * If some can't be assigned, the result is their witnesses in one; the others' teams are left out.
 *
 * @param visitKey - the key all parts were drawn with; so is their pair key
 * @param parts - what `assignInspectors` gave for each district
 * @throws `bad-key` | `repeated-inspector` | `repeated-visit`
 * @example
 * ```ts
 * import { joinAssignments } from 'evenhand/inspectors';
 *
 * const loads = [{ inspector: 'JC-1', load: 0, low: 0, high: 0 }];
 * const parts = [{ status: 'assigned', teams: [], loads } as const];
 * joinAssignments('0'.repeat(64), parts); // => { status: 'assigned', teams: [], loads }
 * ```
 */
export function joinAssignments(visitKey: string, parts: readonly Assignment[]): Assignment {
  requireArgument('joinAssignments', 'parts', parts, [{ status: 'string' }], 'assignInspectors(…)');
  const teams: (Team & { readonly id: string })[] = [];
  const loads: Load[] = [];
  const witnesses: Witness[] = [];
  for (const part of parts) {
    if (part.status === 'infeasible') witnesses.push(part.witness);
    else {
      for (const team of part.teams) teams.push({ ...team, id: team.visit });
      for (const load of part.loads) loads.push(load);
    }
  }
  const inspectors = witnesses.flatMap((witness) => witness.inspectors);
  refuseRepeats('inspector', [...loads.map(({ inspector }) => inspector), ...inspectors]);
  refuseRepeats(
    'visit',
    teams.map(({ visit }) => visit),
  );
  const ordered = byTicket(visitKey, teams);
  if (witnesses.length > 0) {
    const total = (sum: 'needed' | 'capacity' | 'missing'): number =>
      witnesses.reduce((all, witness) => all + witness[sum], 0);
    const witness = {
      inspectors: sortedBy(inspectors, (id) => id),
      needed: total('needed'),
      capacity: total('capacity'),
      missing: total('missing'),
    };
    return { status: 'infeasible', witness };
  }
  return {
    status: 'assigned',
    teams: ordered.map(({ visit, members, leader }) => ({ visit, members, leader })),
    loads: sortedBy(loads, ({ inspector }) => inspector),
  };
}

function refuseRepeats(what: 'inspector' | 'visit', ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id))
      throw mistake(`repeated-${what}`, `the ${what} \`${id}\` is in two parts`, { id });
    seen.add(id);
  }
}

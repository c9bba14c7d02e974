import { type StaffedVisit, slotsOf } from '../../inspectors/staffing.js';
import { checkWitness } from '../../inspectors/witness.js';
import type { Plan } from '../../plan/plan.js';
import { roundsOf, slotRules, withCandidates } from '../../plan/teamSlots.js';
import type { Inspector } from '../../register/nouns.js';
import { type Finding, firstFinding, repeated } from './law.js';

/** Teams of distinct members who may go there, as many of each slot as asked for, led by a lead. */
export function areTeamsLawful(plan: Plan): Finding {
  if (plan.staffing.status === 'infeasible') return undefined;
  const leads = new Set(plan.prepared.inspectors.filter(({ lead }) => lead).map(({ id }) => id));
  const staffed = slotted(plan);
  return firstFinding(plan.visits, ({ id, members = [], leader = '' }) => {
    const slots = slotsOf(staffed.get(id) as StaffedVisit);
    const size = slots.reduce((sum, slot) => sum + slot.size, 0);
    if (members.length !== size) return `the team of \`${id}\` is not of \`${size}\``;
    if (!leads.has(leader) || !members.includes(leader) || !slots[0]?.eligible.includes(leader)) {
      return `nobody may lead \`${id}\``;
    }
    const filled = slots.every(
      (slot) => members.filter((member) => slot.eligible.includes(member)).length === slot.size,
    );
    if (!filled) return `somebody may not go to \`${id}\` in his authority's place`;
    return repeated(members, `the team of \`${id}\`:`);
  });
}

/** Every load is the number of visits of its period, inside its band and the inspector's capacity. */
export function areLoadsFair({ prepared, staffing, visits }: Plan): Finding {
  if (staffing.status === 'infeasible') return undefined;
  return firstFinding(roundsOf(visits, prepared.teams?.capacityPer), ([{ period }, own]) =>
    firstFinding(prepared.inspectors, ({ id, capacity }: Inspector) => {
      const load = staffing.loads.find((one) => one.inspector === id && one.period === period);
      const counted = own.filter(({ members = [] }) => members.includes(id)).length;
      // Of a period only those are told who could be drawn in it.
      if (load === undefined && period !== undefined && counted === 0) return undefined;
      if (load?.load !== counted)
        return `\`${id}\` has \`${counted}\` visits, load \`${load?.load}\``;
      const isIn = load.low <= counted && counted <= load.high && counted <= capacity;
      return isIn ? undefined : `\`${id}\` has \`${counted}\` visits, outside the fair band`;
    }),
  );
}

/** Where no team can be found, the proof can be recounted. */
export function isShortageProven(plan: Plan): Finding {
  const { prepared, staffing, visits } = plan;
  if (staffing.status === 'assigned') return undefined;
  const { period, ...witness } = staffing.witness;
  const staffed = slotted(plan);
  const own = roundsOf(visits, prepared.teams?.capacityPer).find(([one]) => one.period === period);
  const recounted = checkWitness(
    {
      visits: (own?.[1] ?? []).map(({ id }) => staffed.get(id) as StaffedVisit),
      inspectors: prepared.inspectors,
    },
    witness,
  );
  return recounted ? undefined : 'the witness does not prove the shortage';
}

/** The visits with their candidates, those included whom a soft rule let in. */
function slotted({ prepared, visits, relaxations }: Plan): Map<string, StaffedVisit> {
  const rules = slotRules(prepared.inspectors, prepared.items, prepared.teams);
  return new Map(
    visits.map((visit) => {
      const letIn = relaxations.flatMap((one) => (one.visit === visit.id ? one.inspectors : []));
      return [visit.id, withCandidates(visit, rules, [], letIn)];
    }),
  );
}

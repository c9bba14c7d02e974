import { eligibleInspectors } from '../../inspectors/eligibleInspectors.js';
import { checkWitness } from '../../inspectors/witness.js';
import type { Plan, PlanVisit } from '../../plan/plan.js';
import type { Inspector } from '../../register/nouns.js';
import { type Finding, firstFinding, repeated } from './law.js';

/** Teams of distinct members who may go there, as many as asked for, led by a lead. */
export function areTeamsLawful(plan: Plan): Finding {
  if (plan.staffing.status === 'infeasible') return undefined;
  const leads = new Set(plan.prepared.inspectors.filter(({ lead }) => lead).map(({ id }) => id));
  return firstFinding(plan.visits, (visit) => {
    const { id, members = [], leader = '', teamSize } = visit;
    if (members.length !== teamSize) return `the team of \`${id}\` is not of \`${teamSize}\``;
    if (!leads.has(leader) || !members.includes(leader)) return `nobody may lead \`${id}\``;
    const eligible = eligibleFor(visit, plan);
    const stranger = members.find((member) => !eligible.includes(member));
    if (stranger !== undefined) return `\`${stranger}\` may not go to \`${id}\``;
    return repeated(members, `the team of \`${id}\`:`);
  });
}

/** Every load is the number of visits, inside its band and the inspector's capacity. */
export function areLoadsFair({ prepared, staffing, visits }: Plan): Finding {
  if (staffing.status === 'infeasible') return undefined;
  return firstFinding(prepared.inspectors, ({ id, capacity }: Inspector) => {
    const load = staffing.loads.find(({ inspector }) => inspector === id);
    const counted = visits.filter(({ members = [] }) => members.includes(id)).length;
    if (load?.load !== counted)
      return `\`${id}\` has \`${counted}\` visits, load \`${load?.load}\``;
    const isIn = load.low <= counted && counted <= load.high && counted <= capacity;
    return isIn ? undefined : `\`${id}\` has \`${counted}\` visits, outside the fair band`;
  });
}

/** Where no team can be found, the proof can be recounted. */
export function isShortageProven(plan: Plan): Finding {
  const { prepared, staffing, visits } = plan;
  if (staffing.status === 'assigned') return undefined;
  const recounted = checkWitness(
    {
      visits: visits.map((visit) => ({
        id: visit.id,
        size: visit.teamSize,
        eligible: eligibleFor(visit, plan),
      })),
      inspectors: prepared.inspectors,
    },
    staffing.witness,
  );
  return recounted ? undefined : 'the witness does not prove the shortage';
}

function eligibleFor(visit: PlanVisit, { prepared }: Plan): readonly string[] {
  const { inspectors, items } = prepared;
  return eligibleInspectors({
    visit,
    items: items.filter(({ id }) => visit.items.includes(id)),
    day: visit.day,
    ...(visit.district === undefined ? {} : { district: visit.district }),
    inspectors,
  }).eligible;
}

import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import {
  checkStaffing,
  type OpenVisit,
  type PartnerSlot,
  type StaffedVisit,
  type Staffing,
  slotsOf,
} from './staffing.js';
import type { Team } from './team.js';

/** Somebody who drops out: of the visits named, or of all. */
export interface Absence {
  readonly inspector: string;
  readonly visits?: readonly string[];
}

/** A published draw, and who has dropped out since. */
export interface Amendment {
  readonly visits: readonly StaffedVisit[];
  readonly inspectors: Staffing['inspectors'];
  readonly teams: readonly Team[];
  readonly absences: readonly Absence[];
}

/**
 * What absences leave to be staffed: the vacant places of each affected visit, and what is left of
 * each inspector's capacity once everybody who stays has kept his visits.
 *
 * Earlier rounds don't count here. Where a visit's leader drops out and no other lead of the lead
 * authority stays, one of the vacant places is for a lead.
 *
 * @param input.visits - as they were drawn; take out of `eligible` who has become ineligible since
 * @param input.inspectors - as they were drawn
 * @param input.teams - a team for every visit, as published
 * @returns a staffing whose `hasLead` says where a lead stays; `checkWitness` counts with it
 * @throws `unknown-inspector` | `unknown-visit` | `bad-team`, and what `assignInspectors` throws
 *
 * @source double-random/1 §4, amendments
 */
export function vacancies(input: Amendment): Staffing {
  requireArgument('vacancies', 'input', input, { inspectors: 'array', visits: 'array' });
  return amend(input).open;
}

/** The vacancies, and who stays in each affected team, in order of acceptance. */
export function amend(input: Amendment): {
  readonly open: Staffing;
  readonly staying: ReadonlyMap<string, readonly string[]>;
} {
  checkStaffing(input);
  const leads = new Map(input.inspectors.map(({ id, lead }) => [id, lead]));
  const visits = new Map(input.visits.map((visit) => [visit.id, visit]));
  const gone = absentFrom(input, leads, visits);
  const held = new Map<string, number>();
  const teams = new Set<string>();
  const staying = new Map<string, readonly string[]>();
  for (const team of input.teams) {
    const visit = visits.get(team.visit);
    if (visit === undefined) throw unknownVisit(team.visit);
    if (teams.has(team.visit) || !couldBeDrawn(team, visit, leads)) throw badTeam(team.visit);
    teams.add(team.visit);
    const kept = team.members.filter((id) => !gone(id, team.visit));
    for (const id of kept) held.set(id, (held.get(id) ?? 0) + 1);
    if (kept.length < team.members.length) staying.set(team.visit, kept);
  }
  const open = input.visits.flatMap((visit): OpenVisit[] => {
    if (!teams.has(visit.id)) throw badTeam(visit.id);
    const kept = staying.get(visit.id);
    if (kept === undefined) return [];
    const slots = slotsOf(visit).map((slot): PartnerSlot => {
      const fills = slot.eligible.filter((id) => kept.includes(id)).length;
      const isFree = (id: string): boolean => !kept.includes(id) && !gone(id, visit.id);
      return { size: slot.size - fills, eligible: slot.eligible.filter(isFree) };
    });
    const hasLead = kept.some((id) => leads.get(id) === true && visit.eligible.includes(id));
    return [{ id: visit.id, ...(slots[0] as PartnerSlot), partners: slots.slice(1), hasLead }];
  });
  const inspectors = input.inspectors.map(({ id, lead, capacity }) => ({
    id,
    lead,
    capacity: Math.max(0, capacity - (held.get(id) ?? 0)),
  }));
  return { open: { visits: open, inspectors }, staying };
}

function absentFrom(
  { absences }: Amendment,
  inspectors: ReadonlyMap<string, unknown>,
  visits: ReadonlyMap<string, unknown>,
): (inspector: string, visit: string) => boolean {
  const everywhere = new Set<string>();
  const from = new Map<string, Set<string>>();
  for (const { inspector, visits: missed } of absences) {
    if (!inspectors.has(inspector)) {
      const id = inspector;
      throw mistake('unknown-inspector', `the absent \`${id}\` is no inspector of the list`, {
        id,
      });
    }
    if (missed === undefined) everywhere.add(inspector);
    for (const visit of missed ?? []) {
      if (!visits.has(visit)) throw unknownVisit(visit);
      from.set(visit, (from.get(visit) ?? new Set()).add(inspector));
    }
  }
  return (inspector, visit) =>
    everywhere.has(inspector) || from.get(visit)?.has(inspector) === true;
}

/** Whether the members are as many of each slot's candidates as it needs, a lead of the first among them. */
function couldBeDrawn(
  { members }: Team,
  visit: StaffedVisit,
  leads: ReadonlyMap<string, boolean>,
): boolean {
  const team = new Set(members);
  const slots = slotsOf(visit);
  return (
    team.size === members.length &&
    team.size === slots.reduce((sum, { size }) => sum + size, 0) &&
    slots.every(({ size, eligible }) => eligible.filter((id) => team.has(id)).length === size) &&
    visit.eligible.some((id) => team.has(id) && leads.get(id) === true)
  );
}

function unknownVisit(id: string) {
  return mistake('unknown-visit', `the visit \`${id}\` is not on the list of visits`, { id });
}

function badTeam(visit: string) {
  return mistake(
    'bad-team',
    `the team of visit \`${visit}\` is none that could be drawn (expected one, of its candidates, its size and with a lead)`,
    { visit },
  );
}

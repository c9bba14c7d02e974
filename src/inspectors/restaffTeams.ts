import { requireArgument } from '../core/argument.js';
import { drawTeams, type Load } from './drawTeams.js';
import { type Relaxation, type Rung, relaxOpen } from './relaxVisits.js';
import {
  checkStaffing,
  type OpenVisit,
  type StaffedVisit,
  type Staffing,
  slotsOf,
} from './staffing.js';
import { type Team, teamMaker } from './team.js';
import { byTicket } from './ticketOrder.js';
import type { Witness } from './witness.js';

/** The teams after a change of visits or of who is eligible, and which of them had places to draw. */
export interface Restaffed {
  /** Of all visits that have a team, in the order given. */
  readonly teams: readonly Team[];
  /** The visits some of whose places were vacant, by ascending ticket. */
  readonly open: readonly string[];
  /** Loads and bands of the vacancies alone. */
  readonly loads: readonly Load[];
  /** The soft rules that were relaxed for vacancies, as by `relaxVisits`; none unless there must be. */
  readonly relaxations: readonly Relaxation[];
  /** The proof that the vacancies can't be filled; then the open visits have no team. */
  readonly witness?: Witness;
}

/**
 * Teams after visits were added, dropped or changed: whoever may still go stays where he was drawn,
 * and only the places nobody holds are drawn.
 *
 * A member stays who is still eligible for the visit. Where fewer persons are needed than stay, the
 * last accepted go, but never the only lead. For absences alone this is `refillTeams`.
 *
 * @param input.visits - as they are now, with who is eligible now
 * @param input.teams - as drawn before, in order of acceptance; a visit without one is all vacant
 * @param input.ladder - soft rules that yield for visits with vacancies that can't be filled otherwise;
 * nothing may yield where it is left out
 * @param input.pairKey - the draw key of the next re-run: `pair:2`, `pair:3`, and so on
 * @throws what `assignInspectors` throws
 *
 * @source double-random/1 §4, amendments
 */
export function restaffTeams(
  input: Staffing & {
    readonly visitKey: string;
    readonly pairKey: string;
    readonly teams: readonly Team[];
    readonly ladder?: readonly Rung[];
  },
): Restaffed {
  requireArgument('restaffTeams', 'input', input, {
    inspectors: 'array',
    teams: 'array',
    visits: 'array',
  });
  checkStaffing(input);
  const leads = new Set(input.inspectors.filter(({ lead }) => lead).map(({ id }) => id));
  const before = new Map(input.teams.map((team) => [team.visit, team.members]));
  const held = new Map<string, number>();
  const kept = new Map<string, readonly string[]>();
  for (const visit of input.visits) {
    const stay = staying(visit, before.get(visit.id) ?? [], leads);
    kept.set(visit.id, stay);
    for (const id of stay) held.set(id, (held.get(id) ?? 0) + 1);
  }
  const vacant = input.visits.flatMap((visit) =>
    vacancyOf(visit, kept.get(visit.id) as readonly string[], leads),
  );
  const inspectors = input.inspectors.map(({ id, lead, capacity }) => ({
    id,
    lead,
    capacity: Math.max(0, capacity - (held.get(id) ?? 0)),
  }));
  const strict = byTicket(input.visitKey, vacant);
  const drawn = drawTeams(strict, inspectors, input.pairKey);
  const { ladder = [] } = input;
  const loose =
    drawn.status === 'assigned' || ladder.length === 0
      ? { visits: strict, relaxations: [] }
      : relaxOpen({ visits: strict, inspectors }, forVacancies(ladder, kept, vacant));
  const open = loose.visits;
  const result =
    loose.relaxations.length === 0 ? drawn : drawTeams(open, inspectors, input.pairKey);
  const isOpen = new Map(open.map(({ id }, v) => [id, v]));
  const more = new Map(open.map(({ id, eligible }) => [id, eligible]));
  const teamOf = teamMaker({
    inspectors: input.inspectors,
    visits: input.visits.map((visit) => ({
      ...visit,
      eligible: [...visit.eligible, ...(more.get(visit.id) ?? [])],
    })),
  });
  const teams = input.visits.flatMap(({ id }) => {
    const stay = kept.get(id) as readonly string[];
    const v = isOpen.get(id);
    if (v === undefined) return [teamOf(id, stay)];
    if (result.status === 'infeasible') return [];
    return [teamOf(id, [...stay, ...(result.drawn[v]?.members ?? [])])];
  });
  return {
    teams,
    open: open.map(({ id }) => id),
    relaxations: loose.relaxations,
    ...(result.status === 'infeasible'
      ? { loads: [], witness: result.witness }
      : { loads: result.loads }),
  };
}

/** The ladder for visits with vacancies alone, and for nobody who stays in them. */
function forVacancies(
  ladder: readonly Rung[],
  kept: ReadonlyMap<string, readonly string[]>,
  vacant: readonly OpenVisit[],
): Rung[] {
  const open = new Set(vacant.map(({ id }) => id));
  return ladder.map(({ rule, allows }) => ({
    rule,
    allows: allows.flatMap((one) => {
      if (!open.has(one.visit)) return [];
      const stay = kept.get(one.visit) ?? [];
      return [{ ...one, inspectors: one.inspectors.filter((id) => !stay.includes(id)) }];
    }),
  }));
}

/** Who of a team stays: at most as many as each slot has places, with one for a lead. */
function staying(
  visit: StaffedVisit,
  members: readonly string[],
  leads: ReadonlySet<string>,
): string[] {
  const stay = new Set<string>();
  slotsOf(visit).forEach(({ size, eligible }, s) => {
    const may = new Set(eligible);
    const own = members.filter((id) => may.has(id));
    const lead = s === 0 ? own.find((id) => leads.has(id)) : undefined;
    const room = s === 0 ? size - 1 : size;
    if (lead !== undefined) stay.add(lead);
    for (const id of own.filter((id) => id !== lead).slice(0, room)) stay.add(id);
  });
  return members.filter((id) => stay.has(id));
}

function vacancyOf(
  visit: StaffedVisit,
  kept: readonly string[],
  leads: ReadonlySet<string>,
): OpenVisit[] {
  const stay = new Set(kept);
  const [first, ...partners] = slotsOf(visit).map(({ size, eligible }) => ({
    size: size - eligible.filter((id) => stay.has(id)).length,
    eligible: eligible.filter((id) => !stay.has(id)),
  }));
  if (first === undefined || [first, ...partners].every(({ size }) => size === 0)) return [];
  const hasLead = visit.eligible.some((id) => stay.has(id) && leads.has(id));
  return [{ id: visit.id, ...first, partners, hasLead }];
}

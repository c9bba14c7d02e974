import {
  type Assignment,
  assignInspectors,
  assignListed,
  type Load,
  type Team,
} from '../inspectors/assignInspectors.js';
import { type Relaxation, type Rung, relaxVisits } from '../inspectors/relaxVisits.js';
import type { StaffInspector } from '../inspectors/staffing.js';
import type { Witness } from '../inspectors/witness.js';
import type { Inspector, Item } from '../register/nouns.js';
import {
  listsBy,
  type PlanTeamRules,
  roundsOf,
  type SlotRules,
  slotRules,
  type Unstaffed,
  unlisted,
  withCandidates,
} from './teamSlots.js';

/** Loads and bands of a period, where capacity counts by period. */
export type PlanLoad = Load & { readonly period?: string };

/** The proof that the staff does not suffice, and in which period, where capacity counts by period. */
export type PlanWitness = Witness & { readonly period?: string };

/** The teams of all visits, or the proof that there are none; and which soft rules yielded where. */
export type PlanStaffing = (
  | {
      readonly status: 'assigned';
      readonly teams: readonly Team[];
      readonly loads: readonly PlanLoad[];
    }
  | { readonly status: 'infeasible'; readonly witness: PlanWitness }
) & { readonly relaxations: readonly Relaxation[] };

/**
 * Teams for all visits by the lottery: the planner runs it, and the verifier runs it again.
 *
 * Where capacity counts by quarter or month, each period is a round of its own, on top of whose loads
 * the next ones are fair; then loads tell those who could be drawn in the period. A soft rule yields
 * only in a round that can't be staffed otherwise, and only for visits that count in its witness.
 *
 * @param visits - with their days, districts and items
 * @param staff - inspectors with the recusals that are known
 */
export function staffVisits(
  visits: readonly Unstaffed[],
  staff: readonly Inspector[],
  items: readonly Pick<Item, 'id' | 'authority'>[],
  keys: { readonly visitKey: string; readonly pairKey: string },
  teams: PlanTeamRules = {},
): PlanStaffing {
  const rules = slotRules(staff, items, teams);
  const carried = new Map(staff.map((one) => [one.id, one.carried ?? 0]));
  const drawn: Team[] = [];
  const loads: PlanLoad[] = [];
  const relaxations: Relaxation[] = [];
  for (const [named, own] of roundsOf(visits, teams.capacityPer)) {
    const inspectors = staff.map(
      ({ id, lead, capacity }): StaffInspector => ({
        ...{ id, lead, capacity, carried: carried.get(id) as number },
      }),
    );
    const { assignment, relaxed } = staffed(own, inspectors, rules, keys);
    for (const one of relaxed) relaxations.push(one);
    if (assignment.status === 'infeasible') {
      return { status: 'infeasible', witness: { ...assignment.witness, ...named }, relaxations };
    }
    // Not by spreading: a call takes no hundred thousand arguments.
    for (const team of assignment.teams) drawn.push(team);
    for (const load of assignment.loads) {
      if (named.period === undefined || load.high > 0) loads.push({ ...load, ...named });
      carried.set(load.inspector, (carried.get(load.inspector) as number) + load.load);
    }
  }
  return { status: 'assigned', teams: drawn, loads, relaxations };
}

/** One round, with soft rules given up only where it has to be. */
function staffed(
  visits: readonly Unstaffed[],
  inspectors: readonly StaffInspector[],
  rules: SlotRules,
  keys: { readonly visitKey: string; readonly pairKey: string },
): { readonly assignment: Assignment; readonly relaxed: readonly Relaxation[] } {
  const sizes = visits.map((visit) => unlisted(visit, rules));
  const assignment = assignListed({ ...keys, inspectors, visits: sizes }, () => listsBy(rules));
  const { ladder = [] } = rules.teams;
  if (assignment.status === 'assigned' || ladder.length === 0) return { assignment, relaxed: [] };
  const strict = visits.map((visit) => withCandidates(visit, rules));
  const loose = relaxVisits({ visits: strict, inspectors }, rungsOf(visits, rules, ladder));
  return {
    assignment:
      loose.witness === undefined
        ? assignInspectors({ ...keys, inspectors, visits: loose.visits })
        : { status: 'infeasible', witness: loose.witness },
    relaxed: loose.relaxations,
  };
}

/** The ladder for these visits: whom each rule lets in once it and those before it don't count. */
export function rungsOf(
  visits: readonly Unstaffed[],
  rules: SlotRules,
  ladder: readonly string[],
): Rung[] {
  return ladder.map((rule, i) => ({
    rule,
    allows: allowedBy(visits, rules, ladder.slice(0, i + 1)),
  }));
}

/** Whom each visit may have once these rules don't count. */
function allowedBy(
  visits: readonly Unstaffed[],
  rules: SlotRules,
  waived: readonly string[],
): Rung['allows'] {
  return visits.flatMap((visit) => {
    const { eligible, partners = [] } = withCandidates(visit, rules, waived);
    return [{ eligible }, ...partners].map((one, slot) => ({
      ...{ visit: visit.id, slot, inspectors: one.eligible },
    }));
  });
}

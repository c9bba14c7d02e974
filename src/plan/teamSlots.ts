import type { Day } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import type { CapacityPeriod, TeamRules } from '../draw/sampling.js';
import { eligibleInspectors } from '../inspectors/eligibleInspectors.js';
import type { InspectorIndex } from '../inspectors/inspectorIndex.js';
import type { PartnerSlot, StaffedVisit } from '../inspectors/staffing.js';
import type { Item } from '../register/nouns.js';
import { groupedBy } from '../visits/groupedBy.js';
import type { PlanVisit } from './plan.js';

/** The rules of teams as a plan applies them: everything but their citation. */
export type PlanTeamRules = Omit<TeamRules, 'cite'>;

/** What staffing reads of a visit. */
export type Unstaffed = Pick<
  PlanVisit,
  'id' | 'entity' | 'lead' | 'partners' | 'items' | 'day' | 'district' | 'teamSize'
>;

/** What decides who is eligible. */
export interface SlotRules {
  readonly index: InspectorIndex;
  readonly items: ReadonlyMap<string, Pick<Item, 'id' | 'authority'>>;
  readonly teams: PlanTeamRules;
}

/**
 * A visit with its candidates: in one slot for all authorities, or, where partners send persons of
 * their own, in a slot for each, the lead authority's first.
 *
 * @param waived - soft rules that don't count
 * @param letIn - who is a candidate of his authority all the same, as a relaxation recorded it
 */
export function withCandidates(
  visit: Unstaffed,
  { index, items, teams }: SlotRules,
  waived: readonly string[] = [],
  letIn: readonly string[] = [],
): StaffedVisit {
  const slotOf = (lead: string, partners: readonly string[], size: number): PartnerSlot => {
    const { eligible } = eligibleInspectors({
      visit: { entity: visit.entity, lead, partners },
      items: visit.items.flatMap((id) => items.get(id) ?? []),
      day: visit.day,
      ...(visit.district === undefined ? {} : { district: visit.district }),
      inspectors: index,
      covers: teams.covers ?? 'one-item',
      waived,
    });
    if (letIn.length === 0) return { size, eligible };
    const own = [lead, ...partners].flatMap((id) => index.byAuthority.get(id) ?? []);
    const more = own.filter(({ id }) => letIn.includes(id) && !eligible.includes(id));
    return { size, eligible: [...eligible, ...more.map(({ id }) => id)] };
  };
  const { id, lead, partners, teamSize } = visit;
  if (teams.partners === undefined || partners.length === 0) {
    return { id, ...slotOf(lead, partners, teamSize) };
  }
  const size = teams.partners;
  return {
    id,
    ...slotOf(lead, [], teamSize),
    partners: partners.map((partner) => slotOf(partner, [], size)),
  };
}

/**
 * The rounds a year is staffed in, in their order: all visits at once, or period by period where
 * capacity counts by quarter or month.
 */
export function roundsOf<T extends Pick<Unstaffed, 'day'>>(
  visits: readonly T[],
  per: CapacityPeriod = 'year',
): (readonly [{ readonly period?: string }, readonly T[]])[] {
  if (per === 'year') return [[{}, visits]];
  const groups = groupedBy(visits, ({ day }) => periodOf(day, per));
  return sortedBy(groups, ([period]) => period).map(([period, own]) => [{ period }, own]);
}

/** `2026-Q3`, `2026-08`. */
function periodOf(day: Day, per: 'quarter' | 'month'): string {
  if (per === 'month') return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

import type { Day } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import type { CapacityPeriod, TeamRules } from '../draw/sampling.js';
import { type CandidateFinder, candidateFinder } from '../inspectors/candidateFinder.js';
import type { CandidateLists } from '../inspectors/candidates.js';
import { type InspectorIndex, inspectorIndex } from '../inspectors/inspectorIndex.js';
import type { PartnerSlot, StaffedVisit, TeamSizes } from '../inspectors/staffing.js';
import type { Inspector, Item } from '../register/nouns.js';
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
  /** The inspectors' ids by place. */
  readonly ids: readonly string[];
  /** Who may go where, once these soft rules don't count. */
  readonly finder: (waived: readonly string[]) => CandidateFinder;
}

/** The rules by which these inspectors may go. @throws `bad-id` | `repeated-inspector` */
export function slotRules(
  staff: readonly Inspector[],
  items: readonly Pick<Item, 'id' | 'authority'>[],
  teams: PlanTeamRules = {},
): SlotRules {
  const index = inspectorIndex(staff);
  const { covers = 'one-item' } = teams;
  const finders = new Map<string, CandidateFinder>();
  return {
    index,
    items: new Map(items.map((item) => [item.id, item])),
    teams,
    ids: sortedBy(staff, ({ id }) => id).map(({ id }) => id),
    finder(waived) {
      const key = waived.join('\n');
      const finder = finders.get(key) ?? candidateFinder(index, { covers, waived });
      finders.set(key, finder);
      return finder;
    },
  };
}

/** A slot of a visit: how many persons, out of which authorities. */
interface Slot {
  readonly size: number;
  readonly lead: string;
  readonly partners: readonly string[];
}

/**
 * The slots of a visit: one for all authorities, or, where partners send persons of their own, one
 * for each, the lead authority's first.
 */
function slotsIn({ lead, partners, teamSize }: Unstaffed, teams: PlanTeamRules): Slot[] {
  const size = teams.partners;
  if (size === undefined || partners.length === 0) return [{ size: teamSize, lead, partners }];
  return [
    { size: teamSize, lead, partners: [] },
    ...partners.map((partner) => ({ size, lead: partner, partners: [] })),
  ];
}

/** A visit's slots by size alone. */
export type UnlistedVisit = TeamSizes & { readonly visit: Unstaffed };

/** A visit's slots without their candidates, whom `listsBy` tells by number. */
export function unlisted(visit: Unstaffed, { teams }: SlotRules): UnlistedVisit {
  const [{ size }, ...partners] = slotsIn(visit, teams) as [Slot, ...Slot[]];
  const others = partners.map((slot) => ({ size: slot.size }));
  return { id: visit.id, size, visit, ...(others.length === 0 ? {} : { partners: others }) };
}

/** The candidates of visits by place, found when they are asked for and kept by nobody. */
export function listsBy(rules: SlotRules): CandidateLists<UnlistedVisit> {
  const finder = rules.finder([]);
  return {
    read({ visit }, s, into) {
      const found = finder.find(questionOf(visit, slotsIn(visit, rules.teams)[s] as Slot, rules));
      into.set(finder.places.subarray(0, found));
      return found;
    },
  };
}

function questionOf(
  { entity, items, day, district }: Unstaffed,
  { lead, partners }: Slot,
  rules: SlotRules,
) {
  return {
    visit: { entity, lead, partners },
    items: items.flatMap((id) => rules.items.get(id) ?? []),
    day,
    ...(district === undefined ? {} : { district }),
  };
}

/**
 * A visit with its candidates by id.
 *
 * @param waived - soft rules that don't count
 * @param letIn - who is a candidate of his authority all the same, as a relaxation recorded it
 */
export function withCandidates(
  visit: Unstaffed,
  rules: SlotRules,
  waived: readonly string[] = [],
  letIn: readonly string[] = [],
): StaffedVisit {
  const finder = rules.finder(waived);
  const listed = (slot: Slot): PartnerSlot => {
    const found = finder.find(questionOf(visit, slot, rules));
    const eligible = Array.from(
      finder.places.subarray(0, found),
      (place) => rules.ids[place] as string,
    );
    const { size, lead, partners } = slot;
    if (letIn.length === 0) return { size, eligible };
    const own = [lead, ...partners].flatMap((id) => rules.index.byAuthority.get(id) ?? []);
    const more = own.filter(({ id }) => letIn.includes(id) && !eligible.includes(id));
    return { size, eligible: [...eligible, ...more.map(({ id }) => id)] };
  };
  const [first, ...partners] = slotsIn(visit, rules.teams).map(listed) as [
    PartnerSlot,
    ...PartnerSlot[],
  ];
  return { id: visit.id, ...first, ...(partners.length === 0 ? {} : { partners }) };
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

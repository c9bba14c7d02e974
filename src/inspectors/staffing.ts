import { mistake } from '../core/error.js';
import { checkedId } from '../core/identifier.js';
import { shownValue } from '../core/shownValue.js';

/** A department's part of a joint team: how many persons it sends, out of whom. */
export interface PartnerSlot {
  readonly size: number;
  readonly eligible: readonly string[];
}

/**
 * A visit that needs a team: how many persons, and who may be among them.
 *
 * With `partners`, `size` and `eligible` speak of the lead authority alone, whose persons include
 * the lead; each partner authority sends its own. Nobody is eligible in two slots of one visit.
 */
export interface StaffedVisit {
  readonly id: string;
  readonly size: number;
  readonly eligible: readonly string[];
  readonly partners?: readonly PartnerSlot[];
}

/**
 * An inspector as the lottery sees him: whether he may head a team, how many visits he can take,
 * and how many he carries from earlier rounds (0 unless told), on top of which loads are fair.
 */
export interface StaffInspector {
  readonly id: string;
  readonly lead: boolean;
  readonly capacity: number;
  readonly carried?: number;
}

/** A visit whose team is to be drawn, or what is missing of it: `hasLead` if its leader is there. */
export interface OpenVisit extends StaffedVisit {
  readonly hasLead?: boolean;
}

/** The sizes of a visit's slots alone, its candidates being known to somebody else. */
export interface TeamSizes {
  readonly id: string;
  readonly size: number;
  readonly partners?: readonly { readonly size: number }[];
  readonly hasLead?: boolean;
}

/** What is to be staffed, and by whom. */
export interface Staffing {
  readonly visits: readonly OpenVisit[];
  readonly inspectors: readonly StaffInspector[];
}

/** The slots of a visit, the lead authority's first. */
export function slotsOf(visit: StaffedVisit): readonly PartnerSlot[];
export function slotsOf(visit: TeamSizes): readonly { readonly size: number }[];
export function slotsOf(visit: TeamSizes): readonly { readonly size: number }[] {
  return visit.partners === undefined ? [visit] : [visit, ...visit.partners];
}

/** Throws where inspectors or visits break the rules of `double-random/1` §3, naming the first fault. */
export function checkStaffing({
  visits,
  inspectors,
}: {
  readonly visits: readonly TeamSizes[];
  readonly inspectors: readonly StaffInspector[];
}): void {
  const known = new Set<string>();
  for (const { id, capacity, carried } of inspectors) {
    checkedId(id, 'inspector');
    if (known.has(id)) {
      throw mistake('repeated-inspector', `the inspector \`${id}\` is listed twice`, { id });
    }
    if (!isCount(capacity)) throw badCapacity(id, capacity);
    if (carried !== undefined && !isCount(carried)) throw badCarried(id, carried);
    known.add(id);
  }
  const seen = new Set<string>();
  for (const visit of visits) {
    const { id } = visit;
    checkedId(id, 'visit');
    if (seen.has(id))
      throw mistake('repeated-visit', `the visit \`${id}\` is listed twice`, { id });
    checkSizes(visit);
    seen.add(id);
  }
}

function checkSizes({ id, size, partners }: TeamSizes): void {
  if (partners === undefined || partners.length === 0) {
    if (!isCount(size) || size < 2) throw badSize(id, size, 2);
    return;
  }
  for (const slot of [{ size }, ...partners]) {
    if (!isCount(slot.size) || slot.size < 1) throw badSize(id, slot.size, 1);
  }
}

const isCount = (given: number): boolean => Number.isSafeInteger(given) && given >= 0;

function badSize(visit: string, size: number, least: number) {
  return mistake(
    'bad-team-size',
    `the team of visit \`${visit}\` has size \`${size}\` (expected an integer of at least ${least})`,
    { visit, given: shownValue(size), least: String(least) },
  );
}

function badCapacity(inspector: string, capacity: number) {
  return mistake(
    'bad-capacity',
    `the capacity of inspector \`${inspector}\` is \`${capacity}\` (expected an integer of at least 0)`,
    { inspector, given: shownValue(capacity) },
  );
}

function badCarried(inspector: string, carried: number) {
  return mistake(
    'bad-carried',
    `inspector \`${inspector}\` carries \`${carried}\` visits (expected an integer of at least 0)`,
    { inspector, given: shownValue(carried) },
  );
}

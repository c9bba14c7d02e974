import { requireArgument } from '../core/argument.js';
import { type Day, isDay, noSuchDay } from '../core/day.js';
import type { Inspector, Item, Visit } from '../register/nouns.js';
import { type IndexedInspector, type InspectorIndex, inspectorIndex } from './inspectorIndex.js';

/** Why an inspector of the visit's authorities is left out of its candidates. */
export type ExclusionCause = 'certificate-expired' | 'district' | 'item' | 'absent' | 'recusal';

/** An inspector who is left out, and why; a recusal has its stated reason. */
export interface Exclusion {
  readonly inspector: string;
  readonly because: ExclusionCause;
  readonly reason?: string;
}

/** Who may be drawn for a visit, and who of its authorities may not; both by id bytes. */
export interface Eligibility {
  readonly eligible: readonly string[];
  readonly excluded: readonly Exclusion[];
}

/**
 * Who may be drawn for a visit on a day: the inspectors of its lead and partner authorities whose
 * certificate is valid, who serve the district, can check at least one of the visit's items of their
 * own authority, are not absent and not recused. Of several recusals that count the first is named.
 *
 * An inspector of another authority is in neither list. Of several causes the first in the order
 * certificate, district, item, absence, recusal is named. An inspector without certificates,
 * districts or items has none: nothing is assumed. The last day of a certificate is a valid day;
 * both ends of an absence are absent days.
 *
 * @param input.items - the items the visit checks, of all its authorities
 * @param input.day - the civil day of the visit
 * @param input.district - where it happens; left out, no district is asked for
 * @param input.inspectors - the inspectors, or their `inspectorIndex` where many visits ask
 * @param input.covers - `all-items` asks for somebody who can check every item of his authority
 * @param input.waived - soft rules that don't count: `district`, or the rule that a recusal names
 * @throws `no-such-day` | `bad-id` | `repeated-inspector`
 *
 * @source docs/inspectors.md; recusal and two officers with certificates: 行政处罚法 (2021) Art 42–43
 * @example
 * ```ts
 * import { eligibleInspectors } from 'evenhand/inspectors';
 *
 * const officer = {
 *   authority: 'fire', lead: true, districts: ['110105'], items: ['exits'], capacity: 20,
 *   certificates: [{ id: 'c', to: '2026-12-31' }], absences: [], recusals: [],
 * };
 * const { eligible, excluded } = eligibleInspectors({
 *   visit: { entity: 'firm', lead: 'fire', partners: [] },
 *   items: [{ id: 'exits', authority: 'fire' }],
 *   day: '2026-06-15',
 *   district: '110105',
 *   inspectors: [
 *     { ...officer, id: 'JC-000003' },
 *     { ...officer, id: 'JC-000004', recusals: [{ entity: 'firm', reason: 'kinship' }] },
 *   ],
 * });
 * eligible; // => ['JC-000003']
 * excluded; // => [{ inspector: 'JC-000004', because: 'recusal', reason: 'kinship' }]
 * ```
 */
export function eligibleInspectors(input: {
  readonly visit: Pick<Visit, 'entity' | 'lead' | 'partners'>;
  readonly items: readonly Pick<Item, 'id' | 'authority'>[];
  readonly day: Day;
  readonly district?: string;
  readonly inspectors: readonly Inspector[] | InspectorIndex;
  readonly covers?: 'one-item' | 'all-items';
  readonly waived?: readonly string[];
}): Eligibility {
  requireArgument('eligibleInspectors', 'input', input, { visit: 'object', items: 'array' });
  const { visit, items, day, inspectors, covers = 'one-item', waived = [] } = input;
  if (!isDay(day)) throw noSuchDay(day, 'day');
  const index = 'byAuthority' in inspectors ? inspectors : inspectorIndex(inspectors);
  const eligible: IndexedInspector[] = [];
  const excluded: { readonly place: number; readonly exclusion: Exclusion }[] = [];
  const asked = {
    entity: visit.entity,
    day,
    district: waived.includes('district') ? undefined : input.district,
    covers,
    waived,
  };
  for (const authority of new Set([visit.lead, ...visit.partners])) {
    const own = items.filter((item) => item.authority === authority).map(({ id }) => id);
    for (const inspector of index.byAuthority.get(authority) ?? []) {
      const against = causeAgainst(inspector, own, asked);
      if (against === undefined) eligible.push(inspector);
      else {
        const exclusion = { inspector: inspector.id, ...against };
        excluded.push({ place: inspector.place, exclusion });
      }
    }
  }
  return {
    eligible: eligible.sort((a, b) => a.place - b.place).map(({ id }) => id),
    excluded: excluded.sort((a, b) => a.place - b.place).map((entry) => entry.exclusion),
  };
}

interface Asked {
  readonly entity: string;
  readonly day: Day;
  readonly district: string | undefined;
  readonly covers: 'one-item' | 'all-items';
  readonly waived: readonly string[];
}

function causeAgainst(
  inspector: IndexedInspector,
  items: readonly string[],
  { entity, day, district, covers, waived }: Asked,
): Omit<Exclusion, 'inspector'> | undefined {
  if (inspector.validTo < day) return { because: 'certificate-expired' };
  if (district !== undefined && !inspector.districts.has(district)) return { because: 'district' };
  const canCheck = (item: string): boolean => inspector.items.has(item);
  const isFit =
    covers === 'one-item' ? items.some(canCheck) : items.length > 0 && items.every(canCheck);
  if (!isFit) return { because: 'item' };
  if (inspector.absences.some(({ from, to }) => from <= day && day <= to)) {
    return { because: 'absent' };
  }
  const recusal = inspector.recusals
    .get(entity)
    ?.find(({ rule }) => rule === undefined || !waived.includes(rule));
  return recusal === undefined ? undefined : { because: 'recusal', reason: recusal.reason };
}

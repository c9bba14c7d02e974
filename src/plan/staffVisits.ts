import { type Assignment, assignInspectors } from '../inspectors/assignInspectors.js';
import { eligibleInspectors } from '../inspectors/eligibleInspectors.js';
import { inspectorIndex } from '../inspectors/inspectorIndex.js';
import type { Inspector, Item } from '../register/nouns.js';
import type { PlanVisit } from './plan.js';

/** What staffing reads of a visit. */
export type Unstaffed = Pick<
  PlanVisit,
  'id' | 'entity' | 'lead' | 'partners' | 'items' | 'day' | 'district' | 'teamSize'
>;

/**
 * Teams for all visits by the lottery: the planner runs it, and the verifier runs it again.
 *
 * @param visits - with their days, districts and items
 * @param staff - inspectors with the recusals that are known
 */
export function staffVisits(
  visits: readonly Unstaffed[],
  staff: readonly Inspector[],
  items: readonly Pick<Item, 'id' | 'authority'>[],
  keys: { readonly visitKey: string; readonly pairKey: string },
): Assignment {
  const index = inspectorIndex(staff);
  const byId = new Map(items.map((item) => [item.id, item]));
  return assignInspectors({
    ...keys,
    inspectors: staff.map(({ id, lead, capacity }) => ({ id, lead, capacity })),
    visits: visits.map((visit) => ({
      id: visit.id,
      size: visit.teamSize,
      eligible: eligibleInspectors({
        visit,
        items: visit.items.flatMap((id) => byId.get(id) ?? []),
        day: visit.day,
        ...(visit.district === undefined ? {} : { district: visit.district }),
        inspectors: index,
      }).eligible,
    })),
  });
}

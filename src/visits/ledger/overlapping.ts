import { addDays } from '../../core/day.js';
import { because } from './because.js';
import type { LedgerVisit } from './ledgerVisit.js';
import type { Asked } from './readRequest.js';
import type { Because } from './request.js';

/** An authority that asks for an item which it has booked already, in days that overlap. */
export function overlapping(
  { visit, share }: Asked,
  others: readonly LedgerVisit[],
): Because | undefined {
  if (visit.evidence !== undefined || share.items.length === 0) return undefined;
  for (const other of others) {
    const meets = other.window.from <= visit.window.to && visit.window.from <= other.window.to;
    if (!meets || other.evidence !== undefined || other.site !== visit.site) continue;
    const items = other.shares
      .filter(({ lead }) => lead === share.lead)
      .flatMap((one) => one.items.filter((item) => share.items.includes(item)));
    if (items.length === 0) continue;
    const expected = `${other.window.to === '9999-12-31' ? '' : addDays(other.window.to, 1)}..`;
    const params = { id: visit.id, given: items, visits: [other.id], expected };
    return because('windows-overlap', 'window', params, { visits: [other.id], items });
  }
  return undefined;
}

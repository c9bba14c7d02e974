import type { Day } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import { groupedBy } from '../visits/groupedBy.js';
import type { OfficialDecision } from './outcome.js';
import type { ReviewedDecisions } from './oversightTypes.js';

/**
 * What reviews made of the decisions, authority by authority, as known on a day: a review that ends
 * later is pending, one that is asked for later is none.
 */
export function reviewedDecisions(
  decisions: readonly OfficialDecision[],
  asOf: Day,
): ReviewedDecisions[] {
  const known = decisions.filter(({ on }) => on <= asOf);
  const groups = groupedBy(known, ({ authority }) => authority);
  return sortedBy(groups, ([authority]) => authority).map(([authority, own]) => {
    const counts = { pending: 0, upheld: 0, changed: 0, overturned: 0 };
    for (const { review } of own) {
      if (review === undefined || review.asked > asOf) continue;
      const { on, outcome } = review;
      counts[outcome === undefined || on === undefined || on > asOf ? 'pending' : outcome]++;
    }
    return { authority, decided: own.length, ...counts };
  });
}

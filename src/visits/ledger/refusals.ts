import type { Day } from '../../core/day.js';
import { type Judgement, yieldsToDuty } from './judge.js';
import type { LedgerVisit } from './ledgerVisit.js';
import { because } from './readRequest.js';
import type { Because } from './request.js';

/**
 * The reasons of a refusal: one a limit, with the visits that use it up, the items it is about, and the
 * first day it would be free.
 */
export function refusals(
  visit: LedgerVisit,
  { over, unpublished }: Pick<Judgement, 'over' | 'unpublished'>,
  isDuty: boolean,
  freeOf: (limits: readonly string[]) => Day | undefined,
): Because[] {
  const { id } = visit;
  const limits = [...new Set(over.map(({ limit }) => limit))];
  return [
    ...unpublished.map(({ cap, items }) => {
      const limit = `${cap.id}/published`;
      const params = { id, limit, given: [...items] };
      return because('item-not-published', 'items', params, { limit, items });
    }),
    ...limits.map((limit) => {
      const found = over.filter((one) => one.limit === limit);
      const [first] = found as [Judgement['over'][number]];
      const visits = [...new Set(found.flatMap((one) => one.visits))];
      const items = first.byItem ? found.map(({ key }) => key[0] as string) : [];
      const free = freeOf([limit]);
      const used = Math.max(...found.map((one) => one.used));
      return because(
        isDuty && !yieldsToDuty(first) ? 'limit-over-duty' : 'limit-reached',
        'day',
        { id, limit, used, most: first.most, visits, free: free ?? '-' },
        {
          limit,
          visits,
          ...(items.length > 0 ? { items } : {}),
          ...(free === undefined ? {} : { free }),
        },
      );
    }),
  ];
}

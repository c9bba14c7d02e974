import type { Day } from '../../core/day.js';
import { because } from './because.js';
import { type Judgement, yieldsToDuty } from './judge.js';
import type { LedgerVisit } from './ledgerVisit.js';
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
  const limits =
    over.length === 1
      ? over.map(({ limit }) => limit)
      : [...new Set(over.map(({ limit }) => limit))];
  return [
    ...unpublished.map(({ cap, items }) => {
      const limit = `${cap.id}/published`;
      const params = { id, limit, given: [...items] };
      return because('item-not-published', 'items', params, { limit, items });
    }),
    ...limits.map((limit) => {
      const found = over.length === 1 ? over : over.filter((one) => one.limit === limit);
      const [first] = found as [Judgement['over'][number]];
      const visits =
        found.length === 1 ? first.visits : [...new Set(found.flatMap((one) => one.visits))];
      const items = first.byItem ? found.map(({ key }) => key[0] as string) : [];
      const free = freeOf([limit]);
      let { used } = first;
      for (const one of found) if (one.used > used) used = one.used;
      const reason: Writable<Because> = {
        code: isDuty && !yieldsToDuty(first) ? 'limit-over-duty' : 'limit-reached',
        severity: 'error',
        path: ['day'],
        params: { id, limit, used, most: first.most, visits, free: free ?? '-' },
        limit,
        visits,
      };
      if (items.length > 0) reason.items = items;
      if (free !== undefined) reason.free = free;
      return reason;
    }),
  ];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

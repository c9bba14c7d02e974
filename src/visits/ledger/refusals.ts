import type { Day } from '../../core/day.js';
import { because } from './because.js';
import { type Judgement, limitsOf, yieldsToDuty } from './judge.js';
import type { LedgerVisit } from './ledgerVisit.js';
import type { LimitFound } from './limitUse.js';
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
  const own = unpublished.map(({ cap, items }) => {
    const limit = `${cap.id}/published`;
    const params = { id, limit, given: [...items] };
    return because('item-not-published', 'items', params, { limit, items });
  });
  const full = limitsOf(over).map((limit) => {
    const found = over.length === 1 ? over : over.filter((one) => one.limit === limit);
    return reasonOf(id, found as readonly [LimitFound], isDuty, freeOf([limit]));
  });
  return own.length === 0 ? full : [...own, ...full];
}

/** The reason of a limit that is passed, in however many of its counts. */
function reasonOf(
  id: string,
  found: readonly [LimitFound, ...LimitFound[]],
  isDuty: boolean,
  free: Day | undefined,
): Because {
  const [first] = found;
  const { limit, most } = first;
  const visits =
    found.length === 1 ? first.visits : [...new Set(found.flatMap((one) => one.visits))];
  let { used } = first;
  for (const one of found) if (one.used > used) used = one.used;
  const code = isDuty && !yieldsToDuty(first) ? 'limit-over-duty' : 'limit-reached';
  const params = { id, limit, used, most, visits, free: free ?? '-' };
  const severity = 'error';
  const path = DAY;
  if (!first.byItem) {
    return free === undefined
      ? { code, severity, path, params, limit, visits }
      : { code, severity, path, params, limit, visits, free };
  }
  const items = found.map(({ key }) => key[0] as string);
  return free === undefined
    ? { code, severity, path, params, limit, visits, items }
    : { code, severity, path, params, limit, visits, items, free };
}

const DAY: readonly string[] = ['day'];

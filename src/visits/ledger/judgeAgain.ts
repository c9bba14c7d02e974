import type { Day } from '../../core/day.js';
import type { Cap } from '../cap.js';
import { capsOn, isRuling } from './capsOn.js';
import type { EntityLedger } from './history.js';
import { type Firm, isDescribed, type Judgement, judge, unknownOf } from './judge.js';
import { isLive, type LedgerVisit } from './ledgerVisit.js';
import { limitsNow } from './limitsNow.js';
import type { Because, VisitAct, VisitState } from './request.js';

/** Beside which visits one is judged again: a move beside all, else beside what stands as firmly. */
export function weighs(act: VisitAct, visit: LedgerVisit, day: Day, other: LedgerVisit): boolean {
  if (other === visit || !isLive(other)) return false;
  if (day !== visit.day) return true;
  const firm: readonly VisitState[] =
    act.act === 'start' ? ['started', 'done'] : ['admitted', 'started', 'done'];
  return firm.includes(other.state);
}

/**
 * What the limits that concern it say of a booked visit now: but for those it has passed lawfully before, and
 * without the visits that passed one in the open. They count against a new request, not against a visit
 * that had its place before them.
 *
 * @param firm - what the act tells of the firm, if anything: it decides about limits that are new alone
 * @returns the reasons where nothing can be said: no document in force, or a level or a fact that is lacking
 */
export function judgeAgain(
  history: EntityLedger,
  all: readonly Cap[],
  visit: LedgerVisit,
  others: readonly LedgerVisit[],
  firm: Firm,
): Judgement | readonly Because[] {
  const ruling = capsOn(all, visit.day, visit.id);
  if (!isRuling(ruling)) return [ruling];
  const unknown = isDescribed(firm) ? unknownOf(ruling, visit, firm) : [];
  if (unknown.length > 0) return unknown;
  const rest = others.filter((other) => other.id !== visit.id && isLive(other));
  const limits = limitsNow(history, visit, { ruling, all, firm });
  const found = judge(ruling, visit, rest, { asOf: visit.day }, limits);
  return {
    ...found,
    unpublished: [],
    over: found.over.filter(({ limit }) => {
      if (visit.beyond.includes(limit)) return false;
      const unmarked = rest.filter((other) => !other.beyond.includes(limit));
      if (unmarked.length === rest.length) return true;
      return judge(ruling, visit, unmarked, { asOf: visit.day }, new Set([limit])).over.length > 0;
    }),
  };
}

/** Whether a visit could be judged. */
export function isJudged(found: Judgement | readonly Because[]): found is Judgement {
  return !Array.isArray(found);
}

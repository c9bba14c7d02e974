import type { Day } from '../../core/day.js';
import type { DocumentReference } from '../../document/document.js';
import type { Cap } from '../cap.js';
import { dayFault, faultsOf, refusal, untimely } from './actFaults.js';
import {
  answeredBefore,
  answeredIn,
  digestOf,
  type HistoryAnswer,
  type LedgerAnswer,
  type LedgerOptions,
  refusedAsItIs,
} from './answered.js';
import { capsOn, isRuling, referencesOf } from './capsOn.js';
import { checkedCall } from './checkedCall.js';
import { decisionOf } from './decisionOf.js';
import type { AnswerBase, LedgerEvent } from './event.js';
import { lapseIn } from './expiry.js';
import { firstFree } from './firstFree.js';
import { answerIn, type EntityLedger, lastSeqIn } from './history.js';
import {
  type Firm,
  firmOf,
  isDescribed,
  type Judgement,
  limitsOf,
  usesOf,
  yieldsToDuty,
} from './judge.js';
import { isJudged, judgeAgain, weighs } from './judgeAgain.js';
import type { Ledger } from './ledger.js';
import { gathered, type LedgerVisit } from './ledgerVisit.js';
import { lastCapsOf } from './limitsNow.js';
import { refusals } from './refusals.js';
import type { Because, VisitAct } from './request.js';
import { ledgerDay } from './today.js';
import { visitAfter } from './visitAfter.js';

/**
 * Enters what happens to a booked visit: it is confirmed, begins (scan-in, 扫码检查), is over, or is off.
 *
 * A visit that is confirmed or begins is judged once more, by the limits it was booked under and those that are
 * new or renamed since: on another day beside all that is booked; on its own day a confirmation beside what is
 * confirmed, a beginning beside what has begun. So a rule that changed in mid-year, or a result that lifts an authority's ground, holds
 * from the next scan-in on. Where limits are new, the act may say where the firm stands (`standing`, `firm`), and they hold if
 * they protect it; without it they hold where the limits before them did. An authority that cancels takes off what it brought; a visit that others have
 * joined goes on without it.
 *
 * @param act - the act, by one of the visit's own authorities
 * @param caps - as for `admitVisit`
 * @returns as `admitVisit`; an act that comes at the wrong time or from the wrong authority is refused
 * without an entry in the ledger
 * @throws `caps-overlap`
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { admitVisit, emptyLedger, recordVisit, visitsOf } from 'evenhand/visits';
 *
 * const check = { id: 'tax:1', entity: 'E1', kind: 'census', day: '2026-06-01', lead: 'tax' } as const;
 * const { ledger } = admitVisit(emptyLedger, check, twoInspections);
 * const act = { entity: 'E1', visit: 'tax:1', by: 'tax' } as const;
 * const begun = recordVisit(ledger, { ...act, id: 'tax:1/in', act: 'start' }, twoInspections);
 * const over = { ...act, id: 'tax:1/out', act: 'finish', outcome: 'no-problem' } as const;
 * const done = recordVisit(begun.ledger, over, twoInspections);
 * visitsOf(done.ledger).map(({ state, outcome }) => [state, outcome]); // => [['done', 'no-problem']]
 * ```
 */
export function recordVisit(
  ledger: Ledger,
  act: VisitAct,
  caps: Cap | readonly Cap[],
  options: LedgerOptions = {},
): LedgerAnswer {
  return answeredIn('recordVisit', ledger, act, (history) => recordTo(history, act, caps, options));
}

/**
 * As `recordVisit`, in one entity's history, which may be what of it bears on a decision.
 *
 * @throws as `recordVisit`
 */
export function recordTo(
  history: EntityLedger,
  act: VisitAct,
  caps: Cap | readonly Cap[],
  options: LedgerOptions = {},
): HistoryAnswer {
  const all = checkedCall('recordVisit', caps, options);
  const known = answerIn(history, act?.id);
  if (known !== undefined) return { decision: answeredBefore(known, act), events: [] };
  const asItIs = (reason: Because): HistoryAnswer => refusedAsItIs([reason]);

  const faults = faultsOf(act);
  if (faults.length > 0) return refusedAsItIs(faults);
  const booked = history.visits.find(({ id }) => id === act.visit);
  if (booked === undefined) return asItIs(refusal(act, 'visit-unknown', 'visit', act.visit, ''));
  const today = act.at ?? options.asOf;
  const at = ledgerDay(
    history,
    { ...booked, id: act.id, window: { from: booked.day, to: booked.day } },
    today,
  );
  if (typeof at !== 'string') return asItIs(at);

  const { open, lapsed } = lapseIn(history, at);
  const { visits } = open;
  const visit = visits.find(({ id }) => id === act.visit) as LedgerVisit;
  const wrong = untimely(act, visit);
  if (wrong !== undefined) return asItIs(wrong);

  const base = {
    entity: act.entity,
    seq: lastSeqIn(open) + 1,
    at,
    request: act.id,
    digest: digestOf(act),
    by: act.by,
    visit: visit.id,
  };
  const enter = (event: LedgerEvent): HistoryAnswer => ({
    decision: decisionOf(event),
    events: [...lapsed, event],
  });
  if (visit.state === 'expired') {
    const last = visit.until ?? visit.window.to;
    const reason = refusal(act, 'reservation-expired', 'visit', visit.id, last);
    return enter({ ...base, type: 'refused', because: [reason], caps: [] });
  }

  const firm = firmOf(act.act === 'cancel' ? {} : act, at);
  switch (act.act) {
    case 'cancel': {
      const { reason } = act;
      const event = { ...base, type: 'cancelled', reason, state: 'cancelled' } as const;
      const { state } = visitAfter(visit, event) as LedgerVisit;
      return enter({ ...event, state });
    }
    case 'finish': {
      const { outcome, days = visit.days, reference } = act;
      const found = judgeAgain(open, all, { ...visit, days }, visits, firm);
      if (!isJudged(found) && isDescribed(firm)) return refusedAsItIs(found);
      const beyond = isJudged(found) ? limitsOf(found.over) : [];
      return enter({
        ...base,
        type: 'done',
        outcome,
        days,
        ...(reference === undefined ? {} : { reference }),
        ...(beyond.length > 0 ? { beyond } : {}),
      });
    }
    case 'confirm':
    case 'start': {
      const day = act.day ?? (act.act === 'start' ? (today ?? visit.day) : visit.day);
      const misplaced = dayFault(act, visit, day, today);
      if (misplaced !== undefined) return asItIs(misplaced);
      const found = placed(act, visit, day, { history: open, all, firm, base });
      return 'type' in found ? enter(found) : refusedAsItIs(found);
    }
  }
}

/** What a visit is judged by that is confirmed or begins. */
interface Question {
  readonly history: EntityLedger;
  readonly all: readonly Cap[];
  readonly firm: Firm;
  readonly base: AnswerBase;
}

/**
 * The event of a visit that is confirmed for a day or begins on it: it keeps its place there, or is refused.
 *
 * @returns the reasons where it can't be judged
 */
function placed(
  act: VisitAct & { readonly act: 'confirm' | 'start' },
  visit: LedgerVisit,
  day: Day,
  question: Question,
): LedgerEvent | readonly Because[] {
  const { history, all, firm, base } = question;
  const others = history.visits.filter((other) => weighs(act, visit, day, other));
  const moved = { ...visit, day };
  const found = judgeAgain(history, all, moved, others, firm);
  if (!isJudged(found)) return found;
  const { over } = found;
  const isDuty = gathered(visit, 'basis').length > 0;
  const caps = referencesOf(rulingOn(all, day, act.id));
  if (over.length > 0 && !(isDuty && over.every(yieldsToDuty))) {
    return refusedPlace(act, moved, found, question, caps);
  }
  const beyond = over.length > 0 ? { beyond: limitsOf(over) } : {};
  if (act.act === 'confirm') {
    const uses = usesOf(found);
    return { ...base, type: 'admitted', confirms: true, day, uses, ...beyond, caps };
  }
  const reference = act.reference === undefined ? {} : { reference: act.reference };
  return { ...base, type: 'started', day, ...reference, ...beyond };
}

/** The event of a booked visit that has no room on its day any more: why, and when it would have. */
function refusedPlace(
  { id }: VisitAct,
  visit: LedgerVisit,
  found: Judgement,
  { history, all, firm, base }: Question,
  caps: readonly DocumentReference[],
): LedgerEvent {
  const { visits } = history;
  const freeOf = (limits?: readonly string[]): Day | undefined =>
    firstFree(visit, visits, all, firm.firm?.events ?? [], (day) => {
      const on = judgeAgain(history, all, { ...visit, day }, visits, firm);
      const isFree = isJudged(on) && !on.over.some(({ limit }) => limits?.includes(limit) ?? true);
      return isFree || undefined;
    });
  const isChanged = !sameRules(history, visit, caps);
  const isDuty = gathered(visit, 'basis').length > 0;
  const because = refusals({ ...visit, id }, found, isDuty, freeOf).map((reason) =>
    isChanged && reason.code !== 'limit-over-duty'
      ? { ...reason, code: 'policy-changed' as const }
      : reason,
  );
  const free = freeOf();
  return { ...base, type: 'refused', because, ...(free === undefined ? {} : { free }), caps };
}

function rulingOn(all: readonly Cap[], day: Day, id: string): readonly Cap[] {
  const ruling = capsOn(all, day, id);
  return isRuling(ruling) ? ruling : [];
}

/** Whether the documents by which a visit was judged last are those that rule now. */
function sameRules(
  history: EntityLedger,
  visit: LedgerVisit,
  now: readonly { readonly digest: string }[],
): boolean {
  const digests = new Set(lastCapsOf(history, visit).map(({ digest }) => digest));
  return now.every(({ digest }) => digests.has(digest));
}

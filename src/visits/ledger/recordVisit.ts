import { type Day, isDay } from '../../core/day.js';
import { identifierFault } from '../../core/identifier.js';
import type { Cap } from '../cap.js';
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
import { decisionOf } from './decisionOf.js';
import type { LedgerEvent } from './event.js';
import { lapseIn } from './expiry.js';
import { firstFree } from './firstFree.js';
import { answerIn, type EntityLedger, lastSeqIn } from './history.js';
import { type Judgement, judge, yieldsToDuty } from './judge.js';
import type { Ledger } from './ledger.js';
import { authoritiesOf, gathered, isLive, type LedgerVisit } from './ledgerVisit.js';
import { lastCapsOf, limitsNow } from './limitsNow.js';
import { because } from './readRequest.js';
import { refusals } from './refusals.js';
import type { Because, VisitAct, VisitState } from './request.js';
import { ledgerDay } from './today.js';
import { NEXT, visitAfter } from './visitAfter.js';

/**
 * Enters what happens to a booked visit: it is confirmed, begins (scan-in, 扫码检查), is over, or is off.
 *
 * A visit that is confirmed or begins is judged once more, by the limits it was booked under and those that are
 * new or renamed since: on another day beside all that is booked; on its own day a confirmation beside what is
 * confirmed, a beginning beside what has begun. So a rule that changed in mid-year, or a result that lifts an authority's ground, holds
 * from the next scan-in on. An authority that cancels takes off what it brought; a visit that others have
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
  return answeredIn(ledger, act, (history) => recordTo(history, act, caps, options));
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
  const known = answerIn(history, act.id);
  if (known !== undefined) return { decision: answeredBefore(known, act), events: [] };
  const asItIs = (reason: Because): HistoryAnswer => refusedAsItIs([reason]);

  const fault = faultOf(act);
  if (fault !== undefined) return asItIs(fault);
  const booked = history.visits.find(({ id }) => id === act.visit);
  if (booked === undefined) return asItIs(refusal(act, 'visit-unknown', 'visit', act.visit, ''));
  const today = act.at ?? options.asOf;
  const at = ledgerDay(history, { ...booked, id: act.id, window: onDay(booked.day) }, today);
  if (typeof at !== 'string') return asItIs(at);

  const { open, lapsed } = lapseIn(history, at);
  const { visits } = open;
  const visit = visits.find(({ id }) => id === act.visit) as LedgerVisit;
  const wrong = untimely(act, visit);
  if (wrong !== undefined) return asItIs(wrong);

  const all: readonly Cap[] = Array.isArray(caps) ? caps : [caps as Cap];
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

  switch (act.act) {
    case 'cancel': {
      const { reason } = act;
      const event = { ...base, type: 'cancelled', reason, state: 'cancelled' } as const;
      const { state } = visitAfter(visit, event) as LedgerVisit;
      return enter({ ...event, state });
    }
    case 'finish': {
      const { outcome, days = visit.days, reference } = act;
      const found = judged(open, all, { ...visit, days }, visits, visit.day);
      const beyond = 'code' in found ? [] : found.over.map(({ limit }) => limit);
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
      const moved = { ...visit, day };
      const others = visits.filter((other) => weighs(act, visit, day, other));
      const found = judged(open, all, moved, others, day);
      if ('code' in found) return asItIs(found);
      const { over, uses } = found;
      const isDuty = gathered(visit, 'basis').length > 0;
      const references = referencesOf(rulingOn(all, day, act.id));
      if (over.length > 0 && !(isDuty && over.every(yieldsToDuty))) {
        const freeOf = (limits?: readonly string[]): Day | undefined =>
          firstFree(moved, visits, all, [], (free) => {
            const moved = { ...visit, day: free };
            const on = judged(open, all, moved, visits.filter(isLive), free);
            const isFree =
              !('code' in on) && !on.over.some(({ limit }) => limits?.includes(limit) ?? true);
            return isFree || undefined;
          });
        const isChanged = !sameRules(open, visit, references);
        const reasons = refusals({ ...moved, id: act.id }, found, isDuty, freeOf).map((reason) =>
          isChanged && reason.code !== 'limit-over-duty'
            ? { ...reason, code: 'policy-changed' as const }
            : reason,
        );
        const free = freeOf();
        return enter({
          ...base,
          type: 'refused',
          because: reasons,
          ...(free === undefined ? {} : { free }),
          caps: references,
        });
      }
      const beyond = over.length > 0 ? { beyond: over.map(({ limit }) => limit) } : {};
      if (act.act === 'confirm') {
        const confirmed = { type: 'admitted', confirms: true, day, uses } as const;
        return enter({ ...base, ...confirmed, ...beyond, caps: references });
      }
      const reference = act.reference === undefined ? {} : { reference: act.reference };
      return enter({ ...base, type: 'started', day, ...reference, ...beyond });
    }
  }
}

const TYPES = {
  confirm: 'admitted',
  start: 'started',
  finish: 'done',
  cancel: 'cancelled',
} as const;

function refusal(
  { id }: VisitAct,
  code: Because['code'],
  field: string,
  given: string,
  expected: string,
): Because {
  return because(code, field, { id, given, expected });
}

const onDay = (day: Day) => ({ from: day, to: day });

function faultOf(act: VisitAct): Because | undefined {
  const wrong = identifierFault(act.id);
  if (wrong !== undefined) {
    const params = { given: String(act.id).slice(0, 80), what: 'id', fault: wrong };
    return because('bad-id', 'id', params);
  }
  const days = [act.at, 'day' in act ? act.day : undefined];
  const notDay = days.find((day) => day !== undefined && !isDay(day));
  if (notDay !== undefined) return refusal(act, 'no-such-day', 'day', notDay, 'YYYY-MM-DD');
  if (act.act === 'cancel' && !act.reason?.trim()) {
    return refusal(act, 'reason-missing', 'reason', '', 'reason');
  }
  if (act.act !== 'finish') return undefined;
  if (!act.outcome?.trim()) return refusal(act, 'reason-missing', 'outcome', '', 'outcome');
  const { days: taken = 1 } = act;
  return Number.isSafeInteger(taken) && taken >= 1 && taken <= 366
    ? undefined
    : refusal(act, 'bad-days', 'days', String(taken), '1..366');
}

/** Why the act can't be entered now, by this authority. */
function untimely(act: VisitAct, visit: LedgerVisit): Because | undefined {
  const own = act.act === 'cancel' ? visit.shares.map(({ lead }) => lead) : authoritiesOf(visit);
  if (!own.includes(act.by)) {
    return refusal(act, 'not-its-authority', 'by', act.by, own.join(', '));
  }
  const next = NEXT[visit.state];
  if (next.includes(TYPES[act.act])) return undefined;
  if (visit.state === 'expired' && (act.act === 'confirm' || act.act === 'start')) return undefined;
  const expected = next.length === 0 ? visit.state : `${visit.state}: ${next.join(', ')}`;
  return refusal(act, 'act-out-of-order', 'act', act.act, expected);
}

function dayFault(
  act: VisitAct,
  { window }: LedgerVisit,
  day: Day,
  today: Day | undefined,
): Because | undefined {
  if (day < window.from || window.to < day) {
    return refusal(act, 'outside-window', 'day', day, `${window.from}..${window.to}`);
  }
  if (today === undefined) return undefined;
  if (act.act === 'confirm' && day < today) {
    return refusal(act, 'day-past', 'day', day, `>= ${today}`);
  }
  return act.act === 'start' && today < day
    ? refusal(act, 'day-ahead', 'day', day, `<= ${today}`)
    : undefined;
}

/** Beside which visits one is judged again: a move beside all, else beside what stands as firmly. */
function weighs(act: VisitAct, visit: LedgerVisit, day: Day, other: LedgerVisit): boolean {
  if (other === visit || !isLive(other)) return false;
  if (day !== visit.day) return true;
  const firm: readonly VisitState[] =
    act.act === 'start' ? ['started', 'done'] : ['admitted', 'started', 'done'];
  return firm.includes(other.state);
}

/**
 * What the limits that concern it say of a visit now: but for those it has passed lawfully before, and
 * without the visits that passed one in the open. They count against a new request, not against a visit
 * that had its place before them.
 */
function judged(
  history: EntityLedger,
  all: readonly Cap[],
  visit: LedgerVisit,
  others: readonly LedgerVisit[],
  day: Day,
): Judgement | Because {
  const ruling = capsOn(all, day, visit.id);
  if (!isRuling(ruling)) return ruling;
  const rest = others.filter((other) => other.id !== visit.id && isLive(other));
  const limits = limitsNow(history, visit, ruling, all);
  const found = judge(ruling, visit, rest, { asOf: day }, limits);
  return {
    ...found,
    unpublished: [],
    over: found.over.filter(({ limit }) => {
      if (visit.beyond.includes(limit)) return false;
      const unmarked = rest.filter((other) => !other.beyond.includes(limit));
      if (unmarked.length === rest.length) return true;
      return judge(ruling, visit, unmarked, { asOf: day }, new Set([limit])).over.length > 0;
    }),
  };
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

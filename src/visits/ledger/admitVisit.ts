import type { Day } from '../../core/day.js';
import type { Demand } from '../../register/nouns.js';
import type { Cap } from '../cap.js';
import { type Answer, type AnswerHead, joinedTo, placed, refused } from './answerEvents.js';
import {
  answeredBefore,
  answeredIn,
  digestOf,
  type HistoryAnswer,
  type LedgerAnswer,
  type LedgerOptions,
  refusedAsItIs,
} from './answered.js';
import { because } from './because.js';
import { capsOn, isRuling, referencesOf } from './capsOn.js';
import { checkedCall } from './checkedCall.js';
import { lapseIn } from './expiry.js';
import { firstFree } from './firstFree.js';
import { answerIn, type EntityLedger, lastSeqIn } from './history.js';
import { hostOf } from './hostOf.js';
import {
  type Firm,
  firmOf,
  type Judgement,
  judge,
  lacking,
  passedBefore,
  yieldsToDuty,
} from './judge.js';
import type { Ledger } from './ledger.js';
import { isLive, type LedgerVisit } from './ledgerVisit.js';
import { overlapping } from './overlapping.js';
import { type Asked, isRefusal, type LedgerRegister, readRequest } from './readRequest.js';
import { refusals } from './refusals.js';
import type { Because, VisitRequest } from './request.js';
import { ledgerDay } from './today.js';

/**
 * Asks the ledger for a visit: it is admitted, joined to a visit that is booked already, or refused with
 * every reason and what to do.
 *
 * A visit that can be done on a booked one joins it (进一次门、查多事). Otherwise it takes a place of its
 * own where every limit of every cap has room for it, on its day; where a limit has none, a legal duty
 * goes ahead if the cap says so, and an override if it is complete: both are marked. A cause the cap lists
 * stands outside, with its evidence.
 *
 * The same request asked again is answered the same and changes nothing. What is wrong with a request
 * itself is refused without an entry in the ledger, so that it can be corrected under its name.
 *
 * @param request - a visit as `mergeVisits` plans it, with what more is known of it, or one demand
 * @param caps - one cap or several; all hold at once. Of several versions the day of the visit takes
 * the one in force
 * @param options.asOf - today. Without any, it is the last day of the entity's ledger. A request dated
 * one day before that is taken as of it (clocks differ at midnight); an older one is refused
 * @returns the new ledger, the decision, and the events to append in a store
 * @throws `caps-overlap` where two versions of a cap are in force on one day
 *
 * @source 京政发〔2021〕24号 (最多查两次); described in docs/ledger.md
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { admitVisit, emptyLedger } from 'evenhand/visits';
 *
 * const check = { id: 'tax:1', entity: 'E1', kind: 'census', day: '2026-06-01', lead: 'tax' } as const;
 * const first = admitVisit(emptyLedger, check, twoInspections);
 * first.decision.status; // => 'admitted'
 * const more = { ...check, id: 'fire:1', day: '2026-09-01', lead: 'fire' };
 * const { decision } = admitVisit(first.ledger, more, twoInspections);
 * decision.status === 'refused' && [decision.because[0]?.limit, decision.free]; // => ['beijing-two-inspections/census', '2027-01-01']
 * const complaint = { id: 'fire:2', entity: 'E1', kind: 'for-cause', day: '2026-09-01', lead: 'fire',
 *   evidence: { cause: 'complaint', reference: '12345-2026-0901' } } as const;
 * admitVisit(first.ledger, complaint, twoInspections).decision; // => { status: 'admitted', counts: false, evidence: { cause: 'complaint', reference: '12345-2026-0901' } }
 * ```
 */
export function admitVisit(
  ledger: Ledger,
  request: VisitRequest | Demand,
  caps: Cap | readonly Cap[],
  options: LedgerOptions = {},
): LedgerAnswer {
  return answeredIn('admitVisit', ledger, request, (history) =>
    admitTo(history, request, caps, options),
  );
}

/**
 * As `admitVisit`, in one entity's history, which may be what of it bears on a decision.
 *
 * @throws as `admitVisit`
 */
export function admitTo(
  history: EntityLedger,
  request: VisitRequest | Demand,
  caps: Cap | readonly Cap[],
  options: LedgerOptions = {},
): HistoryAnswer {
  const all = checkedCall('admitVisit', caps, options);
  const known = answerIn(history, request?.id);
  if (known !== undefined) return { decision: answeredBefore(known, request), events: [] };

  const today = (request as VisitRequest | undefined)?.at ?? options.asOf;
  const asked = readRequest(request, options.register ?? NOTHING_KNOWN, today);
  if (isRefusal(asked)) return refusedAsItIs(asked);
  const at = ledgerDay(history, asked.visit, today);
  if (typeof at !== 'string') return refusedAsItIs([at]);

  const { id, entity } = asked.visit;
  const ruling = capsOn(all, asked.visit.day, id);
  if (!isRuling(ruling)) return refusedAsItIs([ruling]);
  const firm = firmOf(asked.request, at);
  const lacks = lacking(ruling, asked.visit, firm);
  if (lacks.length > 0) return refusedAsItIs(lacks);

  const { open, lapsed } = lapseIn(history, at);
  const others = open.visits.filter(isLive);
  const repeated = overlapping(asked, others);
  if (repeated !== undefined) return refusedAsItIs([repeated]);

  const base = {
    entity,
    seq: lastSeqIn(open) + 1,
    at,
    request: id,
    digest: digestOf(request),
    by: asked.share.lead,
    caps: referencesOf(ruling),
  };
  const { event, decision } = decided(asked, others, { all, ruling, firm, base });
  return { decision, events: lapsed.length === 0 ? [event] : [...lapsed, event] };
}

const NOTHING_KNOWN: LedgerRegister = {};

interface Question {
  readonly all: readonly Cap[];
  readonly ruling: readonly Cap[];
  readonly firm: Firm;
  readonly base: AnswerHead;
}

function decided(asked: Asked, others: readonly LedgerVisit[], question: Question): Answer {
  const { all, firm, base, ruling } = question;
  const { visit, share, request } = asked;
  const judgement = judge(ruling, visit, others, firm);
  const isDuty = share.basis.length > 0;

  const host = judgement.counts ? hostOf(asked, others, all, firm) : undefined;
  if (host !== undefined && !('code' in host)) return joinedTo(asked, host, base);
  if (typeof request.join === 'string') {
    const reason =
      host ?? because('join-impossible', 'join', { id: visit.id, given: request.join });
    return refused([reason as Because], asked, base);
  }

  const { over, unpublished } = judgement;
  const isOverridden = request.override !== undefined && over.length + unpublished.length > 0;
  const mayPass = isDuty && unpublished.length === 0 && over.every(yieldsToDuty);
  if (over.length + unpublished.length === 0 || mayPass || isOverridden) {
    return placed(asked, judgement, base, mayPass);
  }
  // A few days are asked for again and again.
  let judged: readonly Judged[] = [{ day: visit.day, found: judgement }];
  const judgedOn = (day: Day): Judgement | undefined => {
    for (const one of judged) if (one.day === day) return one.found;
    const caps = capsOn(all, day, visit.id);
    const found = isRuling(caps) ? judge(caps, { ...visit, day }, others, firm) : undefined;
    judged = [...judged, { day, found }];
    return found;
  };
  const freeOf = (limits?: readonly string[]): Day | undefined =>
    firstFree(visit, others, all, firm.firm?.events ?? [], (day) => freeBy(judgedOn(day), limits));
  return refused(refusals(visit, judgement, isDuty, freeOf), asked, base, freeOf());
}

interface Judged {
  readonly day: Day;
  /** Undefined where a cap has no version in force. */
  readonly found: Judgement | undefined;
}

/** Whether limits have room by a judgement, or nothing at all stands against it; else until when not. */
function freeBy(found: Judgement | undefined, limits?: readonly string[]): true | Day | undefined {
  if (found === undefined) return undefined;
  let isFree = limits !== undefined || found.unpublished.length === 0;
  let before: Day | undefined;
  for (const one of found.over) {
    if (limits !== undefined && !limits.includes(one.limit)) continue;
    isFree = false;
    const day = passedBefore(one);
    if (day !== undefined && (before === undefined || before < day)) before = day;
  }
  return isFree || before;
}

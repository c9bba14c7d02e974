import type { Day } from '../../core/day.js';
import { digest, digestWithout } from '../../core/digest.js';
import { because } from './because.js';
import { decisionOf } from './decisionOf.js';
import type { LedgerEvent } from './event.js';
import { type EntityLedger, newHistory, withNext } from './history.js';
import { answerTo, historyIn, type Ledger, requireLedger, withHistory } from './ledger.js';
import type { LedgerRegister } from './readRequest.js';
import type { Because, Decision } from './request.js';

/** What `admitVisit` and `recordVisit` may be told. */
export interface LedgerOptions {
  /** Today, for all requests that do not say it (`at`). */
  readonly asOf?: Day;
  /** What firms, authorities and items there are; nothing is looked up without it. */
  readonly register?: LedgerRegister;
}

/** The ledger after a request, what it was answered, and the events that are new in it. */
export interface LedgerAnswer {
  readonly ledger: Ledger;
  readonly decision: Decision;
  readonly events: readonly LedgerEvent[];
}

/** What a request was answered in an entity's history, and the events that are new in it. */
export interface HistoryAnswer {
  readonly decision: Decision;
  readonly events: readonly LedgerEvent[];
}

/** The identity of a request: all of it but the day it is asked on, since a retry may come later. */
export function digestOf(request: object): string {
  return 'at' in request ? digestWithout(request, 'at') : digest(request);
}

/** Whether a request has this digest; one of which none can be taken is another. */
function isDigestOf(given: string, request: object): boolean {
  try {
    return given === digestOf(request);
  } catch {
    return false;
  }
}

/** What a request is answered that was answered before, or one that took its name. */
export function answeredBefore(known: LedgerEvent, request: object): Decision {
  if ('digest' in known && isDigestOf(known.digest, request)) return decisionOf(known);
  const { entity, seq } = known;
  const id = 'request' in known ? known.request : '';
  const params = { id, given: id, expected: `${entity} ${seq}` };
  return { status: 'refused', because: [because('request-id-taken', 'id', params)] };
}

/** A request that can't be read, or not yet: the history is as it was. */
export function refusedAsItIs(reasons: readonly Because[]): HistoryAnswer {
  return { decision: { status: 'refused', because: reasons }, events: [] };
}

/**
 * Answers a request in a ledger by what it is answered in its entity's history, unless the request has been
 * answered before, at whichever entity.
 */
export function answeredIn(
  call: string,
  ledger: Ledger,
  request: { readonly id: string; readonly entity: string },
  answer: (history: EntityLedger) => HistoryAnswer,
): LedgerAnswer {
  requireLedger(call, ledger);
  if (typeof request?.id !== 'string' || typeof request.entity !== 'string') {
    const { decision } = answer(newHistory(''));
    return { ledger, decision, events: [] };
  }
  const known = answerTo(ledger, request.id);
  if (known !== undefined) return { ledger, decision: answeredBefore(known, request), events: [] };
  const history = historyIn(ledger, request.entity);
  const { decision, events } = answer(history);
  if (events.length === 0) return { ledger, decision, events };
  return { ledger: withHistory(ledger, withNext(history, events), events), decision, events };
}

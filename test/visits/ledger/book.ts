import type { Cap } from '../../../src/visits/cap.js';
import { admitVisit } from '../../../src/visits/ledger/admitVisit.js';
import type { LedgerAnswer, LedgerOptions } from '../../../src/visits/ledger/answered.js';
import { emptyLedger, type Ledger } from '../../../src/visits/ledger/ledger.js';
import { recordVisit } from '../../../src/visits/ledger/recordVisit.js';
import type { Decision, VisitAct, VisitRequest } from '../../../src/visits/ledger/request.js';

/** A visit asked for in few words; the request's id is `n` where none is told. */
export type Ask = Partial<VisitRequest> & { readonly day: string };
export type Do = Partial<VisitAct> & Pick<VisitAct, 'act' | 'visit'>;

let last = 0;

export function requestOf(ask: Ask): VisitRequest {
  last++;
  return { id: `r${last}`, entity: 'E1', kind: 'spot-check', lead: 'fire', join: false, ...ask };
}

/** A ledger that is asked one thing after another, each answer kept. */
export class Book {
  ledger: Ledger = emptyLedger;
  readonly answers: LedgerAnswer[] = [];
  readonly caps: Cap | readonly Cap[];
  readonly options: LedgerOptions;

  constructor(caps: Cap | readonly Cap[], options: LedgerOptions = {}) {
    this.caps = caps;
    this.options = options;
  }

  ask(ask: Ask, caps: Cap | readonly Cap[] = this.caps): Decision {
    return this.keep(admitVisit(this.ledger, requestOf(ask), caps, this.options));
  }

  act(act: Do, caps: Cap | readonly Cap[] = this.caps): Decision {
    last++;
    const whole = { id: `a${last}`, entity: 'E1', by: 'fire', ...act } as VisitAct;
    return this.keep(recordVisit(this.ledger, whole, caps, this.options));
  }

  private keep(answer: LedgerAnswer): Decision {
    this.ledger = answer.ledger;
    this.answers.push(answer);
    return answer.decision;
  }
}

/** A decision in a word: its status, the first code and limit of a refusal, the first free day. */
export function said(decision: Decision): string {
  if (decision.status !== 'refused') return decision.status;
  const [first] = decision.because;
  const limit = first?.limit === undefined ? '' : ` ${first.limit.split('/')[1]}`;
  return `${first?.code}${limit}${decision.free === undefined ? '' : ` ${decision.free}`}`;
}

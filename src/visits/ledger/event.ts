import type { Day, DayRange } from '../../core/day.js';
import type { DocumentReference } from '../../document/document.js';
import type { Demand, Method, Visit } from '../../register/nouns.js';
import type { Because, CauseEvidence, LimitUse, VisitOverride, VisitState } from './request.js';

/** What can happen in the ledger (检查台账). */
export const LEDGER_EVENTS = [
  'planned',
  'reserved',
  'admitted',
  'overridden',
  'joined',
  'refused',
  'started',
  'done',
  'cancelled',
  'expired',
] as const;
export type LedgerEventType = (typeof LEDGER_EVENTS)[number];

/** What every event has. `seq` counts the entity's events from 1; `at` never goes back. */
export interface EventBase {
  readonly entity: string;
  readonly seq: number;
  readonly at: Day;
  readonly visit: string;
}

/** An event that answers a request: just one does, so `request` is unique over all entities. */
export interface AnswerBase extends EventBase {
  readonly request: string;
  /** The digest of the request without its day: another request of the same name is told by it. */
  readonly digest: string;
  /** The authority that asked. */
  readonly by: string;
}

/** What one request brings to a visit; a joint visit has several. */
export interface VisitShare {
  readonly lead: string;
  readonly partners: readonly string[];
  readonly items: readonly string[];
  readonly demands: readonly string[];
  readonly basis: readonly string[];
  readonly cause?: Demand['cause'];
  readonly form?: string;
}

/** A visit takes its place, or joins one: `visit` is then the visit joined. */
export interface BookedEvent extends AnswerBase, VisitShare {
  readonly type: 'planned' | 'reserved' | 'admitted' | 'overridden' | 'joined';
  readonly site?: string;
  readonly kind: Visit['kind'];
  readonly method: Method;
  readonly day: Day;
  readonly window: DayRange;
  readonly days: number;
  readonly counts: boolean;
  readonly evidence?: CauseEvidence;
  readonly until?: Day;
  readonly plan?: string;
  readonly uses: readonly LimitUse[];
  readonly beyond?: readonly string[];
  readonly overridden?: readonly string[];
  readonly override?: VisitOverride;
  /** The documents that decided. */
  readonly caps: readonly DocumentReference[];
}

/** A planned or reserved visit is confirmed, perhaps for another day of its window. */
export interface ConfirmedEvent extends AnswerBase {
  readonly type: 'admitted';
  readonly confirms: true;
  readonly day: Day;
  readonly uses: readonly LimitUse[];
  /** Limits that the visit passes on its new day for a legal duty. */
  readonly beyond?: readonly string[];
  readonly caps: readonly DocumentReference[];
}

/** A request or an act that is refused. */
export interface RefusedEvent extends AnswerBase {
  readonly type: 'refused';
  readonly because: readonly Because[];
  readonly free?: Day;
  readonly caps: readonly DocumentReference[];
}

/** The visit begins: somebody of it scans in on a day. */
export interface StartedEvent extends AnswerBase {
  readonly type: 'started';
  readonly day: Day;
  /** The record of the scan-in. */
  readonly reference?: string;
  /** Limits that the visit passes on its day for a legal duty. */
  readonly beyond?: readonly string[];
}

/** The visit is over, with what it found and the days it took. */
export interface DoneEvent extends AnswerBase {
  readonly type: 'done';
  readonly outcome: string;
  readonly days: number;
  readonly reference?: string;
  /** Limits that the days it took pass. */
  readonly beyond?: readonly string[];
}

/** An authority withdraws what it brought; a visit nobody is left of is off. */
export interface CancelledEvent extends AnswerBase {
  readonly type: 'cancelled';
  readonly reason: string;
  /** Where the visit stands then: it goes on where others have joined it. */
  readonly state: VisitState;
}

/** A planned or reserved visit that nobody confirmed in time. It answers no request. */
export interface ExpiredEvent extends EventBase {
  readonly type: 'expired';
}

/** One entry of the ledger, as flat JSON; the key is (entity, seq), and a request is in one only. */
export type LedgerEvent =
  | BookedEvent
  | ConfirmedEvent
  | RefusedEvent
  | StartedEvent
  | DoneEvent
  | CancelledEvent
  | ExpiredEvent;

/** Whether an event opens a visit or joins one, and carries what the request brought. */
export function isBooked(event: LedgerEvent): event is BookedEvent {
  return 'kind' in event;
}

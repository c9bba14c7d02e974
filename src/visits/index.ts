export {
  type AuthorityLine,
  type Cap,
  type CapException,
  type CapLimit,
  type CapScope,
  type CapTrigger,
  type CapUnit,
  type CapWindow,
  CLAIMS,
  type Claim,
  dutyOrCap,
  type Eligible,
  type EligibleLevels,
  goesBefore,
  PRECEDENCE,
  type Precedence,
  type PublishedItems,
  SCOPES,
  type VisitFilter,
} from './cap.js';
export { capConflicts, type VisitFloor } from './capConflicts.js';
export { capSchema } from './capSchema.js';
export { checkCap, PUBLISHED } from './checkCap.js';
export { VISITS_CODES, type VisitsCode } from './codes.js';
export type { Deferred } from './deferred.js';
export { disjointWindows } from './disjointWindows.js';
export { type FirmOnDay, isEligible, type Standing } from './isEligible.js';
export { admitVisit, type LedgerAnswer, type LedgerOptions } from './ledger/admitVisit.js';
export {
  type AnswerBase,
  type BookedEvent,
  type CancelledEvent,
  type ConfirmedEvent,
  type DoneEvent,
  type EventBase,
  type ExpiredEvent,
  LEDGER_EVENTS,
  type LedgerEvent,
  type LedgerEventType,
  type RefusedEvent,
  type StartedEvent,
  type VisitShare,
} from './ledger/event.js';
export {
  type EntityLedger,
  emptyLedger,
  eventsOf,
  type Ledger,
  ledgerOf,
  visitsOf,
} from './ledger/ledger.js';
export {
  authoritiesOf,
  isLive,
  type LedgerVisit,
  type OwnedShare,
} from './ledger/ledgerVisit.js';
export type { LedgerRegister } from './ledger/readRequest.js';
export {
  type Because,
  type CauseEvidence,
  type Decision,
  type LimitUse,
  VISIT_STATES,
  type VisitAct,
  type VisitOverride,
  type VisitRequest,
  type VisitState,
} from './ledger/request.js';
export {
  JOINT_VISITS_METHOD,
  type MergedVisits,
  mergeVisits,
  type Refused,
} from './mergeVisits.js';
export type { PlannedVisit } from './visit.js';
export { type YearCap, type YearVisitCounts, yearCap } from './yearCap.js';

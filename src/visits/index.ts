export {
  type AuthorityLine,
  type Cap,
  type CapAlarm,
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
export { type ChecklistLine, checklistOf } from './checklistOf.js';
export { checkVisitRules } from './checkVisitRules.js';
export { VISITS_CODES, type VisitsCode } from './codes.js';
export { type DayRow, dayTable, type PlanWorth } from './dayTable.js';
export type { Deferred } from './deferred.js';
export { disjointWindows } from './disjointWindows.js';
export type { JoinedVisit } from './entityVisits.js';
export type { FixedVisit } from './fixedVisit.js';
export { type FirmOnDay, isEligible, type Standing } from './isEligible.js';
export { type LeadDemand, leadBy } from './leadBy.js';
export { admitVisit } from './ledger/admitVisit.js';
export type { LedgerAnswer, LedgerOptions } from './ledger/answered.js';
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
export { fixedFrom } from './ledger/fixedFrom.js';
export {
  type EntityLedger,
  emptyLedger,
  eventsOf,
  type Ledger,
  ledgerOf,
  visitsOf,
} from './ledger/ledger.js';
export { type LedgerAlarm, ledgerAlarms } from './ledger/ledgerAlarms.js';
export { ledgerEventSchema, visitActSchema, visitRequestSchema } from './ledger/ledgerSchema.js';
export {
  authoritiesOf,
  isLive,
  type LedgerVisit,
  type OwnedShare,
} from './ledger/ledgerVisit.js';
export {
  ledgerJsonSchemas,
  parseLedgerEvent,
  parseVisitAct,
  parseVisitRequest,
  safeParseLedgerEvent,
  safeParseVisitAct,
  safeParseVisitRequest,
} from './ledger/parseLedger.js';
export type { LedgerRegister } from './ledger/readRequest.js';
export { recordVisit } from './ledger/recordVisit.js';
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
export { type DemandColumns, mergeColumns, type VisitColumns } from './mergeColumns.js';
export {
  JOINT_VISITS_METHOD,
  type JointVisitOptions,
  type MergedVisits,
  mergeVisits,
  type Refused,
} from './mergeVisits.js';
export { type DayRules, type OpenDays, openDaysOf } from './openDays.js';
export { parseVisitRules, safeParseVisitRules } from './parseVisitRules.js';
export { type Protection, protectionOf } from './protection.js';
export type { PlannedVisit } from './visit.js';
export {
  CHECKLIST_KEYS,
  type ChecklistKey,
  LEAD_RULES,
  type LeadRule,
  type Levelling,
  type PeriodLimit,
  type QuietDays,
  type VisitNotice,
  type VisitRules,
} from './visitRules.js';
export { visitRulesSchema } from './visitRulesSchema.js';
export { type YearCap, type YearVisitCounts, yearCap } from './yearCap.js';

export {
  type ActOf,
  type EvidenceReference,
  INSPECTION_ACTS,
  type InspectionAct,
  type InspectionActType,
  type ResultEntry,
  type TeamMember,
} from './act.js';
export { chainEntrySchema, chainHeadSchema, recordChainSchema } from './chain/chainSchema.js';
export {
  type DutyTerm,
  type EntryPattern,
  SYSTEMS,
  type System,
  type SystemDuties,
  type SystemDuty,
} from './chain/duties.js';
export { systemDutiesSchema } from './chain/dutiesSchema.js';
export { inspectionRecord } from './chain/inspectionRecord.js';
export {
  parseRecordChain,
  safeParseChainEntry,
  safeParseChainHead,
  safeParseRecordChain,
} from './chain/parseChain.js';
export { parseSystemDuties, safeParseSystemDuties } from './chain/parseDuties.js';
export {
  appendRecord,
  type ChainEntry,
  type ChainHead,
  chainHead,
  emptyChain,
  type NewEntry,
  type RecordChain,
} from './chain/recordChain.js';
export {
  type DutyFinding,
  type DutyOptions,
  systemDutyFindings,
} from './chain/systemDutyFindings.js';
export {
  type ChainDifference,
  type ChainVerdict,
  chainDifference,
  verifyChain,
} from './chain/verifyChain.js';
export { checkResultList } from './checkResultList.js';
export { INSPECTION_CODES, type InspectionCode } from './codes.js';
export { checkDiscretionTable } from './discretion/checkDiscretionTable.js';
export type {
  Circumstance,
  DiscretionRow,
  DiscretionTable,
  Penalty,
  PenaltyRange,
} from './discretion/discretionTable.js';
export { discretionTableSchema } from './discretion/discretionTableSchema.js';
export {
  type CircumstanceAnswer,
  type Discretion,
  type ProposedPenalty,
  penaltyRange,
  penaltyRefusals,
} from './discretion/penaltyRange.js';
export {
  type Finding,
  findingsOf,
  type InspectionTrace,
  inspectionEvents,
  tracesOf,
} from './findingsOf.js';
export {
  type CheckedItem,
  type Conclusion,
  type FollowUp,
  INSPECTION_STATES,
  type Inspection,
  type InspectionAnswer,
  type InspectionDocuments,
  type InspectionOpening,
  type InspectionState,
  type ItemAnswer,
  type VisitChecklist,
} from './inspection.js';
export { type InspectionDuty, inspectionDuties } from './inspectionDuties.js';
export { inspectionJsonSchemas } from './inspectionJsonSchemas.js';
export {
  EVIDENCE_KINDS,
  type EvidenceKind,
  type InspectionRules,
  OUTCOMES,
  type Outcome,
} from './inspectionRules.js';
export { inspectionRulesSchema } from './inspectionRulesSchema.js';
export { checkLeniencyList } from './leniency/checkLeniencyList.js';
export {
  type CheckedCondition,
  judgeLeniency,
  type LeniencyDecision,
} from './leniency/judgeLeniency.js';
export type {
  LeniencyCondition,
  LeniencyGround,
  LeniencyList,
  LenientViolation,
  Showing,
} from './leniency/leniencyList.js';
export { leniencyListSchema } from './leniency/leniencyListSchema.js';
export { type OpenedInspection, openInspection } from './openInspection.js';
export {
  parseInspectionAct,
  safeParseInspectionAct,
  safeParseInspectionOpening,
  safeParseVisitChecklist,
} from './parseAct.js';
export {
  parseInspectionRules,
  parseResultList,
  safeParseInspectionRules,
  safeParseResultList,
} from './parseInspection.js';
export {
  parseDiscretionTable,
  parseLeniencyList,
  safeParseDiscretionTable,
  safeParseLeniencyList,
} from './parsePenalty.js';
export { PENALTY_CODES, type PenaltyCode } from './penaltyCodes.js';
export { penaltyJsonSchemas } from './penaltyJsonSchemas.js';
export {
  type InspectionOptions,
  NEXT_ACTS,
  type ReplayedInspection,
  recordInspection,
  recordInspectionActs,
} from './recordInspection.js';
export {
  type FollowUpMeasure,
  type FollowUpTerm,
  RESULT_SORTS,
  type ResultCode,
  type ResultEvent,
  type ResultList,
  type ResultSort,
} from './resultList.js';
export { resultListSchema } from './resultListSchema.js';
export type { ViolationCase } from './violationCase.js';

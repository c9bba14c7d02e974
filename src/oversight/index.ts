export type {
  AuthorityBurden,
  Burden,
  BurdenReport,
  FirmBurden,
  Leakage,
  Load,
  MissedFloor,
  MonthBurden,
  Spread,
} from './burden.js';
export {
  type BurdenOptions,
  type BurdenTally,
  burdenReport,
  burdenTally,
} from './burdenReport.js';
export { OVERSIGHT_CODES, type OversightCode } from './codes.js';
export { type DueDiligenceInput, dueDiligence } from './dueDiligence.js';
export {
  DILIGENCE_CHECKS,
  type DiligenceCheck,
  type DiligenceCheckName,
  type DueDiligenceFile,
  type DutyThen,
  EXEMPTION_CIRCUMSTANCES,
  type ExemptionCircumstance,
  type KnownThen,
  type RefusedThen,
} from './dueDiligenceTypes.js';
export {
  type DifferenceInterval,
  differenceInterval,
  type ShareInterval,
  shareInterval,
} from './interval.js';
export type { PublicationTerm } from './latePublications.js';
export {
  type OfficialDecision,
  PROPOSAL_SUBJECTS,
  type Proposal,
  type ProposalSubject,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
  type VisitOutcome,
} from './outcome.js';
export { type OutcomeBeside, outcomeOf } from './outcomeOf.js';
export { oversightJsonSchemas } from './oversightJsonSchemas.js';
export { type OversightInput, oversightReport } from './oversightReport.js';
export type {
  CertainCoverage,
  HitRate,
  LatePublication,
  Measure,
  OfficerOverrides,
  OversightReport,
  ReviewedDecisions,
  StratumCoverage,
} from './oversightTypes.js';
export {
  parseDecision,
  parseOutcome,
  parseProposal,
  safeParseDecision,
  safeParseOutcome,
  safeParseProposal,
} from './parseOutcome.js';
export {
  type Announced,
  type Drawn,
  type Promised,
  type PromisedDemand,
  type PromisedStratum,
  type PromisedVisit,
  promisedBy,
  promisedIn,
  WAYS,
  type Way,
} from './promised.js';

export {
  APPROVAL_DECISIONS,
  type Application,
  type ApprovalAnswer,
  type ApprovalDecision,
  answerApplication,
} from './approval/answerApplication.js';
export {
  APPROVAL_TIERS,
  type ApprovalRules,
  type ApprovalTier,
  type FollowUpCheck,
  type Permit,
  type PermitCommitment,
} from './approval/approvalRules.js';
export { approvalRulesSchema } from './approval/approvalRulesSchema.js';
export { checkApprovalRules, standardIssues } from './approval/checkApprovalRules.js';
export {
  PROMISE_STATES,
  type PromiseCheck,
  type PromiseReport,
  type PromiseStanding,
  type PromiseState,
  promiseStandings,
} from './approval/promiseStandings.js';
export {
  type Advanced,
  advanceCase,
  type CaseOptions,
  openCase,
  overdueCases,
} from './cases/advanceCase.js';
export { caseDemand, caseEvent } from './cases/caseResults.js';
export {
  CASE_STATES,
  type CaseState,
  type CaseStep,
  type WarningCase,
} from './cases/warningCase.js';
export { RISK_CODES, type RiskCode } from './codes.js';
export { checkKeyRules } from './key/checkKeyRules.js';
export {
  type CoverageLine,
  type CoverageReport,
  type CoveredItem,
  type KeyExcuse,
  type KeyInput,
  type KeyObject,
  keyCoverage,
  keyDemands,
  lotteryIssues,
} from './key/keyCoverage.js';
export type { KeyItem, KeyRules } from './key/keyRules.js';
export { keyRulesSchema } from './key/keyRulesSchema.js';
export {
  parseApprovalRules,
  parseKeyRules,
  parseRegrading,
  parseWarningRules,
  safeParseApprovalRules,
  safeParseKeyRules,
  safeParseRegrading,
  safeParseWarningRules,
} from './parseRisk.js';
export { type RiskRating, rateRisk } from './rateRisk.js';
export { checkRegrading } from './regrade/checkRegrading.js';
export type {
  DoneRound,
  LevelChange,
  LevelHistory,
  LevelStanding,
  OverrideNote,
  PointChange,
} from './regrade/levelHistory.js';
export { type LevelList, type LevelLists, levelLists, levelOn } from './regrade/levelLists.js';
export { emptyHistory, type Regraded, type RegradeRules, regrade } from './regrade/regrade.js';
export type { Regrading, RegradingRound } from './regrade/regrading.js';
export { type RegradingDay, regradingDays } from './regrade/regradingDays.js';
export { regradingSchema } from './regrade/regradingSchema.js';
export { riskJsonSchemas } from './riskJsonSchemas.js';
export { checkWarningRules } from './warnings/checkWarningRules.js';
export { levelUnderWarnings, type WarnedLevel } from './warnings/levelUnderWarnings.js';
export type { Ground, Signal, Watched } from './warnings/signal.js';
export type {
  CountTest,
  EventCounting,
  Handling,
  PeerTest,
  WarningAct,
  WarningRule,
  WarningRules,
  WarningTest,
} from './warnings/warningRules.js';
export { warningRulesSchema } from './warnings/warningRulesSchema.js';
export { watch } from './warnings/watch.js';

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
export {
  parseRegrading,
  parseWarningRules,
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

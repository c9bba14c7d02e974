export { type Act, applyActs } from './acts.js';
export { type AnalysisOptions, analyze } from './analysis/analyze.js';
export { type Change, DIRECTIONS, type Direction } from './analysis/change.js';
export { ANALYSIS_CODES, type AnalysisCode } from './analysis/codes.js';
export type { Coverage, Covered, Missed } from './analysis/coverage.js';
export { type DocumentDiff, diffDocuments } from './analysis/diffDocuments.js';
export type { Finding } from './analysis/finding.js';
export type { Profile } from './analysis/matrixFindings.js';
export {
  type CaseExpectation,
  type CaseReport,
  type CaseResult,
  type PolicyCase,
  policyCases,
} from './analysis/policyCases.js';
export { type Assessable, type Assessment, assess, assessAt, safeAssess } from './assess.js';
export { type Classified, classify } from './classify.js';
export { PROGRAMME_CODES, type ProgrammeCode } from './codes.js';
export { findingEntries } from './inspected/findingEntries.js';
export { ledgerActsOf, ledgerDifferences } from './inspected/ledgerActs.js';
export { documentJsonSchemas } from './jsonSchemas.js';
export { type NextGrade, nextGrade } from './nextGrade.js';
export { parseProgramme, programmeIssues, safeParseProgramme } from './parseProgramme.js';
export type { OnRecord, RepairStep } from './possibleRepairs.js';
export type {
  Programme,
  ProgrammeAt,
  ProgrammeDocument,
  ProgrammeSource,
  RoleReference,
  Roles,
} from './programme.js';
export { type Field, type FieldClash, programmeFields } from './programmeFields.js';
export { type PublicAnswer, type PublicReason, publicAnswer } from './publicAnswer.js';
export {
  type GivenAnswer,
  type Graded,
  type RecordEffects,
  type ReopenedAnswer,
  recordEffects,
  reopenedAnswers,
} from './recordEffects.js';
export { type RepairPath, repairPath } from './repairPath.js';
export { type Verified, verifyAssessment } from './verifyAssessment.js';

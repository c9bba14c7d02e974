// The names a newcomer needs, in the order the data goes. Each subject has all of its own at its subpath,
// `evenhand/draw` and so on, which its `index.ts` lists.

// Every room builds on these.
export {
  type Day,
  daysBetween,
  digest,
  EvenhandError,
  type Issue,
  isEvenhandError,
  parseRatio,
  type Severity,
  scaled,
  sha256,
} from './core/index.js';
// Credit and risk decide the tier, the tier decides the inspection.
export { scoreCredit } from './credit/index.js';

// What an authority runs: documents, checked and compiled once.
export { parseDocumentText, policyBook } from './document/index.js';
// Chance decides who.
export {
  allocate,
  drawAccumulator,
  drawSample,
  frameRoot,
  mergeSamples,
  quota,
  quotas,
  type Sample,
} from './draw/index.js';
export {
  type Assignment,
  assignInspectors,
  checkWitness,
  refillTeams,
  vacancies,
} from './inspectors/index.js';
export { defineMatrix, type Matrix, type Measures, measuresFor } from './matrix/index.js';
// The year, and everything public.
export {
  type NoticeA,
  type NoticeB,
  noticeA,
  noticeB,
  planAsAmended,
  type Verification,
  verifyDraw,
} from './notice/index.js';
export {
  drawPlan,
  type Plan,
  type PlanInput,
  type Prepared,
  planPreparation,
  planYear,
  preparePlan,
} from './plan/index.js';
export {
  type Assessment,
  analyze,
  assess,
  classify,
  diffDocuments,
  nextGrade,
  type Programme,
  type ProgrammeSource,
  parseProgramme,
  policyCases,
  repairPath,
  safeParseProgramme,
} from './programme/index.js';
// The register.
export {
  type Condition,
  type Demand,
  type Division,
  type Entity,
  type Event,
  holds,
  type Inspector,
  type Item,
  parseRegister,
  type Register,
  safeParseRegister,
  type Task,
  type Visit,
} from './register/index.js';
export { rateRisk, regrade, watch } from './risk/index.js';
export { exampleMatrix, exampleProgramme, tokyoMou, twoInspections } from './schemes/index.js';
export {
  type Bins,
  type Construct,
  defineScheme,
  evaluate,
  explain,
  type Rating,
  rate,
  rateAcross,
  type Scheme,
  type Score,
  scorerOf,
} from './scoring/index.js';
export { describe, type Lang } from './texts/index.js';
export { drawKey, drawSeed, type Entropy, pairTicket, t52, ticket } from './ticket/index.js';
// A cap protects the firm.
export {
  admitVisit,
  type Cap,
  type Decision,
  dayTable,
  emptyLedger,
  type Ledger,
  mergeColumns,
  mergeVisits,
  recordVisit,
} from './visits/index.js';

export { checkMatrix } from './checkMatrix.js';
export {
  checkPopulation,
  type PopulationCounts,
  type PopulationFinding,
} from './checkPopulation.js';
export { checkSchedule } from './checkSchedule.js';
export { MATRIX_CODES, type MatrixCode } from './codes.js';
export { CONTENTS, type Content, defineMatrix, type Matrix, type Measures } from './matrix.js';
export { measuresFor } from './measuresFor.js';
export { type NextDue, nextDue } from './nextDue.js';
export { nextMethod } from './nextMethod.js';
export { parseSchedule, safeParseSchedule } from './parseSchedule.js';
export {
  defineSchedule,
  type PopulationRule,
  type RandomStratum,
  type Reliance,
  type RelianceEffect,
  type Schedule,
  type Tempo,
  type VisitCap,
  type VisitEvents,
  type VisitLeast,
} from './schedule.js';
export { type ScaleStanding, strataFor } from './strataFor.js';
export { type EntityTempo, tempoFor } from './tempoFor.js';
export { type PastVisit, visitHistory } from './visitHistory.js';

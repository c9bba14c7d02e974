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
export { parseSchedule, safeParseSchedule } from './parseSchedule.js';
export {
  defineSchedule,
  type PopulationRule,
  type Reliance,
  type Schedule,
  type Tempo,
  type VisitCap,
} from './schedule.js';
export { type EntityTempo, tempoFor } from './tempoFor.js';

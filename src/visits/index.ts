export { type Cap, type EligibleLevels, PRECEDENCE, type Precedence } from './cap.js';
export { capConflicts, type VisitFloor } from './capConflicts.js';
export { capSchema } from './capSchema.js';
export { checkCap } from './checkCap.js';
export { VISITS_CODES, type VisitsCode } from './codes.js';
export type { Deferred } from './deferred.js';
export { disjointWindows } from './disjointWindows.js';
export { isEligible, type Standing } from './isEligible.js';
export {
  JOINT_VISITS_METHOD,
  type MergedVisits,
  mergeVisits,
  type Refused,
} from './mergeVisits.js';
export type { PlannedVisit } from './visit.js';

export { type Assignment, assignInspectors, type Load, type Team } from './assignInspectors.js';
export { INSPECTORS_CODES, type InspectorsCode } from './codes.js';
export {
  type Eligibility,
  type Exclusion,
  type ExclusionCause,
  eligibleInspectors,
} from './eligibleInspectors.js';
export { type InspectorIndex, inspectorIndex } from './inspectorIndex.js';
export { joinAssignments } from './joinAssignments.js';
export type {
  LevelInput,
  LevelledVisits,
  LevelPeriod,
  LevelTeam,
  LevelVisit,
  LevelWitness,
  PeriodLoad,
} from './levelling/levelling.js';
export { levelVisits } from './levelling/levelVisits.js';
export { refillTeams } from './refillTeams.js';
export { type Relaxation, type RelaxedVisits, type Rung, relaxVisits } from './relaxVisits.js';
export { type Restaffed, restaffTeams } from './restaffTeams.js';
export type { OpenVisit, PartnerSlot, StaffedVisit, StaffInspector, Staffing } from './staffing.js';
export { type Absence, type Amendment, vacancies } from './vacancies.js';
export { checkWitness, recountWitness, type Witness } from './witness.js';

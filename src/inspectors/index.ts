export { type Assignment, assignInspectors, type Load, type Team } from './assignInspectors.js';
export { INSPECTORS_CODES, type InspectorsCode } from './codes.js';
export {
  type Eligibility,
  type Exclusion,
  type ExclusionCause,
  eligibleInspectors,
} from './eligibleInspectors.js';
export { type InspectorIndex, inspectorIndex } from './inspectorIndex.js';
export type { StaffedVisit, StaffInspector, Staffing } from './staffing.js';
export { checkWitness, recountWitness, type Witness } from './witness.js';

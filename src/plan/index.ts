export type { Booked } from './booked.js';
export { PLAN_CODES, type PlanCode } from './codes.js';
export { drawPlan } from './drawPlan.js';
export type { EarlierDraw } from './earlier.js';
export { type Move, movesBetween } from './movesBetween.js';
export type {
  DeskCheck,
  Plan,
  PlanStratum,
  PlanVisit,
  StaffingResult,
  TaskSample,
} from './plan.js';
export type { EntropySource, PlanInput } from './planInput.js';
export { planYear } from './planYear.js';
export type {
  Certain,
  Prepared,
  PreparedStratum,
  PreparedTask,
  Standing as PlanStanding,
  StratumWeights,
} from './prepared.js';
export { preparePlan } from './preparePlan.js';
export { type PlanFrameInput, type Preparation, planPreparation } from './preparing.js';
export type { Opening, StaffRow } from './staff.js';
export type { PlanLoad, PlanWitness } from './staffVisits.js';
export type { AnnouncedQuota } from './taskTotals.js';
export type { PlanTeamRules } from './teamSlots.js';
export type { AnnouncedWeight } from './weights.js';

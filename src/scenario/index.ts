export type { ChecklistItem, ChecklistSource, JointChecklist } from './checklist.js';
export { checkChecklist, checkScene, checkStandard } from './checkScene.js';
export { SCENARIO_CODES, type ScenarioCode } from './codes.js';
export {
  type EvaluatedFirm,
  evaluateScene,
  type RatedLevel,
  type SceneFirm,
  type SceneReport,
} from './evaluateScene.js';
export { type Handbook, type HandbookEntry, handbookOf, type MadeHandbook } from './handbook.js';
export { jointChecklist, type MadeChecklist } from './jointChecklist.js';
export {
  type JointTeam,
  type JointVisit,
  jointVisit,
  type MadeVisit,
  type OrderedItem,
  type WorkStep,
} from './jointVisit.js';
export {
  parseChecklist,
  parseScene,
  parseStandard,
  safeParseChecklist,
  safeParseScene,
  safeParseStandard,
} from './parseScene.js';
export { scenarioJsonSchemas } from './scenarioJsonSchemas.js';
export type { Scene, SceneEvaluation, SceneMeasures } from './scene.js';
export { checklistSchema, sceneFirmSchema, sceneSchema, standardSchema } from './sceneSchemas.js';
export {
  type DepartmentStandard,
  dutyName,
  type Obligation,
  type Provision,
  type StandardItem,
} from './standard.js';

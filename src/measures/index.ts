export { checkListRules } from './checkListRules.js';
export { checkMeasureList } from './checkMeasureList.js';
export { MEASURES_CODES, type MeasuresCode } from './codes.js';
export type { ListEntry, ListExit, ListRule, ListRules } from './listRules.js';
export { listRulesSchema } from './listRulesSchema.js';
export {
  LIST_STATES,
  type ListChange,
  type ListStanding,
  type ListState,
  listChanges,
  listStandings,
  listsByRule,
} from './listStandings.js';
export type { Measure, MeasureList, Proportion } from './measureList.js';
export { measureListSchema } from './measureListSchema.js';
export { measuresJsonSchemas } from './measuresJsonSchemas.js';
export {
  type AppliedMeasure,
  type MeasureGrounds,
  measureRefusals,
  measuresOn,
  type ProposedMeasure,
} from './measuresOn.js';
export {
  parseListRules,
  parseMeasureList,
  safeParseListRules,
  safeParseMeasureList,
} from './parseMeasures.js';

/** The codes of `scenario`: of standards and scenes, of a joint checklist, of a joint visit, of an evaluation. */
export const SCENARIO_CODES = [
  'duty-asked-twice',
  'authority-not-in-scene',
  'standard-missing',
  'repeated-item',
  'unknown-chapter',
  'scene-cell-missing',
  'level-not-in-scene',
  'duty-in-two-lines',
  'line-not-of-sources',
  'checklist-not-in-force',
  'item-not-in-checklist',
  'line-without-officer',
  'scene-without-evaluation',
  'scene-scale-differs',
] as const;

/** A code of `scenario`. */
export type ScenarioCode = (typeof SCENARIO_CODES)[number];

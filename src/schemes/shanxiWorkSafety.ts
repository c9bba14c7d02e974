import { defineSchedule, type Tempo } from '../matrix/schedule.js';

const most = (visits: number): Tempo => ({
  cap: { visits, per: 'calendar-year' },
  cite: 'caps',
});

const common = {
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  version: '2025',
  from: '2025-04-23',
  status: 'draft',
  citations: [
    {
      id: 'caps',
      title: '山西省应急管理系统对同一企业年度检查频次上限',
      issuer: '山西省应急管理厅',
      published: '2025-04-23',
      confidence: 'verified',
      note: 'Stated by a secondary page.',
    },
  ],
  untranslated: [
    'Which visits are outside the caps, and whose visits are counted together, was not read.',
  ],
} as const;

/** Supervisory checks of any firm: at most three a year. */
export const shanxiSupervision = defineSchedule({
  ...common,
  id: 'shanxi-supervision',
  title: { zh: '山西监督检查年度上限', en: 'Supervisory checks a year, Shanxi' },
  scale: { id: 'shanxi-firm', levels: ['any'], worse: 'last' },
  levels: { any: most(3) },
});

/** Coal mines by degree of safety: D, long idle, has fewer than C, and that is right. */
export const shanxiCoal = defineSchedule({
  ...common,
  id: 'shanxi-coal',
  title: { zh: '山西煤矿年度检查上限', en: 'Checks of coal mines a year, Shanxi' },
  scale: { id: 'shanxi-coal', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  levels: { A: most(2), B: most(4), C: most(6), D: most(4) },
});

/** Mines other than coal, by risk. */
export const shanxiMines = defineSchedule({
  ...common,
  id: 'shanxi-mines',
  title: { zh: '山西非煤矿山年度检查上限', en: 'Checks of other mines a year, Shanxi' },
  scale: { id: 'shanxi-mines', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  levels: { A: most(1), B: most(1), C: most(2), D: most(4) },
});

/** Hazardous chemicals and smelting, by level of standardisation; `none` has none. */
export const shanxiHazardous = defineSchedule({
  ...common,
  id: 'shanxi-hazardous',
  title: {
    zh: '山西危化品、冶炼企业年度检查上限',
    en: 'Checks of chemical plants and smelters a year, Shanxi',
  },
  scale: { id: 'shanxi-standardisation', levels: ['1', '2', '3', 'none'], worse: 'last' },
  levels: { '1': most(2), '2': most(4), '3': most(8), none: most(12) },
});

/** All other firms, by level of standardisation; `none` has none. */
export const shanxiOther = defineSchedule({
  ...common,
  id: 'shanxi-other',
  title: {
    zh: '山西非高危企业年度检查上限',
    en: 'Checks of firms without high hazard a year, Shanxi',
  },
  scale: { id: 'shanxi-standardisation', levels: ['1', '2', '3', 'none'], worse: 'last' },
  levels: { '1': most(1), '2': most(2), '3': most(4), none: most(6) },
});

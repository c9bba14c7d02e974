import type { Citation } from '../document/document.js';
import type { Regrading } from '../risk/regrade/regrading.js';

const plan: Citation = {
  id: 'plan-risk',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,全面推行风险分级分类监管',
  published: '2021-08-20',
  confidence: 'verified',
  note: '开展风险评估和预警,建立各风险级别企业名单库。',
};

const example: Citation = {
  id: 'example',
  title: '示例数值 (made up to show the mechanism)',
  confidence: 'example',
};

/** Levels set once a year, and made worse each month where something happened, to learn from. */
export const exampleRegrading: Regrading = {
  schema: 'evenhand/regrading/1',
  kind: 'regrading',
  id: 'example-regrading',
  version: '2026',
  title: { zh: '示例:年度评级与月度调整', en: 'Example: yearly rating, monthly adjustment' },
  from: '2020-01-01',
  status: 'example',
  citations: [plan, example],
  untranslated: [],
  rounds: [
    { id: 'yearly', every: 'year', month: 12, day: 'last', may: 'both', cite: 'example' },
    { id: 'monthly', every: 'month', day: 'last', may: 'worse', cite: 'example' },
  ],
};

const food2016: Citation = {
  id: 'food-2016',
  title: '食品生产经营风险分级管理办法(试行)',
  article: '食药监食监一〔2016〕115号',
  confidence: 'verified',
  note: 'The form has last year’s grade, static, dynamic, total, suggestion and next year’s grade, set at the year’s end.',
};

/**
 * The national food rule of 2016: the next year's grade is set at the end of the year.
 *
 * @source 食药监食监一〔2016〕115号, the form in which the grade is set
 */
export const chinaFoodRegrading2016: Regrading = {
  schema: 'evenhand/regrading/1',
  kind: 'regrading',
  id: 'cn-food-regrading',
  version: '2016',
  title: { zh: '食品风险等级年度评定(2016)', en: 'Food: the grade set at the year’s end, 2016' },
  from: '2016-12-01',
  status: 'draft',
  citations: [food2016],
  untranslated: ['The day at the end of the year is not stated: its last stands here.'],
  rounds: [
    { id: 'year-end', every: 'year', month: 12, day: 'last', may: 'both', cite: 'food-2016' },
  ],
};

const shanghai: Citation = {
  id: 'shanghai-2022',
  title: '上海市食品生产企业风险分级管理规则',
  published: '2022-10-01',
  confidence: 'verified',
  note: '40 + 40 + 20 points; a yearly grade and a monthly adjustment, automatic. Secondary page; the day is that of its coming into force, the title is recalled.',
};

/**
 * Shanghai's food producers: a grade a year, adjusted each month.
 *
 * @source rule in force from 2022-10-01, a secondary page
 */
export const shanghaiFoodRegrading2022: Regrading = {
  schema: 'evenhand/regrading/1',
  kind: 'regrading',
  id: 'shanghai-food-regrading',
  version: '2022',
  title: {
    zh: '上海食品生产企业年度评级与月度调整',
    en: 'Shanghai food producers: year and month',
  },
  from: '2022-10-01',
  status: 'draft',
  citations: [shanghai],
  untranslated: [
    'The days of the rounds were not read: the last of the month and of the year stand here.',
    'Whether a monthly adjustment may lower a level was not read: it may here.',
  ],
  rounds: [
    { id: 'yearly', every: 'year', month: 12, day: 'last', may: 'both', cite: 'shanghai-2022' },
    { id: 'monthly', every: 'month', day: 'last', may: 'both', cite: 'shanghai-2022' },
  ],
};

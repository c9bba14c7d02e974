import { defineSchedule } from '../matrix/schedule.js';

/** The four classes of general credit risk (通用型企业信用风险分类): 低 A, 一般 B, 较高 C, 高 D. */
const letters = { id: 'cn-credit-risk', levels: ['A', 'B', 'C', 'D'], worse: 'last' } as const;

const words = ['low', 'general', 'higher', 'high'] as const;

const oncePerYear = { visits: 1, per: 'calendar-year' } as const;

const common = { schema: 'evenhand/schedule/1', kind: 'schedule', status: 'draft' } as const;

/**
 * Ratios by credit risk of 林甸县 (黑龙江), 2024: ranges with gaps between them, kept as published.
 *
 * @source 林甸县 2024 plan of random checks
 */
export const lindianRatios2024 = defineSchedule({
  ...common,
  id: 'lindian-ratios',
  version: '2024',
  title: { zh: '林甸县双随机抽查比例(2024)', en: 'Ratios by credit risk, Lindian (2024)' },
  from: '2024-01-01',
  to: '2024-12-31',
  citations: [
    {
      id: 'ratios',
      title:
        '林甸县 2024 年双随机抽查:A 类不超过 5%、每年不足 1 次;B 类 5%–20%、每年 1 次;C 类 21%–60%、每年不足 2 次;D 类 61%–100%、按需',
      confidence: 'verified',
      note: 'Between 20 and 21 % and between 60 and 61 % no class has a ratio; 5 % is in two. Nothing is filled in here.',
    },
  ],
  untranslated: [
    'The gaps 20–21 % and 60–61 %: a ratio there is of no class.',
    'Class A “fewer than one a year” and class C “fewer than two”: whether of a firm or on average is not said, so they stand as text.',
    'Class D “as needed” has no number.',
  ],
  scale: letters,
  levels: {
    A: { ratio: { from: '0%', to: '5%' }, effects: { frequency: '< 1 a year' }, cite: 'ratios' },
    B: { ratio: { from: '5%', to: '20%' }, cap: oncePerYear, cite: 'ratios' },
    C: { ratio: { from: '21%', to: '60%' }, effects: { frequency: '< 2 a year' }, cite: 'ratios' },
    D: { ratio: { from: '61%', to: '100%' }, effects: { frequency: 'as needed' }, cite: 'ratios' },
  },
});

/**
 * Ratios by credit risk of 河南省, 2021: 1, 2, 10 and 30 %, and every firm whose report is all zero.
 *
 * @source 河南省 2021, stated by a secondary page
 */
export const henanRatios2021 = defineSchedule({
  ...common,
  id: 'henan-ratios',
  version: '2021',
  title: { zh: '河南省双随机抽查比例(2021)', en: 'Ratios by credit risk, Henan (2021)' },
  from: '2021-01-01',
  to: '2021-12-31',
  citations: [
    {
      id: 'ratios',
      title:
        '河南省 2021 年双随机抽查:低 1%、一般 2%、较高 10%、高 30%;2020 年度报告数据全部为零的 100%',
      confidence: 'verified',
      note: 'Stated by a secondary page; 323 firms were drawn.',
    },
  ],
  untranslated: ['How the ratios are rounded is not said.'],
  scale: { id: 'henan-credit-risk', levels: words, worse: 'last' },
  levels: {
    low: { ratio: '1%', cite: 'ratios' },
    general: { ratio: '2%', cite: 'ratios' },
    higher: { ratio: '10%', cite: 'ratios' },
    high: { ratio: '30%', cite: 'ratios' },
  },
  reliance: [
    {
      id: 'all-zero-report',
      when: { field: 'allZeroReport2020', eq: true },
      effect: { tempo: { ratio: '100%' } },
      cite: 'ratios',
    },
  ],
});

/**
 * Ratios for firms of new technology, industry and model (三新企业) of 巴彦淖尔市, 2022.
 *
 * @source 巴彦淖尔市 2022, stated by a secondary page
 */
export const bayannurRatios2022 = defineSchedule({
  ...common,
  id: 'bayannur-ratios',
  version: '2022',
  title: { zh: '巴彦淖尔市三新企业抽查比例(2022)', en: 'Ratios by credit risk, Bayannur (2022)' },
  from: '2022-01-01',
  to: '2022-12-31',
  citations: [
    {
      id: 'ratios',
      title: '巴彦淖尔市 2022 年三新企业抽查:A 类 2%、B 类 5%、C 类 100%、D 类 100%',
      confidence: 'verified',
      note: 'Stated by a secondary page, with 22186, 5658, 1581 and 898 firms in the four classes; the draw itself was made from a register among them.',
    },
  ],
  untranslated: [
    'How the ratios are rounded is not said.',
    'Which firms are 三新 comes with the register.',
  ],
  scale: letters,
  levels: {
    A: { ratio: '2%', cite: 'ratios' },
    B: { ratio: '5%', cite: 'ratios' },
    C: { ratio: '100%', cite: 'ratios' },
    D: { ratio: '100%', cite: 'ratios' },
  },
});

/**
 * Ratios of untargeted checks by credit risk of 广州市越秀区, 2021; who was drawn is not drawn again in
 * the year.
 *
 * @source 广州市越秀区 2021, stated by a secondary page
 */
export const yuexiuRatios2021 = defineSchedule({
  ...common,
  id: 'yuexiu-ratios',
  version: '2021',
  title: { zh: '越秀区不定向抽查比例(2021)', en: 'Ratios by credit risk, Yuexiu (2021)' },
  from: '2021-01-01',
  to: '2021-12-31',
  citations: [
    {
      id: 'ratios',
      title:
        '广州市越秀区 2021 年不定向抽查:低 5%、一般 15%、较高 30%、高 50%;本年度已被抽取的不再抽取',
      confidence: 'verified',
      note: 'Stated by a secondary page; 2175 firms were checked.',
    },
  ],
  untranslated: [
    'How the ratios are rounded is not said.',
    'Not drawn again is a cap on draws; visits for cause are another matter.',
  ],
  scale: { id: 'yuexiu-credit-risk', levels: words, worse: 'last' },
  levels: {
    low: { ratio: '5%', cap: oncePerYear, cite: 'ratios' },
    general: { ratio: '15%', cap: oncePerYear, cite: 'ratios' },
    higher: { ratio: '30%', cap: oncePerYear, cite: 'ratios' },
    high: { ratio: '50%', cap: oncePerYear, cite: 'ratios' },
  },
});

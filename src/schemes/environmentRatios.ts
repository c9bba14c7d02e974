import { defineSchedule } from '../matrix/schedule.js';

const common = { schema: 'evenhand/schedule/1', kind: 'schedule', status: 'draft' } as const;

const year = { years: 1 } as const;
const quarter = { months: 3 } as const;

const atLeast = (from: string) => ({ from, to: '100%' });

const jiangxi = {
  ...common,
  version: '1',
  from: '2016-01-01',
  citations: [
    {
      id: 'ratios',
      title:
        '江西省污染源日常监管随机抽查:A 类市级每年不低于 5%、县级每季度不低于 25%(每年全覆盖);B 类市级每年不低于 1%、县级每年不低于 50%(两年全覆盖);C 类按 1:5 或者每年 20%',
      confidence: 'verified',
      note: 'Stated by a secondary page without a day; the first day here is a guess. A has the highest attention: the letters run against those of food and tax.',
    },
  ],
  scale: { id: 'jiangxi-polluters', levels: ['A', 'B', 'C'], worse: 'first' },
} as const;

const general = {
  ratio: atLeast('20%'),
  ratioPer: year,
  staffRatio: '1:5',
  cite: 'ratios',
} as const;

const cSplit =
  'Class C is 1 : 5 by staff or 20 % a year: who chooses, and at which authority, is not said.';

/** Polluters of Jiangxi as the city draws them; class A has the highest attention. */
export const jiangxiCityPolluters = defineSchedule({
  ...jiangxi,
  id: 'jiangxi-city-polluters',
  title: { zh: '江西省污染源抽查比例(市级)', en: 'Polluters, Jiangxi, drawn by the city' },
  untranslated: [cSplit],
  levels: {
    A: { ratio: atLeast('5%'), ratioPer: year, cite: 'ratios' },
    B: { ratio: atLeast('1%'), ratioPer: year, cite: 'ratios' },
    C: general,
  },
});

/** Polluters of Jiangxi as the county draws them: all of class A in a year, all of B in two. */
export const jiangxiCountyPolluters = defineSchedule({
  ...jiangxi,
  id: 'jiangxi-county-polluters',
  title: { zh: '江西省污染源抽查比例(县级)', en: 'Polluters, Jiangxi, drawn by the county' },
  untranslated: [cSplit, 'A quarter is said as any three months.'],
  levels: {
    A: {
      ratio: atLeast('25%'),
      floor: { years: 1 },
      ratioPer: quarter,
      parts: 4,
      cite: 'ratios',
    },
    B: {
      ratio: atLeast('50%'),
      floor: { years: 2 },
      ratioPer: year,
      parts: 2,
      cite: 'ratios',
    },
    C: general,
  },
});

const guangdong = {
  ...common,
  version: '2016',
  from: '2016-01-01',
  to: '2016-12-31',
  citations: [
    {
      id: 'ratios',
      title:
        '广东省 2016 年污染源随机抽查:重点市级每季度不低于 5%、县级每季度不低于 25%;一般按人员,市级 1:5、县级 1:10',
      confidence: 'verified',
      note: 'Stated by a secondary page, for 2016; how long it held is not told.',
    },
  ],
  untranslated: [
    'General polluters are drawn by the number of officers, so they have no ratio of their own.',
  ],
  scale: { id: 'guangdong-polluters', levels: ['general', 'key'], worse: 'last' },
} as const;

/** Polluters of Guangdong as the city draws them, 2016. */
export const guangdongCityPolluters = defineSchedule({
  ...guangdong,
  id: 'guangdong-city-polluters',
  title: {
    zh: '广东省污染源抽查比例(市级,2016)',
    en: 'Polluters, Guangdong, drawn by the city (2016)',
  },
  levels: {
    general: { staffRatio: '1:5', ratioPer: year, cite: 'ratios' },
    key: { ratio: atLeast('5%'), ratioPer: quarter, cite: 'ratios' },
  },
});

/** Polluters of Guangdong as the county draws them, 2016. */
export const guangdongCountyPolluters = defineSchedule({
  ...guangdong,
  id: 'guangdong-county-polluters',
  title: {
    zh: '广东省污染源抽查比例(县级,2016)',
    en: 'Polluters, Guangdong, drawn by the county (2016)',
  },
  levels: {
    general: { staffRatio: '1:10', ratioPer: year, cite: 'ratios' },
    key: { ratio: atLeast('25%'), ratioPer: quarter, cite: 'ratios' },
  },
});

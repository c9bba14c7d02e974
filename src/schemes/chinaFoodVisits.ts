import { defineSchedule } from '../matrix/schedule.js';

const scale = { id: 'cn-food', levels: ['A', 'B', 'C', 'D'], worse: 'last' } as const;

const yearly = (visits: number) => ({ visits, per: 'calendar-year' }) as const;

/**
 * How often food firms are checked, 2016: A at least once a year, B once or twice, C two or three
 * times, D three or four times.
 *
 * @source 食药监食监一〔2016〕115号, in force from 2016-12-01
 */
export const chinaFoodVisits2016 = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'cn-food-visits-2016',
  version: '2016',
  title: { zh: '食品生产经营检查频次(2016)', en: 'Checks of food firms (2016)' },
  from: '2016-12-01',
  status: 'draft',
  citations: [
    {
      id: 'frequency',
      title: '食品生产经营风险分级管理办法(试行)',
      article: '食药监食监一〔2016〕115号:A 级每年至少 1 次,B 级 1–2 次,C 级 2–3 次,D 级 3–4 次',
      confidence: 'verified',
      note: 'Stated by four secondary pages.',
    },
  ],
  untranslated: [
    '令49 (2022-03-15): every operator in full at least once in two years; key items of special food, producers C and D, operators D, central kitchens.',
  ],
  scale,
  levels: {
    A: { least: yearly(1), cite: 'frequency' },
    B: { least: yearly(1), cap: yearly(2), cite: 'frequency' },
    C: { least: yearly(2), cap: yearly(3), cite: 'frequency' },
    D: { least: yearly(3), cap: yearly(4), cite: 'frequency' },
  },
});

/**
 * How often food producers are checked by the later split: A at least once in two years, B once, C
 * twice, D three times a year.
 *
 * @source Draft of the national authority, February 2022; Anhui has the same numbers
 */
export const chinaFoodVisits2022 = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'cn-food-visits-2022',
  version: '2022-draft',
  title: {
    zh: '食品生产检查频次(2022 年征求意见稿)',
    en: 'Checks of food producers (draft of 2022)',
  },
  from: '2022-10-01',
  status: 'draft',
  citations: [
    {
      id: 'frequency',
      title: '食品生产企业风险分级管理办法(征求意见稿)',
      article: 'A 级每两年至少 1 次,B 级每年至少 1 次,C 级 2 次,D 级 3 次',
      confidence: 'verified',
      note: 'The draft is of February 2022, its day not known; its first day here is that of Shanghai’s rule.',
    },
  ],
  untranslated: [
    'Whether the two years of A are calendar years: a longest gap of 24 months stands here.',
  ],
  scale,
  levels: {
    A: { floor: { months: 24 }, cite: 'frequency' },
    B: { least: yearly(1), cite: 'frequency' },
    C: { least: yearly(2), cite: 'frequency' },
    D: { least: yearly(3), cite: 'frequency' },
  },
});

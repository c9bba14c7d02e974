import type { Condition } from '../register/condition.js';
import { defineScheme } from '../scoring/scheme.js';

const baseline = (rate: string): Condition => ({ field: 'baseline', eq: rate });

/** Serious deficiencies, or more non-compliance than the average of all countries by 30 per cent. */
const raised: readonly Condition[] = [
  { field: 'seriousDeficiencies', eq: true },
  { field: 'excess', gt: 0 },
];

const share = { type: 'decimal', places: 4, min: 0, max: 100 } as const;

/** The share of consignments checked at the border of the Union, in per cent, by goods and country. */
export const euBorderChecks = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'eu-border-check-rate',
  version: '2019',
  title: { zh: '欧盟边境查验率', en: 'EU 2019/2129: frequency of checks at the border' },
  from: '2019-12-14',
  status: 'draft',
  citations: [
    {
      id: 'article-5',
      title: 'Implementing Regulation (EU) 2019/2129',
      article: 'art. 5',
      confidence: 'verified',
      note: 'To the next higher baseline rate, or to 50 % where it is 30 %, while the criteria hold; «exceeds by 30 %» is read as a share of the average. Its first day in force is remembered.',
    },
    {
      id: 'baselines',
      title: 'Implementing Regulation (EU) 2019/2129, Annex I',
      confidence: 'recalled',
      note: 'Baseline rates of 1, 5, 15, 30 and 100 per cent.',
    },
  ],
  untranslated: [
    'Which goods have which baseline rate.',
    'The consignment is chosen by an automatic random draw.',
    'How serious deficiencies are found, and when they end.',
  ],
  scale: {
    id: 'eu-border-check-rate',
    levels: ['1', '5', '15', '30', '50', '100'],
    worse: 'last',
  },
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    baseline: { type: 'category', values: ['1', '5', '15', '30', '100'] },
    seriousDeficiencies: { type: 'boolean' },
    /** Per cent of consignments that failed in twelve months: these goods of this country, and all. */
    nonCompliance: share,
    averageNonCompliance: share,
  },
  values: [
    {
      kind: 'combine',
      id: 'excess',
      title: { zh: '超出平均值 30% 的部分', en: 'What exceeds the average by 30 %' },
      op: 'sum',
      of: [{ value: 'nonCompliance' }, { value: 'averageNonCompliance', weight: '-1.3' }],
      missing: 'unknown',
      cite: 'article-5',
    },
  ],
  terms: [],
  gates: [
    { level: '100', all: [baseline('100')], cite: 'baselines' },
    { level: '50', all: [baseline('30')], any: raised, cite: 'article-5' },
    { level: '30', all: [baseline('30')], cite: 'baselines' },
    { level: '30', all: [baseline('15')], any: raised, cite: 'article-5' },
    { level: '15', all: [baseline('15')], cite: 'baselines' },
    { level: '15', all: [baseline('5')], any: raised, cite: 'article-5' },
    { level: '5', all: [baseline('5')], cite: 'baselines' },
    { level: '5', any: raised, cite: 'article-5' },
    { level: '1', cite: 'baselines' },
  ],
});

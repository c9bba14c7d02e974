import { defineScheme } from '../scoring/scheme.js';

const impact = { type: 'integer', min: 0, max: 5 } as const;
const performance = { type: 'integer', values: [-1, 0, 1], changeable: true } as const;
const impacts = ['air', 'water', 'soil', 'waste', 'accident'] as const;
const performances = ['compliance', 'attitude', 'management'] as const;

/**
 * A category of risk by the four principles of IRAM: the highest impact decides, one step lower where
 * it stands alone, one step by the operator's performance; the sum is how long to inspect.
 */
export const impelRisk = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'impel-iram',
  version: '2012',
  title: { zh: 'IMPEL 综合风险评估法', en: 'IMPEL integrated risk assessment method (IRAM)' },
  from: '2012-01-01',
  status: 'draft',
  citations: [
    {
      id: 'principles',
      title: 'easyTools: integrated risk assessment method',
      issuer: 'IMPEL',
      confidence: 'recalled',
      note: 'That the method is rule-based, with impact and operator criteria and weights, is verified; its four principles are remembered.',
    },
    {
      id: 'steering',
      title: 'What each authority sets for itself',
      confidence: 'example',
      note: 'Five impacts and three criteria of performance of equal weight, and that the highest must stand twice, are made up here.',
    },
  ],
  untranslated: [
    'The criteria of impact and performance and their weights, which each authority sets.',
    'The frequency of each category and the safety net, the longest gap for all.',
  ],
  scale: {
    id: 'impel-iram',
    levels: ['0', '1', '2', '3', '4', '5'],
    worse: 'last',
  },
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    ...Object.fromEntries(impacts.map((name) => [name, impact])),
    ...Object.fromEntries(performances.map((name) => [name, performance])),
  },
  values: [
    {
      kind: 'combine',
      id: 'top',
      title: { zh: '最高影响分', en: 'The highest impact' },
      op: 'max',
      of: impacts.map((value) => ({ value })),
      missing: 'refuse',
      cite: 'principles',
    },
    {
      kind: 'combine',
      id: 'top-count',
      title: { zh: '最高分的个数', en: 'How many impacts are the highest' },
      op: 'count-of-top',
      of: impacts.map((value) => ({ value })),
      missing: 'refuse',
      cite: 'principles',
    },
    {
      kind: 'combine',
      id: 'operator',
      title: { zh: '经营者表现', en: 'Performance of the operator' },
      op: 'mean',
      of: performances.map((value) => ({ value })),
      places: 0,
      rounding: 'half-up',
      missing: 'refuse',
      cite: 'principles',
    },
    {
      kind: 'combine',
      id: 'effort',
      title: { zh: '检查投入', en: 'The sum of impacts: how long to inspect' },
      op: 'sum',
      of: impacts.map((value) => ({ value })),
      missing: 'refuse',
      cite: 'principles',
    },
  ],
  terms: [
    { kind: 'number', id: 'top', input: 'top', missing: 'refuse', cite: 'principles' },
    {
      kind: 'bins',
      id: 'alone',
      title: { zh: '最高分只有一个', en: 'The highest stands alone' },
      input: 'top-count',
      bins: [{ points: -1 }, { from: 2, points: 0 }],
      missing: 'refuse',
      cite: 'steering',
    },
    { kind: 'number', id: 'operator', input: 'operator', missing: 'refuse', cite: 'principles' },
  ],
  total: { min: 0, max: 5, cite: 'principles' },
  bands: [
    { level: '0', cite: 'principles' },
    { from: 1, level: '1', cite: 'principles' },
    { from: 2, level: '2', cite: 'principles' },
    { from: 3, level: '3', cite: 'principles' },
    { from: 4, level: '4', cite: 'principles' },
    { from: 5, level: '5', cite: 'principles' },
  ],
});

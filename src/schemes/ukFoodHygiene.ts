import type { Citation } from '../document/document.js';
import { defineSchedule } from '../matrix/schedule.js';
import { type Band, defineScheme, type Scheme } from '../scoring/scheme.js';

type Category = 'A' | 'B' | 'C' | 'D' | 'E';

const citations: readonly Citation[] = [
  {
    id: 'annex',
    title: 'Food Law Code of Practice (England), food hygiene scoring',
    issuer: 'Food Standards Agency',
    article: 'annex, parts 1 to 3',
    confidence: 'verified',
    note: 'Points as local authorities publish them (Cornwall, Dover). One authority prints confidence in management without the 5; premises scored 5 exist, so that page is taken for wrong.',
  },
  {
    id: 'significance',
    title: 'Food Law Code of Practice (England), significance of risk',
    article: 'annex, part 3',
    confidence: 'recalled',
    note: 'That the score exists is verified (C. botulinum, contaminated ready-to-eat food; case by case, removed when the risk ends); its 20 points are remembered.',
  },
  {
    id: 'bands',
    title: 'Food Law Code of Practice (England), intervention categories',
    article: 'annex',
    confidence: 'recalled',
    note: 'From April 2014 C begins at 52 and D ends at 51; from 2008 until then C began at 42 and D ended at 41. Of both changes only the month or year is known; the first day of it stands here.',
  },
  {
    id: 'broadly-compliant',
    title: 'Broadly compliant: no more than 10 for hygiene, structure or confidence',
    issuer: 'Food Standards Agency',
    confidence: 'verified',
  },
];

const compliance = { type: 'integer', values: [0, 5, 10, 15, 20, 25], changeable: true } as const;

const inputs = {
  foodType: {
    type: 'category',
    values: ['high-risk-manufacture', 'open-high-risk', 'packed-or-low-risk-manufacture', 'other'],
  },
  specialProcess: { type: 'boolean' },
  consumers: { type: 'category', values: ['national', 'wide', 'local', 'few'] },
  highRiskFood: { type: 'boolean' },
  vulnerablePersons: { type: 'integer', min: 0 },
  hygiene: compliance,
  structure: compliance,
  confidence: { type: 'integer', values: [0, 5, 10, 20, 30], changeable: true },
  significantRisk: { type: 'boolean' },
} satisfies Scheme['inputs'];

const scored = [{ value: 'hygiene' }, { value: 'structure' }, { value: 'confidence' }];

const rules = {
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'uk-food-hygiene',
  title: { zh: '英国食品卫生干预等级', en: 'UK food hygiene intervention rating' },
  status: 'draft',
  citations,
  untranslated: [
    'A rating changes only after an intervention thorough enough to score.',
    'The significance of risk is decided case by case; the document takes the decision as a fact.',
  ],
  scale: { id: 'uk-food-hygiene', levels: ['A', 'B', 'C', 'D', 'E'], worse: 'first' },
  places: 0,
  direction: 'more-is-worse',
  inputs,
  values: [
    {
      kind: 'combine',
      id: 'scores-above-10',
      title: {
        zh: '超过 10 分的项数(0 为基本合规)',
        en: 'Scores above 10 (none: broadly compliant)',
      },
      op: 'count',
      of: scored,
      that: { gt: 10 },
      missing: 'refuse',
      cite: 'broadly-compliant',
    },
  ],
  terms: [
    {
      kind: 'lookup',
      id: 'food-type',
      title: { zh: '食品种类与处理方式', en: 'Type of food and method of handling' },
      input: 'foodType',
      table: {
        'high-risk-manufacture': 40,
        'open-high-risk': 30,
        'packed-or-low-risk-manufacture': 10,
        other: 5,
      },
      missing: 'refuse',
      cite: 'annex',
    },
    {
      kind: 'conditional',
      id: 'process',
      title: { zh: '加工方法', en: 'Method of processing' },
      when: { field: 'specialProcess', eq: true },
      points: 20,
      missing: 'refuse',
      cite: 'annex',
    },
    {
      kind: 'lookup',
      id: 'consumers',
      title: { zh: '受影响的消费者', en: 'Consumers at risk' },
      input: 'consumers',
      table: { national: 15, wide: 10, local: 5, few: 0 },
      missing: 'refuse',
      cite: 'annex',
    },
    {
      kind: 'conditional',
      id: 'vulnerable',
      title: { zh: '超过 20 名易感人群', en: 'More than 20 persons of a vulnerable group' },
      when: {
        all: [
          { field: 'highRiskFood', eq: true },
          { field: 'vulnerablePersons', gt: 20 },
        ],
      },
      points: 22,
      missing: 'refuse',
      cite: 'annex',
    },
    { kind: 'number', id: 'hygiene', input: 'hygiene', missing: 'refuse', cite: 'annex' },
    { kind: 'number', id: 'structure', input: 'structure', missing: 'refuse', cite: 'annex' },
    { kind: 'number', id: 'confidence', input: 'confidence', missing: 'refuse', cite: 'annex' },
    {
      kind: 'conditional',
      id: 'significance',
      title: { zh: '风险显著性', en: 'Significance of risk' },
      when: { field: 'significantRisk', eq: true },
      points: 20,
      missing: 'refuse',
      cite: 'significance',
    },
  ],
  invariants: [
    { of: 'terms', end: 'min', equals: 5, cite: 'annex' },
    { of: 'terms', end: 'max', equals: 197, cite: 'annex' },
  ],
} satisfies Omit<Scheme<Category>, 'version' | 'from'>;

function bands(c: number): readonly Band<Category>[] {
  const cite = 'bands';
  return [
    { level: 'E', cite },
    { from: 31, level: 'D', cite },
    { from: c, level: 'C', cite },
    { from: 72, level: 'B', cite },
    { from: 92, level: 'A', cite },
  ];
}

/** How often a food business in England is inspected for hygiene: categories of 2008 to March 2014. */
export const ukFoodHygiene2008 = defineScheme({
  ...rules,
  version: '2008',
  from: '2008-01-01',
  to: '2014-03-31',
  bands: bands(42),
});

/** How often a food business in England is inspected for hygiene: categories from April 2014. */
export const ukFoodHygiene2014 = defineScheme({
  ...rules,
  version: '2014',
  from: '2014-04-01',
  bands: bands(52),
});

/** The longest gap between interventions, by category. */
export const ukFoodHygieneTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'uk-food-hygiene-tempo',
  version: '2014',
  title: { zh: '英国食品卫生干预频次', en: 'UK food hygiene: minimum frequency of interventions' },
  from: '2014-04-01',
  status: 'draft',
  citations: [
    {
      id: 'frequency',
      title: 'Food Law Code of Practice (England), minimum frequency',
      issuer: 'Food Standards Agency',
      confidence: 'recalled',
      note: 'A 6, B 12, C 18, D 24 months and the methods are verified; E at least every three years and a new business within 28 days of registration are remembered.',
    },
    {
      id: 'broadly-compliant',
      title: 'Food Law Code of Practice (England): broadly compliant C may take turns',
      issuer: 'Food Standards Agency',
      confidence: 'verified',
      note: 'Broadly compliant is no more than 10 for hygiene, structure and confidence each.',
    },
  ],
  untranslated: [
    'D takes turns between an official control and advice or intelligence: which of them is chosen is the officer’s.',
  ],
  scale: rules.scale,
  visits: { events: ['intervention'], method: 'method' },
  reliance: [
    {
      id: 'broadly-compliant',
      when: {
        all: [
          { field: 'hygiene', lte: 10 },
          { field: 'structure', lte: 10 },
          { field: 'confidence', lte: 10 },
        ],
      },
      levels: ['C'],
      effect: { tempo: { methods: ['inspection', 'other-official-control'] } },
      cite: 'broadly-compliant',
    },
  ],
  levels: {
    A: {
      floor: { months: 6 },
      methods: ['inspection'],
      firstWithin: { days: 28 },
      cite: 'frequency',
    },
    B: {
      floor: { months: 12 },
      methods: ['inspection'],
      firstWithin: { days: 28 },
      cite: 'frequency',
    },
    C: {
      floor: { months: 18 },
      methods: ['inspection'],
      firstWithin: { days: 28 },
      cite: 'frequency',
    },
    D: {
      floor: { months: 24 },
      methods: ['official-control', 'other-intervention'],
      firstWithin: { days: 28 },
      cite: 'frequency',
    },
    E: {
      floor: { months: 36 },
      methods: ['alternative-strategy'],
      firstWithin: { days: 28 },
      cite: 'frequency',
    },
  },
});

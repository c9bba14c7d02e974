import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

const citations = [
  {
    id: 'bands',
    title: 'Food Law Code of Practice (England), food standards scoring, before the new model',
    issuer: 'Food Standards Agency',
    confidence: 'recalled',
    note: 'A 101 to 180 once in 12 months, B 46 to 100 in 24, C 0 to 45 in five years or by an alternative strategy: remembered. Its first day in force is remembered as a year.',
  },
] as const;

const scale = { id: 'uk-food-standards', levels: ['A', 'B', 'C'], worse: 'first' } as const;

/** Food standards in the UK before the new delivery model: three categories by points. */
export const ukFoodStandards = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'uk-food-standards',
  version: '2008',
  title: { zh: '英国食品标准旧评分', en: 'UK food standards, the scheme before 2023' },
  from: '2008-01-01',
  status: 'draft',
  citations: [...citations],
  untranslated: [
    'The six components and their points: what is remembered of them is not reliable, so the sum is one number.',
    'The delivery model of 2023, inherent risk by compliance assessment: the cells were not read.',
  ],
  scale,
  places: 0,
  direction: 'more-is-worse',
  inputs: { points: { type: 'integer', min: 0, max: 180 } },
  terms: [{ kind: 'number', id: 'points', input: 'points', missing: 'refuse', cite: 'bands' }],
  bands: [
    { level: 'C', cite: 'bands' },
    { from: 46, level: 'B', cite: 'bands' },
    { from: 101, level: 'A', cite: 'bands' },
  ],
});

/** The longest gap between food standards interventions before the new delivery model. */
export const ukFoodStandardsTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'uk-food-standards-tempo',
  version: '2008',
  title: { zh: '英国食品标准旧频次', en: 'UK food standards, frequency before 2023' },
  from: '2008-01-01',
  status: 'draft',
  citations: [...citations],
  untranslated: ['Which of inspection and alternative strategy is chosen for C.'],
  scale,
  levels: {
    A: { floor: { months: 12 }, methods: ['inspection'], cite: 'bands' },
    B: { floor: { months: 24 }, methods: ['inspection'], cite: 'bands' },
    C: { floor: { years: 5 }, methods: ['alternative-strategy'], cite: 'bands' },
  },
});

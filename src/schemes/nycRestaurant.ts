import { defineScheme } from '../scoring/scheme.js';

const count = { type: 'integer', min: 0, max: 200, changeable: true } as const;

/** The letter at the door of a restaurant in New York City: A, B or C by violation points. */
export const nycRestaurant = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'us-nyc-restaurant-grade',
  version: '2010',
  title: { zh: '纽约市餐馆字母等级', en: 'New York City restaurant letter grade' },
  from: '2010-01-01',
  status: 'draft',
  citations: [
    {
      id: 'grades',
      title: 'How we score and grade',
      issuer: 'New York City Department of Health and Mental Hygiene',
      confidence: 'verified',
      note: 'A 0 to 13, B 14 to 27, C from 28. Its first day in force is remembered as a year.',
    },
    {
      id: 'points',
      title: 'How we score and grade',
      issuer: 'New York City Department of Health and Mental Hygiene',
      confidence: 'verified',
      note: 'A public health hazard has at least 7 points, a critical violation at least 5, a general one at least 2; what its condition level I to V adds is a number of its own here.',
    },
    {
      id: 'two-stages',
      title: 'Letter grading: initial inspection and re-inspection',
      issuer: 'New York City Department of Health and Mental Hygiene',
      confidence: 'verified',
    },
  ],
  untranslated: [
    'The points of each violation by condition level: only the least of its kind is known, the rest is `conditionPoints`.',
    'The re-inspection comes at least a week after an initial inspection without an A.',
    'A notice of violation at 14 points or more, or for any critical violation.',
    'The cycle by score, about a year down to a season.',
  ],
  scale: { id: 'us-nyc-restaurant-grade', levels: ['A', 'B', 'C'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    inspection: { type: 'category', values: ['initial', 're-inspection'] },
    hazards: count,
    critical: count,
    general: count,
    conditionPoints: { type: 'integer', min: 0, max: 10_000, changeable: true },
  },
  statuses: [
    {
      id: 'ungraded',
      title: { zh: '暂不定级', en: 'Not graded until the re-inspection' },
      when: {
        all: [
          { field: 'inspection', eq: 'initial' },
          { field: 'points', gt: 13 },
        ],
      },
      cite: 'two-stages',
    },
  ],
  values: [
    {
      kind: 'combine',
      id: 'points',
      op: 'sum',
      of: [
        { value: 'hazards', weight: 7 },
        { value: 'critical', weight: 5 },
        { value: 'general', weight: 2 },
        { value: 'conditionPoints' },
      ],
      missing: 'refuse',
      cite: 'points',
    },
  ],
  terms: [{ kind: 'number', id: 'points', input: 'points', missing: 'refuse', cite: 'points' }],
  bands: [
    { level: 'A', cite: 'grades' },
    { from: 14, level: 'B', cite: 'grades' },
    { from: 28, level: 'C', cite: 'grades' },
  ],
});

import { defineScheme } from '../scoring/scheme.js';

const compliance = { type: 'integer', values: [0, 5, 10, 15, 20, 25], changeable: true } as const;
const scored = [{ value: 'hygiene' }, { value: 'structure' }, { value: 'confidence' }];

/** The food hygiene rating on a door in England, 0 to 5: the sum and the worst score both decide. */
export const ukFoodRating = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'uk-food-rating',
  version: '2010',
  title: { zh: '英国食品卫生评分', en: 'UK Food Hygiene Rating Scheme' },
  from: '2010-01-01',
  status: 'draft',
  citations: [
    {
      id: 'table',
      title: 'How your rating is calculated',
      issuer: 'Food Standards Agency, Dover District Council',
      confidence: 'verified',
      note: 'Sum 0-15, 20, 25-30, 35-40, 45-50, above 50; no individual score above 5, 10, 10, 15, 20. Where one condition fails, the next lower rating that fits. Its first day in force is remembered as a year.',
    },
    {
      id: 'statuses',
      title: 'Food hygiene ratings open data: Exempt, AwaitingInspection, AwaitingPublication',
      issuer: 'Food Standards Agency',
      confidence: 'verified',
      note: 'The three names are verified; which facts lead to them is how this document puts it.',
    },
  ],
  untranslated: [
    'The appeal within 21 days, the right to reply and the re-rating on request.',
    'Wales and Northern Ireland, where display is a duty.',
  ],
  scale: { id: 'uk-food-rating', levels: ['5', '4', '3', '2', '1', '0'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    hygiene: compliance,
    structure: compliance,
    confidence: { type: 'integer', values: [0, 5, 10, 20, 30], changeable: true },
    published: { type: 'boolean' },
  },
  statuses: [
    {
      id: 'exempt',
      title: { zh: '豁免', en: 'Exempt' },
      when: { field: 'list', eq: 'rating-exempt' },
      cite: 'statuses',
    },
    {
      id: 'awaiting-inspection',
      title: { zh: '待检查', en: 'Awaiting inspection' },
      when: { field: 'inspections', eq: 0 },
      cite: 'statuses',
    },
    {
      id: 'awaiting-publication',
      title: { zh: '待公布', en: 'Awaiting publication' },
      when: { field: 'published', eq: false },
      missing: 'skip',
      cite: 'statuses',
    },
  ],
  values: [
    {
      kind: 'count-events',
      id: 'inspections',
      events: ['inspection'],
      window: { ever: true },
      cite: 'statuses',
    },
    {
      kind: 'combine',
      id: 'worst',
      title: { zh: '最差单项', en: 'Worst single score' },
      op: 'max',
      of: scored,
      missing: 'refuse',
      cite: 'table',
    },
  ],
  terms: [
    { kind: 'number', id: 'hygiene', input: 'hygiene', missing: 'refuse', cite: 'table' },
    { kind: 'number', id: 'structure', input: 'structure', missing: 'refuse', cite: 'table' },
    { kind: 'number', id: 'confidence', input: 'confidence', missing: 'refuse', cite: 'table' },
  ],
  gates: [
    {
      level: '5',
      all: [
        { field: 'total', lte: 15 },
        { field: 'worst', lte: 5 },
      ],
      cite: 'table',
    },
    {
      level: '4',
      all: [
        { field: 'total', lte: 20 },
        { field: 'worst', lte: 10 },
      ],
      cite: 'table',
    },
    {
      level: '3',
      all: [
        { field: 'total', lte: 30 },
        { field: 'worst', lte: 10 },
      ],
      cite: 'table',
    },
    {
      level: '2',
      all: [
        { field: 'total', lte: 40 },
        { field: 'worst', lte: 15 },
      ],
      cite: 'table',
    },
    {
      level: '1',
      all: [
        { field: 'total', lte: 50 },
        { field: 'worst', lte: 20 },
      ],
      cite: 'table',
    },
    { level: '0', cite: 'table' },
  ],
});

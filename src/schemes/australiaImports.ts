import type { Citation } from '../document/document.js';
import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

const citations: readonly Citation[] = [
  {
    id: 'regulation-16',
    title: 'Imported Food Control Regulations 2019',
    article: 'reg. 16',
    confidence: 'verified',
    note: '5 passes in a row bring 25 %, 20 more 5 %, any fail 100 % again. Of the first day only the year is certain.',
  },
  {
    id: 'emerging-risk',
    title: 'Imported food: orders on an emerging risk, at most six months',
    issuer: 'Department of Agriculture',
    confidence: 'verified',
    note: 'That such an order means full inspection is how this document puts it.',
  },
];

const base = { version: '2019', from: '2019-01-01', status: 'draft', citations } as const;

const scale = {
  id: 'au-imported-food',
  levels: ['reduced', 'normal', 'tightened'],
  worse: 'last',
} as const;

/** How strictly a producer's risk food is inspected on import to Australia. */
export const australiaImports = defineScheme({
  ...base,
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'au-imported-food',
  title: { zh: '澳大利亚进口食品检查级别', en: 'Australia: imported food inspection' },
  untranslated: [
    'One history for each producer and food: give each its own entity.',
    'Surveillance food: a holding order after a fail, until about five passes.',
    'The review before an order on an emerging risk lapses.',
  ],
  scale,
  places: 0,
  direction: 'more-is-worse',
  inputs: {},
  values: [
    {
      kind: 'ladder',
      id: 'inspection',
      outcomes: [{ event: 'pass' }, { event: 'fail' }],
      states: [{ id: 'reduced' }, { id: 'normal' }, { id: 'tightened' }],
      start: 'tightened',
      transitions: [
        { from: '*', when: { last: ['fail'] }, to: 'tightened' },
        { from: 'tightened', when: { run: { of: ['pass'], count: 5 } }, to: 'normal' },
        { from: 'normal', when: { run: { of: ['pass'], count: 20 } }, to: 'reduced' },
      ],
      cite: 'regulation-16',
    },
  ],
  terms: [],
  levelFrom: 'inspection',
  overrides: [
    {
      id: 'emerging-risk',
      when: { events: { kinds: ['emerging-risk-order'], within: { months: 6 }, atLeast: 1 } },
      effect: { set: 'tightened' },
      reason: {
        zh: '新兴风险令有效期内全部检查',
        en: 'all inspected while an order on an emerging risk holds',
      },
      cite: 'emerging-risk',
    },
  ],
});

/** The share of consignments inspected, drawn at random. */
export const australiaImportsTempo = defineSchedule({
  ...base,
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'au-imported-food-tempo',
  title: { zh: '澳大利亚进口食品检查比例', en: 'Australia: share of consignments inspected' },
  untranslated: ['Consignments are chosen at random.'],
  scale,
  levels: {
    reduced: { ratio: '5%', cite: 'regulation-16' },
    normal: { ratio: '25%', cite: 'regulation-16' },
    tightened: { ratio: '100%', cite: 'regulation-16' },
  },
});

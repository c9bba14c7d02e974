import { defineScheme } from '../scoring/scheme.js';

const ACCEPTED = ['accepted', 'accepted-for-2', 'accepted-for-3'];

/** How strictly a supplier's next lot is inspected by ISO 2859-1: reduced, normal, tightened, or not at all. */
export const iso2859 = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'iso-2859-1-switching',
  version: '1999',
  title: { zh: 'GB/T 2828.1 转移规则', en: 'ISO 2859-1 switching rules' },
  from: '1999-01-01',
  status: 'draft',
  citations: [
    {
      id: 'switching',
      title: 'ISO 2859-1: switching rules',
      confidence: 'verified',
      note: 'Inspection is discontinued when 5 lots are not accepted while on tightened inspection. A vendor’s page says 10; it stands alone against two sources and is not followed. Of the first day only the year is certain.',
    },
    {
      id: 'score',
      title: 'ISO 2859-1: switching score',
      confidence: 'recalled',
      note: 'From 30 on reduced inspection (verified); 2 for an accepted lot with an acceptance number of 0 or 1, 3 for one of 2 or more that would be accepted at the next tighter quality limit, else back to 0 (remembered).',
    },
    {
      id: 'resumption',
      title: 'ISO 2859-1: discontinuation of inspection',
      confidence: 'recalled',
      note: 'Inspection resumes as tightened when the authority is satisfied.',
    },
  ],
  untranslated: [
    'Sample sizes and acceptance numbers by lot size, level and quality limit.',
    'One history for each class of nonconformity: give each its own entity.',
    'Steady production and the authority’s consent are read as of the day of the answer, not of the lot.',
    'Return from reduced to normal when production becomes irregular.',
  ],
  scale: {
    id: 'iso-2859-1-switching',
    levels: ['reduced', 'normal', 'tightened', 'discontinued'],
    worse: 'last',
  },
  places: 0,
  direction: 'more-is-worse',
  inputs: { steadyProduction: { type: 'boolean' }, authorityConsent: { type: 'boolean' } },
  values: [
    {
      kind: 'ladder',
      id: 'inspection',
      outcomes: [
        { event: 'lot', where: { field: 'accepted', eq: false }, as: 'rejected' },
        {
          event: 'lot',
          where: {
            all: [
              { field: 'accepted', eq: true },
              { field: 'acceptanceNumber', lte: 1 },
            ],
          },
          as: 'accepted-for-2',
        },
        {
          event: 'lot',
          where: {
            all: [
              { field: 'accepted', eq: true },
              { field: 'acceptedOneStepTighter', eq: true },
            ],
          },
          as: 'accepted-for-3',
        },
        { event: 'lot', where: { field: 'accepted', eq: true }, as: 'accepted' },
        { event: 'resumption' },
      ],
      states: [{ id: 'reduced' }, { id: 'normal' }, { id: 'tightened' }, { id: 'discontinued' }],
      start: 'normal',
      counters: [
        {
          id: 'switching-score',
          add: { 'accepted-for-2': 2, 'accepted-for-3': 3 },
          resetOn: ['rejected', 'accepted'],
          resetIn: ['normal'],
        },
      ],
      transitions: [
        {
          from: 'normal',
          when: { countLast: { of: ['rejected'], window: 5, atLeast: 2 } },
          to: 'tightened',
        },
        {
          from: 'normal',
          when: { counter: 'switching-score', atLeast: 30 },
          to: 'reduced',
          requires: {
            all: [
              { field: 'steadyProduction', eq: true },
              { field: 'authorityConsent', eq: true },
            ],
          },
          missing: 'skip',
        },
        { from: 'reduced', when: { last: ['rejected'] }, to: 'normal' },
        {
          from: 'tightened',
          when: { inState: { of: ['rejected'], count: 5 } },
          to: 'discontinued',
        },
        { from: 'tightened', when: { run: { of: ACCEPTED, count: 5 } }, to: 'normal' },
        { from: 'discontinued', when: { last: ['resumption'] }, to: 'tightened' },
      ],
      cite: 'switching',
    },
  ],
  terms: [],
  levelFrom: 'inspection',
});

import { defineScheme } from '../scoring/scheme.js';

/** Refusal of access to the ports of the Paris Memorandum: 3 months, 12 months, for good. */
export const parisMouAccess = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'paris-mou-access',
  version: '2011',
  title: { zh: '巴黎备忘录拒绝进港', en: 'Paris MoU: refusal of access' },
  from: '2011-01-01',
  status: 'draft',
  citations: [
    {
      id: 'refusal',
      title: 'Refusal of access: 3 months, 12 months, permanent',
      issuer: 'Paris Memorandum of Understanding on Port State Control',
      confidence: 'verified',
      note: 'The three steps are verified; that a refusal ends by time alone, and that the steps never begin anew, is how this document reads them.',
    },
  ],
  untranslated: [
    'For what a refusal is issued: the document takes it as an event.',
    'What the company must show before a refusal is lifted.',
  ],
  scale: {
    id: 'paris-mou-access',
    levels: [
      'admitted',
      'admitted-after-one',
      'admitted-after-two',
      'refused-3-months',
      'refused-12-months',
      'refused-for-good',
    ],
    worse: 'last',
  },
  places: 0,
  direction: 'more-is-worse',
  inputs: {},
  values: [
    {
      kind: 'ladder',
      id: 'access',
      outcomes: [{ event: 'refusal-of-access' }],
      states: [
        { id: 'admitted' },
        { id: 'refused-3-months' },
        { id: 'admitted-after-one' },
        { id: 'refused-12-months' },
        { id: 'admitted-after-two' },
        { id: 'refused-for-good', final: true },
      ],
      start: 'admitted',
      transitions: [
        { from: 'admitted', when: { last: ['refusal-of-access'] }, to: 'refused-3-months' },
        { from: 'refused-3-months', when: { after: { months: 3 } }, to: 'admitted-after-one' },
        {
          from: 'admitted-after-one',
          when: { last: ['refusal-of-access'] },
          to: 'refused-12-months',
        },
        { from: 'refused-12-months', when: { after: { months: 12 } }, to: 'admitted-after-two' },
        {
          from: 'admitted-after-two',
          when: { last: ['refusal-of-access'] },
          to: 'refused-for-good',
        },
      ],
      cite: 'refusal',
    },
  ],
  terms: [],
  levelFrom: 'access',
});

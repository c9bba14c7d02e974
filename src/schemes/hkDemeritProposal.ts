import { defineScheme } from '../scoring/scheme.js';

/**
 * What was proposed in 2006 for food licences in Hong Kong: four groups of offences, no multiplication,
 * 21 days, then cancellation. It is a proposal: notices of 2024 still order 7 and 14 days.
 */
export const hkDemeritProposal = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'hk-food-demerit-proposal',
  version: '2006-proposal',
  title: {
    zh: '香港食物业处所违例记分制(2006 年修订建议)',
    en: 'Hong Kong: demerit points of food premises as proposed in 2006',
  },
  from: '2006-03-09',
  status: 'draft',
  citations: [
    {
      id: 'proposal',
      title: 'Demerit-points system to be revised',
      issuer: 'Food and Environmental Hygiene Department',
      link: 'https://www.news.gov.hk/isd/ebulletin/en/category/healthandcommunity/html/90fbbefb-79f0-49dd-84c3-587e9e38b93d.htm',
      confidence: 'verified',
      note: 'Proposed, and not seen in force: a notice of 2024-04-04 still suspends a licence for 14 days after one of 7, for repeated convictions of one offence. The day of the paper stands as its first day here.',
    },
    {
      id: 'iso-22000',
      title: 'Premises recognised under ISO 22000 are outside the system',
      issuer: 'Food and Environmental Hygiene Department',
      confidence: 'verified',
      note: 'Of the system as it was; whether the proposal would have kept it was not read.',
    },
  ],
  untranslated: [
    'Which offence is in which of the four groups: the document takes it as the kind of event.',
    'What becomes of points and suspensions under the system before.',
  ],
  scale: {
    id: 'hk-food-demerit-proposal',
    levels: ['licensed', 'suspended-21-days', 'cancelled'],
    worse: 'last',
  },
  places: 0,
  direction: 'more-is-worse',
  inputs: {},
  statuses: [
    {
      id: 'outside-the-system',
      title: { zh: '不适用记分制', en: 'Outside the system' },
      when: { field: 'list', eq: 'iso-22000' },
      cite: 'iso-22000',
    },
  ],
  values: [
    {
      kind: 'ladder',
      id: 'licence',
      outcomes: [
        { event: 'conviction-15' },
        { event: 'conviction-10' },
        { event: 'conviction-5' },
        { event: 'conviction-3' },
      ],
      states: [{ id: 'licensed' }, { id: 'suspended-21-days' }, { id: 'cancelled', final: true }],
      start: 'licensed',
      counters: [
        {
          id: 'points',
          add: { 'conviction-15': 15, 'conviction-10': 10, 'conviction-5': 5, 'conviction-3': 3 },
          within: { months: 12 },
          resetIn: ['suspended-21-days'],
        },
      ],
      transitions: [
        { from: 'licensed', when: { counter: 'points', atLeast: 15 }, to: 'suspended-21-days' },
        { from: 'suspended-21-days', when: { counter: 'points', atLeast: 15 }, to: 'cancelled' },
        { from: 'suspended-21-days', when: { after: { months: 12 } }, to: 'licensed' },
      ],
      cite: 'proposal',
    },
  ],
  terms: [],
  levelFrom: 'licence',
});

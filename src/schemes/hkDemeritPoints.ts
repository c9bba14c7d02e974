import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

/** What happens to a food licence in Hong Kong by demerit points: suspended for 7, for 14 days, cancelled. */
export const hkDemeritPoints = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'hk-food-demerit-points',
  version: '2006',
  title: {
    zh: '香港食物业处所违例记分制',
    en: 'Hong Kong: demerit points of licensed food premises',
  },
  from: '2006-01-01',
  status: 'draft',
  citations: [
    {
      id: 'paper-61',
      title: 'Demerit Points System for Licensed Food Premises, paper 61',
      issuer: 'Food and Environmental Hygiene Department',
      published: '2006-03-09',
      link: 'http://www.fhb.gov.hk/en/committees/board/2006/paper20060309_61.html',
      confidence: 'verified',
      note: 'The paper describes the system as it then was; the year of the paper stands as its first day here. What it proposes stands in “hk-food-demerit-proposal”.',
    },
    {
      id: 'iso-22000',
      title: 'Premises recognised under ISO 22000 are outside the system',
      issuer: 'Food and Environmental Hygiene Department',
      confidence: 'verified',
    },
  ],
  untranslated: [
    'How long a licence is suspended stands in the name of the level alone.',
    'Which offence has how many points: the document takes it as the kind of event.',
  ],
  scale: {
    id: 'hk-food-demerit-points',
    levels: ['licensed', 'suspended-7-days', 'suspended-14-days', 'cancelled'],
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
      outcomes: [{ event: 'conviction-15' }, { event: 'conviction-10' }, { event: 'conviction-5' }],
      states: [
        { id: 'licensed' },
        { id: 'suspended-7-days' },
        { id: 'suspended-14-days' },
        { id: 'cancelled', final: true },
      ],
      start: 'licensed',
      counters: [
        {
          id: 'points',
          add: { 'conviction-15': 15, 'conviction-10': 10, 'conviction-5': 5 },
          within: { months: 12 },
          repeat: { same: 'offence', within: { months: 12 }, by: [1, 2, 3] },
          resetIn: ['suspended-7-days', 'suspended-14-days'],
        },
      ],
      transitions: [
        { from: 'licensed', when: { counter: 'points', atLeast: 15 }, to: 'suspended-7-days' },
        {
          from: 'suspended-7-days',
          when: { counter: 'points', atLeast: 15 },
          to: 'suspended-14-days',
        },
        { from: 'suspended-14-days', when: { counter: 'points', atLeast: 15 }, to: 'cancelled' },
        { from: 'suspended-7-days', when: { after: { months: 12 } }, to: 'licensed' },
        { from: 'suspended-14-days', when: { after: { months: 12 } }, to: 'licensed' },
      ],
      cite: 'paper-61',
    },
  ],
  terms: [],
  levelFrom: 'licence',
});

/** Premises under ISO 22000, outside the demerit points, are inspected at least every five months. */
export const hkFoodTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'hk-food-tempo',
  version: '2006',
  title: { zh: '香港食物业处所巡查频次', en: 'Hong Kong: inspections of food premises' },
  from: '2006-01-01',
  status: 'draft',
  citations: [
    {
      id: 'iso-22000',
      title: 'Premises recognised under ISO 22000',
      issuer: 'Food and Environmental Hygiene Department',
      confidence: 'verified',
      note: 'Its first day in force is not known; the first day of the system’s year stands here.',
    },
  ],
  untranslated: ['How often other premises are inspected was not read.'],
  scale: hkDemeritPoints.scale,
  levels: {
    licensed: { cite: 'iso-22000' },
    'suspended-7-days': { cite: 'iso-22000' },
    'suspended-14-days': { cite: 'iso-22000' },
    cancelled: { cite: 'iso-22000' },
  },
  reliance: [
    {
      id: 'iso-22000',
      when: { field: 'list', eq: 'iso-22000' },
      effect: { tempo: { floor: { months: 5 } } },
      cite: 'iso-22000',
    },
  ],
});

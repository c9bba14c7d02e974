import type { Period } from '../core/day.js';
import { defineSchedule, type Schedule } from '../matrix/schedule.js';

type Facility = 'other' | 'high-risk' | 'infant-formula';

const cite = 'section-201';

const base = {
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'us-food-facilities',
  title: { zh: '美国食品设施检查频次', en: 'US food facilities: frequency of inspection' },
  status: 'draft',
  citations: [
    {
      id: 'section-201',
      title: 'FDA Food Safety Modernization Act',
      article: 'sec. 201, 124 Stat. 3924',
      confidence: 'verified',
      note: 'High-risk once in the 5 years after enactment on 4 January 2011, then every 3; others once in 7, then every 5.',
    },
    {
      id: 'infant-formula',
      title: 'Manufacturers of infant formula are inspected once a year',
      issuer: 'Food and Drug Administration',
      confidence: 'verified',
    },
  ],
  untranslated: [
    'Which facilities are high-risk.',
    'At least 600 foreign facilities are for the year after enactment, and the doubling for the five years after it: the rules over the population have no days of their own.',
  ],
  scale: {
    id: 'us-food-facilities',
    levels: ['other', 'high-risk', 'infant-formula'],
    worse: 'last',
  },
  population: [
    {
      id: 'foreign-doubling',
      kind: 'rate',
      upper: 'foreign-inspections',
      lower: 'foreign-inspections-before',
      atLeast: 2,
      cite,
    },
  ],
  visits: { events: ['inspection'] },
  reliance: [
    {
      id: 'other-agencies',
      when: { all: [] },
      effect: { countsAsVisit: ['inspection-federal', 'inspection-state', 'inspection-local'] },
      cite,
    },
  ],
} satisfies Omit<Schedule<Facility>, 'version' | 'from' | 'levels'>;

/** Only the first version is in force in the year of the 600. */
const firstYear = {
  id: 'foreign-first-year',
  kind: 'count',
  of: 'foreign-inspections-first-year',
  atLeast: 600,
  cite,
} as const;

const levels = (high: Period, other: Period): Schedule<Facility>['levels'] => ({
  other: { floor: other, cite },
  'high-risk': { floor: high, cite },
  'infant-formula': { floor: { years: 1 }, cite: 'infant-formula' },
});

/** How often a food facility in the US is inspected: the first five years after enactment. */
export const usFoodFacilities2011 = defineSchedule({
  ...base,
  version: '2011',
  from: '2011-01-04',
  to: '2016-01-03',
  population: [firstYear, ...base.population],
  levels: levels({ years: 5 }, { years: 7 }),
});

/** How often a food facility in the US is inspected: the years in which only high-risk has its lasting gap. */
export const usFoodFacilities2016 = defineSchedule({
  ...base,
  version: '2016',
  from: '2016-01-04',
  to: '2018-01-03',
  levels: levels({ years: 3 }, { years: 7 }),
});

/** How often a food facility in the US is inspected, from 2018 on. */
export const usFoodFacilities2018 = defineSchedule({
  ...base,
  version: '2018',
  from: '2018-01-04',
  levels: levels({ years: 3 }, { years: 5 }),
});

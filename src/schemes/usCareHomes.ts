import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

const scale = {
  id: 'us-wa-adult-family-home',
  levels: ['earned', 'regular'],
  worse: 'last',
} as const;

const statute = {
  id: 'rcw-70-128-070',
  title: 'Revised Code of Washington: adult family homes, inspections',
  article: 'RCW 70.128.070 (2)(b)',
  link: 'https://app.leg.wa.gov/RCW/default.aspx?cite=70.128.070',
  confidence: 'verified',
  note: 'At least every eighteen months with an annual average of fifteen; two years where the past three consecutive inspections had no citation and no complaint investigation led to a notice meanwhile. Its first day in force was not read: the year of the finding it cites stands here.',
} as const;

/** Whether a care home in the state of Washington has earned two years without an inspection. */
export const usCareHomes = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'us-wa-adult-family-home',
  version: '2011',
  title: {
    zh: '美国华盛顿州家庭式养老院检查间隔',
    en: 'Washington: adult family homes, earned interval',
  },
  from: '2011-01-01',
  status: 'draft',
  citations: [statute],
  untranslated: [
    'That a home may be left for two years: the department need not.',
    'After an emergency timelines follow the time since the last inspection, the record and immediate concern, by rules that end with it.',
    'An unannounced inspection at any time.',
  ],
  scale,
  places: 0,
  direction: 'more-is-worse',
  inputs: {},
  values: [
    {
      kind: 'ladder',
      id: 'interval',
      outcomes: [
        { event: 'inspection', where: { field: 'citations', eq: 0 }, as: 'clean' },
        { event: 'inspection', as: 'cited' },
        { event: 'complaint-violation' },
      ],
      states: [{ id: 'regular' }, { id: 'earned' }],
      start: 'regular',
      transitions: [
        { from: 'regular', when: { run: { of: ['clean'], count: 3 } }, to: 'earned' },
        { from: 'earned', when: { last: ['cited', 'complaint-violation'] }, to: 'regular' },
      ],
      cite: 'rcw-70-128-070',
    },
  ],
  terms: [],
  levelFrom: 'interval',
});

/** The longest gap between inspections of a care home in the state of Washington. */
export const usCareHomesTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'us-wa-adult-family-home-tempo',
  version: '2011',
  title: {
    zh: '美国华盛顿州家庭式养老院检查频次',
    en: 'Washington: adult family homes, frequency of inspection',
  },
  from: '2011-01-01',
  status: 'draft',
  citations: [statute],
  untranslated: ['The average is annual, over all homes.'],
  scale,
  levels: {
    earned: { floor: { months: 24 }, cite: 'rcw-70-128-070' },
    regular: { floor: { months: 18 }, cite: 'rcw-70-128-070' },
  },
  visits: { events: ['inspection'] },
  population: [
    {
      id: 'annual-average',
      kind: 'rate',
      upper: 'months-between-inspections',
      lower: 'inspections',
      atMost: 15,
      cite: 'rcw-70-128-070',
    },
  ],
});

/**
 * Certificates of inspection of rented homes in the state of Washington: once in three years, a new
 * building exempt for four, an inspection of the last 24 months in the place of one.
 */
export const usRentalHomes = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'us-wa-rental-homes',
  version: '2010',
  title: { zh: '美国华盛顿州出租房屋检查', en: 'Washington: rental properties' },
  from: '2010-01-01',
  status: 'draft',
  citations: [
    {
      id: 'rcw-59-18-125',
      title: 'Revised Code of Washington: inspections by local municipalities',
      article: 'RCW 59.18.125 (3), (4)',
      confidence: 'verified',
      note: 'Its first day in force was not read: the first day of a year stands here.',
    },
  ],
  untranslated: [
    'A sample of the units of a property, and which of them.',
    'Copies of other inspections may be asked for.',
  ],
  scale: { id: 'us-wa-rental-homes', levels: ['property'], worse: 'last' },
  levels: { property: { cap: { visits: 1, per: { years: 3 } }, cite: 'rcw-59-18-125' } },
  reliance: [
    {
      id: 'new-building',
      when: {
        all: [
          {
            events: { kinds: ['certificate-of-occupancy'], within: { years: 4 }, atLeast: 1 },
          },
          { events: { kinds: ['code-violation'], within: { years: 4 }, atMost: 0 } },
        ],
      },
      effect: { tempo: { cap: { visits: 0, per: { years: 4 } } } },
      cite: 'rcw-59-18-125',
    },
    {
      id: 'inspected-by-others',
      when: {
        events: { kinds: ['inspection-by-others'], within: { months: 24 }, atLeast: 1 },
      },
      effect: 'replaces-visit',
      cite: 'rcw-59-18-125',
    },
  ],
});

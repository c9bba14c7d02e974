import type { Citation } from '../document/document.js';
import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

const citations: readonly Citation[] = [
  {
    id: 'survey',
    title: 'Social Security Act, survey and certification of nursing facilities',
    article: '101 Stat. 1330-176; 42 CFR 442.109',
    confidence: 'verified',
    note: 'No later than 15 months after the last standard survey, 12 on average in a state. The first day in force is not known; the first day of a year stands here.',
  },
];
const base = { version: '1987', from: '1988-01-01', status: 'draft', citations } as const;
const scale = { id: 'us-nursing-homes', levels: ['facility'], worse: 'last' } as const;

/** When a nursing home in the US is surveyed beyond its yearly round. */
export const usNursingHomes = defineScheme({
  ...base,
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'us-nursing-homes',
  title: { zh: '美国疗养院专项检查', en: 'US nursing homes: special and extended surveys' },
  untranslated: ['A special survey after a change may be held; the document reports that it may.'],
  scale,
  places: 0,
  direction: 'more-is-worse',
  inputs: {},
  terms: [],
  gates: [{ level: 'facility', cite: 'survey' }],
  overrides: [
    {
      id: 'special-survey',
      when: {
        events: {
          kinds: ['ownership-change', 'management-change'],
          within: { months: 2 },
          atLeast: 1,
        },
      },
      effect: { addVisit: { within: { months: 2 } } },
      reason: { zh: '所有人或管理变更', en: 'change of ownership or management' },
      cite: 'survey',
    },
    {
      id: 'extended-survey',
      when: { events: { kinds: ['substandard-care'], within: { days: 14 }, atLeast: 1 } },
      effect: { addVisit: { within: { days: 14 } } },
      reason: { zh: '护理质量不达标', en: 'substandard quality of care' },
      cite: 'survey',
    },
  ],
});

/** How often a nursing home in the US is surveyed, alone and on average. */
export const usNursingHomesTempo = defineSchedule({
  ...base,
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'us-nursing-homes-tempo',
  title: { zh: '美国疗养院检查间隔', en: 'US nursing homes: gap between surveys' },
  untranslated: ['The average is of a state, taken at the end of the fiscal year.'],
  scale,
  levels: { facility: { floor: { months: 15 }, cite: 'survey' } },
  population: [
    {
      id: 'state-average',
      kind: 'rate',
      upper: 'months-between-surveys',
      lower: 'surveys',
      atMost: 12,
      cite: 'survey',
    },
  ],
});

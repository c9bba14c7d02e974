import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

/** Major lapses within so many years: none of them within as many is the clean record of that award. */
const lapses = (years: number) =>
  ({
    kind: 'count-events',
    id: `lapses-${years}`,
    title: { zh: `${years} 年内重大违规`, en: `Major lapses within ${years} years` },
    events: ['major-lapse'],
    window: { years },
    cite: 'awards',
  }) as const;

const clean = (years: number) => [
  { field: 'years-licensed', gte: years },
  { field: `lapses-${years}`, eq: 0 },
];

/**
 * Singapore's food-safety awards for establishments of category A (SAFE), by the table of 2021: years
 * without a major lapse and the food-safety system decide.
 *
 * @source Singapore Food Agency, SAFE framework, 2021
 */
export const singaporeSafeA = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'sg-safe-a',
  version: '2021',
  title: { zh: '新加坡食品企业安全保障框架(A 类)', en: 'SAFE awards, category A (Singapore)' },
  from: '2023-01-01',
  to: '2026-01-18',
  status: 'draft',
  citations: [
    {
      id: 'awards',
      title: 'Safety Assurance for Food Establishments (SAFE), table of 2021, category A',
      issuer: 'Singapore Food Agency',
      article:
        'Bronze: 2 years without major lapse; Silver: 5 years and a food safety management system; Gold: 10 years, a certified system and an advanced food hygiene officer',
      confidence: 'verified',
      note: 'Announced with Bronze, Silver and Gold for 2023; it began on 2026-01-19 with letter grades, so this version was never in force.',
    },
  ],
  untranslated: [
    'Licences of 1, 3, 5 and 10 years for no award, bronze, silver and gold stand in the schedule “sg-safe-a-licence”.',
    'The letter grades of 2026-01-19 and what they ask for were not read.',
    'What counts as a major lapse comes as events.',
  ],
  scale: { id: 'sg-safe-a', levels: ['gold', 'silver', 'bronze', 'none'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    firstLicence: { type: 'day' },
    licensed: { type: 'full-years', since: 'firstLicence' },
    system: { type: 'category', values: ['none', 'in-place', 'certified'], changeable: true },
    advancedHygieneOfficer: { type: 'boolean', changeable: true },
  },
  values: [
    {
      kind: 'combine',
      id: 'years-licensed',
      title: { zh: '首次发证以来满年数', en: 'Full years since the first licence' },
      op: 'sum',
      of: [{ value: 'licensed' }],
      missing: 'refuse',
      cite: 'awards',
    },
    lapses(2),
    lapses(5),
    lapses(10),
  ],
  terms: [],
  gates: [
    {
      level: 'gold',
      all: [
        ...clean(10),
        { field: 'system', eq: 'certified' },
        { field: 'advancedHygieneOfficer', eq: true },
      ],
      cite: 'awards',
    },
    {
      level: 'silver',
      all: [...clean(5), { field: 'system', in: ['in-place', 'certified'] }],
      cite: 'awards',
    },
    { level: 'bronze', all: clean(2), cite: 'awards' },
    { level: 'none', cite: 'awards' },
  ],
});

/**
 * The years of a licence that come with each award of SAFE, category A.
 *
 * @source Singapore Food Agency, SAFE framework, 2021
 */
export const singaporeSafeLicence = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'sg-safe-a-licence',
  version: '2021',
  title: {
    zh: '新加坡食品企业许可年限(A 类)',
    en: 'Years of licence, SAFE category A (Singapore)',
  },
  from: '2023-01-01',
  to: '2026-01-18',
  status: 'draft',
  citations: [
    {
      id: 'licence',
      title: 'Safety Assurance for Food Establishments (SAFE), table of 2021, category A',
      issuer: 'Singapore Food Agency',
      article: 'no award 1, Bronze 3, Silver 5, Gold 10 years',
      confidence: 'verified',
    },
  ],
  untranslated: ['How often each award is inspected was not read.'],
  scale: { id: 'sg-safe-a', levels: ['gold', 'silver', 'bronze', 'none'], worse: 'last' },
  levels: {
    gold: { effects: { licenceYears: '10' }, cite: 'licence' },
    silver: { effects: { licenceYears: '5' }, cite: 'licence' },
    bronze: { effects: { licenceYears: '3' }, cite: 'licence' },
    none: { effects: { licenceYears: '1' }, cite: 'licence' },
  },
});

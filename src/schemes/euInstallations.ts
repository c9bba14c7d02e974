import type { Citation } from '../document/document.js';
import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme, type Override } from '../scoring/scheme.js';

const additional: Override<never> = {
  id: 'important-non-compliance',
  when: { events: { kinds: ['important-non-compliance'], within: { months: 6 }, atLeast: 1 } },
  effect: { addVisit: { within: { months: 6 } } },
  reason: {
    zh: '重要违规,六个月内加查一次',
    en: 'important non-compliance: one more visit within six months',
  },
  cite: 'additional',
};

const additionalNote = {
  id: 'additional',
  confidence: 'recalled',
  note: 'That an additional visit follows is verified; its six months are remembered.',
} as const;

const iedCitations: readonly Citation[] = [
  {
    id: 'article-23',
    title: 'Directive 2010/75/EU on industrial emissions',
    article: 'art. 23',
    confidence: 'verified',
    note: 'One year for the highest risk, three for the lowest; the first day in force is remembered as a year.',
  },
  { ...additionalNote, title: 'Directive 2010/75/EU', article: 'art. 23' },
  {
    id: 'between',
    title: 'Directive 2010/75/EU: risk between the highest and the lowest',
    confidence: 'recalled',
    note: 'Left to the member states; two years are common (inferred). Only the three years that bind everybody stand here.',
  },
];
const iedScale = {
  id: 'eu-industrial-emissions',
  levels: ['lowest', 'between', 'highest'],
  worse: 'last',
} as const;

/** The risk of an installation under the directive on industrial emissions, and when it is visited once more. */
export const euIndustrialEmissions = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'eu-industrial-emissions',
  version: '2010',
  title: { zh: '欧盟工业排放指令第 23 条', en: 'EU industrial emissions, article 23' },
  from: '2011-01-01',
  status: 'draft',
  citations: iedCitations,
  untranslated: [
    'The appraisal itself: at least impact, record of compliance and EMAS; each state has its own.',
    'The report to the operator in two months, to the public in four.',
    'Non-routine visits for complaints and accidents.',
  ],
  scale: iedScale,
  places: 0,
  direction: 'more-is-worse',
  inputs: { appraisal: { type: 'category', values: ['lowest', 'between', 'highest'] } },
  values: [
    {
      kind: 'table',
      id: 'risk',
      axes: [{ input: 'appraisal' }],
      gives: 'text',
      table: { lowest: 'lowest', between: 'between', highest: 'highest' },
      missing: 'refuse',
      cite: 'article-23',
    },
  ],
  terms: [],
  levelFrom: 'risk',
  overrides: [additional],
});

/** The longest gap between site visits under the directive on industrial emissions. */
export const euIndustrialEmissionsTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'eu-industrial-emissions-tempo',
  version: '2010',
  title: { zh: '欧盟工业排放现场检查间隔', en: 'EU industrial emissions: gap between visits' },
  from: '2011-01-01',
  status: 'draft',
  citations: [...iedCitations],
  untranslated: ['Shorter gaps of the member states for what lies between.'],
  scale: iedScale,
  levels: {
    lowest: { floor: { years: 3 }, cite: 'article-23' },
    between: { floor: { years: 3 }, cite: 'between' },
    highest: { floor: { years: 1 }, cite: 'article-23' },
  },
});

const sevesoCitations: readonly Citation[] = [
  {
    id: 'article-20',
    title: 'Directive 2012/18/EU on major-accident hazards',
    article: 'art. 20',
    confidence: 'recalled',
    note: 'One year for the upper tier, three for the lower, unless a programme after systematic appraisal replaces them. The first day in force is remembered as a year.',
  },
  { ...additionalNote, title: 'Directive 2012/18/EU', article: 'art. 20' },
];
const sevesoScale = {
  id: 'eu-major-accident-hazards',
  levels: ['lower', 'upper'],
  worse: 'last',
} as const;

/** The tier of an establishment with major-accident hazards, and when it is inspected once more. */
export const euMajorHazards = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'eu-major-accident-hazards',
  version: '2012',
  title: { zh: '欧盟塞维索指令 III 第 20 条', en: 'EU Seveso III, article 20' },
  from: '2015-01-01',
  status: 'draft',
  citations: sevesoCitations,
  untranslated: [
    'The quantities of substances that make an establishment upper or lower tier.',
    'Inspections coordinated with those under other laws of the Union.',
  ],
  scale: sevesoScale,
  places: 0,
  direction: 'more-is-worse',
  inputs: { tier: { type: 'category', values: ['lower', 'upper'] } },
  values: [
    {
      kind: 'table',
      id: 'establishment',
      axes: [{ input: 'tier' }],
      gives: 'text',
      table: { lower: 'lower', upper: 'upper' },
      missing: 'refuse',
      cite: 'article-20',
    },
  ],
  terms: [],
  levelFrom: 'establishment',
  overrides: [additional],
});

/** The longest gap between inspections under Seveso III. */
export const euMajorHazardsTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'eu-major-accident-hazards-tempo',
  version: '2012',
  title: { zh: '欧盟塞维索指令 III 检查间隔', en: 'EU Seveso III: gap between inspections' },
  from: '2015-01-01',
  status: 'draft',
  citations: [...sevesoCitations],
  untranslated: ['The gaps a programme sets in place of these.'],
  scale: sevesoScale,
  levels: {
    lower: { floor: { years: 3 }, cite: 'article-20' },
    upper: { floor: { years: 1 }, cite: 'article-20' },
  },
  reliance: [
    {
      id: 'appraisal-programme',
      when: { field: 'appraisal-programme', eq: true },
      effect: { tempo: {}, without: ['floor'] },
      cite: 'article-20',
    },
  ],
});

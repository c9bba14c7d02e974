import { defineSchedule, type Tempo } from '../matrix/schedule.js';
import { defineScheme, type Gate, type Input, type Scheme } from '../scoring/scheme.js';

type Profile = 'low' | 'standard' | 'high';

const scale = {
  id: 'ship-risk-profile',
  levels: ['low', 'standard', 'high'],
  worse: 'last',
} as const;
const performance = ['high', 'medium', 'low', 'very-low'] as const;
const window = { months: 36 };

const inputs = {
  shipType: {
    type: 'category',
    values: ['chemical', 'gas', 'oil', 'bulk', 'passenger', 'container', 'other'],
  },
  age: { type: 'full-years', since: 'delivered' },
  delivered: { type: 'day' },
  imoAudit: { type: 'boolean' },
  organisation: { type: 'category', values: performance },
  company: { type: 'category', values: performance, changeable: true },
} satisfies Record<string, Input>;

/** Inspections of three years, and how many of them cannot be shown to have 5 deficiencies or fewer. */
const history = [
  { kind: 'count-events', id: 'inspections', events: ['inspection'], window, cite: 'profile' },
  {
    kind: 'count-events',
    id: 'clean-inspections',
    events: ['inspection'],
    where: { field: 'deficiencies', lte: 5 },
    window,
    cite: 'profile',
  },
  {
    kind: 'combine',
    id: 'other-inspections',
    op: 'sum',
    of: [{ value: 'inspections' }, { value: 'clean-inspections', weight: -1 }],
    missing: 'refuse',
    cite: 'profile',
  },
  { kind: 'count-events', id: 'detentions', events: ['detention'], window, cite: 'profile' },
] satisfies Scheme['values'];

const age = {
  kind: 'bins',
  id: 'age',
  title: { zh: '船龄', en: 'Age' },
  input: 'age',
  bins: [{ points: 0 }, { above: 12, points: 1 }],
  missing: 'refuse',
  cite: 'age',
} satisfies Scheme['terms'][number];

const organisation = {
  kind: 'lookup',
  id: 'organisation',
  title: { zh: '认可组织', en: 'Recognised organisation' },
  input: 'organisation',
  table: { high: 0, medium: 0, low: 1, 'very-low': 1 },
  missing: 'refuse',
  cite: 'profile',
} satisfies Scheme['terms'][number];

const company = {
  kind: 'lookup',
  id: 'company',
  title: { zh: '公司', en: 'Company' },
  input: 'company',
  table: { high: 0, medium: 0, low: 2, 'very-low': 2 },
  missing: 'refuse',
  cite: 'profile',
} satisfies Scheme['terms'][number];

const detained = (from: number) =>
  ({
    kind: 'bins',
    id: 'detentions',
    title: { zh: '36 个月内滞留', en: 'Detentions in 36 months' },
    input: 'detentions',
    bins: [{ points: 0 }, { from, points: 1 }],
    missing: 'refuse',
    cite: 'profile',
  }) satisfies Scheme['terms'][number];

const shipType = (risky: readonly string[]) =>
  ({
    kind: 'conditional',
    id: 'ship-type',
    title: { zh: '船舶类型', en: 'Type of ship' },
    when: { field: 'shipType', in: risky },
    points: 2,
    missing: 'refuse',
    cite: 'profile',
  }) satisfies Scheme['terms'][number];

/** All of these make a ship of low risk. */
const merits: NonNullable<Gate['all']> = [
  { field: 'flag', eq: 'white' },
  { field: 'imoAudit', eq: true },
  { field: 'organisation', eq: 'high' },
  { field: 'company', eq: 'high' },
  { field: 'inspections', gte: 1 },
  { field: 'other-inspections', eq: 0 },
  { field: 'detentions', eq: 0 },
];

const gates = (high: number, more: NonNullable<Gate['all']>): readonly Gate<Profile>[] => [
  { level: 'high', all: [{ field: 'total', gte: high }], cite: 'profile' },
  { level: 'low', all: [...merits, ...more], cite: 'low-risk' },
  { level: 'standard', cite: 'profile' },
];

const untranslated = [
  'How the lists of flags, recognised organisations and companies are made: relative to their peers.',
  'Priority I and II, overriding and unexpected factors.',
  'Refusal of access: 3 months, 12 months, for good.',
];

const ageNote = {
  id: 'age',
  title: 'Ship risk profile: age of more than 12 years',
  confidence: 'recalled',
  note: 'The 12 years are verified; that they are full years, so that the point comes on the thirteenth anniversary of delivery, is how this document reads it.',
} as const;

const lowNote = {
  id: 'low-risk',
  title: 'Ship risk profile: low-risk ships',
  confidence: 'recalled',
  note: 'White flag with IMO audit, high organisation and company, an inspection and at most 5 deficiencies in each are verified; no detention is remembered.',
} as const;

/** The risk of a ship that calls at a port of the Paris Memorandum: low, standard or high. */
export const parisMou = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'paris-mou-ship-risk',
  version: '2011',
  title: { zh: '巴黎备忘录船舶风险', en: 'Paris MoU ship risk profile' },
  from: '2011-01-01',
  status: 'draft',
  citations: [
    {
      id: 'profile',
      title: 'Ship risk profile',
      issuer: 'Paris Memorandum of Understanding on Port State Control, Danish Maritime Authority',
      confidence: 'verified',
      note: 'Recalculated nightly over the region’s own records of 36 months.',
    },
    ageNote,
    lowNote,
  ],
  untranslated,
  scale,
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    ...inputs,
    flag: {
      type: 'category',
      values: [
        'white',
        'grey',
        'black-medium',
        'black-medium-high',
        'black-high',
        'black-very-high',
      ],
    },
    organisationOfEu: { type: 'boolean' },
  },
  values: history,
  terms: [
    shipType(['chemical', 'gas', 'oil', 'bulk', 'passenger']),
    age,
    {
      kind: 'lookup',
      id: 'flag',
      title: { zh: '船旗', en: 'Flag' },
      input: 'flag',
      table: {
        white: 0,
        grey: 0,
        'black-medium': 1,
        'black-medium-high': 2,
        'black-high': 2,
        'black-very-high': 2,
      },
      missing: 'refuse',
      cite: 'profile',
    },
    organisation,
    company,
    detained(2),
  ],
  invariants: [{ of: 'terms', end: 'max', equals: 9, cite: 'profile' }],
  gates: gates(5, [{ field: 'organisationOfEu', eq: true }]),
});

/** The risk of a ship that calls at a port of the Tokyo Memorandum: low, standard or high. */
export const tokyoMou = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'tokyo-mou-ship-risk',
  version: '2014',
  title: { zh: '东京备忘录船舶风险', en: 'Tokyo MoU ship risk profile' },
  from: '2014-01-01',
  status: 'draft',
  citations: [
    {
      id: 'profile',
      title: 'New inspection regime: ship risk profile',
      issuer: 'Tokyo Memorandum of Understanding on Port State Control',
      confidence: 'recalled',
      note: 'The factors, the three profiles, the three years and the first day are verified; all points are remembered.',
    },
    ageNote,
    lowNote,
  ],
  untranslated,
  scale,
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    ...inputs,
    flag: { type: 'category', values: ['white', 'grey', 'black'] },
  },
  values: [
    ...history,
    {
      kind: 'count-events',
      id: 'faulty-inspections',
      events: ['inspection'],
      where: { field: 'deficiencies', gt: 5 },
      window,
      cite: 'profile',
    },
  ],
  terms: [
    shipType(['chemical', 'gas', 'oil', 'bulk', 'passenger', 'container']),
    age,
    {
      kind: 'lookup',
      id: 'flag',
      title: { zh: '船旗', en: 'Flag' },
      input: 'flag',
      table: { white: 0, grey: 0, black: 1 },
      missing: 'refuse',
      cite: 'profile',
    },
    organisation,
    company,
    {
      kind: 'number',
      id: 'faulty-inspections',
      title: { zh: '缺陷超过 5 项的检查', en: 'Inspections with more than 5 deficiencies' },
      input: 'faulty-inspections',
      missing: 'refuse',
      cite: 'profile',
    },
    detained(3),
  ],
  gates: gates(4, []),
});

const months = (opens: number, closes: number, cite: string): Tempo => ({
  window: { opens: { months: opens }, closes: { months: closes } },
  cite,
});

const priority = [
  'Priority I once the window has closed or on an overriding factor: must be inspected; priority II while it is open or on an unexpected factor: may be.',
];

/** When a ship is due in the region of the Paris Memorandum: the window since its last inspection. */
export const parisMouTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'paris-mou-windows',
  version: '2011',
  title: { zh: '巴黎备忘录检查窗口', en: 'Paris MoU: windows of inspection' },
  from: '2011-01-01',
  status: 'draft',
  citations: [
    {
      id: 'windows',
      title: 'Paris MoU new inspection regime: 10 to 12 and 24 to 36 months',
      confidence: 'verified',
    },
    {
      id: 'high',
      title: 'Paris MoU new inspection regime: 5 to 6 months',
      confidence: 'recalled',
      note: 'That it closes at 6 months is verified, that it opens at 5 is remembered.',
    },
  ],
  untranslated: priority,
  scale,
  levels: {
    low: months(24, 36, 'windows'),
    standard: months(10, 12, 'windows'),
    high: months(5, 6, 'high'),
  },
});

/** When a ship is due in the region of the Tokyo Memorandum: the window since its last inspection. */
export const tokyoMouTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'tokyo-mou-windows',
  version: '2014',
  title: { zh: '东京备忘录检查窗口', en: 'Tokyo MoU: windows of inspection' },
  from: '2014-01-01',
  status: 'draft',
  citations: [
    {
      id: 'windows',
      title: 'Tokyo MoU new inspection regime: 2 to 4, 5 to 8 and 9 to 18 months',
      issuer: 'West P&I',
      confidence: 'verified',
      note: 'It took the place of a target of 75 % of all ships in the region.',
    },
  ],
  untranslated: priority,
  scale,
  levels: {
    low: months(9, 18, 'windows'),
    standard: months(5, 8, 'windows'),
    high: months(2, 4, 'windows'),
  },
});

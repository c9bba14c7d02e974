import type { Citation } from '../document/document.js';
import { type Band, defineScheme, type Override } from '../scoring/scheme.js';

const scale = { id: 'cn-food', levels: ['A', 'B', 'C', 'D'], worse: 'last' } as const;

/** Reasons to go up, by event: the headings of the form in which the grade is set. */
const RAISING = [
  'deliberate-offence',
  'sample-failed',
  'offence-social-effect',
  'food-accident',
  'recall-not-done',
  'obstruction',
  'other-raise',
] as const;

const bands: readonly Band<'A' | 'B' | 'C' | 'D'>[] = [
  { level: 'A', cite: 'bands' },
  { above: '30', level: 'B', cite: 'bands' },
  { above: '45', level: 'C', cite: 'bands' },
  { above: '60', level: 'D', cite: 'bands' },
];

/** One step for whatever speaks for the firm; then one or two for what speaks against it. */
const overrides: readonly Override<'A' | 'B' | 'C' | 'D'>[] = [
  {
    id: 'down',
    when: {
      any: [
        {
          all: [
            { field: 'years-operating', gte: 3 },
            { field: 'recorded-offences', eq: 0 },
          ],
        },
        {
          all: [
            { field: 'certified', in: ['gmp', 'haccp'] },
            { field: 'infantOrMedicalFood', eq: false },
          ],
        },
        { field: 'qualityAward', eq: true },
      ],
    },
    effect: { step: 'better', by: 1 },
    reason: {
      zh: '连续三年无违法违规记录、通过良好生产规范或危害分析认证、获地市级以上质量奖:下调一级',
      en: 'three years without a record, certified GMP or HACCP, or a quality award: one grade down',
    },
    cite: 'down',
    missing: 'skip',
  },
  ...([1, 2] as const).map((by) => ({
    id: `up-${by}`,
    when: {
      all: [
        { field: 'reasons-up', gte: 1 },
        { field: 'raiseBy', eq: by },
      ],
    },
    effect: { step: 'worse' as const, by },
    reason: {
      zh: `当年有应当上调的情形,上调${by}级`,
      en: `a reason to go up in the year: ${by} up`,
    },
    cite: 'up',
  })),
];

const shared = {
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  status: 'draft',
  scale,
  places: 1,
  direction: 'more-is-worse',
  start: '0',
  values: [
    {
      kind: 'combine',
      id: 'years-operating',
      op: 'sum',
      of: [{ value: 'operatingYears' }],
      missing: 'unknown',
      cite: 'down',
    },
    {
      kind: 'count-events',
      id: 'recorded-offences',
      title: { zh: '三年内违法违规记录', en: 'Offences on record in three years' },
      events: ['offence', ...RAISING],
      window: { years: 3 },
      cite: 'down',
    },
    {
      kind: 'count-events',
      id: 'reasons-up',
      title: { zh: '当年应当上调的情形', en: 'Reasons to go up in the calendar year' },
      events: RAISING,
      window: { year: 0 },
      cite: 'up',
    },
  ],
  bands,
  overrides,
} as const;

const inputs = {
  static: { type: 'decimal', places: 1, min: '0', max: '40' },
  raiseBy: { type: 'integer', values: [1, 2] },
  operatingYears: { type: 'full-years', since: 'since' },
  certified: { type: 'category', values: ['none', 'gmp', 'haccp'], changeable: true },
  infantOrMedicalFood: { type: 'boolean' },
  qualityAward: { type: 'boolean', changeable: true },
} as const;

const staticPart = {
  id: 'static',
  title: { zh: '静态风险', en: 'Static risk' },
  min: '0',
  max: '40',
  cite: 'split',
};

const staticTerm = {
  kind: 'number',
  id: 'static',
  title: { zh: '静态风险分值', en: 'Static points' },
  part: 'static',
  input: 'static',
  missing: 'refuse',
  cite: 'split',
} as const;

const upAndDown: readonly Citation[] = [
  {
    id: 'up',
    title: '食品生产经营风险分级管理办法(试行)',
    article: '食药监食监一〔2016〕115号:上调一个或者两个等级的情形',
    confidence: 'recalled',
    note: 'The seven headings stand in a form in use; their full wording and the choice between one and two grades are recalled.',
  },
  {
    id: 'down',
    title: '食品生产经营风险分级管理办法(试行)',
    article: '食药监食监一〔2016〕115号:下调一个等级的情形',
    confidence: 'recalled',
    note: 'Partly stated by secondary pages, the rest is recalled.',
  },
];

const open = [
  '静态风险因素量化分值表、动态风险因素量化分值表: the points of each product and of each checklist item come as two numbers; few are published (wheat flour, rice and dried noodles 13.5, other grain 14).',
  'Static tiers Ⅰ to Ⅳ lie behind the static points. One page calls the fourth tier “D级”, which is the grade of another scale.',
  'Whether a reason up cancels a reason down is not said. Here down comes first, so that no step up is lost at the end of the scale.',
  'A new operator without dynamic points gets no grade here.',
];

/**
 * Food production and trade (食品生产经营风险分级), 2016: 40 static and 60 dynamic points, grades A to D,
 * then one grade down, or one or two up, for what happened in the year.
 *
 * @source 食药监食监一〔2016〕115号, in force from 2016-12-01
 */
export const chinaFood2016 = defineScheme({
  ...shared,
  id: 'cn-food-2016',
  version: '2016',
  title: { zh: '食品生产经营风险分级(2016)', en: 'Food production and trade, risk grades (2016)' },
  from: '2016-12-01',
  citations: [
    {
      id: 'split',
      title: '食品生产经营风险分级管理办法(试行)',
      issuer: '国家食品药品监督管理总局',
      article: '食药监食监一〔2016〕115号:静态风险 40 分、动态风险 60 分,分值越高风险越高',
      confidence: 'verified',
      note: 'One English page prints 41 and 61, which make 102 of 100: a garble.',
    },
    {
      id: 'bands',
      title: '食品生产经营风险分级管理办法(试行)',
      article:
        '食药监食监一〔2016〕115号:0–30(含)为 A 级,30–45(含)为 B 级,45–60(含)为 C 级,60 以上为 D 级',
      confidence: 'recalled',
    },
    ...upAndDown,
  ],
  untranslated: open,
  inputs: { ...inputs, dynamic: { type: 'decimal', places: 1, min: '0', max: '60' } },
  parts: [
    staticPart,
    {
      id: 'dynamic',
      title: { zh: '动态风险', en: 'Dynamic risk' },
      min: '0',
      max: '60',
      cite: 'split',
    },
  ],
  terms: [
    staticTerm,
    {
      kind: 'number',
      id: 'dynamic',
      title: { zh: '动态风险分值', en: 'Dynamic points' },
      part: 'dynamic',
      input: 'dynamic',
      missing: 'refuse',
      cite: 'split',
    },
  ],
  total: { min: '0', max: '100', cite: 'split' },
  invariants: [{ of: 'parts', end: 'max', equals: '100', cite: 'split' }],
});

/**
 * The later split for food producers: 40 static, 40 dynamic and 20 points of general credit risk.
 *
 * @source Draft of the national authority, February 2022; Shanghai, in force from 2022-10-01
 */
export const chinaFood2022 = defineScheme({
  ...shared,
  id: 'cn-food-2022',
  version: '2022-draft',
  title: {
    zh: '食品生产风险分级(40+40+20,2022 年征求意见稿)',
    en: 'Food production, risk grades (40 + 40 + 20, draft of 2022)',
  },
  from: '2022-10-01',
  citations: [
    {
      id: 'split',
      title: '食品生产企业风险分级管理办法(征求意见稿)、上海市办法',
      article: '静态 40 分 + 动态 40 分 + 通用型企业信用风险 20 分',
      published: '2022-02-01',
      confidence: 'verified',
      note: 'The draft is of February 2022, its day not known; Shanghai has had the same split since 2022-10-01. Anhui instead adds 20 credit points to 100.',
    },
    {
      id: 'bands',
      title: '分值与等级 (borrowed from 食药监食监一〔2016〕115号)',
      confidence: 'example',
      note: 'Where the draft has its edges was not found; those of 2016, themselves recalled, stand in their place.',
    },
    ...upAndDown.map((one) => ({
      ...one,
      note: `${one.note} Borrowed from 2016: the draft was not read.`,
      confidence: 'example' as const,
    })),
  ],
  untranslated: [
    ...open,
    'The grade may move each month (月度调整): assess it with the month’s last day.',
  ],
  inputs: {
    ...inputs,
    dynamic: { type: 'decimal', places: 1, min: '0', max: '40' },
    creditRisk: { type: 'decimal', places: 1, min: '0', max: '20' },
  },
  parts: [
    staticPart,
    {
      id: 'dynamic',
      title: { zh: '动态风险', en: 'Dynamic risk' },
      min: '0',
      max: '40',
      cite: 'split',
    },
    {
      id: 'credit-risk',
      title: { zh: '通用型企业信用风险', en: 'General credit risk' },
      min: '0',
      max: '20',
      cite: 'split',
    },
  ],
  terms: [
    staticTerm,
    {
      kind: 'number',
      id: 'dynamic',
      title: { zh: '动态风险分值', en: 'Dynamic points' },
      part: 'dynamic',
      input: 'dynamic',
      missing: 'refuse',
      cite: 'split',
    },
    {
      kind: 'number',
      id: 'credit-risk',
      title: { zh: '通用型企业信用风险分值', en: 'Points of general credit risk' },
      part: 'credit-risk',
      input: 'creditRisk',
      missing: 'refuse',
      cite: 'split',
    },
  ],
  total: { min: '0', max: '100', cite: 'split' },
  invariants: [{ of: 'parts', end: 'max', equals: '100', cite: 'split' }],
});

import { defineScheme } from '../scoring/scheme.js';

/**
 * Tax credit (纳税信用) A, B, M, C and D: points taken off from 100 or 90, and those whom the points
 * do not decide.
 *
 * @source 纳税信用管理办法(试行) and its amendments of 2018 and 2021, before the 办法 of 2025-07-01
 */
export const chinaTaxCredit = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'cn-tax-credit',
  version: '2021',
  title: { zh: '纳税信用评价', en: 'Tax credit grades' },
  from: '2021-01-01',
  to: '2025-06-30',
  status: 'draft',
  citations: [
    {
      id: 'edges',
      title: '纳税信用评价',
      issuer: '国家税务总局',
      article:
        'A 级 90 分以上,B 级 70 分以上不满 90 分,C 级 40 分以上不满 70 分,D 级不满 40 分或者直接判级',
      confidence: 'verified',
      note: 'Stated by three secondary pages.',
    },
    {
      id: 'm-grade',
      title: '纳税信用评价',
      issuer: '国家税务总局',
      article: 'M 级:新设立企业;评价年度内无生产经营业务收入且评价指标得分 70 分以上',
      confidence: 'verified',
      note: 'Stated by three secondary pages. Whether direct D comes before M is recalled.',
    },
    {
      id: 'direct',
      title: '纳税信用评价',
      issuer: '国家税务总局',
      article: '直接判为 D 级的情形;不得评为 A 级的情形',
      confidence: 'verified',
      note: 'That both lists exist is stated; what stands in them was not read. That direct D comes before M is recalled.',
    },
    {
      id: 'base',
      title: '纳税信用评价:有非经常性指标信息的从 100 分起评,没有的从 90 分起评',
      confidence: 'recalled',
    },
    { id: 'kept', title: '纳税信用评价:D 级保留两年', confidence: 'recalled' },
    {
      id: 'successor',
      title: '公告2025年第12号,自 2025-07-01 起施行',
      confidence: 'recalled',
      note: 'It was not read, so this version ends on the day before.',
    },
  ],
  untranslated: [
    '评价指标和评价方式: the points of each indicator come as one number, the deductions of the year; 首违不罚 is not among them since 2021.',
    '直接判为 D 级、不得评为 A 级: the reasons in the two lists come as yes or no.',
    '公告2025年第12号: the rule in force from 2025-07-01 was not read.',
  ],
  scale: { id: 'cn-tax-credit', levels: ['A', 'B', 'M', 'C', 'D'], worse: 'last' },
  places: 2,
  direction: 'more-is-better',
  start: '0',
  inputs: {
    nonRoutine: { type: 'boolean' },
    deductions: { type: 'decimal', places: 2, min: '0', max: '100' },
    newFirm: { type: 'boolean' },
    noIncome: { type: 'boolean' },
    directD: { type: 'boolean' },
    barredFromA: { type: 'boolean' },
  },
  values: [
    {
      kind: 'count-events',
      id: 'kept-d',
      title: { zh: '两年内直接判为 D 级', en: 'Direct D within two years' },
      events: ['tax-direct-d'],
      window: { years: 2 },
      cite: 'kept',
    },
  ],
  terms: [
    {
      kind: 'conditional',
      id: 'base',
      title: { zh: '起评分', en: 'Points to begin with' },
      when: { field: 'nonRoutine', eq: true },
      points: '100',
      otherwise: '90',
      missing: 'refuse',
      cite: 'base',
    },
    {
      kind: 'number',
      id: 'deductions',
      title: { zh: '评价指标扣分', en: 'Deductions of the year' },
      input: 'deductions',
      times: -1,
      missing: 'refuse',
      cite: 'edges',
    },
  ],
  total: { min: '0', max: '100', cite: 'edges' },
  gates: [
    {
      level: 'D',
      any: [
        { field: 'directD', eq: true },
        { field: 'kept-d', gte: 1 },
      ],
      cite: 'direct',
    },
    {
      level: 'M',
      any: [
        { field: 'newFirm', eq: true },
        {
          all: [
            { field: 'noIncome', eq: true },
            { field: 'total', gte: 70 },
          ],
        },
      ],
      cite: 'm-grade',
    },
    {
      level: 'A',
      all: [
        { field: 'total', gte: 90 },
        { field: 'barredFromA', eq: false },
      ],
      cite: 'edges',
    },
    { level: 'B', all: [{ field: 'total', gte: 70 }], cite: 'edges' },
    { level: 'C', all: [{ field: 'total', gte: 40 }], cite: 'edges' },
    { level: 'D', cite: 'edges' },
  ],
});

import { defineScheme } from '../scoring/scheme.js';

/**
 * A credit scheme to learn from and to test with: no authority runs it. Each borrowed number names
 * the rule it was borrowed from.
 */
export const exampleCredit = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'example-credit',
  version: '2026',
  title: { zh: '示例:企业信用积分', en: 'Example: credit score of a firm' },
  from: '2025-01-01',
  status: 'example',
  citations: [
    {
      id: 'example',
      title: '示例数值 (made up to show the mechanism)',
      confidence: 'example',
    },
    {
      id: 'tax-bands',
      title: '纳税信用评价:A 90 分以上,B 70 至 90,C 40 至 70,D 40 以下',
      issuer: '国家税务总局',
      confidence: 'verified',
      note: 'Only the three edges are borrowed; stated by three secondary pages.',
    },
    {
      id: 'beijing-73',
      title: '北京市优化营商环境条例',
      article: '第七十三条',
      published: '2024-11-29',
      confidence: 'verified',
      note: 'Publication of general dishonesty 3 months to 1 year, of serious 1 to 3 years: borrowed as the earliest repair.',
    },
    {
      id: 'plan-credit',
      title: '北京市“十四五”时期优化营商环境规划',
      article: '京政发〔2021〕24号,率先建立“一体监管”制度',
      published: '2021-08-20',
      confidence: 'verified',
      note: 'Commitments enter the record and weigh in supervision; it names no points.',
    },
  ],
  untranslated: [],
  scale: { id: 'example-credit', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  places: 1,
  direction: 'more-is-better',
  start: '100',
  inputs: {
    taxGrade: { type: 'category', values: ['A', 'B', 'M', 'C', 'D'] },
  },
  parts: [
    {
      id: 'dishonesty',
      title: { zh: '失信扣分', en: 'Dishonesty' },
      min: '-100',
      max: '0',
      cite: 'example',
    },
    {
      id: 'honesty',
      title: { zh: '守信加分', en: 'Honesty' },
      min: '0',
      max: '10',
      cite: 'example',
    },
  ],
  terms: [
    {
      kind: 'events',
      id: 'penalties',
      title: { zh: '行政处罚', en: 'Administrative penalties' },
      part: 'dishonesty',
      effects: [
        { event: 'penalty-minor', points: '-3', repaired: '0', repair: { after: { months: 0 } } },
        {
          event: 'penalty-general',
          points: '-15',
          repaired: '-5',
          repair: { after: { months: 3 } },
        },
        {
          event: 'penalty-serious',
          points: '-35',
          repaired: '-15',
          repair: { after: { years: 1 } },
        },
      ],
      window: { years: 3 },
      decay: [
        { after: { years: 1 }, share: '1/2' },
        { after: { years: 2 }, share: '1/4' },
      ],
      cite: 'beijing-73',
    },
    {
      kind: 'events',
      id: 'duties',
      title: { zh: '公示与名录', en: 'Publication duties and lists' },
      part: 'dishonesty',
      effects: [
        { event: 'report-late', points: '-5', repaired: '-1', repair: { after: { months: 0 } } },
        { event: 'list-abnormal', points: '-20', repaired: '-4', repair: { after: { months: 0 } } },
        { event: 'list-dishonest', points: '-50', repair: 'never' },
      ],
      window: { years: 3 },
      cite: 'example',
    },
    {
      kind: 'events',
      id: 'commitments-broken',
      title: { zh: '违背信用承诺', en: 'Broken commitments' },
      part: 'dishonesty',
      effects: [
        {
          event: 'commitment-broken',
          points: '-12',
          repaired: '-4',
          repair: { after: { months: 3 } },
        },
      ],
      window: { years: 2 },
      min: '-36',
      cite: 'plan-credit',
    },
    {
      kind: 'events',
      id: 'commitments-kept',
      title: { zh: '履行信用承诺与受表彰', en: 'Kept commitments and awards' },
      part: 'honesty',
      effects: [
        { event: 'commitment-kept', points: '1.5' },
        { event: 'award', points: '4' },
      ],
      window: { years: 3 },
      cite: 'plan-credit',
    },
    {
      kind: 'lookup',
      id: 'tax-grade',
      title: { zh: '纳税信用', en: 'Tax credit grade' },
      input: 'taxGrade',
      table: { A: '3', B: '0', M: '0', C: '-6', D: '-18' },
      missing: { points: '0' },
      cite: 'example',
    },
  ],
  total: { min: '0', max: '100', cite: 'example' },
  bands: [
    { level: 'D', cite: 'tax-bands' },
    { from: '40', level: 'C', cite: 'tax-bands' },
    { from: '70', level: 'B', cite: 'tax-bands' },
    { from: '90', level: 'A', cite: 'tax-bands' },
  ],
  overrides: [
    {
      id: 'abnormal-operations',
      when: { field: 'list', eq: 'abnormal-operations' },
      effect: { atBest: 'C' },
      reason: {
        zh: '列入经营异常名录期间,最高为 C 级',
        en: 'no better than C while on the list of abnormal operations',
      },
      cite: 'example',
    },
    {
      id: 'repeated-serious',
      when: {
        events: { kinds: ['penalty-serious'], within: { years: 2 }, unrepaired: true, atLeast: 2 },
      },
      effect: { step: 'worse', by: 1 },
      reason: {
        zh: '两年内两次以上严重处罚未修复,降一级',
        en: 'two or more unrepaired serious penalties within two years: one grade down',
      },
      cite: 'example',
    },
    {
      id: 'serious-dishonesty',
      when: { field: 'list', eq: 'serious-dishonesty' },
      effect: { set: 'D' },
      reason: {
        zh: '列入严重违法失信名单,直接为 D 级',
        en: 'grade D while on the list of serious dishonesty',
      },
      cite: 'example',
    },
  ],
});

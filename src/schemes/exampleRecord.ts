import type { Publication, PublicationRule } from '../credit/publication/publication.js';
import type { RecordRules } from '../credit/record/recordRules.js';
import type { Citation } from '../document/document.js';

const example: Citation = {
  id: 'example',
  title: '示例数值 (made up to show the mechanism)',
  confidence: 'example',
};

const plan: Citation = {
  id: 'plan-credit',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,深入推进社会信用体系建设',
  published: '2021-08-20',
  confidence: 'verified',
  note: '推行行政许可、行政处罚、行政强制、行政奖励、司法裁判执行等信息统一公开;实行部门协同修复。',
};

/** How the departments of the example make one record, and what of it the example schemes count. */
export const exampleRecordRules: RecordRules = {
  schema: 'evenhand/record-rules/1',
  kind: 'record',
  id: 'example-record',
  version: '2026',
  title: { zh: '示例:信用记录归集规则', en: 'Example: how reports become one record' },
  from: '2020-01-01',
  status: 'example',
  citations: [example, plan],
  untranslated: [],
  precedence: { departments: ['market', 'emergency', 'fire'], cite: 'example' },
  events: [
    { kind: 'penalty', severity: 'minor', event: 'penalty-minor', cite: 'example' },
    { kind: 'penalty', severity: 'general', event: 'penalty-general', cite: 'example' },
    { kind: 'penalty', severity: 'serious', event: 'penalty-serious', cite: 'example' },
    { kind: 'duty-missed', event: 'report-late', cite: 'example' },
    {
      kind: 'list-entry',
      list: 'abnormal-operations',
      event: 'list-abnormal',
      cite: 'example',
    },
    { kind: 'list-entry', list: 'serious-dishonesty', event: 'list-dishonest', cite: 'example' },
    { kind: 'commitment-kept', event: 'commitment-kept', cite: 'plan-credit' },
    { kind: 'commitment-broken', event: 'commitment-broken', cite: 'plan-credit' },
    { kind: 'award', event: 'award', cite: 'plan-credit' },
    { kind: 'finding', severity: 'minor', event: 'finding-minor', cite: 'example' },
    { kind: 'finding', severity: 'serious', event: 'finding-serious', cite: 'example' },
    { kind: 'complaint', event: 'complaint-upheld', cite: 'example' },
    { kind: 'accident', event: 'accident', cite: 'example' },
  ],
};

const done = { need: 'duty-done', cite: 'example' } as const;
const pledged = { need: 'pledge', cite: 'example' } as const;

const rules: readonly PublicationRule[] = [
  {
    id: 'minor',
    title: { zh: '轻微处罚', en: 'minor penalties' },
    when: { kinds: ['penalty'], severities: ['minor'] },
    publish: { max: { months: 3 }, ifPublished: true },
    repair: { needs: [done] },
    cite: 'ndrc-36-periods',
  },
  {
    id: 'general',
    title: { zh: '一般处罚', en: 'general penalties' },
    when: { kinds: ['penalty'], severities: ['general'] },
    publish: { min: { months: 3 }, max: { years: 1 } },
    repair: { needs: [done, pledged] },
    cite: 'ndrc-36-periods',
  },
  {
    id: 'serious',
    title: { zh: '严重处罚', en: 'serious penalties' },
    when: { kinds: ['penalty'], severities: ['serious'] },
    publish: { min: { years: 1 }, max: { years: 3 } },
    repair: { needs: [done, pledged, { need: 'training', cite: 'example' }] },
    cite: 'ndrc-36-periods',
  },
  {
    id: 'broken',
    title: { zh: '违背信用承诺', en: 'broken commitments' },
    when: { kinds: ['commitment-broken'] },
    publish: { min: { months: 3 }, max: { years: 1 } },
    repair: { needs: [pledged] },
    cite: 'example',
  },
  {
    id: 'duty-missed',
    title: { zh: '未按规定公示', en: 'a duty of publication missed' },
    when: { kinds: ['duty-missed'] },
    publish: { max: { years: 3 } },
    repair: { needs: [done] },
    cite: 'example',
  },
  {
    id: 'abnormal',
    title: { zh: '经营异常名录', en: 'list of abnormal operations' },
    when: { kinds: ['list-entry'], lists: ['abnormal-operations'] },
    publish: {},
    repair: { needs: [done] },
    cite: 'example',
  },
  {
    id: 'dishonest',
    title: { zh: '严重违法失信名单', en: 'list of serious dishonesty' },
    when: { kinds: ['list-entry'], lists: ['serious-dishonesty'] },
    publish: { max: { years: 3 } },
    repair: 'never',
    cite: 'example',
  },
  {
    id: 'finding',
    title: { zh: '检查发现问题', en: 'findings' },
    when: { kinds: ['finding'] },
    publish: 'never',
    repair: { needs: [done] },
    cite: 'example',
  },
  {
    id: 'good',
    title: { zh: '守信信息', en: 'what speaks for the firm' },
    when: { kinds: ['permit', 'award', 'commitment-made', 'commitment-kept'] },
    publish: {},
    repair: 'never',
    cite: 'plan-credit',
  },
];

/** Publication and repair of the example: the NDRC's periods of 2026 for penalties, examples beside. */
export const examplePublication: Publication = {
  schema: 'evenhand/publication/1',
  kind: 'publication',
  id: 'example-publication',
  version: '2026',
  title: { zh: '示例:信息公示与信用修复', en: 'Example: publication and repair' },
  from: '2020-01-01',
  status: 'example',
  citations: [
    example,
    plan,
    {
      id: 'ndrc-36-periods',
      title: '信用修复管理办法',
      issuer: '国家发展和改革委员会',
      article: '令第 36 号',
      published: '2025-11-20',
      confidence: 'verified',
      note: 'Its periods are borrowed; that they hold before 1 April 2026 is an example.',
    },
  ],
  untranslated: [],
  counts: { from: 'decided', cite: 'ndrc-36-periods' },
  repairFrom: { day: 'last-day', cite: 'example' },
  unperformed: { atEnd: 'stays', kinds: ['penalty', 'enforcement', 'judgment'], cite: 'example' },
  rules,
  repairEnds: { also: ['sharing', 'sanctions', 'list'], cite: 'plan-credit' },
  objection: { suspends: 'publication-and-score', cite: 'example' },
  outsiders: { points: 'withheld', cite: 'example' },
};

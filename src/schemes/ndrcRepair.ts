import type { Publication, PublicationRule } from '../credit/publication/publication.js';
import type { Citation } from '../document/document.js';
import { civilPeriods, leftOpen } from './repairCitations.js';

const decisions = [
  'penalty',
  'enforcement',
  'judgment',
  'commitment-broken',
  'list-entry',
] as const;

const common = {
  schema: 'evenhand/publication/1',
  kind: 'publication',
  id: 'ndrc-credit-repair',
  status: 'draft',
  repairFrom: { day: 'day-after', cite: 'civil-code-periods' },
  objection: { suspends: 'nothing', cite: 'left-open' },
  outsiders: { points: 'withheld', cite: 'left-open' },
} as const satisfies Partial<Publication>;

const title2026: Citation = {
  id: 'ndrc-36',
  title: '信用修复管理办法',
  issuer: '国家发展和改革委员会',
  article: '令第 36 号',
  published: '2025-11-20',
  confidence: 'verified',
  note: 'In force 2026-04-01. Stated by secondary pages, in part with the text; articles not numbered there.',
};

const needs2026 = [
  { need: 'duty-done', cite: 'ndrc-36-needs' },
  { need: 'pledge', cite: 'ndrc-36-needs' },
] as const;

/**
 * Publication and repair by the NDRC's measures of credit repair in force from 1 April 2026.
 *
 * @source 国家发展改革委令第 36 号
 */
export const ndrcRepair2026: Publication = {
  ...common,
  version: '2026',
  title: { zh: '信用修复管理办法(2026)', en: 'Measures of credit repair, NDRC, 2026' },
  from: '2026-04-01',
  transition: { replaces: 'ndrc-credit-repair@2023', keep: 'reclassify' },
  citations: [
    title2026,
    {
      ...title2026,
      id: 'ndrc-36-periods',
      note: '轻微失信信息原则上不予公示,确有必要公示的最长不超过 3 个月;一般失信信息最短 3 个月,最长 1 年;严重失信信息最短 1 年,最长 3 年。Secondary pages.',
    },
    {
      ...title2026,
      id: 'ndrc-36-start',
      note: 'The period counts from the date of the document. A page on the draft of September 2025 says from the day of publication. Secondary pages.',
    },
    {
      ...title2026,
      id: 'ndrc-36-end',
      note: 'It stops by itself at the maximum once corrected; what is not corrected then follows the rule of its sector. Secondary pages.',
    },
    {
      ...title2026,
      id: 'ndrc-36-needs',
      note: '达到最短公示期限;纠正失信行为并完全履行相关义务;公开作出信用承诺;满足其他要求。Secondary pages.',
    },
    {
      ...title2026,
      id: 'ndrc-36-3',
      article: '令第 36 号,第三条',
      note: '终止公示、停止共享和使用失信信息,同步依法依规解除失信惩戒措施。',
    },
    civilPeriods,
    leftOpen,
  ],
  untranslated: [
    'What is minor, general or serious: each report says its severity. Minor are penalties by summary procedure, warnings and criticism; general larger fines and confiscation; serious huge fines, revocation and bans from business or practice; sectors publish their own lists.',
    '除法律、法规或党中央、国务院政策文件明确规定不可修复的情形外: which these are is not listed in the text that was read.',
    'What is not corrected at the maximum follows the rule of its sector: here it stays published.',
    'Repair in a bankruptcy, the days within which an application is decided, and penalties for false pledges.',
  ],
  counts: { from: 'decided', cite: 'ndrc-36-start' },
  unperformed: {
    atEnd: 'stays',
    kinds: ['penalty', 'enforcement', 'judgment'],
    cite: 'ndrc-36-end',
  },
  rules: [
    {
      id: 'minor',
      title: { zh: '轻微失信信息', en: 'minor dishonesty' },
      when: { kinds: decisions, severities: ['minor'] },
      publish: { max: { months: 3 }, ifPublished: true },
      repair: { needs: [{ need: 'duty-done', cite: 'ndrc-36-periods' }] },
      cite: 'ndrc-36-periods',
    },
    {
      id: 'general',
      title: { zh: '一般失信信息', en: 'general dishonesty' },
      when: { kinds: decisions, severities: ['general'] },
      publish: { min: { months: 3 }, max: { years: 1 } },
      repair: { needs: needs2026 },
      cite: 'ndrc-36-periods',
    },
    {
      id: 'serious',
      title: { zh: '严重失信信息', en: 'serious dishonesty' },
      when: { kinds: decisions, severities: ['serious'] },
      publish: { min: { years: 1 }, max: { years: 3 } },
      repair: { needs: needs2026 },
      cite: 'ndrc-36-periods',
    },
  ],
  repairEnds: { also: ['sharing', 'sanctions'], cite: 'ndrc-36-3' },
};

const order58: Citation = {
  id: 'ndrc-58',
  title: '失信行为纠正后的信用信息修复管理办法(试行)',
  issuer: '国家发展和改革委员会',
  article: '令第 58 号',
  published: '2023-01-13',
  confidence: 'verified',
  note: '最短公示期三个月,最长三年;食品、药品、特种设备、安全生产、消防领域最短一年;起点以行政处罚作出时间为准。Secondary pages.',
};

const needs2023 = [
  { need: 'duty-done', cite: 'ndrc-58-needs' },
  { need: 'pledge', cite: 'ndrc-58-needs' },
] as const;

/**
 * The trial measures of 2023, replaced on 1 April 2026.
 *
 * @source 国家发展改革委令第 58 号
 */
export const ndrcRepair2023: Publication = {
  ...common,
  version: '2023',
  title: {
    zh: '信用信息修复管理办法(试行)(2023)',
    en: 'Trial measures of credit repair, NDRC, 2023',
  },
  from: '2023-05-01',
  to: '2026-03-31',
  transition: { replaces: 'ndrc-credit-repair@2019', keep: 'reclassify' },
  citations: [
    order58,
    {
      ...order58,
      id: 'ndrc-58-needs',
      confidence: 'recalled',
      note: 'Duty done and a pledge; that a warning or criticism alone is not published is recalled too.',
    },
    civilPeriods,
    leftOpen,
  ],
  untranslated: [
    '同一行政处罚决定涉及多种处罚类型的,其公示期限以期限最长的类型为准: one matter has one severity and one field here.',
    'Removal from the list of serious dishonesty is decided by the department that listed.',
  ],
  counts: { from: 'decided', cite: 'ndrc-58' },
  unperformed: { atEnd: 'stops', kinds: [], cite: 'left-open' },
  rules: [
    {
      id: 'warning-alone',
      title: { zh: '仅警告、通报批评', en: 'a warning or criticism alone' },
      when: { kinds: ['penalty'], sanctions: { only: ['warning', 'criticism'] } },
      publish: 'never',
      repair: { needs: [] },
      cite: 'ndrc-58-needs',
    },
    {
      id: 'safety',
      title: {
        zh: '食品药品、特种设备、安全生产、消防',
        en: 'food and drugs, special equipment, safety, fire',
      },
      when: {
        kinds: ['penalty'],
        fields: ['food', 'drugs', 'special-equipment', 'work-safety', 'fire'],
      },
      publish: { min: { years: 1 }, max: { years: 3 } },
      repair: { needs: needs2023 },
      cite: 'ndrc-58',
    },
    {
      id: 'other',
      title: { zh: '其他行政处罚', en: 'other penalties' },
      when: { kinds: ['penalty'] },
      publish: { min: { months: 3 }, max: { years: 3 } },
      repair: { needs: needs2023 },
      cite: 'ndrc-58',
    },
  ],
  repairEnds: { also: [], cite: 'left-open' },
};

const notice527: Citation = {
  id: 'ndrc-527',
  title: '关于进一步完善“信用中国”网站及地方信用门户网站行政处罚信息信用修复机制的通知',
  issuer: '国家发展和改革委员会办公厅',
  article: '发改办财金〔2019〕527号',
  published: '2019-04-30',
  confidence: 'verified',
  note: '严重失信行为的行政处罚信息自处罚决定之日起 6 个月至 3 年;一般的 3 个月至 1 年。Secondary pages; the day of the notice is recalled.',
};

const rule2019 = (
  id: 'general' | 'serious',
  publish: PublicationRule['publish'],
  zh: string,
): PublicationRule => ({
  id,
  title: { zh, en: `penalties for ${id} dishonesty` },
  when: { kinds: ['penalty'], severities: [id] },
  publish,
  repair: {
    needs: [
      { need: 'duty-done', cite: 'left-open' },
      { need: 'pledge', cite: 'left-open' },
    ],
  },
  cite: 'ndrc-527',
});

/**
 * The notice of 2019, in use until the trial measures of 2023.
 *
 * @source 发改办财金〔2019〕527号
 */
export const ndrcRepair2019: Publication = {
  ...common,
  version: '2019',
  title: { zh: '行政处罚信息信用修复机制(2019)', en: 'Repair of published penalties, NDRC, 2019' },
  from: '2019-04-30',
  to: '2023-04-30',
  citations: [notice527, civilPeriods, leftOpen],
  untranslated: [
    'What is minor, or not dishonesty at all; which serious penalties are never repaired.',
  ],
  counts: { from: 'decided', cite: 'ndrc-527' },
  unperformed: { atEnd: 'stops', kinds: [], cite: 'left-open' },
  rules: [
    rule2019('general', { min: { months: 3 }, max: { years: 1 } }, '一般失信行为的行政处罚信息'),
    rule2019('serious', { min: { months: 6 }, max: { years: 3 } }, '严重失信行为的行政处罚信息'),
  ],
  repairEnds: { also: [], cite: 'left-open' },
};

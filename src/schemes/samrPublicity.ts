import type { Publication } from '../credit/publication/publication.js';
import type { Citation } from '../document/document.js';
import { civilPeriods, leftOpen } from './repairCitations.js';

const order45: Citation = {
  id: 'samr-45-13',
  title: '市场监督管理行政处罚信息公示规定',
  issuer: '国家市场监督管理总局',
  article: '令第 45 号,第十三条',
  published: '2021-07-30',
  confidence: 'verified',
  note: '仅受到通报批评或者较低数额罚款的行政处罚信息自公示之日起届满三个月的,停止公示。其他行政处罚信息自公示之日起届满三年的,停止公示。',
};

const needs = [
  { need: 'duty-done', cite: 'samr-45-14' },
  { need: 'harm-removed', cite: 'samr-45-14' },
  { need: 'no-same-offence', cite: 'samr-45-14' },
  {
    need: 'on-no-list',
    lists: ['abnormal-operations', 'serious-dishonesty'],
    cite: 'samr-45-14',
  },
] as const;

/**
 * Publication of penalties by the market authorities, and its early stop.
 *
 * @source 市场监管总局令第 45 号, Art 2, 13, 14; 国市监信规〔2021〕3号, Art 6
 */
export const samrPublicity: Publication = {
  schema: 'evenhand/publication/1',
  kind: 'publication',
  id: 'samr-publicity',
  version: '2021',
  title: { zh: '市场监管行政处罚信息公示', en: 'Publication of penalties by market authorities' },
  from: '2021-09-01',
  status: 'draft',
  citations: [
    order45,
    {
      ...order45,
      id: 'samr-45-2',
      article: '令第 45 号,第二条',
      note: '仅受到警告行政处罚的不予公示。',
    },
    {
      ...order45,
      id: 'samr-45-14',
      article: '令第 45 号,第十四条',
      note: 'Early stop: performed, harm removed, no penalty again for the same kind of offence, on neither list; never for 停产停业, 限制经营、限制从业, 降低资质, 吊销.',
    },
    {
      id: 'samr-repair-6',
      title: '市场监督管理信用修复管理办法',
      issuer: '国家市场监督管理总局',
      article: '国市监信规〔2021〕3号,第六条',
      published: '2021-07-30',
      confidence: 'verified',
      note: '公示期满六个月,其中食品、药品、特种设备领域满一年。Quoted by a notice of a county authority.',
    },
    civilPeriods,
    leftOpen,
  ],
  untranslated: [
    '较低数额罚款由省级以上市场监督管理部门规定: the report says `small-fine`.',
    '法律、行政法规另有规定的除外 (Art 2).',
    'First day in force: 2021-09-01 is recalled.',
  ],
  counts: { from: 'published', cite: 'samr-45-13' },
  repairFrom: { day: 'day-after', cite: 'civil-code-periods' },
  unperformed: { atEnd: 'stops', kinds: [], cite: 'left-open' },
  rules: [
    {
      id: 'warning-alone',
      title: { zh: '仅警告', en: 'a warning alone' },
      when: { kinds: ['penalty'], sanctions: { only: ['warning'] } },
      publish: 'never',
      repair: { needs: [] },
      cite: 'samr-45-2',
    },
    {
      id: 'never-early',
      title: {
        zh: '停产停业、限制、降低资质、吊销',
        en: 'closure, restriction, downgrading, revocation',
      },
      when: {
        kinds: ['penalty'],
        sanctions: {
          any: ['suspension', 'restriction', 'practice-ban', 'downgrade', 'revocation'],
        },
      },
      publish: { max: { years: 3 }, orRestriction: true },
      repair: 'never',
      cite: 'samr-45-14',
    },
    {
      id: 'light',
      title: { zh: '仅通报批评或较低数额罚款', en: 'criticism or a small fine alone' },
      when: {
        kinds: ['penalty'],
        sanctions: { only: ['warning', 'criticism', 'small-fine'] },
      },
      publish: { max: { months: 3 } },
      repair: 'never',
      cite: 'samr-45-13',
    },
    {
      id: 'food-drugs-equipment',
      title: { zh: '食品、药品、特种设备', en: 'food, drugs, special equipment' },
      when: { kinds: ['penalty'], fields: ['food', 'drugs', 'special-equipment'] },
      publish: { min: { years: 1 }, max: { years: 3 }, orRestriction: true },
      repair: { needs },
      cite: 'samr-repair-6',
    },
    {
      id: 'other',
      title: { zh: '其他行政处罚', en: 'other penalties' },
      when: { kinds: ['penalty'] },
      publish: { min: { months: 6 }, max: { years: 3 }, orRestriction: true },
      repair: { needs },
      cite: 'samr-repair-6',
    },
  ],
  repairEnds: { also: [], cite: 'left-open' },
  objection: { suspends: 'nothing', cite: 'left-open' },
  outsiders: { points: 'withheld', cite: 'left-open' },
};

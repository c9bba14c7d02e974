import type { Cap } from '../visits/cap.js';

const PLANNED = ['draw', 'floor', 'list'] as const;
const dutyFirst = ['for-cause', 'duty', 'cap'] as const;
const noOrder =
  'Whether a legal duty goes before the rule is not said: here it does, and the visit is marked.';

/**
 * The yearly cap of each authority on one firm, and no check of what it has not published: the form of
 * the national rule. Numbers and items are each authority's own; those here show how they are said.
 *
 * @source 国办发〔2024〕54号
 */
export const chinaAuthorityCap: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'cn-authority-cap',
  version: '2024',
  title: {
    zh: '同一部门对同一企业的年度检查频次上限（次数和事项为示例）',
    en: 'Yearly cap of each authority on one firm, China (numbers and items are an example)',
  },
  from: '2025-01-03',
  status: 'example',
  citations: [
    {
      id: 'opinion-54',
      title: '关于严格规范涉企行政检查的意见',
      issuer: '国务院办公厅',
      article:
        '国办发〔2024〕54号：公布同一行政检查主体对同一企业的年度检查频次上限；未经公布的检查事项不得实施，企业有权拒绝',
      published: '2025-01-03',
      confidence: 'verified',
      note: 'Read in news. The caps were to be published by June 2025; the first day here is that of the text.',
    },
    {
      id: 'outside',
      title: '投诉举报、转办交办、数据监测线索和企业申请不受频次上限限制',
      article: '国办发〔2024〕54号',
      confidence: 'recalled',
    },
    {
      id: 'unreasonable',
      title: '明显超过合理频次的，由监督机构跟进',
      article: '国办发〔2024〕54号',
      confidence: 'recalled',
      note: 'What is beyond reasonable has no number in the text: those of the alarms are an example.',
    },
    {
      id: 'example-numbers',
      title: 'Two visits a year of the fire brigade, three of food supervision, and their items',
      confidence: 'example',
      note: 'No authority’s published cap was read.',
    },
  ],
  untranslated: [
    'Special checks: a yearly number, a plan and an approval of their own.',
    'What can be done in writing or by sharing data may not be done on site.',
    noOrder,
  ],
  eligible: {},
  limits: [
    {
      id: 'fire',
      unit: { visits: 2 },
      window: 'calendar-year',
      per: ['authority'],
      counts: { authorities: ['fire'], methods: ['on-site'] },
      cite: 'example-numbers',
    },
    {
      id: 'food',
      unit: { visits: 3 },
      window: 'calendar-year',
      per: ['authority'],
      counts: { authorities: ['food'], methods: ['on-site'] },
      cite: 'example-numbers',
    },
  ],
  published: [
    { authority: 'fire', items: ['exits', 'extinguishers'], cite: 'example-numbers' },
    { authority: 'food', items: ['kitchen', 'cold-chain'], cite: 'example-numbers' },
  ],
  exceptions: (['complaint', 'transfer', 'monitoring', 'request'] as const).map((cause) => ({
    cause,
    cite: 'outside',
  })),
  alarms: [
    {
      id: 'firm-for-cause',
      of: 'outside',
      visits: 3,
      window: 'calendar-year',
      per: 'authority',
      cite: 'unreasonable',
    },
    { id: 'authority-for-cause', share: '50%', least: 20, cite: 'unreasonable' },
  ],
  precedence: dutyFirst,
  cite: 'opinion-54',
};

/**
 * What an upper level has checked, a lower level does not check again for three months, item by item.
 *
 * @source 食品生产经营监督检查管理办法 (国家市场监督管理总局令第49号), article 42
 */
export const chinaThreeMonths: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'cn-three-months',
  version: '2022',
  title: {
    zh: '上级检查后三个月内下级原则上不重复检查相同事项',
    en: 'No repetition within three months of an upper level’s check, China',
  },
  from: '2022-03-15',
  status: 'draft',
  citations: [
    {
      id: 'order-49',
      title: '食品生产经营监督检查管理办法',
      issuer: '国家市场监督管理总局',
      article:
        '令第49号第四十二条：上级已检查的，下级三个月内原则上不重复检查已检查的项目；涉嫌违法或者存在明显风险隐患的除外',
      confidence: 'verified',
      note: 'Whether the last day is inside is not said: here three months after 15 January end before 15 April.',
    },
    {
      id: 'example-line',
      title: 'Which authority stands above which',
      confidence: 'example',
      note: 'A city’s own authorities go here, the upper level first.',
    },
  ],
  untranslated: [
    '原则上: that the rule holds “in principle” leaves a judgement that an override states.',
    'The rule is read as one for planned checks: a check for cause is not counted at all.',
    noOrder,
  ],
  eligible: {},
  limits: [
    {
      id: 'not-again',
      unit: { exempt: { months: 3 }, after: { visits: {}, by: 'upper' } },
      per: ['item'],
      counts: { causes: PLANNED },
      cite: 'order-49',
    },
  ],
  lines: [
    {
      id: 'food',
      authorities: ['city-food', 'district-food'],
      cite: 'example-line',
    },
  ],
  exceptions: (['suspected-offence', 'clear-hazard'] as const).map((cause) => ({
    cause,
    cite: 'order-49',
  })),
  precedence: dutyFirst,
  cite: 'order-49',
};

/**
 * Special equipment: once the check after a licence (证后监督检查) is done, no routine check (常规监督检查)
 * follows in the same year.
 *
 * @source 特种设备安全监督检查办法 (国家市场监督管理总局令第57号), article 17
 */
export const chinaPostLicence: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'cn-post-licence',
  version: '2022',
  title: {
    zh: '证后监督检查后同年不再进行常规监督检查',
    en: 'No routine check in the year of a check after licence, China',
  },
  from: '2022-07-01',
  status: 'draft',
  citations: [
    {
      id: 'order-57',
      title: '特种设备安全监督检查办法',
      issuer: '国家市场监督管理总局',
      article: '令第57号第十七条：已进行证后监督检查的，同年不再进行常规监督检查',
      confidence: 'verified',
      note: 'The first day in force is recalled.',
    },
  ],
  untranslated: [
    'A booked check after licence blocks as one that is done: it would be one.',
    noOrder,
  ],
  eligible: {},
  limits: [
    {
      id: 'routine',
      unit: {
        exempt: 'calendar-year',
        after: { visits: { forms: ['special-equipment-post-licence'] } },
      },
      counts: { forms: ['special-equipment-routine'] },
      cite: 'order-57',
    },
  ],
  exceptions: [],
  precedence: dutyFirst,
  cite: 'order-57',
};

/**
 * Tax inspection: who was drawn is not drawn again for three years.
 *
 * @source 税务总局：推进税务稽查随机抽查实施方案
 */
export const chinaTaxDraws: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'cn-tax-draws',
  version: '2015',
  title: {
    zh: '税务稽查：三年内已被随机抽查的不再抽取',
    en: 'Tax inspection: not drawn again for three years, China',
  },
  from: '2015-08-25',
  status: 'draft',
  citations: [
    {
      id: 'tax-draws',
      title: '税务稽查随机抽查实施办法',
      issuer: '国家税务总局',
      article: '三年内已被随机抽查的税务稽查对象，不列入随机抽查范围',
      confidence: 'verified',
      note: 'Read in news; the first day is recalled. Three years are counted from the day of the visit.',
    },
  ],
  untranslated: [
    'Key objects are drawn every five years, at most 3 % of other firms a year: quotas of a draw, not a cap.',
    noOrder,
  ],
  eligible: {},
  limits: [
    {
      id: 'not-drawn-again',
      unit: {
        exempt: { years: 3 },
        after: { visits: { forms: ['tax-inspection'], causes: ['draw'] } },
      },
      counts: { forms: ['tax-inspection'], causes: ['draw'] },
      cite: 'tax-draws',
    },
  ],
  exceptions: [],
  precedence: dutyFirst,
  cite: 'tax-draws',
};

import type { Citation } from '../document/document.js';
import { defineScheme } from '../scoring/scheme.js';
import type { Cap } from '../visits/cap.js';

const example: Citation = {
  id: 'example-firm',
  title: '北京经济技术开发区:企业综合等级与年度现场检查总量',
  issuer: '北京经济技术开发区',
  article: '风险Ⅰ类、信用 A:综合等级 B,年度现场检查总量 12 次;可少不可多,特殊情况除外',
  published: '2024-12-24',
  confidence: 'verified',
  note: 'A newspaper’s account of one firm: 7 of 12 used by November. No other cell is published. Its day stands for the first day in force, which is not told.',
};

const common = { version: '2024', from: '2024-12-24', status: 'draft' } as const;

/**
 * The composite tier of Beijing E-Town (综合等级), as far as it is public: one cell of its matrix,
 * risk Ⅰ with credit A. Everybody else has a status, not a guess.
 *
 * @source 北京经济技术开发区, newspaper of 2024-12-24
 */
export const beijingEtownTier = defineScheme({
  ...common,
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'beijing-etown-tier',
  title: {
    zh: '北京经开区综合等级(仅一格公开)',
    en: 'Composite tier, Beijing E-Town (one cell public)',
  },
  citations: [
    example,
    {
      id: 'not-published',
      title: 'The other cells of the matrix',
      confidence: 'verified',
      note: 'They are not published; nobody may take them for known.',
    },
  ],
  untranslated: [
    'All cells of risk × credit but Ⅰ × A.',
    'The letters of its credit scale beyond A, and where they come from.',
    'The totals of the tiers A, C and D.',
  ],
  scale: { id: 'beijing-etown-tier', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    risk: { type: 'category', values: ['I', 'II'] },
    credit: { type: 'category', values: ['A', 'B', 'C', 'D'] },
  },
  statuses: [
    {
      id: 'not-published',
      title: { zh: '未公开', en: 'Not published' },
      when: {
        not: {
          all: [
            { field: 'risk', eq: 'I' },
            { field: 'credit', eq: 'A' },
          ],
        },
      },
      cite: 'not-published',
    },
  ],
  terms: [],
  gates: [{ level: 'B', cite: 'example-firm' }],
});

/**
 * The budget of on-site checks of tier B (年度现场检查总量): twelve a year, all departments together.
 *
 * @source 北京经济技术开发区, newspaper of 2024-12-24
 */
export const beijingEtownBudget: Cap = {
  ...common,
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'beijing-etown-budget',
  title: {
    zh: '北京经开区年度现场检查总量(B 级)',
    en: 'Yearly on-site checks, Beijing E-Town (tier B)',
  },
  citations: [
    example,
    {
      id: 'outside',
      title: '投诉举报、转办交办、监测线索和企业申请不计入频次上限 (国办发〔2024〕54号)',
      confidence: 'recalled',
      note: 'Borrowed for “特殊情况”, which the account leaves open; that an emergency is one of them is our reading.',
    },
  ],
  untranslated: [
    '可少不可多 is read as a cap that legal duties too yield to; the account does not say so of duties.',
    'The totals of the tiers A, C and D: a firm of another tier has no limit here, since none is published.',
    '特殊情况: which circumstances lift the total is not said; the causes outside the cap are those of another rule.',
  ],
  eligible: { levels: [{ scale: 'beijing-etown-tier', levels: ['B'], cite: 'example-firm' }] },
  limits: [
    {
      id: 'tier-b',
      unit: { visits: 12 },
      window: 'calendar-year',
      counts: { methods: ['on-site'] },
      cite: 'example-firm',
    },
  ],
  exceptions: (['complaint', 'transfer', 'monitoring', 'request', 'emergency'] as const).map(
    (cause) => ({ cause, cite: 'outside' }),
  ),
  precedence: ['for-cause', 'cap', 'duty'],
  cite: 'example-firm',
};

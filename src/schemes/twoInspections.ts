import { FOR_CAUSE } from '../register/nouns.js';
import type { Cap } from '../visits/cap.js';

/** Beijing's pilot in the free-trade zone: one census and one spot check a year (最多查两次). */
export const twoInspections: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'beijing-two-inspections',
  version: '2021',
  title: {
    zh: '自贸试验区“最多查两次”(等级划分为示例)',
    en: 'At most two inspections, free-trade zone of Beijing (eligible levels are an example)',
  },
  from: '2021-08-20',
  status: 'example',
  citations: [
    {
      id: 'plan-2021-24',
      title: '北京市“十四五”时期优化营商环境规划',
      issuer: '北京市人民政府',
      article: '京政发〔2021〕24号,自贸试验区:创新“最多查两次”监管模式',
      published: '2021-08-20',
      confidence: 'verified',
      note: '探索对信用好、风险低的企业实施一年最多“一次普查+一次抽查”的联合监管。',
    },
    {
      id: 'example-levels',
      title: 'Which grades are good credit and which levels are low risk',
      confidence: 'example',
      note: 'The plan says 信用好、风险低 and leaves grades, causes outside the cap and precedence open.',
    },
  ],
  untranslated: [
    '强化企业自律管理、引导企业主动合规: self-management of the firm has no number.',
    '探索: the plan explores the mode; no article of law obliges an authority to it.',
  ],
  eligible: {
    levels: [
      { scale: 'example-credit', levels: ['A', 'B'], cite: 'example-levels' },
      { scale: 'example-risk', levels: ['low'], cite: 'example-levels' },
    ],
  },
  limits: (['census', 'spot-check'] as const).map((kind) => ({
    id: kind,
    unit: { visits: 1 },
    window: 'calendar-year',
    counts: { kinds: [kind], methods: ['on-site'] },
    cite: 'plan-2021-24',
  })),
  exceptions: FOR_CAUSE.map((cause) => ({ cause, cite: 'example-levels' })),
  precedence: ['for-cause', 'duty', 'cap'],
  cite: 'plan-2021-24',
};

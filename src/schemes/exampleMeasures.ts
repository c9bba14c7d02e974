import type { Citation } from '../document/document.js';
import type { MeasureList } from '../measures/measureList.js';

const example: Citation = {
  id: 'example',
  title: '示例措施 (made up to show the mechanism; the bases are named after nothing real)',
  confidence: 'example',
};

const plan: Citation = {
  id: 'plan-credit',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,加强事前事中事后信用监管',
  published: '2021-08-20',
  confidence: 'verified',
  note: '对信用等级高的市场主体给予守信激励,对信用等级低的市场主体采取失信惩戒;采取轻重适度的惩戒措施,实现过罚相当。',
};

const guangdong: Citation = {
  id: 'guangdong-2025',
  title: '守信激励、失信惩戒和信用修复措施“三张清单”',
  issuer: '广东省市场监督管理局',
  published: '2025-04-27',
  confidence: 'verified',
  note: '3 incentives, 54 sanctions, 3 repairs; of the incentives 绿色审批通道、容缺受理 are named on a secondary page.',
};

/** A closed list of incentives and sanctions to learn from. */
export const exampleMeasures: MeasureList = {
  schema: 'evenhand/measures/1',
  kind: 'measures',
  id: 'example-measures',
  version: '2026',
  title: {
    zh: '示例:守信激励与失信惩戒措施清单',
    en: 'Example: closed list of incentives and sanctions',
  },
  from: '2020-01-01',
  status: 'example',
  citations: [example, plan, guangdong],
  untranslated: [],
  scale: { id: 'example-credit', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  weights: ['light', 'medium', 'heavy'],
  proportion: [
    { grade: 'C', heaviest: 'light', cite: 'plan-credit' },
    { grade: 'D', heaviest: 'medium', cite: 'plan-credit' },
    { list: 'abnormal-operations', heaviest: 'light', cite: 'plan-credit' },
    { list: 'serious-dishonesty', heaviest: 'heavy', cite: 'plan-credit' },
  ],
  measures: [
    {
      id: 'fast-track',
      title: { zh: '绿色审批通道、容缺受理', en: 'fast track, papers may follow' },
      sort: 'incentive',
      owner: 'market',
      partners: ['construction', 'culture'],
      basis: { cite: 'guangdong-2025' },
      from: { grades: ['A'] },
      weight: 'light',
      touches: 'permits',
    },
    {
      id: 'fewer-checks',
      title: { zh: '降低抽查比例和频次', en: 'a lower ratio of checks' },
      sort: 'incentive',
      owner: 'market',
      partners: [],
      basis: { cite: 'plan-credit' },
      from: { grades: ['A'], lists: ['do-not-disturb'] },
      weight: 'light',
      touches: 'inspection',
    },
    {
      id: 'closer-checks',
      title: { zh: '提高抽查比例和频次', en: 'a higher ratio of checks' },
      sort: 'sanction',
      owner: 'market',
      partners: ['emergency', 'fire'],
      basis: { cite: 'plan-credit' },
      from: { grades: ['C', 'D'], lists: ['abnormal-operations', 'serious-dishonesty'] },
      weight: 'light',
      touches: 'inspection',
    },
    {
      id: 'no-trust',
      title: { zh: '不适用告知承诺制', en: 'no permit on a pledge' },
      sort: 'sanction',
      owner: 'market',
      partners: ['construction'],
      basis: { cite: 'example', atMost: { years: 1 } },
      term: { years: 1 },
      from: { grades: ['D'], lists: ['serious-dishonesty'] },
      weight: 'medium',
      touches: 'permits',
    },
    {
      id: 'no-procurement',
      title: { zh: '限制参加政府采购', en: 'kept from public procurement' },
      sort: 'sanction',
      owner: 'finance',
      partners: [],
      basis: { cite: 'example', atMost: { years: 3 } },
      term: { years: 3 },
      from: { lists: ['serious-dishonesty'] },
      weight: 'heavy',
      touches: 'procurement',
    },
    {
      id: 'no-tender',
      title: { zh: '限制参加工程投标', en: 'kept from tenders for works' },
      sort: 'sanction',
      owner: 'construction',
      partners: [],
      basis: { cite: 'example', atMost: { years: 1 } },
      term: { years: 1 },
      from: { lists: ['serious-dishonesty'] },
      weight: 'heavy',
      touches: 'procurement',
    },
  ],
};

import type { Citation } from '../document/document.js';
import type { SandboxRules } from '../sandbox/sandboxRules.js';

const plan: Citation = {
  id: 'plan-inclusive',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,完善新业态新模式包容审慎监管',
  published: '2021-08-20',
  confidence: 'verified',
  note: '对一时看不准的,设置一定的“观察期”,探索应用“沙盒监管”、触发式监管等机制,给予市场主体成长“容错”“试错”空间。',
};

const example: Citation = {
  id: 'example',
  title: '示例数值 (made up to show the mechanism)',
  confidence: 'example',
};

/** Delivery robots on the sidewalk: half a year observed, a year inside, to learn from. */
export const exampleSandbox: SandboxRules = {
  schema: 'evenhand/sandbox/1',
  kind: 'sandbox',
  id: 'example-sandbox',
  version: '2026',
  title: { zh: '示例:无人配送沙盒监管', en: 'Example: a sandbox for delivery robots' },
  from: '2026-01-01',
  status: 'example',
  citations: [plan, example],
  untranslated: [],
  form: { zh: '无人配送', en: 'delivery by robot' },
  authority: 'transport',
  entry: [
    {
      id: 'form',
      title: { zh: '从事无人配送', en: 'delivers by robot' },
      when: { field: 'deliveryRobots', eq: true },
      cite: 'example',
    },
    {
      id: 'insured',
      title: { zh: '已投保责任险', en: 'insured against liability' },
      when: { field: 'insured', eq: true },
      cite: 'example',
    },
    {
      id: 'honest',
      title: { zh: '未列入严重违法失信名单', en: 'not on the list of serious dishonesty' },
      when: { not: { field: 'list', eq: 'serious-dishonesty' } },
      cite: 'example',
    },
  ],
  places: 20,
  observation: {
    lasts: { months: 6 },
    plan: 'contact-only',
    suspends: ['planned-checks'],
    cite: 'plan-inclusive',
  },
  inside: {
    lasts: { years: 1 },
    plan: 'excluded',
    suspends: ['planned-checks', 'fines-for-slight-faults'],
    cite: 'plan-inclusive',
  },
  ends: '2029-12-31',
  limits: [
    {
      id: 'robots',
      title: { zh: '同时上路的车辆', en: 'robots on the road at once' },
      atMost: '50',
      every: { months: 3 },
      cite: 'example',
    },
  ],
  triggers: [
    {
      id: 'accident',
      title: { zh: '发生事故', en: 'an accident' },
      kinds: ['accident'],
      atLeast: 1,
      does: 'end',
      cite: 'plan-inclusive',
    },
    {
      id: 'complaints',
      title: { zh: '三十日内三件投诉', en: 'three complaints in 30 days' },
      kinds: ['complaint', 'complaint-upheld'],
      within: { days: 30 },
      atLeast: 3,
      does: 'check',
      check: { item: 'transport-freight', within: { days: 15 } },
      cite: 'example',
    },
  ],
};

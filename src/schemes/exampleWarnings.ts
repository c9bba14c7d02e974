import type { Citation } from '../document/document.js';
import type { WarningRules } from '../risk/warnings/warningRules.js';

const plan: Citation = {
  id: 'plan-loop',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,深入推进数字监管',
  published: '2021-08-20',
  confidence: 'verified',
  note: '形成大数据监控、风险预警、线索核查、调查处置的全链条监管闭环。大力推行非现场监管。',
};

const business: Citation = {
  id: 'business-54',
  title: '优化营商环境条例',
  issuer: '国务院',
  article: '国令第 722 号,第五十四条第二款',
  published: '2019-10-22',
  confidence: 'verified',
  note: 'Problems found through complaints, transfers, data monitoring: a targeted check, not a random one.',
};

const example: Citation = {
  id: 'example',
  title: '示例数值 (made up to show the mechanism)',
  confidence: 'example',
};

/**
 * Rules of early warning to learn from: complaints, complaints above the like, repeated serious
 * findings, accidents. The circle and its order are the plan's, every number is made up.
 */
export const exampleWarnings: WarningRules = {
  schema: 'evenhand/warnings/1',
  kind: 'warnings',
  id: 'example-warnings',
  version: '2026',
  title: { zh: '示例:风险预警规则', en: 'Example: rules of early warning' },
  from: '2020-01-01',
  status: 'example',
  citations: [plan, business, example],
  untranslated: [],
  scale: { id: 'example-risk', levels: ['low', 'medium', 'high'], worse: 'last' },
  steps: 'largest',
  events: ['complaint', 'complaint-upheld', 'finding-minor', 'finding-serious', 'accident'],
  rules: [
    {
      id: 'complaints',
      title: { zh: '九十日内投诉举报三件以上', en: 'three complaints in 90 days' },
      when: {
        count: { kinds: ['complaint', 'complaint-upheld'], window: { days: 90 }, atLeast: 3 },
      },
      asks: [
        { do: 'alert', to: ['market'] },
        {
          do: 'check',
          authority: 'market',
          item: 'market-registration',
          methods: ['off-site', 'on-site'],
        },
      ],
      again: { days: 90 },
      cite: 'example',
    },
    {
      id: 'above-peers',
      title: {
        zh: '投诉举报为同行业同区平均数的三倍以上',
        en: 'three times the complaints of the same industry and district',
      },
      when: {
        peers: {
          kinds: ['complaint', 'complaint-upheld'],
          window: { days: 90 },
          atLeast: 2,
          times: '3',
          by: [{ field: 'industry', digits: 2 }, { field: 'district' }],
          leastPeers: 10,
        },
      },
      asks: [
        {
          do: 'check',
          authority: 'market',
          item: 'market-registration',
          methods: ['off-site', 'on-site'],
        },
      ],
      again: { days: 90 },
      cite: 'example',
    },
    {
      id: 'repeated-findings',
      title: { zh: '一年内两次严重问题', en: 'two serious findings in a year' },
      when: { count: { kinds: ['finding-serious'], window: { years: 1 }, atLeast: 2 } },
      asks: [{ do: 'step', by: 1, lasts: { months: 6 } }],
      again: { months: 6 },
      cite: 'example',
    },
    {
      id: 'accident',
      title: { zh: '三十日内发生事故', en: 'an accident in 30 days' },
      when: { count: { kinds: ['accident'], window: { days: 30 }, atLeast: 1 } },
      asks: [
        { do: 'alert', to: ['emergency', 'fire'] },
        { do: 'step', by: 1, lasts: { years: 1 } },
        { do: 'check', authority: 'emergency', item: 'emergency-production', methods: ['on-site'] },
      ],
      again: { days: 30 },
      cite: 'example',
    },
  ],
  handling: {
    begin: { days: 7 },
    check: { days: 15 },
    dispose: { days: 30 },
    cause: 'monitoring',
    findings: [
      { id: 'minor', title: { zh: '一般问题', en: 'a minor fault' } },
      { id: 'serious', title: { zh: '严重问题', en: 'a serious fault' } },
    ],
    disposals: [
      {
        id: 'corrected',
        title: { zh: '责令改正', en: 'ordered to correct' },
        findings: ['minor', 'serious'],
        event: 'finding-minor',
        cite: 'example',
      },
      {
        id: 'case-filed',
        title: { zh: '立案调查', en: 'a case was filed' },
        findings: ['serious'],
        event: 'finding-serious',
        cite: 'example',
      },
      {
        id: 'advised',
        title: { zh: '提醒指导', en: 'advised' },
        findings: ['minor'],
        cite: 'example',
      },
    ],
    cite: 'plan-loop',
  },
};

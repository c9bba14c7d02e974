import type { Citation } from '../document/document.js';
import type { ApprovalRules } from '../risk/approval/approvalRules.js';

const plan: Citation = {
  id: 'plan-approval',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,基于风险的分级分类审批制度',
  published: '2021-08-20',
  confidence: 'verified',
  note: '对无风险事项推行“非禁免批”;对低风险事项推行备查制;对中风险事项推行告知承诺办理;对高风险事项依法依规严格审批,加大事中事后监管力度。',
};

const beijing: Citation = {
  id: 'beijing-33',
  title: '北京市优化营商环境条例',
  article: '第三十三条',
  published: '2024-11-29',
  confidence: 'verified',
  note: 'A promise not kept is corrected in time, else the permit is withdrawn; a false promise withdraws it directly and is recorded.',
};

const example: Citation = {
  id: 'example',
  title: '示例事项 (made up to show the mechanism)',
  confidence: 'example',
};

/** Two matters of approval to learn from; the four ways and what a broken promise does are real. */
export const exampleApproval: ApprovalRules = {
  schema: 'evenhand/approval/1',
  kind: 'approval',
  id: 'example-approval',
  version: '2026',
  title: { zh: '示例:分级分类审批', en: 'Example: approval by risk' },
  from: '2025-01-01',
  status: 'example',
  citations: [plan, beijing, example],
  untranslated: [],
  scale: { id: 'example-risk', levels: ['low', 'medium', 'high'], worse: 'last' },
  standard: {
    id: 'example-risk',
    version: '2026',
    digest: 'df0675503ca490269ac75ff7f9ef075f1d8b8ecd2d9d1af1fe55dc4c54a2b514',
  },
  permits: [
    {
      id: 'food-service',
      title: { zh: '餐饮服务经营', en: 'food service' },
      authority: 'market',
      tiers: { low: 'filing', medium: 'commitment', high: 'strict' },
      forbidden: {
        when: { field: 'list', eq: 'serious-dishonesty' },
        text: {
          zh: '列入严重违法失信名单的不予办理',
          en: 'closed to those on the list of serious dishonesty',
        },
        cite: 'example',
      },
      materials: [
        { id: 'plan', title: { zh: '场所平面图', en: 'floor plan' }, cite: 'example' },
        {
          id: 'health',
          title: { zh: '从业人员健康证明', en: 'health certificates' },
          cite: 'example',
        },
      ],
      commitments: [
        {
          id: 'premises',
          title: { zh: '场所和设备符合要求', en: 'premises and equipment are as required' },
          checkWithin: { months: 2 },
          correctWithin: { days: 30 },
          events: {
            kept: 'commitment-kept',
            broken: 'commitment-broken',
            false: 'commitment-broken',
          },
          cite: 'beijing-33',
        },
        {
          id: 'staff',
          title: { zh: '配备食品安全管理人员', en: 'has a manager for food safety' },
          checkWithin: { months: 2 },
          correctWithin: { days: 15 },
          events: {
            kept: 'commitment-kept',
            broken: 'commitment-broken',
            false: 'commitment-broken',
          },
          cite: 'beijing-33',
        },
      ],
      barred: {
        when: {
          events: {
            kinds: ['commitment-broken'],
            within: { years: 2 },
            unrepaired: true,
            atLeast: 1,
          },
        },
        text: {
          zh: '两年内有未修复的失信承诺,不适用告知承诺',
          en: 'a promise was broken in two years and not repaired: examined instead',
        },
        cite: 'example',
      },
      decideWithin: { days: 20 },
      followUp: {
        commitment: { item: 'market-food-service', within: { months: 2 }, cite: 'plan-approval' },
        strict: { item: 'market-food-service', within: { months: 1 }, cite: 'plan-approval' },
      },
      cite: 'plan-approval',
    },
    {
      id: 'sidewalk-seats',
      title: { zh: '临时外摆', en: 'seats on the sidewalk' },
      authority: 'urban',
      tiers: { low: 'filing', medium: 'filing', high: 'commitment' },
      forbidden: {
        when: { field: 'heritageStreet', eq: true },
        text: { zh: '历史文化街区不得外摆', en: 'none in a street under protection' },
        cite: 'example',
      },
      materials: [
        { id: 'plan', title: { zh: '摆放位置图', en: 'plan of the seats' }, cite: 'example' },
      ],
      commitments: [
        {
          id: 'clean',
          title: { zh: '保持清洁并留出通道', en: 'clean, and a way left free' },
          checkWithin: { months: 1 },
          correctWithin: { days: 7 },
          events: {
            kept: 'commitment-kept',
            broken: 'commitment-broken',
            false: 'commitment-broken',
          },
          cite: 'beijing-33',
        },
      ],
      barred: {
        when: { events: { kinds: ['commitment-broken'], within: { years: 1 }, atLeast: 2 } },
        text: {
          zh: '一年内两次失信承诺,不适用告知承诺',
          en: 'two promises broken in a year: examined instead',
        },
        cite: 'example',
      },
      decideWithin: { days: 10 },
      followUp: { strict: { item: 'urban-street', within: { days: 15 }, cite: 'example' } },
      cite: 'example',
    },
    {
      id: 'shop-sign',
      title: { zh: '普通店招', en: 'a plain shop sign' },
      authority: 'urban',
      tiers: {
        low: 'exempt-unless-forbidden',
        medium: 'exempt-unless-forbidden',
        high: 'filing',
      },
      forbidden: {
        when: { field: 'signBlocksExit', eq: true },
        text: { zh: '不得遮挡疏散出口', en: 'none that blocks a way out' },
        cite: 'example',
      },
      materials: [
        { id: 'picture', title: { zh: '店招效果图', en: 'picture of the sign' }, cite: 'example' },
      ],
      cite: 'plan-approval',
    },
  ],
};

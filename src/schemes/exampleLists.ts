import type { Citation } from '../document/document.js';
import type { ListRules } from '../measures/listRules.js';

const example: Citation = {
  id: 'example',
  title: '示例数值 (made up to show the mechanism)',
  confidence: 'example',
};

const publicityRules: Citation = {
  id: 'publicity-17',
  title: '企业信息公示暂行条例',
  issuer: '国务院',
  article: '第十七条 (2014)',
  published: '2014-08-07',
  confidence: 'verified',
  note: 'On the list: no annual report, not published as ordered, false information; leaves when the duty is performed; 3 years without: serious list; 5 years after entry off it. Amended in 2024: that text was not read.',
};

const plan: Citation = {
  id: 'plan-credit',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,社会信用体系;强化重点监管;无事不扰',
  published: '2021-08-20',
  confidence: 'verified',
  note: '坚持依法依规、保护权益、审慎适度、清单管理的原则,制定本市严重失信主体名单认定标准和失信惩戒措施清单;建立重点监管清单制度。',
};

/** The lists of the example city: two adverse ones, one of attention, one in a firm's favour. */
export const exampleLists: ListRules = {
  schema: 'evenhand/lists/1',
  kind: 'lists',
  id: 'example-lists',
  version: '2026',
  title: { zh: '示例:名单与名录', en: 'Example: lists' },
  from: '2020-01-01',
  status: 'example',
  citations: [example, publicityRules, plan],
  untranslated: [],
  lists: [
    {
      id: 'abnormal-operations',
      title: { zh: '经营异常名录', en: 'list of abnormal operations' },
      sort: 'adverse',
      owner: 'market',
      entry: [{ by: 'ground', events: ['list-abnormal'], cite: 'publicity-17' }],
      exit: { whenRepaired: true, cite: 'publicity-17' },
      escalates: {
        to: 'serious-dishonesty',
        after: { years: 3 },
        warn: { days: 60 },
        cite: 'publicity-17',
      },
      effects: [
        {
          on: 'grade',
          text: { zh: '在列期间信用等级最高为 C', en: 'no grade better than C while on it' },
          cite: 'example',
        },
      ],
      cite: 'publicity-17',
    },
    {
      id: 'serious-dishonesty',
      title: { zh: '严重违法失信名单', en: 'list of serious dishonesty' },
      sort: 'adverse',
      owner: 'market',
      entry: [
        { by: 'ground', events: ['list-dishonest'], cite: 'plan-credit' },
        {
          by: 'ground',
          events: ['dishonesty-alleged'],
          notice: { objectWithin: { days: 15 }, cite: 'example' },
          cite: 'example',
        },
        { by: 'escalation', from: 'abnormal-operations', cite: 'publicity-17' },
      ],
      exit: { term: { years: 3 }, applyAfter: { years: 1 }, cite: 'example' },
      effects: [
        {
          on: 'grade',
          text: { zh: '在列期间信用等级为 D', en: 'grade D while on it' },
          cite: 'example',
        },
        {
          on: 'measures',
          text: { zh: '适用清单所列惩戒措施', en: 'sanctions of the closed list apply' },
          cite: 'plan-credit',
        },
      ],
      cite: 'plan-credit',
    },
    {
      id: 'key-supervision',
      title: { zh: '重点监管清单', en: 'list of key supervision' },
      sort: 'attention',
      owner: 'emergency',
      entry: [
        {
          by: 'ground',
          events: ['accident'],
          notice: { objectWithin: { days: 15 }, cite: 'example' },
          cite: 'example',
        },
        {
          by: 'condition',
          when: { field: 'hazardous', eq: true },
          cite: 'plan-credit',
        },
      ],
      exit: { term: { years: 1 }, cite: 'example' },
      effects: [
        {
          on: 'inspection',
          text: { zh: '全覆盖检查,不进入随机抽取', en: 'visited for certain, outside the lottery' },
          cite: 'plan-credit',
        },
      ],
      cite: 'plan-credit',
    },
    {
      id: 'do-not-disturb',
      title: { zh: '无事不扰清单', en: 'do-not-disturb list' },
      sort: 'favourable',
      owner: 'market',
      entry: [
        {
          by: 'condition',
          when: {
            all: [
              { field: 'creditGrade', eq: 'A' },
              { field: 'riskLevel', eq: 'low' },
              {
                events: {
                  kinds: ['penalty-general', 'penalty-serious', 'commitment-broken'],
                  within: { years: 2 },
                  unrepaired: true,
                  atMost: 0,
                },
              },
            ],
          },
          cite: 'example',
        },
      ],
      exit: { cite: 'example' },
      effects: [
        {
          on: 'cap',
          text: {
            zh: '除投诉举报、转办交办外不主动检查',
            en: 'no visit but for a complaint or a transfer',
          },
          cite: 'example',
        },
      ],
      cite: 'plan-credit',
    },
  ],
};

const old44: Citation = {
  id: 'serious-2015',
  title: '严重违法失信企业名单管理暂行办法',
  issuer: '国家工商行政管理总局',
  article: '第八条、第九条',
  published: '2015-12-30',
  confidence: 'verified',
  note: '满3年前60日内公告提示;满3年仍未履行相关义务的列入;自被列入之日起满5年移出。Secondary page; the day is recalled.',
};

const order44: Citation = {
  id: 'samr-44',
  title: '市场监督管理严重违法失信名单管理办法',
  issuer: '国家市场监督管理总局',
  article: '令第 44 号',
  published: '2021-07-30',
  confidence: 'recalled',
  note: 'Three years on the list; may apply to leave after one year. A revision was published as a draft in October 2025.',
};

const abnormal: ListRules['lists'][number] = {
  id: 'abnormal-operations',
  title: { zh: '经营异常名录', en: 'list of abnormal operations' },
  sort: 'adverse',
  owner: 'market',
  entry: [
    {
      by: 'ground',
      events: ['report-missing', 'not-published', 'false-information', 'no-contact'],
      cite: 'publicity-17',
    },
  ],
  exit: { whenRepaired: true, cite: 'publicity-17' },
  effects: [],
  cite: 'publicity-17',
};

/**
 * The two lists of the market authorities as they stood from 2014: three years without performing
 * lead from the one to the other, which ends after five.
 *
 * @source 企业信息公示暂行条例 Art 17 (2014); 严重违法失信企业名单管理暂行办法 Art 8, 9
 */
export const marketLists2014: ListRules = {
  schema: 'evenhand/lists/1',
  kind: 'lists',
  id: 'market-lists',
  version: '2014',
  title: {
    zh: '经营异常名录与严重违法失信企业名单(2014)',
    en: 'Lists of the market authorities, 2014',
  },
  from: '2014-10-01',
  to: '2021-08-31',
  status: 'draft',
  citations: [publicityRules, old44],
  untranslated: [
    'The legal representative is barred for three years: persons are no entities here.',
    'Grounds of the serious list other than the three years (Art 5).',
    '10 working days after the three years: the list begins on the day after them here.',
    'First and last day in force are recalled.',
  ],
  lists: [
    {
      ...abnormal,
      escalates: {
        to: 'serious-dishonesty',
        after: { years: 3 },
        warn: { days: 60 },
        cite: 'serious-2015',
      },
    },
    {
      id: 'serious-dishonesty',
      title: { zh: '严重违法失信企业名单', en: 'list of serious dishonesty' },
      sort: 'adverse',
      owner: 'market',
      entry: [{ by: 'escalation', from: 'abnormal-operations', cite: 'serious-2015' }],
      exit: { term: { years: 5 }, cite: 'serious-2015' },
      effects: [],
      cite: 'serious-2015',
    },
  ],
};

/**
 * The same lists by the order of 2021.
 *
 * @source 市场监管总局令第 44 号, from memory
 */
export const marketLists2021: ListRules = {
  schema: 'evenhand/lists/1',
  kind: 'lists',
  id: 'market-lists',
  version: '2021',
  title: {
    zh: '经营异常名录与严重违法失信名单(2021)',
    en: 'Lists of the market authorities, 2021',
  },
  from: '2021-09-01',
  status: 'draft',
  citations: [publicityRules, order44],
  untranslated: [
    'Which offences are serious, and the notice before the entry with its time to state and defend: not read.',
    'Whether three years on the list of abnormal operations still lead here: not read.',
    'First day in force is recalled.',
  ],
  lists: [
    abnormal,
    {
      id: 'serious-dishonesty',
      title: { zh: '严重违法失信名单', en: 'list of serious dishonesty' },
      sort: 'adverse',
      owner: 'market',
      entry: [{ by: 'ground', events: ['serious-dishonesty-decided'], cite: 'samr-44' }],
      exit: { term: { years: 3 }, applyAfter: { years: 1 }, cite: 'samr-44' },
      effects: [],
      cite: 'samr-44',
    },
  ],
};

import type { Citation } from '../document/document.js';
import type { LeniencyCondition, LeniencyList } from '../inspection/leniency/leniencyList.js';

const plan: Citation = {
  id: 'plan-leniency',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,加强监管规范化建设',
  published: '2021-08-20',
  confidence: 'verified',
  note: '拓展轻微违法容错纠错清单覆盖范围,当事人有证据证明没有主观过错的,不予行政处罚,在法定范围内给予执法相对人自我纠错的空间。',
};

const penaltyLaw: Citation = {
  id: 'penalty-33',
  title: '中华人民共和国行政处罚法(2021年修订)',
  article: '第三十三条',
  published: '2021-01-22',
  confidence: 'recalled',
  note: 'Slight, corrected in time and without harm: not punished. The first time, with slight harm and corrected in time: may go unpunished. Evidence enough of no subjective fault: not punished, unless a law says otherwise. From memory.',
};

const example: Citation = {
  id: 'example',
  title: '示例清单 (made up to show the mechanism; the violations are of nobody’s list)',
  confidence: 'example',
};

const conditions = {
  first: {
    id: 'first',
    title: { zh: '初次违法', en: 'the first time' },
    asks: { zh: '此前有无同类违法记录?', en: 'is an earlier violation of the kind on record?' },
    cite: 'penalty-33',
  },
  slight: {
    id: 'slight',
    title: { zh: '违法行为轻微', en: 'the violation is slight' },
    asks: { zh: '违法行为是否轻微,依据是什么?', en: 'is it slight, and by what?' },
    shown: { by: 'evidence' },
    cite: 'penalty-33',
  },
  noHarm: {
    id: 'no-harm',
    title: { zh: '没有造成危害后果', en: 'no harm came of it' },
    asks: {
      zh: '是否造成危害后果?请附笔录或检测报告',
      en: 'did harm come of it? give the record or report',
    },
    shown: { by: 'fact', when: { field: 'harm', eq: false } },
    cite: 'penalty-33',
  },
  slightHarm: {
    id: 'slight-harm',
    title: { zh: '危害后果轻微', en: 'the harm is slight' },
    asks: { zh: '危害后果是否轻微,依据是什么?', en: 'is the harm slight, and by what?' },
    shown: { by: 'evidence' },
    cite: 'penalty-33',
  },
  corrected: {
    id: 'corrected',
    title: { zh: '及时改正', en: 'corrected in time' },
    asks: {
      zh: '是否已改正,何日改正?请附证明',
      en: 'is it corrected, and since when? give the proof',
    },
    shown: { by: 'correction' },
    cite: 'penalty-33',
  },
  noFault: {
    id: 'no-fault',
    title: { zh: '没有主观过错', en: 'no subjective fault' },
    asks: {
      zh: '当事人有无证据证明没有主观过错?',
      en: 'can the party show that it was at no fault?',
    },
    shown: { by: 'evidence' },
    cite: 'plan-leniency',
  },
} as const satisfies Record<string, Omit<LeniencyCondition, 'shown'> & Partial<LeniencyCondition>>;

/** Slight violations that go unpunished, to learn from: the grounds are those of the law, from memory. */
export const exampleLeniency: LeniencyList = {
  schema: 'evenhand/leniency/1',
  kind: 'leniency',
  id: 'example-leniency',
  version: '2026',
  title: { zh: '示例:轻微违法免罚清单', en: 'Example: slight violations that go unpunished' },
  from: '2020-01-01',
  status: 'example',
  citations: [plan, penaltyLaw, example],
  untranslated: [],
  conditions: [
    {
      ...conditions.first,
      shown: {
        by: 'record',
        kinds: ['penalty-minor', 'penalty-general', 'penalty-serious', 'finding-minor'],
        within: { years: 2 },
        same: true,
      },
    },
    conditions.noHarm,
    conditions.slightHarm,
    conditions.corrected,
    conditions.noFault,
  ],
  grounds: [
    {
      id: 'slight-first',
      title: { zh: '初次、无危害后果并及时改正', en: 'first, without harm and corrected in time' },
      all: ['first', 'no-harm', 'corrected'],
      effect: 'must',
      cite: 'example',
    },
    {
      id: 'first-slight-harm',
      title: { zh: '初次、危害后果轻微并及时改正', en: 'first, slight harm, corrected in time' },
      all: ['first', 'slight-harm', 'corrected'],
      effect: 'may',
      cite: 'penalty-33',
    },
    {
      id: 'without-fault',
      title: { zh: '没有主观过错', en: 'without subjective fault' },
      all: ['no-fault'],
      effect: 'must',
      cite: 'plan-leniency',
    },
  ],
  violations: [
    {
      id: 'price-not-shown',
      title: { zh: '未按规定明码标价', en: 'prices not shown as required' },
      grounds: ['slight-first', 'without-fault'],
      correctWithin: { days: 7 },
      cite: 'example',
    },
    {
      id: 'notice-not-displayed',
      title: { zh: '未在显著位置公示证照', en: 'licence not displayed' },
      grounds: ['slight-first', 'first-slight-harm', 'without-fault'],
      correctWithin: { days: 3 },
      cite: 'example',
    },
  ],
};

/**
 * The three grounds of the law on administrative penalties, for every violation.
 *
 * @source 行政处罚法 (2021) Art 33, from memory
 */
export const chinaPenaltyLeniency: LeniencyList = {
  schema: 'evenhand/leniency/1',
  kind: 'leniency',
  id: 'cn-penalty-leniency',
  version: '2021',
  title: {
    zh: '行政处罚法第三十三条不予处罚',
    en: 'Not punished by the law on administrative penalties',
  },
  from: '2021-07-15',
  status: 'draft',
  citations: [penaltyLaw, plan],
  untranslated: [
    'What “in time” is: the law states no days, so correction is looked at without a last day.',
    'What is slight: left to evidence.',
    'Laws that say otherwise of one violation.',
    'That whoever is not punished is educated.',
  ],
  conditions: [
    {
      ...conditions.first,
      shown: { by: 'record', kinds: ['penalty-minor', 'penalty-general', 'penalty-serious'] },
    },
    conditions.slight,
    conditions.noHarm,
    conditions.slightHarm,
    conditions.corrected,
    conditions.noFault,
  ],
  grounds: [
    {
      id: 'slight',
      title: {
        zh: '轻微并及时改正,没有造成危害后果',
        en: 'slight, corrected in time, without harm',
      },
      all: ['slight', 'no-harm', 'corrected'],
      effect: 'must',
      cite: 'penalty-33',
    },
    {
      id: 'first',
      title: {
        zh: '初次违法且危害后果轻微并及时改正',
        en: 'first, slight harm, corrected in time',
      },
      all: ['first', 'slight-harm', 'corrected'],
      effect: 'may',
      cite: 'penalty-33',
    },
    {
      id: 'without-fault',
      title: { zh: '没有主观过错', en: 'without subjective fault' },
      all: ['no-fault'],
      effect: 'must',
      cite: 'penalty-33',
    },
  ],
  violations: [],
  others: { grounds: ['slight', 'first', 'without-fault'], cite: 'penalty-33' },
};

/**
 * Small general defects of cosmetics producers, corrected: no penalty.
 *
 * @source 化妆品生产经营监督管理办法 (2021) Art 50, 51, 59
 */
export const chinaCosmeticsLeniency: LeniencyList = {
  schema: 'evenhand/leniency/1',
  kind: 'leniency',
  id: 'cn-cosmetics-leniency',
  version: '2021',
  title: { zh: '化妆品一般项目轻微瑕疵', en: 'Small general defects of cosmetics producers' },
  from: '2022-01-01',
  status: 'draft',
  citations: [
    {
      id: 'cosmetics-2021',
      title: '化妆品生产经营监督管理办法',
      article: '第五十条、第五十一条、第五十九条',
      confidence: 'verified',
      note: 'Key items and general items; a small general defect that is corrected is not punished. The first day in force is recalled.',
    },
  ],
  untranslated: [
    'Which items are general: the checklist says.',
    'The time to correct in is set in each case: no last day stands here.',
  ],
  conditions: [
    {
      ...conditions.slight,
      id: 'small-defect',
      title: { zh: '轻微瑕疵', en: 'a small defect' },
      cite: 'cosmetics-2021',
    },
    {
      id: 'general-item',
      title: { zh: '属于一般项目', en: 'of a general item' },
      asks: { zh: '该项目是一般项目还是重点项目?', en: 'is the item a general or a key one?' },
      shown: { by: 'fact', when: { field: 'rank', eq: 'general' } },
      cite: 'cosmetics-2021',
    },
    { ...conditions.corrected, cite: 'cosmetics-2021' },
  ],
  grounds: [
    {
      id: 'small-corrected',
      title: { zh: '一般项目轻微瑕疵并改正', en: 'a small defect of a general item, corrected' },
      all: ['small-defect', 'general-item', 'corrected'],
      effect: 'must',
      cite: 'cosmetics-2021',
    },
  ],
  violations: [],
  others: { grounds: ['small-corrected'], cite: 'cosmetics-2021' },
};

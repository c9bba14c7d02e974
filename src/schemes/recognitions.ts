import type { Recognition, ScaleOf } from '../credit/recognition/recognition.js';
import type { Citation } from '../document/document.js';

const NINE = ['A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D'] as const;

const nine: Citation = {
  id: 'nine',
  title: '企业公共信用综合评价',
  issuer: '北京市经济和信息化局',
  article: 'A 优、B 良、C 中、D 差,并以“+”“-”细分为九级',
  confidence: 'verified',
  note: 'Of July 2022, for 京津冀晋 together; the day is not known. Secondary page.',
};

const plan: Citation = {
  id: 'plan-recognition',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,推动京津冀营商环境协同发展',
  published: '2021-08-20',
  confidence: 'verified',
  note: '探索实行区域内资质互通、信用互认。',
};

const common = {
  schema: 'evenhand/recognition/1',
  kind: 'recognition',
  version: '2022',
  from: '2022-07-01',
  status: 'draft',
} as const satisfies Partial<Recognition>;

const beijing: ScaleOf = {
  jurisdiction: '110000',
  scale: { id: 'beijing-credit', levels: NINE, worse: 'last' },
};

/**
 * Beijing's nine public-credit grades in its four: the sign is dropped.
 *
 * @source 北京市经信局, July 2022; the conversion is read out of the names
 */
export const beijingNineToFour: Recognition = {
  ...common,
  id: 'beijing-nine-to-four',
  title: { zh: '北京九级合为四级', en: 'Nine grades of Beijing made four' },
  citations: [
    nine,
    {
      id: 'collapse',
      title: 'A 优、B 良、C 中、D 差: the grades of one letter made one',
      confidence: 'recalled',
      note: 'Inferred from the names of the four grades; no text that converts them was read.',
    },
  ],
  untranslated: ['How the grade is scored is not published.'],
  source: beijing,
  target: {
    jurisdiction: '110000',
    scale: { id: 'beijing-credit-four', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  },
  table: NINE.map((level) => ({ level, becomes: level.slice(0, 1), cite: 'collapse' })),
  lost: [
    { zh: '“+”“-”的细分不再可见', en: 'whether a grade had a sign is no longer seen' },
    { zh: '分值和评价依据不随等级移交', en: 'neither the score nor its reasons go along' },
  ],
};

/**
 * A grade of Beijing as Tianjin would take it, on the nine grades the four provinces are said to
 * share. The table is stated, since equal letters alone are no conversion.
 *
 * @source 京津冀晋, July 2022; the plan's 信用互认
 */
export const beijingInTianjin: Recognition = {
  ...common,
  id: 'beijing-in-tianjin',
  title: { zh: '北京信用等级在天津的互认', en: 'Grades of Beijing recognised in Tianjin' },
  citations: [
    nine,
    plan,
    {
      id: 'common-scale',
      title: '京津冀晋共用的九级等级',
      confidence: 'recalled',
      note: 'That each grade is taken for the same one is inferred from the scale being common; no text of a conversion was read.',
    },
  ],
  untranslated: [
    'Which measures follow from a recognised grade in Tianjin, and how long it is taken for.',
  ],
  source: beijing,
  target: {
    jurisdiction: '120000',
    scale: { id: 'tianjin-credit', levels: NINE, worse: 'last' },
  },
  table: NINE.map((level) => ({ level, becomes: level, cite: 'common-scale' })),
  lost: [
    {
      zh: '两地记录范围和权重不同,同一等级的含义未必相同',
      en: 'the two places record and weigh different things, so one grade need not mean the same',
    },
  ],
};

import type { Citation } from '../document/document.js';
import { defineScheme } from '../scoring/scheme.js';

/** The nine grades of Beijing, best first. */
const NINE = ['A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D'] as const;

const nine: Citation = {
  id: 'nine',
  title: '企业公共信用综合评价',
  issuer: '北京市经济和信息化局',
  article: 'A 优、B 良、C 中、D 差,并以“+”“-”细分:A、A-、B+、B、B-、C+、C、C-、D 九级',
  published: '2022-07-01',
  confidence: 'verified',
  note: 'The month is known, the day is not. There is no A+, D+ or D-.',
};

const common = {
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  version: '2022',
  from: '2022-07-01',
  status: 'draft',
  places: 0,
  direction: 'more-is-worse',
  inputs: { grade: { type: 'category', values: NINE } },
  terms: [],
} as const;

/**
 * The nine public-credit grades of Beijing (企业公共信用综合评价), as the city publishes them: the
 * grade is an input, since how it is scored is not public.
 *
 * @source 北京市经信局, July 2022
 */
export const beijingCredit = defineScheme({
  ...common,
  id: 'beijing-credit',
  title: {
    zh: '北京企业公共信用综合评价(九级)',
    en: 'Public credit of firms, Beijing (nine grades)',
  },
  citations: [nine],
  untranslated: ['How the grade is scored is not published; the grade comes as it is.'],
  scale: { id: 'beijing-credit', levels: NINE, worse: 'last' },
  levelFrom: 'grade',
});

/**
 * The conversion of the nine grades into four (优、良、中、差): the sign is dropped.
 *
 * @source 北京市经信局, July 2022; the conversion itself is read out of the names
 */
export const beijingCreditFour = defineScheme({
  ...common,
  id: 'beijing-credit-four',
  title: {
    zh: '北京企业公共信用综合评价(合为四级)',
    en: 'Public credit of firms, Beijing (four grades)',
  },
  citations: [
    nine,
    {
      id: 'collapse',
      title: 'A 优、B 良、C 中、D 差: the grades of one letter made one',
      confidence: 'recalled',
      note: 'Inferred from the names of the four grades; no text that converts them was read.',
    },
  ],
  untranslated: [
    'The scale of nine is “beijing-credit”; this one is another scale with equal letters.',
  ],
  scale: { id: 'beijing-credit-four', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  values: [
    {
      kind: 'table',
      id: 'four',
      title: { zh: '九级合为四级', en: 'Nine grades made four' },
      axes: [{ input: 'grade' }],
      gives: 'text',
      table: {
        A: 'A',
        'A-': 'A',
        'B+': 'B',
        B: 'B',
        'B-': 'B',
        'C+': 'C',
        C: 'C',
        'C-': 'C',
        D: 'D',
      },
      missing: 'refuse',
      cite: 'collapse',
    },
  ],
  levelFrom: 'four',
});

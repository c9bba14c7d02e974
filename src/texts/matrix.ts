import type { MatrixCode } from '../matrix/codes.js';
import type { Texts } from './text.js';

export const matrixTexts = {
  'cell-missing': {
    zh: '矩阵缺少单元格:风险 `{level}` × 信用 `{grade}`;每个单元格都要填写',
    en: 'the matrix has no cell for risk `{level}` × credit `{grade}`; every cell must be there',
  },
  'unknown-tier': {
    zh: '`{given}` 不是综合等级({expected})',
    en: '`{given}` is no tier of the matrix ({expected})',
  },
  'unknown-grade': {
    zh: '`{given}` 不是该信用等级体系的等级({expected})',
    en: '`{given}` is no grade of the credit scale ({expected})',
  },
  'cell-turns-round': {
    zh: '风险或信用更差的单元格抽取比例反而更低:`{given}`(相邻较好单元格为 {expected});如属有意,可忽略',
    en: 'a worse cell is drawn less: `{given}` (its better neighbour has {expected}); ignore this if it is meant',
  },
  'months-inverted': {
    zh: '时间窗口的月份首尾颠倒:`{given}`(应为 {expected})',
    en: 'the months of the window are inverted: `{given}` (expected {expected})',
  },
} satisfies Texts<MatrixCode>;

import type { MatrixCode } from '../matrix/codes.js';
import type { Texts } from './text.js';

export const matrixTexts = {
  'cell-missing': {
    zh: '矩阵缺少单元格：风险 `{level}` × 信用 `{grade}`；每个单元格都要填写',
    en: 'the matrix has no cell for risk `{level}` × credit `{grade}`; every cell must be there',
  },
  'unknown-tier': {
    zh: '`{given}` 不是综合等级（{expected}）',
    en: '`{given}` is no tier of the matrix ({expected})',
  },
  'unknown-grade': {
    zh: '`{given}` 不是该信用等级体系的等级（{expected}）',
    en: '`{given}` is no grade of the credit scale ({expected})',
  },
  'cell-turns-round': {
    zh: '风险或信用更差的单元格抽取比例反而更低：`{given}`（依相邻较好的单元格应为 {expected}）；如属有意，可忽略',
    en: 'a worse cell is drawn less: `{given}` (by its better neighbour expected {expected}); ignore this if it is meant',
  },
  'months-inverted': {
    zh: '时间窗口的月份首尾颠倒：`{given}`（应为 {expected}）',
    en: 'the months of the window are inverted: `{given}` (expected {expected})',
  },
  'tempo-missing': {
    zh: '等级 `{given}` 没有检查频次；每个等级都要写明',
    en: 'level `{given}` has no tempo; every level must have one',
  },
  'tempo-window-inverted': {
    zh: '检查窗口的起止颠倒：`{given}`（应为 {expected}）',
    en: 'the window opens after it closes: `{given}` (expected {expected})',
  },
  'ratio-inverted': {
    zh: '抽取比例的上下限颠倒：`{given}`（应为 {expected}）',
    en: 'the ends of the share are inverted: `{given}` (expected {expected})',
  },
  'floor-above-cap': {
    zh: '等级 `{level}` 的最低要求 {given} 与上限 {expected} 冲突；请修改其一，或用 precedence 写明优先者',
    en: 'at level `{level}` the longest gap or fewest visits, {given}, need more visits than the cap {expected} allows; change one, or state a `precedence`',
  },
  'shares-impossible': {
    zh: '各等级的比例要求不可能同时满足：合计 {given}，应为 {expected}；请核对各条比例',
    en: 'the shares asked of the levels cannot hold together: they add up to {given}, expected {expected}; check each',
  },
  'limit-missing': {
    zh: '总体规则 `{given}` 没有限值；请写明 atLeast 或 atMost',
    en: 'rule `{given}` over the population states no limit; give `atLeast` or `atMost`',
  },
  'stratum-empty': {
    zh: '随机层 `{given}` 的比例为 0，抽不到任何人；请写明大于 0 的比例，或删去该层',
    en: 'random stratum `{given}` draws nobody: its ratio is 0; give one above 0, or drop the stratum',
  },
  'bad-schedule': {
    zh: '检查频次文件有误；见所列问题',
    en: 'the schedule is not right; see the issues',
  },
  'unknown-count': {
    zh: '缺少计数 `{expected}`，或它不是非负整数（给出：{given}）',
    en: 'the count `{expected}` is not given, or is no whole number (given: {given})',
  },
  'nothing-counted': {
    zh: '规则 `{given}` 的分母为 0；请检查计数',
    en: 'rule `{given}` divides by a count of 0; check the counts',
  },
} satisfies Texts<MatrixCode>;

import type { ScoringCode } from '../scoring/codes.js';
import type { Texts } from './text.js';

export const scoringTexts = {
  'bin-gap': {
    zh: '第一个区间从 `{given}` 开始,其下的值没有分值(应为 {expected});请去掉第一个下限或补一个区间',
    en: 'the first bin begins at `{given}` and leaves the values below without points (expected {expected}); drop its bound or add a bin',
  },
  'bound-missing': {
    zh: '第 {given} 个区间没有下限;只有第一个可以省略',
    en: 'bin {given} has no lower bound; only the first may leave it out',
  },
  'bounds-not-ascending': {
    zh: '下限 `{given}` 没有递增(应为 {expected})',
    en: 'lower bound `{given}` does not ascend (expected {expected})',
  },
  'lookup-gap': {
    zh: '对照表没有这些取值:{given};请补上或写明 otherwise',
    en: 'the table has no entry for: {given}; add them or state `otherwise`',
  },
  'unknown-value': {
    zh: '`{given}` 不是该输入的取值({expected})',
    en: '`{given}` is no value of that input ({expected})',
  },
  'input-type': {
    zh: '输入 `{given}` 的类型不适用于这种指标(应为 {expected})',
    en: 'input `{given}` has a type this construct cannot read (expected {expected})',
  },
  'unknown-input': {
    zh: '没有名为 `{given}` 的输入(已知:{expected})',
    en: 'there is no input `{given}` (known: {expected})',
  },
  'unknown-part': {
    zh: '没有名为 `{given}` 的分组(已知:{expected})',
    en: 'there is no part `{given}` (known: {expected})',
  },
  'unknown-level': {
    zh: '`{given}` 不是该等级体系的等级({expected})',
    en: '`{given}` is no level of the scale ({expected})',
  },
  'level-without-band': {
    zh: '没有任何分数段或调整规则给出等级 `{given}`',
    en: 'no band and no override gives level `{given}`',
  },
  'band-turns-round': {
    zh: '分数段的等级 `{given}` 与声明的方向 {expected} 相反',
    en: 'the level `{given}` of this band runs against the declared direction `{expected}`',
  },
  'decay-out-of-order': {
    zh: '衰减时点 `{given}` 没有递增,或超出了窗口',
    en: 'the step of decay after `{given}` does not ascend, or lies beyond the window',
  },
  'decay-grows': {
    zh: '衰减比例 `{given}` 比前一步更大;衰减只能减少',
    en: 'the share `{given}` grows; decay only shrinks',
  },
  'ends-inverted': {
    zh: '下限 `{given}` 高于上限({expected})',
    en: 'the lower end `{given}` lies above the upper (expected {expected})',
  },
  'missing-input': {
    zh: '缺少输入 `{input}`,而规则 `{rule}` 没有缺失时的分值;请补上数据',
    en: 'input `{input}` is missing and rule `{rule}` states no points for that; supply it',
  },
  'out-of-domain': {
    zh: '输入 `{input}` 的值 `{given}` 超出取值范围({expected});不会自动截断',
    en: 'input `{input}` is `{given}`, outside its domain ({expected}); nothing is clamped',
  },
  'wrong-fact-type': {
    zh: '输入 `{input}` 的值 `{given}` 类型不对(应为 {expected})',
    en: 'input `{input}` is `{given}`, expected {expected}',
  },
  'no-entry': {
    zh: '输入 `{input}` 的值 `{given}` 不在对照表中({expected})',
    en: 'input `{input}` is `{given}`, which the table does not name ({expected})',
  },
  'not-assessable': {
    zh: '数据不足,无法评定;见所列问题',
    en: 'the facts do not suffice for an answer; see the issues',
  },
} satisfies Texts<ScoringCode>;

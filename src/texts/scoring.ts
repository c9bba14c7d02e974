import type { ScoringCode } from '../scoring/codes.js';
import type { Texts } from './text.js';

export const scoringTexts = {
  'bin-gap': {
    zh: '第一个区间从 `{given}` 开始，其下的值没有分值（应为 {expected}）；请去掉第一个下限或补一个区间',
    en: 'the first bin begins at `{given}` and leaves the values below without points (expected {expected}); drop its bound or add a bin',
  },
  'bound-missing': {
    zh: '第 {given} 个区间没有下限；只有第一个可以省略',
    en: 'bin {given} has no lower bound; only the first may leave it out',
  },
  'bounds-not-ascending': {
    zh: '下限 `{given}` 没有递增（应为 {expected}）',
    en: 'lower bound `{given}` does not ascend (expected {expected})',
  },
  'lookup-gap': {
    zh: '对照表没有这些取值：{given}；请补上或写明 otherwise',
    en: 'the table has no entry for: {given}; add them or state `otherwise`',
  },
  'unknown-value': {
    zh: '`{given}` 不是该输入的取值（{expected}）',
    en: '`{given}` is no value of that input ({expected})',
  },
  'input-type': {
    zh: '输入 `{given}` 的类型不适用于这种指标（应为 {expected}）',
    en: 'input `{given}` has a type this construct cannot read (expected {expected})',
  },
  'unknown-input': {
    zh: '没有名为 `{given}` 的输入（已知：{expected}）',
    en: 'there is no input `{given}` (known: {expected})',
  },
  'unknown-part': {
    zh: '没有名为 `{given}` 的分组（已知：{expected}）',
    en: 'there is no part `{given}` (known: {expected})',
  },
  'unknown-level': {
    zh: '`{given}` 不是该等级体系的等级（{expected}）',
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
    zh: '衰减时点 `{given}` 没有递增，或超出了窗口',
    en: 'the step of decay after `{given}` does not ascend, or lies beyond the window',
  },
  'decay-grows': {
    zh: '衰减比例 `{given}` 比前一步更大；衰减只能减少',
    en: 'the share `{given}` grows; decay only shrinks',
  },
  'ends-inverted': {
    zh: '下限 `{given}` 高于上限（应为 {expected}）',
    en: 'the lower end `{given}` lies above the upper (expected {expected})',
  },
  'bound-doubled': {
    zh: '同一个区间写了两个下限：{given}；请只保留一个（from 含端点，above 不含）',
    en: 'one bin states two lower bounds: {given}; keep one (`from` includes it, `above` does not)',
  },
  'reserved-name': {
    zh: '`{given}` 是保留名称（对象自身的字段或总分）；请换一个名称',
    en: '`{given}` already means a field of the entity or the score; take another name',
  },
  'value-later': {
    zh: '引用了排在后面的中间值 `{given}`；请调整顺序（此处可用：{expected}）',
    en: 'value `{given}` comes only later; put it before (known here: {expected})',
  },
  'value-cycle': {
    zh: '中间值 `{given}` 直接或间接引用了自己；请断开循环',
    en: 'value `{given}` hangs on itself, directly or by way of others; break the circle',
  },
  'rounding-missing': {
    zh: '中间值 `{given}` 需要舍入：请写明 places 和 rounding（完整小数位数为 {expected}）',
    en: 'value `{given}` has to be rounded: state `places` and `rounding` (in full it has {expected} places)',
  },
  'between-added': {
    zh: '中间值 `{given}` 按 between 取位，只可用于比较，不可再相加或计分；请另写一个按 half-up 等舍入的值',
    en: 'value `{given}` is brought `between` its places, which is for comparing; to add it or count it as points, state another value with `half-up`, `floor` or `ceil`',
  },
  'between-without-place': {
    zh: '中间值 `{given}` 按 between 取位，places 至少为 1，比所比较的界限多一位',
    en: 'value `{given}` is brought `between` its places; give it at least one place, one more than the edges it is compared with',
  },
  'comparison-misplaced': {
    zh: '只有 count 需要、且必须写明比较条件 that；此处的运算是 `{given}`',
    en: '`that` belongs to `count`, which needs it; the operation here is `{given}`',
  },
  'weight-negative': {
    zh: '中间值 `{given}` 的平均数含有负权重；权重应为零或正数',
    en: 'the mean `{given}` has a negative weight; weights are zero or more',
  },
  'multiplier-negative': {
    zh: '重复违规的倍数 `{given}` 为负（应为 {expected}）',
    en: 'the multiplier `{given}` for repetition is negative (expected {expected})',
  },
  'where-counts-events': {
    zh: '事件筛选条件只能读取事件自身的字段，不能再统计事件（给出：{given}）',
    en: 'a filter of events reads the event’s own values and cannot count events (given: {given})',
  },
  'cell-gap': {
    zh: '表格缺少单元格 {given}；每个单元格都要填写',
    en: 'the table has no cell {given}; every cell must be there',
  },
  'cell-depth': {
    zh: '表格在 {given} 处的层数与维数不符；每一维对应一层',
    en: 'at {given} the table is not as deep as it has axes; one depth an axis',
  },
  'unknown-state': {
    zh: '阶梯没有状态 `{given}`（已知：{expected}）',
    en: 'the ladder has no state `{given}` (known: {expected})',
  },
  'unknown-outcome': {
    zh: '阶梯没有结果 `{given}`（已知：{expected}）',
    en: 'the ladder has no outcome `{given}` (known: {expected})',
  },
  'unknown-counter': {
    zh: '阶梯没有计数器 `{given}`（已知：{expected}）',
    en: 'the ladder has no counter `{given}` (known: {expected})',
  },
  'ladder-no-exit': {
    zh: '状态 `{given}` 没有出口；请补充转换，或标明 final',
    en: 'nothing leads out of state `{given}`; add a transition, or mark it `final`',
  },
  'ladder-final-exit': {
    zh: '状态 `{given}` 标为 final 却有出口；请去掉其一',
    en: 'state `{given}` is `final` and yet a transition leads out of it; drop one of the two',
  },
  'state-unreachable': {
    zh: '从起点无法到达状态 `{given}`',
    en: 'no way leads from the start to state `{given}`',
  },
  'period-empty': {
    zh: '第 {given} 个转换的时长为零；请写明大于零的时长',
    en: 'transition {given} comes after no time at all; state a longer period',
  },
  'level-ways': {
    zh: '等级的产生方式应当恰好有一种（{expected}），给出：{given}',
    en: 'exactly one way must lead to the level ({expected}), given: {given}',
  },
  'gates-open': {
    zh: '第 {given} 道门槛是最后一道却带有条件；最后一道应当无条件',
    en: 'gate {given} is the last and has conditions; the last must let everybody through',
  },
  'gate-unreachable': {
    zh: '第 {given} 道门槛没有条件，其后的门槛永远不会用到',
    en: 'gate {given} has no condition, so the gates behind it are never tried',
  },
  'invariant-broken': {
    zh: '各项之和为 {given}，而规则写明应为 {expected}；请核对原文',
    en: 'the numbers add up to {given}, where the rule states {expected}; compare the source',
  },
  'missing-input': {
    zh: '缺少输入 `{input}`，而规则 `{rule}` 没有缺失时的分值；请补上数据',
    en: 'input `{input}` is missing and rule `{rule}` states no points for that; supply it',
  },
  'out-of-domain': {
    zh: '输入 `{input}` 的值 `{given}` 超出取值范围（{expected}）；不会自动截断',
    en: 'input `{input}` is `{given}`, outside its domain ({expected}); nothing is clamped',
  },
  'wrong-fact-type': {
    zh: '输入 `{input}` 的值 `{given}` 类型不对（应为 {expected}）',
    en: 'input `{input}` is `{given}`, expected {expected}',
  },
  'no-entry': {
    zh: '输入 `{input}` 的值 `{given}` 不在对照表中（{expected}）',
    en: 'input `{input}` is `{given}`, which the table does not name ({expected})',
  },
  'value-too-large': {
    zh: '`{input}` 的值 `{given}` 过大，无法精确计算',
    en: '`{input}` is `{given}`, too large to be computed exactly',
  },
  'unknown-event-kind': {
    zh: '没有规则对应事件种类 `{given}`（已知：{expected}）；请更正种类或补充规则',
    en: 'no rule knows the kind of event `{given}` (known: {expected}); correct it or add a rule',
  },
  'missing-evidence': {
    zh: '调整规则 `{rule}` 适用，但缺少其依据 `{input}`；请补上材料编号',
    en: 'override `{rule}` applies but its evidence `{input}` is missing; supply the reference',
  },
  'no-level': {
    zh: '该对象的状态为 `{status}`，不评定等级',
    en: 'the entity has the status `{status}`, which has no level',
  },
  'not-assessable': {
    zh: '数据不足，无法评定；见所列问题',
    en: 'the facts do not suffice for an answer; see the issues',
  },
} satisfies Texts<ScoringCode>;

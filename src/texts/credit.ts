import type { CreditCode } from '../credit/codes.js';
import type { Texts } from './text.js';

export const creditTexts = {
  'entry-without-source': {
    zh: '信用信息没有来源；应写明报送部门和文书号（{expected}）',
    en: 'the entry has no source; name the department and the number of the decision ({expected})',
  },
  'known-before-on': {
    zh: '知悉日 `{given}` 早于发生日 `{on}`；请更正其中之一',
    en: 'it was known on `{given}`, before it happened on `{on}`; correct one of the two',
  },
  'before-decision': {
    zh: '`{given}` 早于决定日 `{expected}`；履行和公示都在决定之后，请更正',
    en: '`{given}` lies before the decision of `{expected}`; what is decided is performed and published later, correct it',
  },
  'refers-to-itself': {
    zh: '条目 `{given}` 指向自身；refers 应为所针对条目的标识',
    en: 'entry `{given}` refers to itself; `refers` names the entry it is about',
  },
  'nothing-corrected': {
    zh: '更正 `{given}` 没有更正任何内容；请在 set 或 strike 中写明',
    en: 'correction `{given}` corrects nothing; say what in `set` or `strike`',
  },
  'cannot-strike': {
    zh: '不能删去 `{given}`：该项必须有，或同时又在 set 中重写',
    en: '`{given}` cannot be struck: every matter has it, or `set` says it anew',
  },
  'other-entity': {
    zh: '条目属于 `{given}`，而这是 `{expected}` 的记录；请归入其本人的记录',
    en: 'the entry is of `{given}`, and this is the record of `{expected}`; put it on its own record',
  },
  'id-repeated': {
    zh: '标识 `{given}` 有两份内容不同的报送；两份都保留，引用时以先知悉者为准',
    en: 'two reports of id `{given}` say different things; both stand, and who refers to it means the one known first',
  },
  'entry-repeated': {
    zh: '记录中有 {given} 条完全重复的条目；每条只写一次',
    en: '{given} entries of the record stand twice word for word; write each once',
  },
  'rule-unreachable': {
    zh: '`{given}` 永远轮不到：第 {expected} 条已包含它；请调整顺序',
    en: '`{given}` is never reached: line {expected} takes every case of it; change the order',
  },
  'unknown-entry': {
    zh: '条目 `{entry}` 针对的 `{given}` 不在记录上；先保留，待其报送后生效，请核对标识',
    en: 'entry `{entry}` is about `{given}`, which is not on the record; it is kept and counts once that is reported, check the id',
  },
  'wrong-target': {
    zh: '条目 `{entry}`（{step}）不能针对 `{given}`（{about}）；请核对所指条目',
    en: 'entry `{entry}` ({step}) cannot be about `{given}` ({about}); check what it refers to',
  },
  'withdrawn-in-circle': {
    zh: '撤回 `{given}` 与其他撤回互相指向成环，都不算被撤回；请重新报送',
    en: 'withdrawal `{given}` stands in a circle of withdrawals, and none of them is taken back; report them anew',
  },
  'corrected-days': {
    zh: '`{given}` 更正后日期相互矛盾；请再作更正',
    en: 'after its corrections `{given}` has days that contradict each other; correct it again',
  },
  'minimum-above-maximum': {
    zh: '规则 `{given}` 的最短期限长于最长期限；请更正',
    en: 'the minimum of rule `{given}` is longer than its maximum; correct it',
  },
  'repair-never': {
    zh: '`{given}` 不可修复（规则 `{rule}`）',
    en: '`{given}` can never be repaired (rule `{rule}`)',
  },
  'repair-too-early': {
    zh: '`{matter}` 的修复日 `{given}` 过早（规则 `{rule}`）；最早为 `{expected}`',
    en: 'the repair of `{matter}` on `{given}` is too early (rule `{rule}`); the first possible day is `{expected}`',
  },
  'repair-need-open': {
    zh: '`{matter}` 的修复条件 `{given}` 尚未满足（规则 `{rule}`）{by}',
    en: 'the repair of `{matter}` still needs `{given}` (rule `{rule}`) {by}',
  },
  'repair-without-rule': {
    zh: '条目 `{entry}` 要修复 `{given}`，但没有规则适用于它；请补充规则',
    en: 'entry `{entry}` repairs `{given}`, and no rule is for it; add one',
  },
  'shortening-refused': {
    zh: '`{matter}` 的公示期不能缩短 {given} 个月；允许 {expected} 个月',
    en: 'the publication of `{matter}` cannot be shortened by {given} months; allowed are {expected}',
  },
  'converts-to-itself': {
    zh: '换算的两端是同一等级体系 `{given}`；请写明另一端',
    en: 'both sides of the conversion are the scale `{given}`; name the other one',
  },
  'no-such-level': {
    zh: '该等级体系没有 `{given}`（已有：{expected}）',
    en: 'the scale has no level `{given}` (known: {expected})',
  },
  'level-not-converted': {
    zh: '等级 `{given}` 没有换算；不予认可的也要写明（null）',
    en: 'level `{given}` has no line; one that is not recognised is written as null',
  },
  'conversion-turned': {
    zh: '换算 `{given}` 颠倒了好坏次序；请更正',
    en: 'conversion `{given}` turns the order round: a better level becomes a worse one; correct it',
  },
  'loss-unsaid': {
    zh: '换算 `{given}` 合并或舍去了等级，却没有写明损失了什么；请在 lost 中写明',
    en: 'conversion `{given}` makes levels one or drops some and does not say what is lost; say it in `lost`',
  },
  'no-conversion': {
    zh: '在 `{day}` 没有从 `{given}` 到 `{to}` 的换算表；字母相同不等于等级相同（已有：{expected}）',
    en: 'no table in force on `{day}` leads from `{given}` to `{to}`; equal letters are no conversion (known: {expected})',
  },
  'not-recognised': {
    zh: '`{scale}` 的 `{given}` 级不为 `{to}` 认可',
    en: 'level `{given}` of `{scale}` is not recognised by `{to}`',
  },
  'grade-of-later-day': {
    zh: '等级的日期 `{given}` 晚于使用日 `{expected}`',
    en: 'the grade is of `{given}`, later than the day it is used, `{expected}`',
  },
  'grade-too-old': {
    zh: '等级的日期为 `{given}`，在 `{day}` 已过期（最迟用到 `{expected}`）',
    en: 'the grade is of `{given}`, too old on `{day}`; it could be used up to `{expected}`',
  },
} satisfies Texts<CreditCode>;

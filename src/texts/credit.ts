import type { CreditCode } from '../credit/codes.js';
import type { Texts } from './text.js';

export const creditTexts = {
  'entry-without-source': {
    zh: '信用信息没有来源:`{given}`;应写明报送部门和文书号({expected})',
    en: 'the entry has no source: `{given}`; name the department and the number of the decision ({expected})',
  },
  'known-before-on': {
    zh: '知悉日 `{given}` 早于发生日 `{on}`;请更正其中之一',
    en: 'it was known on `{given}`, before it happened on `{on}`; correct one of the two',
  },
  'before-decision': {
    zh: '`{given}` 早于决定日 `{expected}`;履行和公示都在决定之后,请更正',
    en: '`{given}` lies before the decision of `{expected}`; what is decided is performed and published later, correct it',
  },
  'refers-to-itself': {
    zh: '条目 `{given}` 指向自身;refers 应为所针对条目的标识',
    en: 'entry `{given}` refers to itself; `refers` names the entry it is about',
  },
  'nothing-corrected': {
    zh: '更正 `{given}` 没有更正任何内容;请在 set 或 strike 中写明',
    en: 'correction `{given}` corrects nothing; say what in `set` or `strike`',
  },
  'cannot-strike': {
    zh: '不能删去 `{given}`:该项必须有,或同时又在 set 中重写',
    en: '`{given}` cannot be struck: every matter has it, or `set` says it anew',
  },
  'other-entity': {
    zh: '条目属于 `{given}`,而这是 `{expected}` 的记录;请归入其本人的记录',
    en: 'the entry is of `{given}`, and this is the record of `{expected}`; put it on its own record',
  },
  'id-repeated': {
    zh: '标识 `{given}` 有两份内容不同的报送;两份都保留,引用时以先知悉者为准',
    en: 'two reports of id `{given}` say different things; both stand, and who refers to it means the one known first',
  },
  'entry-repeated': {
    zh: '记录中有 {given} 条完全重复的条目;每条只写一次',
    en: '{given} entries of the record stand twice word for word; write each once',
  },
  'rule-unreachable': {
    zh: '`{given}` 永远轮不到:第 {expected} 条已包含它;请调整顺序',
    en: '`{given}` is never reached: line {expected} takes every case of it; change the order',
  },
  'unknown-entry': {
    zh: '条目 `{entry}` 针对的 `{given}` 不在记录上;先保留,待其报送后生效,请核对标识',
    en: 'entry `{entry}` is about `{given}`, which is not on the record; it is kept and counts once that is reported, check the id',
  },
  'wrong-target': {
    zh: '条目 `{entry}`({step})不能针对 `{given}`({about});请核对所指条目',
    en: 'entry `{entry}` ({step}) cannot be about `{given}` ({about}); check what it refers to',
  },
  'withdrawn-in-circle': {
    zh: '撤回 `{given}` 与其他撤回互相指向成环,都不算被撤回;请重新报送',
    en: 'withdrawal `{given}` stands in a circle of withdrawals, and none of them is taken back; report them anew',
  },
  'corrected-days': {
    zh: '`{given}` 更正后日期相互矛盾;请再作更正',
    en: 'after its corrections `{given}` has days that contradict each other; correct it again',
  },
  'minimum-above-maximum': {
    zh: '规则 `{given}` 的最短期限长于最长期限;请更正',
    en: 'the minimum of rule `{given}` is longer than its maximum; correct it',
  },
  'repair-never': {
    zh: '`{given}` 不可修复(规则 `{rule}`)',
    en: '`{given}` can never be repaired (rule `{rule}`)',
  },
  'repair-too-early': {
    zh: '`{matter}` 的修复日 `{given}` 过早(规则 `{rule}`);最早为 `{expected}`',
    en: 'the repair of `{matter}` on `{given}` is too early (rule `{rule}`); the first possible day is `{expected}`',
  },
  'repair-need-open': {
    zh: '`{matter}` 的修复条件 `{given}` 尚未满足(规则 `{rule}`){by}',
    en: 'the repair of `{matter}` still needs `{given}` (rule `{rule}`) {by}',
  },
  'repair-without-rule': {
    zh: '条目 `{entry}` 要修复 `{given}`,但没有规则适用于它;请补充规则',
    en: 'entry `{entry}` repairs `{given}`, and no rule is for it; add one',
  },
  'shortening-refused': {
    zh: '`{matter}` 的公示期不能缩短 {given} 个月;允许 {expected} 个月',
    en: 'the publication of `{matter}` cannot be shortened by {given} months; allowed are {expected}',
  },
} satisfies Texts<CreditCode>;

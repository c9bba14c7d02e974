import type { RiskCode } from '../risk/codes.js';
import type { Texts } from './text.js';

export const riskTexts = {
  'round-without-month': {
    zh: '评级轮次 `{given}` 的周期为 `{every}`;年度轮次须写明月份,月度轮次不写',
    en: 'round `{given}` comes every `{every}`; a yearly one names its month, a monthly one none',
  },
  'never-better': {
    zh: '评级轮次 `{given}` 都只能调高风险,等级永远不会下降;请核对',
    en: 'rounds `{given}` may only make a level worse, so none ever gets better; check them',
  },
  'two-checks': {
    zh: '预警规则 `{given}` 要求两次核查;一条规则至多一次',
    en: 'warning rule `{given}` asks for two checks; expected one at most',
  },
  'method-twice': {
    zh: '核查方式 `{given}` 出现两次;每种方式至多一次',
    en: 'the method `{given}` stands twice; expected each once',
  },
  'times-negative': {
    zh: '平均数的倍数为 `{given}`;不应为负',
    en: '`{given}` times the average; expected no negative number',
  },
  'off-site-later': {
    zh: '预警规则 `{rule}` 先入企后 `{given}`;请核对是否应当先行非现场核查',
    en: 'warning rule `{rule}` goes on the premises before it checks `{given}`; check the order',
  },
  'unknown-finding': {
    zh: '核查结果 `{given}` 不在清单内(清单:{expected})',
    en: 'finding `{given}` is not on the list (listed: {expected})',
  },
  'finding-without-disposal': {
    zh: '核查结果 `{given}` 没有任何处置方式;请补充',
    en: 'nothing can be done about finding `{given}`; add a disposal for it',
  },
  'standard-unclear': {
    zh: '缺少判断适用何种评级标准所需的事实;等级保持不变,请补充',
    en: 'a fact is missing that says which standard applies; the level stays, add the fact',
  },
  'standard-missing': {
    zh: '没有适用的评级标准;等级保持不变,请补充标准',
    en: 'no standard applies; the level stays, add a standard',
  },
  'standards-of-days': {
    zh: '各评级标准的日期不一致:{given};应为同一天',
    en: 'the standards are opened at {given}; expected one and the same day',
  },
  'other-regrading': {
    zh: '等级历史依据 `{expected}`,给出的是 `{given}`',
    en: 'the history rests on `{expected}`, given was `{given}`',
  },
  'round-not-later': {
    zh: '评级日 `{given}` 不晚于上一次 `{expected}`;历史只增不改',
    en: '`{given}` is not after the last round, `{expected}`; a history is only added to',
  },
  'no-such-round': {
    zh: '`{given}` 不是评级日(轮次:{expected})',
    en: 'no round falls on `{given}` (rounds: {expected})',
  },
  'list-not-later': {
    zh: '名单日 `{given}` 不晚于上一期 `{expected}`',
    en: '`{given}` is not after the list before, `{expected}`',
  },
  'fact-not-known': {
    zh: '预警规则 `{rule}` 所需的 `{given}` 未知,无法判断;请补充',
    en: 'warning rule `{rule}` needs `{given}`, which is not known; it has no answer, add the fact',
  },
  'too-few-peers': {
    zh: '预警规则 `{rule}` 只有 {given} 户同类,至少应有 {expected} 户;不作比较',
    en: 'warning rule `{rule}` finds {given} of its like, expected {expected}; nothing is compared',
  },
  'other-document': {
    zh: '其依据为 `{expected}`,给出的是 `{given}`',
    en: 'it rests on `{expected}`, given was `{given}`',
  },
  'step-out-of-turn': {
    zh: '步骤 `{given}` 不合次序:当前状态为 `{state}`,下一步应为 {expected}',
    en: 'step `{given}` is out of turn: the case is `{state}`, the next step would be {expected}',
  },
  'step-back-in-time': {
    zh: '步骤日期 `{given}` 早于上一步 `{expected}`',
    en: 'the step of `{given}` lies before the one before it, of `{expected}`',
  },
  'method-out-of-turn': {
    zh: '核查方式 `{given}` 不合次序;应为 `{expected}`',
    en: 'the method `{given}` is out of turn; expected `{expected}`',
  },
  'disposal-not-for-finding': {
    zh: '处置方式 `{given}` 不适用于 `{finding}`(可为:{expected})',
    en: 'disposal `{given}` is none for `{finding}` (these are: {expected})',
  },
  'evidence-missing': {
    zh: '结论 `{given}` 没有证据;请附证据编号',
    en: 'the result `{given}` has no evidence; give its reference',
  },
  'no-further-method': {
    zh: '`{given}` 之后没有其他核查方式;应当给出结论',
    en: 'no method is left after `{given}`; say whether it is founded',
  },
} satisfies Texts<RiskCode>;

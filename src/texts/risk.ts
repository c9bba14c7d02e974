import type { RiskCode } from '../risk/codes.js';
import type { Texts } from './text.js';

export const riskTexts = {
  'round-without-month': {
    zh: '评级轮次 `{given}` 的周期为 `{every}`；年度轮次须写明月份，月度轮次不写',
    en: 'round `{given}` comes every `{every}`; a yearly one names its month, a monthly one none',
  },
  'never-better': {
    zh: '评级轮次 `{given}` 都只能调高风险，等级永远不会下降；请核对',
    en: 'rounds `{given}` may only make a level worse, so none ever gets better; check them',
  },
  'two-checks': {
    zh: '预警规则 `{given}` 要求两次核查；一条规则至多一次',
    en: 'warning rule `{given}` asks for two checks; expected one at most',
  },
  'method-twice': {
    zh: '核查方式 `{given}` 出现两次；每种方式至多一次',
    en: 'the method `{given}` stands twice; expected each once',
  },
  'times-negative': {
    zh: '平均数的倍数为 `{given}`；不应为负',
    en: '`{given}` times the average; expected no negative number',
  },
  'off-site-later': {
    zh: '预警规则 `{rule}` 先入企后 `{given}`；请核对是否应当先行非现场核查',
    en: 'warning rule `{rule}` goes on the premises before it checks `{given}`; check the order',
  },
  'unknown-finding': {
    zh: '核查结果 `{given}` 不在清单内（清单：{expected}）',
    en: 'finding `{given}` is not on the list (listed: {expected})',
  },
  'finding-without-disposal': {
    zh: '核查结果 `{given}` 没有任何处置方式；请补充',
    en: 'nothing can be done about finding `{given}`; add a disposal for it',
  },
  'standard-unclear': {
    zh: '缺少判断适用何种评级标准所需的事实；等级保持不变，请补充',
    en: 'a fact is missing that says which standard applies; the level stays, add the fact',
  },
  'standard-missing': {
    zh: '没有适用的评级标准；等级保持不变，请补充标准',
    en: 'no standard applies; the level stays, add a standard',
  },
  'standards-of-days': {
    zh: '各评级标准的日期不一致：{given}；应为同一天',
    en: 'the standards are opened at {given}; expected one and the same day',
  },
  'other-regrading': {
    zh: '等级历史依据 `{expected}`，给出的是 `{given}`',
    en: 'the history rests on `{expected}`, given was `{given}`',
  },
  'round-not-later': {
    zh: '评级日 `{given}` 不晚于上一次 `{expected}`；历史只增不改',
    en: '`{given}` is not after the last round, `{expected}`; a history is only added to',
  },
  'no-such-round': {
    zh: '`{given}` 不是评级日（轮次：{expected}）',
    en: 'no round falls on `{given}` (rounds: {expected})',
  },
  'list-not-later': {
    zh: '名单日 `{given}` 不晚于上一期 `{expected}`',
    en: '`{given}` is not after the list before, `{expected}`',
  },
  'fact-not-known': {
    zh: '预警规则 `{rule}` 所需的 `{given}` 未知，无法判断；请补充',
    en: 'warning rule `{rule}` needs `{given}`, which is not known; it has no answer, add the fact',
  },
  'too-few-peers': {
    zh: '预警规则 `{rule}` 只有 {given} 户同类，至少应有 {expected} 户；不作比较',
    en: 'warning rule `{rule}` finds {given} of its like, expected {expected}; nothing is compared',
  },
  'other-document': {
    zh: '其依据为 `{expected}`，给出的是 `{given}`',
    en: 'it rests on `{expected}`, given was `{given}`',
  },
  'step-out-of-turn': {
    zh: '步骤 `{given}` 不合次序：当前状态为 `{state}`，下一步应为 {expected}',
    en: 'step `{given}` is out of turn: the case is `{state}`, the next step would be {expected}',
  },
  'step-back-in-time': {
    zh: '步骤日期 `{given}` 早于上一步 `{expected}`',
    en: 'the step of `{given}` lies before the one before it, of `{expected}`',
  },
  'method-out-of-turn': {
    zh: '核查方式 `{given}` 不合次序；应为 `{expected}`',
    en: 'the method `{given}` is out of turn; expected `{expected}`',
  },
  'disposal-not-for-finding': {
    zh: '处置方式 `{given}` 不适用于 `{finding}`（可为：{expected}）',
    en: 'disposal `{given}` is none for `{finding}` (these are: {expected})',
  },
  'evidence-missing': {
    zh: '结论 `{given}` 没有证据；请附证据编号',
    en: 'the result `{given}` has no evidence; give its reference',
  },
  'no-further-method': {
    zh: '`{given}` 之后没有其他核查方式；应当给出结论',
    en: 'no method is left after `{given}`; say whether it is founded',
  },
  'tier-missing': {
    zh: '事项 `{permit}` 没有写明风险等级 `{given}` 的审批方式；请补充',
    en: 'permit `{permit}` says nothing of level `{given}`; add its tier',
  },
  'approval-lighter': {
    zh: '风险等级 `{level}` 的审批方式 `{given}` 比较低风险的 `{expected}` 更宽；请更正',
    en: 'level `{level}` goes by `{given}`, more lightly than a better level, which goes by `{expected}`',
  },
  'filing-without-materials': {
    zh: '事项 `{given}` 实行备查，却没有写明材料；请补充 materials',
    en: 'permit `{given}` is filed and names no materials; add `materials`',
  },
  'commitment-without-promise': {
    zh: '事项 `{given}` 实行告知承诺，却没有写明承诺内容；请补充 commitments',
    en: 'permit `{given}` is granted on commitment and names none; add `commitments`',
  },
  'strict-without-follow-up': {
    zh: '事项 `{given}` 严格审批之后没有检查；请补充 followUp.strict',
    en: 'no check follows the strict approval of permit `{given}`; add `followUp.strict`',
  },
  'strict-without-time': {
    zh: '事项 `{given}` 的严格审批没有期限；请补充 decideWithin',
    en: 'the strict approval of permit `{given}` has no time; add `decideWithin`',
  },
  'follow-up-weaker': {
    zh: '事项 `{given}` 严格审批之后的检查晚于 `{tier}`；高风险应加强事后监管',
    en: 'the check after strict approval of permit `{given}` comes later than that after `{tier}`',
  },
  'never-barred': {
    zh: '事项 `{given}` 的告知承诺不限制任何失信者；请核对是否需要 barred',
    en: 'nobody is barred from promising for permit `{given}`, whatever he broke; check `barred`',
  },
  'standard-unknown': {
    zh: '没有审批所依据的风险评级标准 `{given}`（已有：{expected}）',
    en: 'there is no risk standard `{given}`, by which approval goes (known: {expected})',
  },
  'standard-differs': {
    zh: '评级标准为 `{given}`，审批所依据的是 `{expected}`；事前事后应为同一标准',
    en: 'the standard is `{given}`, approval goes by `{expected}`; expected one before and after',
  },
  'rating-of-another-day': {
    zh: '评级日期为 `{given}`，申请日期为 `{expected}`；应为同一天',
    en: 'the rating is of `{given}`, the application of `{expected}`; expected one day',
  },
  'unknown-permit': {
    zh: '没有审批事项 `{given}`（已有：{expected}）',
    en: 'there is no permit `{given}` (known: {expected})',
  },
  'fact-needed': {
    zh: '办理 `{permit}` 需要知道 `{given}`；请补充',
    en: 'permit `{permit}` needs `{given}`, which is not known; add it',
  },
  'material-missing': {
    zh: '缺少材料 `{given}`',
    en: 'the material `{given}` is missing',
  },
  'promise-missing': {
    zh: '缺少承诺 `{given}`',
    en: 'the promise `{given}` is missing',
  },
  'promise-later': {
    zh: '承诺 `{promise}` 的签署日期 `{given}` 晚于申请日期 `{expected}`',
    en: 'promise `{promise}` was signed on `{given}`, after the application of `{expected}`',
  },
  'unknown-promise': {
    zh: '没有承诺 `{given}`（已有：{expected}）',
    en: 'there is no promise `{given}` (known: {expected})',
  },
  'check-early': {
    zh: '核查日期 `{given}` 早于准予日期 `{expected}`',
    en: 'the check of `{given}` lies before the grant of `{expected}`',
  },
  'checked-already': {
    zh: '承诺 `{given}` 已经核查；每项承诺核查一次',
    en: 'promise `{given}` was checked already; expected one check',
  },
  'nothing-to-correct': {
    zh: '承诺 `{given}` 的状态为 `{state}`，没有需要改正的内容',
    en: 'promise `{given}` is `{state}`, so there is nothing to correct',
  },
  'not-granted': {
    zh: '该申请的结果为 `{given}`，应为 `{expected}`',
    en: 'the application is `{given}`, expected `{expected}`',
  },
  'unknown-excuse': {
    zh: '未覆盖理由 `{given}` 不在清单内（清单：{expected}）',
    en: 'reason `{given}` is not on the list and excuses nothing (listed: {expected})',
  },
  'key-in-lottery': {
    zh: '重点监管对象 `{given}` 于 `{day}` 在随机抽查范围内；应全覆盖检查，不参加抽签',
    en: '`{given}` is under key supervision on `{day}` and stands in the frame of a draw; it is covered outside the lottery',
  },
  'span-inverted': {
    zh: '期间截止日 `{given}` 早于起始日 `{expected}`',
    en: 'the span ends on `{given}`, before it begins on `{expected}`',
  },
} satisfies Texts<RiskCode>;

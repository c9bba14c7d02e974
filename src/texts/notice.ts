import type { NoticeCode } from '../notice/codes.js';
import type { CheckName } from '../notice/verification.js';
import type { Texts } from './text.js';

/** What each check of a verification makes sure of. */
export const checkTexts = {
  'notice-a': {
    zh: '公示甲格式正确，摘要相符',
    en: 'notice A is well-formed and has its digest',
  },
  'notice-b': {
    zh: '公示乙格式正确、摘要相符，所承接的正是这份公示甲',
    en: 'notice B is well-formed, has its digest and follows this notice A',
  },
  policy: {
    zh: '公示乙所用方案与公示甲承诺的一致',
    en: 'notice B names the programme that notice A committed to',
  },
  entropy: {
    zh: '随机数来自事先指明的来源，次序不变',
    en: 'chance came from the sources named before, in their order',
  },
  seed: { zh: '种子和各密钥由随机数算得', en: 'seed and keys follow from the entropy' },
  strata: { zh: '分层、数量与公示甲一致', en: 'strata, sizes and quotas are those of notice A' },
  samples: {
    zh: '每个签号正确、次序正确、数量足额',
    en: 'every ticket is right, in order, and as many as the quota are drawn',
  },
  certain: {
    zh: '必查对象与事先承诺的一致',
    en: 'those visited for certain are those committed to',
  },
  frame: {
    zh: '抽查范围与承诺的一致，且无签号更小者被跳过',
    en: 'the frame is the one committed to, and nobody with a smaller ticket was passed over',
  },
  staff: {
    zh: '执法人员名录与承诺的一致，公开的回避均在承诺之中',
    en: 'the staff is the one committed to, and each opened recusal was committed to',
  },
  visits: {
    zh: '检查由抽取结果和必查对象得出，日期由签号得出',
    en: 'visits follow from the samples and from who is certain, their days from tickets',
  },
  teams: {
    zh: '检查组，或人员不足的证明，由抽签得出',
    en: 'the teams, or the proof that staff does not suffice, are those the lottery gives',
  },
  result: { zh: '结果摘要相符', en: 'the result has its digest' },
} satisfies Texts<CheckName>;

export const noticeTexts = {
  'unknown-task': {
    zh: '没有任务 `{given}`；本计划的任务为 {expected}',
    en: 'there is no task `{given}`; those of this plan are {expected}',
  },
  'not-this-plan': {
    zh: '公示乙承接的公示甲摘要为 `{given}`，准备好的计划为 `{expected}`；请使用同一次抽取的文件',
    en: 'notice B follows the notice A `{given}`, the prepared plan has `{expected}`; use those of one draw',
  },
  'amendments-differ': {
    zh: '已有的变更公告核验未通过：`{field}` 应为 `{expected}`，实为 `{found}`；请先恢复原文件',
    en: 'the amendments so far do not hold: `{field}` should be `{expected}` and is `{found}`; restore them first',
  },
  'not-drawn': {
    zh: '`{given}` 在任务 `{task}` 中没有中签（必查对象没有备选）；请核对标识和任务',
    en: '`{given}` was not drawn for task `{task}` (who is certain has no substitute); check the id and the task',
  },
  'reason-missing': {
    zh: '撤出 `{given}` 没有写明理由；请写明',
    en: '`{given}` is struck without a reason; give one',
  },
  'bad-absence': {
    zh: '缺席时间首尾颠倒：自 `{from}` 至 `{to}`；请更正',
    en: 'the absence ends on `{to}`, before it begins on `{from}`; correct it',
  },
  'bad-top-up': {
    zh: '任务 `{task}` 增抽后的总数为 {given}；应为 {least} 至 {most}，即多于现在的数目，不超过各层（原来不抽的层除外）还能抽出的数目，且能保证重点部分的最低比例',
    en: 'task `{task}` is to draw {given} in all; expected {least} to {most}: more than it draws now, no more than the strata that were announced to draw anybody still have, and a total by which a part keeps its least share',
  },
  'top-up-exhausted': {
    zh: '任务 `{task}` 不能再增抽（要求总数为 {given}）：各层（原来不抽的层除外）已无对象可抽，或者再抽就不能保证重点部分的最低比例；请另立任务',
    en: "task `{task}` can't draw more than now ({given} in all was asked): the strata that were announced to draw anybody have nobody left, or a part could not keep its least share; plan another task",
  },
  'register-changed': {
    zh: '抽取登记簿的既往记录被改动：应为 `{expected}`，实为 `{given}`；请恢复原文件',
    en: 'a past entry of the register of draws was changed: expected `{expected}`, found `{given}`; restore it',
  },
  'draw-gap': {
    zh: '编号序列 `{series}` 中缺少 `{given}`；请补登作废记录并说明理由',
    en: 'number `{given}` of the series `{series}` is missing; add an abandoned entry for it with an explanation',
  },
  'second-draw': {
    zh: '`{given}` 与 `{first}` 为同一用途（`{purpose}`）重复抽取；同一用途只能抽取一次',
    en: '`{given}` is a second draw for the purpose of `{first}` (`{purpose}`); a purpose is drawn for once',
  },
  'drawn-again': {
    zh: '`{first}` 作废后，`{given}` 为同一用途（`{purpose}`）再次抽取；请核对作废理由',
    en: '`{given}` draws again for the purpose of `{first}` (`{purpose}`), which was abandoned; look at its explanation',
  },
  'abandoned-unexplained': {
    zh: '`{given}` 作废但没有说明理由；请写明',
    en: '`{given}` was abandoned without an explanation; give one',
  },
  'entry-out-of-turn': {
    zh: '`{id}` 的记录 `{given}` 前后不接，应有 {expected}；请核对登记次序和摘要',
    en: 'the entry `{given}` of `{id}` does not follow from those before, expected {expected}; check order and digests',
  },
  'draw-without-number': {
    zh: '抽取编号 `{given}` 不以数字结尾，看不出是否缺号；请连续编号',
    en: 'draw id `{given}` does not end in a number, so no gap can be seen; number draws in sequence',
  },
  'draw-left-open': {
    zh: '`{given}` 已公示，既未抽取也未作废，后一编号却已公示；请登记其结果',
    en: '`{given}` was announced and neither drawn nor abandoned before the next was announced; register what became of it',
  },
} satisfies Texts<NoticeCode>;

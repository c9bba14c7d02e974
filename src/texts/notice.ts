import type { NoticeCode } from '../notice/codes.js';
import type { CheckName } from '../notice/verification.js';
import type { Texts } from './text.js';

/** What each check of a verification makes sure of. */
export const checkTexts = {
  'notice-a': {
    zh: '公示甲形状正确、摘要相符、此后未改动',
    en: 'notice A is well-formed, has its digest and is the one published',
  },
  'notice-b': {
    zh: '公示乙形状正确、摘要相符,承接的正是这份公示甲',
    en: 'notice B is well-formed, has its digest and follows this notice A',
  },
  policy: { zh: '所用方案与承诺的一致', en: 'the programme is the one committed to' },
  entropy: {
    zh: '随机数来自事先指明的来源,次序不变',
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
    zh: '抽查范围与承诺的一致,且无签号更小者被跳过',
    en: 'the frame is the one committed to, and nobody with a smaller ticket was passed over',
  },
  staff: {
    zh: '执法人员名录与承诺的一致,公开的回避均在承诺之中',
    en: 'the staff is the one committed to, and each opened recusal was committed to',
  },
  visits: {
    zh: '检查由抽取结果和必查对象得出,日期由签号得出',
    en: 'visits follow from the samples and from who is certain, their days from tickets',
  },
  teams: { zh: '检查组由抽签得出', en: 'the teams are those the lottery gives' },
  result: { zh: '结果摘要相符', en: 'the result has its digest' },
} satisfies Texts<CheckName>;

export const noticeTexts = {
  'unknown-task': {
    zh: '没有任务 `{given}`;本计划的任务为 {expected}',
    en: 'there is no task `{given}`; those of this plan are {expected}',
  },
  'not-this-plan': {
    zh: '公示乙承接的公示甲摘要为 `{given}`,准备好的计划为 `{expected}`;请使用同一次抽取的文件',
    en: 'notice B follows the notice A `{given}`, the prepared plan has `{expected}`; use those of one draw',
  },
  'amendments-differ': {
    zh: '已有的变更公告核验未通过:`{field}` 应为 `{expected}`,实为 `{found}`;请先恢复原文件',
    en: 'the amendments so far do not hold: `{field}` should be `{expected}` and is `{found}`; restore them first',
  },
  'not-drawn': {
    zh: '`{given}` 在任务 `{task}` 中没有中签(必查对象没有备选);请核对标识和任务',
    en: '`{given}` was not drawn for task `{task}` (who is certain has no substitute); check the id and the task',
  },
  'reason-missing': {
    zh: '撤出 `{given}` 没有写明理由;请写明',
    en: '`{given}` is struck without a reason; give one',
  },
  'bad-absence': {
    zh: '缺席时间首尾颠倒:自 `{from}` 至 `{to}`;请更正',
    en: 'the absence ends on `{to}`, before it begins on `{from}`; correct it',
  },
} satisfies Texts<NoticeCode>;

import type { PlanCode } from '../plan/codes.js';
import { registerTexts } from './register.js';
import type { Texts } from './text.js';

export const planTexts = {
  'bad-plan-input': { zh: '无法编制计划；见所列问题', en: 'no plan can be made; see the issues' },
  'bad-secret': {
    zh: '保密值长度为 {given}；应为 32 至 128 个小写十六进制字符',
    en: 'the secret has {given} characters; expected 32 to 128 lower-case hex digits',
  },
  // The register says the same where its own rows name them.
  'unknown-authority': registerTexts['unknown-authority'],
  'unknown-item': registerTexts['unknown-item'],
  'item-of-other-authority': {
    zh: '抽查事项 `{given}` 不属于本任务的发起或配合部门（{expected}）；请加入其主管部门',
    en: 'item `{given}` belongs to none of the task’s authorities ({expected}); add its own as a partner',
  },
  'task-without-items': {
    zh: '任务没有抽查事项；至少需要一项',
    en: 'the task has no items; name at least one',
  },
  'slash-in-name': {
    zh: '标识 `{given}` 含有斜杠；任务、事项和触发式检查需求的标识不能含斜杠',
    en: 'id `{given}` holds a slash; ids of tasks, items and for-cause demands may not',
  },
  'window-outside-year': {
    zh: '任务时间 `{given}` 不在计划年度内，或首尾颠倒（应在 {expected} 之内）',
    en: 'the window `{given}` is inverted or leaves the year of the plan (expected inside {expected})',
  },
  'team-too-small': {
    zh: '检查组人数为 {given}；应为 {expected}（至少两名执法人员）',
    en: 'the team has {given} persons; expected {expected} (two qualified officers at least)',
  },
  'not-for-cause': {
    zh: '预先给出的检查需求，其原因为 `{given}`；只接受 {expected}，其余由抽签或名单产生',
    en: 'a demand given beforehand has cause `{given}`; expected {expected}, the others come from the draw and the lists',
  },
  'bad-entropy-label': {
    zh: '随机源标签 `{given}` 不合规则（应为 A-Z a-z 0-9 . _ : -）',
    en: 'bad label of an entropy source: `{given}` (expected A-Z a-z 0-9 . _ : -)',
  },
  'bad-entropy-bits': {
    zh: '随机源的比特数为 `{given}`；应为 {expected} 的整数',
    en: 'a source of entropy has `{given}` bits; expected an integer, {expected}',
  },
  'entropy-too-early': {
    zh: '随机源在 `{given}` 已可得，不晚于名录截止日 `{expected}`；应先承诺、后取随机数',
    en: 'the source is known on `{given}`, not after the cut-off `{expected}`; commitment comes before chance',
  },
  'entropy-too-small': {
    zh: '各随机源合计只有 {given} 比特不可预测；至少需要 {expected}',
    en: 'the sources hold {given} unpredictable bits together; at least {expected} are needed',
  },
  'entropy-differs': {
    zh: '给出的随机源为 `{given}`；公示甲承诺的是 `{expected}`，且顺序不可变',
    en: 'the entropy is labelled `{given}`; notice A names `{expected}`, in this order',
  },
  'entropy-too-short': {
    zh: '随机源 `{label}` 的值 `{given}` 太短，不可能含有所声明的 {expected} 比特；正式抽取将不予接受，请按取值说明核对原值',
    en: 'the value `{given}` of source `{label}` is too short to hold the {expected} bits it claims, and no draw that binds takes it; read it again at its source',
  },
  'source-differs': {
    zh: '随机源写作 `{given}`，按其定义应为 `{expected}`；请用 entropySource 的结果',
    en: 'the source says `{given}`, by its specification it is `{expected}`; use what entropySource gives',
  },
  'register-too-old': {
    zh: '名录截止日 `{given}` 距计划年度 {expected} 已超过两年；请更新名录',
    en: 'the cut-off `{given}` lies more than two years before the plan’s year {expected}; export the register again',
  },
  'scope-unknown': {
    zh: '无法判断 `{given}` 是否属于任务 `{task}` 的范围（缺少数据），未列入；请补齐',
    en: 'whether `{given}` is in the scope of task `{task}` hangs on a missing fact; it was left out; supply it',
  },
  'total-over-frame': {
    zh: '要求抽取 {given} 个，范围内只有 {expected} 个；全部列入',
    en: 'asked to draw {given}, but only {expected} can be drawn; all of them are taken',
  },
  'empty-frame': {
    zh: '任务 `{task}` 的范围内没有任何对象；请检查范围条件',
    en: 'nobody is in the scope of task `{task}`; check its condition',
  },
  'empty-part': {
    zh: '任务 `{task}` 标明的部分里没有任何对象，最低占比因此不起作用；请检查 `least.where` 的条件',
    en: 'nobody is in the part of task `{task}` that gets a least share, so it does nothing; check the condition `least.where`',
  },
  'drawn-unknown': {
    zh: '任务 `{task}` 以前各部分已抽取的标识中，有 {rows} 个不在名录库中，首先是 `{given}`；若非已退出名录库，请更正，否则所指对象可能再次被抽中',
    en: 'of those whom earlier parts of task `{task}` drew, {rows} stand in no register, `{given}` first; unless they left it correct the id, or whoever is meant may be drawn again',
  },
  'no-cap-to-plan': {
    zh: '可据以编制年度计划的上限文件为 {given}；应恰有一份按公历年计次的上限文件，请更正方案中的 `roles.caps`（{expected}）',
    en: 'the caps a year could be planned by are {given}; expected just one that counts the visits of a calendar year: correct `roles.caps` ({expected})',
  },
  'cap-not-planned': {
    zh: '上限文件 `{cap}` 的限制 {given} 不能用于编制年度计划：登记每次检查时由 admitVisit 逐次把关',
    en: 'the limits {given} of the cap `{cap}` are not planned by: admitVisit keeps them when each visit is booked',
  },
  'weight-missing': {
    zh: '`{id}` 没有事实 `{fact}`，无从得知其在任务 `{task}` 中的权重，故不在该任务的抽查范围内；请补填，或在抽取办法中写明缺失时的权重（missing）',
    en: '`{id}` has no fact `{fact}`, so its weight for task `{task}` is not known and it stands in no frame of that task; fill it in, or say in the sampling document what a missing one weighs (`missing`)',
  },
} satisfies Texts<PlanCode>;

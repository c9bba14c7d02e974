import type { RepairNeed } from '../credit/publication/publication.js';
import type { PublicityReason } from '../credit/publication/publishedOn.js';
import type { FactKind, StepKind } from '../credit/record/entry.js';
import type { Matter, Taken } from '../credit/record/matter.js';
import type { Texts } from './text.js';

/** What stands on a record, and what is done about it, in words. */
export const entryKindWords = {
  permit: { zh: '行政许可', en: 'permit' },
  penalty: { zh: '行政处罚', en: 'penalty' },
  enforcement: { zh: '行政强制', en: 'enforcement' },
  award: { zh: '行政奖励', en: 'award' },
  judgment: { zh: '司法裁判', en: 'judgment' },
  'commitment-made': { zh: '作出信用承诺', en: 'commitment made' },
  'commitment-kept': { zh: '履行信用承诺', en: 'commitment kept' },
  'commitment-broken': { zh: '违背信用承诺', en: 'commitment broken' },
  'list-entry': { zh: '列入名单', en: 'entry of a list' },
  'list-exit': { zh: '移出名单', en: 'exit of a list' },
  'duty-missed': { zh: '未履行公示义务', en: 'duty of publication missed' },
  finding: { zh: '检查发现问题', en: 'finding' },
  complaint: { zh: '投诉举报属实', en: 'complaint upheld' },
  accident: { zh: '事故', en: 'accident' },
  deed: { zh: '已做', en: 'done' },
  repair: { zh: '信用修复', en: 'repair' },
  shortening: { zh: '缩短公示期', en: 'publication shortened' },
  correction: { zh: '更正', en: 'correction' },
  withdrawal: { zh: '撤回', en: 'withdrawal' },
  objection: { zh: '异议', en: 'objection' },
  'objection-decision': { zh: '异议处理决定', en: 'decision on an objection' },
} satisfies Texts<FactKind | StepKind>;

/** How severe a matter is, where a report uses the words of the NDRC's rules. */
export const severityWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
  {
    minor: { zh: '轻微', en: 'minor' },
    general: { zh: '一般', en: 'general' },
    serious: { zh: '严重', en: 'serious' },
  };

/** What a repair needs, in words. */
export const needWords = {
  'duty-done': { zh: '履行义务、纠正失信行为', en: 'the duty done' },
  'harm-removed': { zh: '消除危害后果和不良影响', en: 'the harm removed' },
  pledge: { zh: '公开作出信用承诺', en: 'a pledge' },
  verification: { zh: '信用核查', en: 'a verification' },
  training: { zh: '参加信用修复培训', en: 'a training' },
  'credit-report': { zh: '提交信用报告', en: 'a credit report' },
  charity: { zh: '参加公益慈善活动', en: 'charity' },
  'no-same-offence': {
    zh: '未因同一类违法行为再次受罚',
    en: 'no penalty again for the same offence',
  },
  'on-no-list': { zh: '不在有关名单上', en: 'to be on none of the lists' },
} satisfies Texts<RepairNeed['need']>;

/** Why a matter is published or is not, in words. */
export const publicityWords = {
  'within-period': { zh: '公示期内', en: 'within its period' },
  'no-end': { zh: '长期公示', en: 'as long as it stands' },
  unperformed: {
    zh: '期满但尚未履行，继续公示',
    en: 'its period is over, but it is not performed',
  },
  'period-over': { zh: '公示期满', en: 'its period is over' },
  repaired: { zh: '已修复', en: 'repaired' },
  'rule-says-never': { zh: '按规定不予公示', en: 'not to be published by rule' },
  'no-rule': { zh: '没有适用的公示规则', en: 'no rule is for it' },
  objected: { zh: '异议期间中止公示', en: 'suspended by an objection' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  'not-yet': { zh: '尚未公示', en: 'not published yet' },
} satisfies Texts<PublicityReason>;

/** How a matter stands, in words. */
export const matterStateWords = {
  standing: { zh: '有效', en: 'stands' },
  objected: { zh: '异议处理中', en: 'objected to' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} satisfies Texts<Matter['state']>;

/** What became of a step, in words. */
export const effectWords = {
  applied: { zh: '已生效', en: 'has effect' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  'not-yet': { zh: '尚未到期', en: 'not yet' },
  refused: { zh: '不予办理', en: 'refused' },
} satisfies Texts<Taken['effect']>;

import type {
  DiligenceCheck,
  DiligenceCheckName,
  DutyThen,
  ExemptionCircumstance,
} from '../oversight/dueDiligenceTypes.js';
import type { Way } from '../oversight/promised.js';
import type { Lang } from './describe.js';

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Lang, string>>>>;

/** How a visit came about. */
export const wayWords = {
  untargeted: { zh: '不定向抽查', en: 'drawn among all' },
  targeted: { zh: '定向抽查', en: 'drawn within a condition' },
  certain: { zh: '全覆盖', en: 'certain' },
  'for-cause': { zh: '触发式检查', en: 'for cause' },
  unplanned: { zh: '计划外', en: 'unplanned' },
} satisfies Words<Way>;

/** What a measure is. */
export const measureWords: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  'certain-covered': { zh: '全覆盖事项完成', en: 'certain checks done' },
  'certain-overdue': { zh: '全覆盖事项逾期', en: 'certain checks overdue' },
  'drawn-visited': { zh: '抽中对象已检查', en: 'drawn entities visited' },
  'hits-untargeted': { zh: '不定向抽查发现问题', en: 'faults found, drawn among all' },
  'hits-targeted': { zh: '定向抽查发现问题', en: 'faults found, drawn within a condition' },
  targeting: { zh: '定向比不定向多发现', en: 'found by condition beyond chance' },
  overturned: { zh: '被撤销的决定', en: 'decisions overturned' },
  changed: { zh: '被变更的决定', en: 'decisions changed' },
  'published-late': { zh: '逾期公示', en: 'results public too late' },
  'working-days-late': { zh: '逾期公示的工作日', en: 'working days too late' },
  overridden: { zh: '未按规则结论办理', en: 'answers overridden' },
  'overridden-without-reason': { zh: '未写明理由的变通', en: 'overridden without a reason' },
  'limits-overridden': { zh: '突破频次上限', en: 'limits overridden' },
  together: { zh: '多部门一次上门的企业', en: 'firms that authorities came to together' },
  unplanned: { zh: '无人要求的检查', en: 'visits nobody asked for' },
  'visits-borne': { zh: '企业承受的检查', en: 'visits borne by firms' },
  'days-borne': { zh: '企业承受的检查天数', en: 'days of inspection borne' },
  'outside-limits': { zh: '上限外检查', en: 'visits outside the limits' },
};

/** Where a duty stood. */
export const dutyWords = {
  done: { zh: '已完成', en: 'done' },
  open: { zh: '期限内', en: 'open' },
  overdue: { zh: '逾期', en: 'overdue' },
  deferred: { zh: '依规延后', en: 'deferred' },
} satisfies Words<DutyThen['state']>;

/** A condition that can be computed. */
export const checkWords = {
  'rule-in-force': { zh: '有现行有效的规则', en: 'a rule was in force' },
  'duties-done': { zh: '计划要求的检查没有逾期', en: 'no check of the plan was overdue' },
  'answers-followed': {
    zh: '按规则结论办理，或写明了理由',
    en: 'the answers were followed, or a reason was given',
  },
  'faults-acted-on': {
    zh: '发现的问题有处理决定',
    en: 'each visit that found a fault was acted on',
  },
  'published-in-time': { zh: '结果按期公示', en: 'the results were public in time' },
} satisfies Words<DiligenceCheckName>;

/** Whether a condition held. */
export const answerWords = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  none: { zh: '没有此类事项', en: 'there was nothing of the kind' },
  unknown: { zh: '未提供材料', en: 'not shown' },
} satisfies Words<DiligenceCheck['answer']>;

/** What an exemption is weighed by. */
export const circumstanceWords = {
  'motive-and-attitude': { zh: '动机态度', en: 'motive and attitude' },
  'objective-conditions': { zh: '客观条件', en: 'objective conditions' },
  'procedure-and-method': { zh: '程序方法', en: 'procedure and method' },
  'nature-and-degree': { zh: '性质程度', en: 'nature and degree' },
  consequences: { zh: '后果影响', en: 'consequences' },
  'losses-recovered': { zh: '挽回损失', en: 'losses recovered' },
} satisfies Words<ExemptionCircumstance>;

import type { InspectionCode } from '../inspection/codes.js';
import type { Texts } from './text.js';

export const inspectionTexts = {
  'result-sort-missing': {
    zh: '结果清单 `{given}` 没有类别为 `{expected}` 的结果；请补充',
    en: 'result list `{given}` has no result of sort `{expected}`; add one',
  },
  'recheck-without-event': {
    zh: '后续处理 `{given}` 需要复查，却没有写明复查未改正时记入何种信用信息',
    en: 'follow-up `{given}` is checked again, and nothing says which event it leaves where nothing was put right',
  },
  'checklist-not-in-force': {
    zh: '检查单 `{given}` 在 `{day}` 未生效（有效期：{expected}）；请使用当日有效的版本',
    en: 'checklist `{given}` is not in force on `{day}` (in force: {expected}); use the version of that day',
  },
  'checklist-differs': {
    zh: '检查单 `{checklist}` 的摘要为 `{given}`，与公布的 `{expected}` 不符；检查单不得改动',
    en: 'checklist `{checklist}` has the digest `{given}`, not the published `{expected}`; it may not be changed',
  },
  'item-without-officer': {
    zh: '检查事项 `{given}` 没有其所属部门（{expected}）的人员到场',
    en: 'nobody on the team is of an authority that has item `{given}` ({expected})',
  },
  'officer-of-no-authority': {
    zh: '人员 `{given}` 所属的 `{authority}` 不是本次检查的部门（{expected}）',
    en: 'officer `{given}` is of `{authority}`, no authority of this visit ({expected})',
  },
  'officers-too-few': {
    zh: '检查人员为 {given} 名，至少应为 {expected} 名',
    en: 'there are {given} officers; at least {expected} are needed',
  },
  'act-id-taken': {
    zh: '记录号 `{given}` 已用于另一项内容不同的记录；请另编号',
    en: 'act id `{given}` is taken by another act that says something else; give it another',
  },
  'act-of-another-visit': {
    zh: '记录属于检查 `{given}`，不属于 `{expected}`',
    en: 'the act is of visit `{given}`, not of `{expected}`',
  },
  'act-behind': {
    zh: '记录日期 `{given}` 早于上一项记录的 `{expected}`；记录只能顺序追加',
    en: 'the act’s day `{given}` lies before `{expected}`, that of the last; acts are only added',
  },
  'visit-not-started': {
    zh: '检查尚未开始（状态 `{state}`），不能记录 `{given}`；可为：{expected}',
    en: 'the visit has not started (it is `{state}`), so `{given}` can’t be entered; what can: {expected}',
  },
  'act-not-now': {
    zh: '检查处于 `{state}`，不能记录 `{given}`；可为：{expected}',
    en: 'the visit is `{state}`, so `{given}` can’t be entered; what can: {expected}',
  },
  'scan-missing': {
    zh: '没有扫码记录；现场检查须先扫码，否则企业有权拒绝',
    en: 'there is no record of the scan-in; on the premises it comes first, and the firm may refuse without it',
  },
  'officer-not-on-team': {
    zh: '`{given}` 不是本次检查的人员（检查组：{expected}）',
    en: '`{given}` is not on the team of this visit ({expected})',
  },
  'certificate-expired': {
    zh: '人员 `{given}` 的执法证件在 `{day}` 已失效（应为 {expected}）',
    en: 'the certificate of officer `{given}` is no longer valid on `{day}` (expected {expected})',
  },
  'officer-not-present': {
    zh: '人员 `{given}` 没有扫码到场（到场：{expected}）',
    en: 'officer `{given}` has not scanned in (present: {expected})',
  },
  'item-not-on-checklist': {
    zh: '事项 `{given}` 不在本次检查单上（{expected}）；不得在检查单之外检查',
    en: 'item `{given}` is not on this visit’s checklist ({expected}); nothing else is checked',
  },
  'item-not-its-authority': {
    zh: '`{given}` 属于 `{authority}`，事项 `{item}` 由 {expected} 检查',
    en: '`{given}` is of `{authority}`; item `{item}` is checked by {expected}',
  },
  'item-answered': {
    zh: '事项 `{given}` 已由记录 `{expected}` 填写；更改须写明所取代的记录',
    en: 'item `{given}` is answered by act `{expected}`; to change it, name the act it replaces',
  },
  'answer-unknown': {
    zh: '`{given}` 不是事项 `{item}` 现行的填写记录（现行：{expected}）',
    en: '`{given}` is not the answer that stands for item `{item}` (that is: {expected})',
  },
  'duty-not-of-item': {
    zh: '义务 `{given}` 不属于事项 `{item}`（{expected}）',
    en: 'duty `{given}` is none that item `{item}` asks ({expected})',
  },
  'evidence-needed': {
    zh: '事项 `{item}` 填写为 `{given}`，须附证据',
    en: 'item `{item}` is answered `{given}`, which needs evidence',
  },
  'evidence-later': {
    zh: '证据取得日 `{given}` 晚于记录日 `{expected}`',
    en: 'the evidence was taken on `{given}`, after the day it is entered, `{expected}`',
  },
  'corrected-without-fault': {
    zh: '事项 `{item}` 填写为 `{given}`，没有可当场改正的问题',
    en: 'item `{item}` is answered `{given}`, so nothing can have been put right',
  },
  'result-of-another-list': {
    zh: '结果出自清单 `{given}`，本次检查应使用 `{expected}`',
    en: 'the results are of list `{given}`; this visit goes by `{expected}`',
  },
  'unknown-result': {
    zh: '结果清单中没有代码 `{given}`（已有：{expected}）',
    en: 'the result list has no code `{given}` (known: {expected})',
  },
  'unknown-measure': {
    zh: '结果清单中没有后续处理 `{given}`（已有：{expected}）',
    en: 'the result list has no follow-up `{given}` (known: {expected})',
  },
  'result-missing': {
    zh: '没有填写检查结果（可为：{expected}）',
    en: 'no result is given (these may be: {expected})',
  },
  'result-repeated': {
    zh: '结果 `{given}` 出现两次；每个代码只填一次',
    en: 'result `{given}` is given twice; give each code once',
  },
  'result-contradicts': {
    zh: '结果 `{given}` 与其他结果或填写的事项不一致（不符合的事项：{faulty}）',
    en: 'result `{given}` contradicts the other results or the answers (items not met: {faulty})',
  },
  'item-unanswered': {
    zh: '检查单上的事项 {given} 尚未填写',
    en: 'items {given} of the checklist are not answered',
  },
  'item-without-result': {
    zh: '不符合的事项 {given} 没有对应的结果代码',
    en: 'items {given} are not met, and no result is about them',
  },
  'item-not-faulty': {
    zh: '事项 `{given}` 没有填写为不符合（不符合的事项：{expected}）',
    en: 'item `{given}` is not answered as not met (these are: {expected})',
  },
  'due-missing': {
    zh: '后续处理 `{given}` 需要写明期限',
    en: 'follow-up `{given}` needs a last day',
  },
  'due-past': {
    zh: '期限 `{given}` 早于作出之日（应为 {expected}）',
    en: 'the last day `{given}` lies before it is ordered (expected {expected})',
  },
  'due-too-late': {
    zh: '后续处理 `{measure}` 的期限 `{given}` 过长（应为 {expected}）',
    en: 'the last day `{given}` of follow-up `{measure}` is too late (expected {expected})',
  },
  'term-without-calendar': {
    zh: '后续处理 `{given}` 的期限为 {expected} 个工作日，须提供工作日历',
    en: 'follow-up `{given}` has a term of {expected} working days; give the calendar',
  },
  'unknown-follow-up': {
    zh: '没有后续处理 `{given}`（已有：{expected}）',
    en: 'there is no follow-up `{given}` (known: {expected})',
  },
  'follow-up-not-ready': {
    zh: '后续处理 `{given}` 处于 `{state}`，应为：{expected}',
    en: 'follow-up `{given}` is `{state}`; expected {expected}',
  },
  'reviewer-on-team': {
    zh: '`{given}` 参加了检查，不得审核',
    en: '`{given}` took part in the visit and may not review it',
  },
  'reviewer-unknown': {
    zh: '`{given}` 不是法制审核人员（{expected}）',
    en: '`{given}` is no reviewer of the legal office ({expected})',
  },
  'review-not-asked': {
    zh: '`{given}` 没有待审核的内容',
    en: 'nothing of `{given}` waits for a review',
  },
  'review-open': {
    zh: '结果 `{given}` 尚未经法制审核，不得公示',
    en: 'the results of `{given}` wait for the legal office; they are published after its review',
  },
  'not-published-yet': {
    zh: '结果尚未公示，不能办结',
    en: 'the results are not published yet, so the visit can’t be closed',
  },
  'follow-up-open': {
    zh: '后续处理 {given} 尚未办结',
    en: 'follow-ups {given} are not settled',
  },
  'chain-behind': {
    zh: '`{given}` 的记录排在 `{expected}` 的记录之后；记录只能按日期追加',
    en: 'an entry of `{given}` comes after one of `{expected}`; a record is only added to, day after day',
  },
  'entry-out-of-place': {
    zh: '第 {expected} 条的序号为 {given}；有记录被删除、插入或调换',
    en: 'entry {expected} has the number {given}; something was deleted, inserted or moved',
  },
  'entry-changed': {
    zh: '第 {seq} 条已被改动：摘要为 `{given}`，按其内容应为 `{expected}`',
    en: 'entry {seq} was changed: its digest is `{given}`, what it says has `{expected}`',
  },
  'chain-broken': {
    zh: '第 {seq} 条与前一条不相接：所载摘要为 `{given}`，前一条为 `{expected}`',
    en: 'entry {seq} does not follow the one before: it holds `{given}`, that one has `{expected}`',
  },
  'head-differs': {
    zh: '前 {count} 条的摘要为 `{given}`，与已公布的 `{expected}` 不符；第 {from} 条至第 {count} 条之间有改动',
    en: 'the first {count} entries end in `{given}`, not in the published `{expected}`; something between entry {from} and entry {count} was changed',
  },
  'chain-cut': {
    zh: '记录只有 {given} 条，已公布过 {expected} 条；末尾被删去',
    en: 'the record has {given} entries, and {expected} were published; its end was cut off',
  },
  'head-of-another-chain': {
    zh: '公布的摘要属于记录 `{given}`，不属于 `{expected}`',
    en: 'the published head is of record `{given}`, not of `{expected}`',
  },
  'term-without-after': {
    zh: '义务 `{given}` 写有期限，但所需记录不在其后（应为 {expected}）',
    en: 'duty `{given}` has a term, and what it needs does not come after (expected {expected})',
  },
  'system-without-duty': {
    zh: '没有属于制度 `{given}` 的义务；三项制度应当齐备',
    en: 'no duty is of system `{given}`; the three belong together',
  },
} satisfies Texts<InspectionCode>;

import type { VisitsCode } from '../visits/codes.js';
import type { Texts } from './text.js';

export const visitsTexts = {
  'repeated-demand': {
    zh: '检查需求标识`{id}`出现多次：每项需求的标识应唯一；各条均未安排，请删除重复项或改用不同标识。',
    en: 'The demand id `{id}` stands more than once; expected one demand an id: none of them is planned, remove or rename the repetition.',
  },
  'authority-missing': {
    zh: '检查需求`{id}`没有监管部门：应写明由哪个部门检查，请补充。',
    en: 'The demand `{id}` names no authority; expected the id of the authority that asks for it: add it.',
  },
  'entity-with-at-sign': {
    zh: '检查需求`{id}`的检查对象标识`{given}`含有“@”：该符号用于分隔经营场所，请换用不含“@”的标识。',
    en: 'The demand `{id}` is for entity `{given}`, whose id holds an at sign; expected none, since it sets off the site in the id of a visit: use another id.',
  },
  'bad-demand-weight': {
    zh: '检查需求`{id}`的权重为`{given}`：应为不小于0的整数，且同一对象合计不超过9007199254740991，请更正。',
    en: 'The demand `{id}` weighs `{given}`; expected an integer of at least 0, all of one entity together at most 9007199254740991: correct it.',
  },
  'window-inverted': {
    zh: '检查需求`{id}`的时间窗为`{given}`：截止日不应早于起始日，请更正。',
    en: 'The window of demand `{id}` is `{given}`; expected a last day not before the first: correct it.',
  },
  'evidence-missing': {
    zh: '触发式检查需求`{id}`的依据（{given}）不全：应为{expected}，即事由和记录编号，请补充后再安排。',
    en: 'The for-cause demand `{id}` has no evidence ({given}); expected {expected}, its cause and the reference of the record: add both.',
  },
  'cause-not-listed': {
    zh: '触发式检查需求`{id}`的事由`{given}`不在上限外事由清单内：应为{expected}之一；请更正事由，或作为计入上限的检查提出。',
    en: 'The for-cause demand `{id}` gives the cause `{given}`; expected one of {expected}: correct the cause or ask for a visit that counts.',
  },
  'bad-cap': {
    zh: '上限文件`{cap}`中`{kind}`的次数为`{given}`：应为不小于0的整数，请更正文件。',
    en: 'The cap `{cap}` allows `{given}` visits of kind `{kind}`; expected an integer of at least 0: correct the document.',
  },
  'cap-not-in-force': {
    zh: '上限文件`{cap}`的有效期为`{expected}`，检查需求`{id}`的时间窗为`{given}`：请使用届时有效的上限文件。',
    en: 'The cap `{cap}` is in force on `{expected}`, the demand `{id}` is due on `{given}`: pass the cap that is in force on those days.',
  },
  'cap-on-other-scale': {
    zh: '上限文件`{cap}`使用等级体系`{expected}`，给出的是`{given}`的等级：不同体系的等级不可比较，请先按有出处的对照表换算。',
    en: 'The cap `{cap}` names levels of `{expected}`, the level given is of `{given}`; letters of two scales are never compared: convert it by a cited table first.',
  },
  'cap-not-plannable': {
    zh: '上限文件`{cap}`的限制{given}不能用于编制年度联合检查：请用按公历年计次的上限文件编制计划，本文件由admitVisit在登记时逐次把关。',
    en: 'The limits {given} of the cap `{cap}` can not be planned by; expected limits that count the visits of a calendar year, all authorities together: plan under such a cap and let admitVisit keep this one.',
  },
  'fact-missing': {
    zh: '无法判断上限文件`{cap}`是否保护`{id}`：缺少其事实或等级{expected}，请补充。',
    en: 'Whether the cap `{cap}` protects `{id}` can not be told; expected its facts or level {expected}: add them.',
  },
  'unknown-limit': {
    zh: '例外所解除的限制`{given}`不在本文件内：应为{expected}之一，请更正。',
    en: 'The exception lifts `{given}`, which is no limit of the document; expected one of {expected}: correct it.',
  },
  'limit-window': {
    zh: '限制`{limit}`的计数时段为{given}：次数和日数应有时段，间隔和免检期不应有时段（应为{expected}），请更正。',
    en: 'The window of limit `{limit}` is {given}; expected {expected}, since visits and days are counted in a window and a gap or an exemption is one itself: correct it.',
  },
  'lines-missing': {
    zh: '限制`{limit}`区分上下级部门，但文件没有列出部门层级：请在{expected}中按由上到下列出。',
    en: 'The limit `{limit}` tells upper from lower authorities, but the document lists none; expected `{expected}` with authorities from the upper to the lower level: add them.',
  },
  'precedence-not-total': {
    zh: '优先顺序为{given}：应将{expected}各列一次，请补全。',
    en: 'The precedence is {given}; expected {expected}, each once, the first goes first: complete it.',
  },
  'bad-floor': {
    zh: '矩阵单元`{cell}`的每年最低次数为`{given}`：应为不小于0的数，请更正。',
    en: 'The cell `{cell}` asks for `{given}` visits a year; expected a number of at least 0: correct it.',
  },
  'floor-over-cap': {
    zh: '矩阵单元`{cell}`要求每年至少{given}次，上限文件`{cap}`只允许{expected}次：按`{precedence}`处理（duty-over-cap：照常安排并标明超出上限；cap-over-duty：暂缓）；请确认这是本意，或调整其中之一。',
    en: 'The cell `{cell}` asks for {given} visits a year, the cap `{cap}` allows {expected}; `{precedence}` decides (duty-over-cap plans the further visits and marks them, cap-over-duty defers them): make sure that this is meant, or change one of the two.',
  },
  'bad-visit-rules': {
    zh: '联合检查安排规则不符合要求（`{given}`）：应为完整、无矛盾的规则文件；请按所列问题逐条更正。',
    en: 'The visit rules are not as they should be (`{given}`); expected a whole document without contradiction: correct each issue listed.',
  },
  'quiet-inverted': {
    zh: '安静期的截止日为`{given}`：不应早于起始日`{expected}`，请更正。',
    en: 'The quiet days end on `{given}`; expected no day before their first, `{expected}`: correct it.',
  },
  'notice-without-day': {
    zh: '规则要求提前`{given}`天告知，但未给出基准日：应给出从何日起算，请补充。',
    en: 'The visit rules ask for `{given}` days of notice; expected the day they count from: give it.',
  },
  'notice-without-calendar': {
    zh: '规则要求提前`{given}`个工作日告知，但没有工作日历：应给出已公布的工作日历，请补充。',
    en: 'The visit rules ask for `{given}` working days of notice; expected a calendar of working days: give it.',
  },
  'repeated-fixed-visit': {
    zh: '已有检查`{id}`出现多次：每次检查应只列一次，请删除重复项。',
    en: 'The visit `{id}` stands more than once among those that are there already; expected once: remove the repetition.',
  },
  'bad-demand-columns': {
    zh: '检查需求的列`{column}`与其他列不符：给出`{given}`，应为{expected}，请核对各列长度。',
    en: 'The column `{column}` of demands does not fit the others: `{given}` given, expected {expected}; look at the lengths of all columns.',
  },
  'unknown-demand': {
    zh: '所给检查需求中没有可安排的`{id}`：应为其中一项计入上限的需求，请核对标识。',
    en: 'No demand `{id}` can be planned among those given; expected the id of one that counts: look at the id.',
  },
  'cap-reached': {
    zh: '检查需求`{id}`暂缓：它与{because}两两无法在同一次检查中完成，所需次数比上限多一次；可放宽时间窗或列入下一年。',
    en: 'The demand `{id}` is deferred: it and {because} can pairwise share no visit, which is one visit more than the cap allows; widen a window or plan it for the next year.',
  },
  'heavier-set-chosen': {
    zh: '检查需求`{id}`暂缓：上限之内改做{because}，含本项的任何安排都不更优；可放宽时间窗、提高权重或列入下一年。',
    en: 'The demand `{id}` is deferred: under the cap {because} is done instead, and no set with it is better; widen a window, raise its weight or plan it for the next year.',
  },
  'gap-kept': {
    zh: '检查需求`{id}`暂缓：上限要求两次检查之间有间隔，现改做{because}，含本项的任何安排都不更优；可放宽时间窗、提高权重或列入下一年。',
    en: 'The demand `{id}` is deferred: the cap asks for time between visits, {because} is done instead, and no set with it is better; widen a window, raise its weight or plan it for the next year.',
  },
  'cap-over-duty': {
    zh: '法定检查`{id}`暂缓：上限文件规定上限优先，上限之内已安排{because}；请放宽时间窗，或由上限文件改定法定检查优先。',
    en: 'The legal duty `{id}` is deferred: the document puts the cap above duties, and {because} fill the cap; widen a window or let the document put duties above the cap.',
  },
  'no-open-day': {
    zh: '检查需求`{id}`暂缓：其时间窗内没有可入企的日期（非工作日、安静期或告知期之外）；应至少有一天，请放宽时间窗。',
    en: 'The demand `{id}` is deferred: no day of its window is open to a visit (days off, quiet days, or before the firm can be told); expected at least one: widen the window.',
  },
  'duty-over-cap': {
    zh: '检查`{id}`超出上限：为履行法定职责{because}而安排，照常计数；请在公示中说明。',
    en: 'The visit `{id}` stands beyond the cap: it is there for the legal duties {because} and counts all the same; say so in the notice.',
  },
  'limit-reached': {
    zh: '检查`{id}`不予登记：限制`{limit}`至多{most}，加上本次为{used}，已由{visits}占用；最早可用日期：{free}。请改期、并入其中一次检查，或附上限外事由的依据。',
    en: 'The visit `{id}` is refused: the limit `{limit}` allows {most}, with this visit it would be {used}, used by {visits}; first free day: {free}. Ask for that day, join one of the visits, or give evidence of a listed cause.',
  },
  'limit-over-duty': {
    zh: '法定检查`{id}`不予登记：限制`{limit}`优先于法定检查，至多{most}，加上本次为{used}，已由{visits}占用；最早可用日期：{free}。请改期或并入其中一次检查。',
    en: 'The legal duty `{id}` is refused: the limit `{limit}` goes before duties and allows {most}, with this visit it would be {used}, used by {visits}; first free day: {free}. Ask for that day or join one of the visits.',
  },
  'item-not-published': {
    zh: '检查`{id}`不予登记：事项{given}未由检查部门公布（`{limit}`），不得检查；请删去这些事项，或先公布。',
    en: 'The visit `{id}` is refused: the items {given} are not published by the authorities that would check them (`{limit}`); expected published items only: leave them out, or publish them first.',
  },
  'request-id-taken': {
    zh: '请求标识`{given}`已用于另一请求（台账{expected}）：每个请求应有自己的标识；请改用新标识再提出。',
    en: 'The id `{given}` was taken by another request (ledger {expected}); expected an id of its own: ask again under a new one.',
  },
  'clock-behind': {
    zh: '请求`{id}`的日期为{given}，早于台账最后一日{expected}：台账不回溯，各平台时钟至多相差一日；请校准时钟后再提出。',
    en: 'The request `{id}` is dated {given}, before the last day of the ledger, {expected}; expected no more than one day between clocks, since the ledger never goes back: set the clock and ask again.',
  },
  'day-missing': {
    zh: '检查`{id}`没有日期：应有{expected}之一，请补充。',
    en: 'The visit `{id}` has no day; expected one of {expected}: add it.',
  },
  'day-past': {
    zh: '检查`{id}`的日期{given}已过：应为{expected}，请改期。',
    en: 'The day of visit `{id}`, {given}, is over; expected {expected}: ask for a later day.',
  },
  'outside-window': {
    zh: '检查`{id}`的日期{given}不在其时间窗{expected}内，请在时间窗内选择日期。',
    en: 'The day of visit `{id}`, {given}, lies outside its window; expected a day of {expected}: choose one.',
  },
  'bad-days': {
    zh: '检查`{id}`的检查日数为{given}：应为{expected}的整数，请更正。',
    en: 'The visit `{id}` takes `{given}` days; expected an integer of {expected}: correct it.',
  },
  'bad-reservation': {
    zh: '预留`{id}`至{given}，该日已过：应为{expected}，请更正预留期限。',
    en: 'The reservation `{id}` holds until {given}, which is over; expected {expected}: give a later day.',
  },
  'basis-missing': {
    zh: '检查`{id}`没有法律依据（{given}）：法定职责和事项均应写明所依据的条款，请补充后再提出。',
    en: 'The visit `{id}` has no legal basis ({given}); expected the articles that its duty or its item rests on: add them and ask again.',
  },
  'override-incomplete': {
    zh: '检查`{id}`的特批缺少{given}：应写明批准人、理由和日期{expected}，请补全。',
    en: 'The override of visit `{id}` lacks {given}; expected {expected}: say who decided, why, and on which day.',
  },
  'facet-missing': {
    zh: '检查`{id}`没有写明{expected}，限制`{limit}`据此计数，请补充。',
    en: 'The visit `{id}` does not say its {expected}; expected it, since the limit `{limit}` counts by it: add it and ask again.',
  },
  'join-impossible': {
    zh: '检查`{id}`不能并入`{given}`（{expected}）：应为同一场所、方式相同、日期在时间窗内、尚未开始且不致超限的检查；请另选，或单独提出。',
    en: 'The visit `{id}` can not join `{given}` ({expected}); expected a counted visit at the same place, on a day of the window, not begun, that passes no limit by it: choose another, or ask for a visit of its own.',
  },
  'windows-overlap': {
    zh: '检查`{id}`的事项{given}已由同一部门在{visits}中安排，且时间窗重叠：请并入该次检查，或把时间窗移至{expected}。',
    en: 'The items {given} of visit `{id}` are booked by the same authority in {visits}, and the windows overlap; expected a window of {expected}: leave the repetition out, or move the window.',
  },
  'firm-unknown': {
    zh: '检查`{id}`的对象`{given}`不在检查对象名录库内：请核对标识，或先将其列入名录库。',
    en: 'The firm `{given}` of visit `{id}` is not in the register; expected a registered entity: correct its id, or register it first.',
  },
  'authority-unknown': {
    zh: '检查`{id}`的部门`{given}`不在名录内：请核对部门标识。',
    en: 'The authority `{given}` of visit `{id}` is not known; expected one of the register: correct its id.',
  },
  'item-unknown': {
    zh: '检查`{id}`的事项`{given}`不在抽查事项清单内：请核对事项标识，或先将其列入清单。',
    en: 'The item `{given}` of visit `{id}` is not in the list of items; expected a listed one: correct its id, or list it first.',
  },
  'item-of-another': {
    zh: '检查`{id}`的事项`{given}`属于`{expected}`，不属于检查部门：请删去该事项，或请该部门配合。',
    en: 'The item `{given}` of visit `{id}` belongs to `{expected}`, none of its authorities; expected an item of their own: leave it out, or ask that authority to join as a partner.',
  },
  'visit-unknown': {
    zh: '台账中没有检查`{given}`（请求`{id}`）：请先提出检查并予以登记，未登记的检查企业有权拒绝。',
    en: 'There is no visit `{given}` in the ledger of the firm (act `{id}`); expected a booked one: ask for it first, since a firm may refuse what is not booked.',
  },
  'not-its-authority': {
    zh: '部门`{given}`不能处理该检查（请求`{id}`）：应为{expected}之一；请由该检查的部门提出。',
    en: 'The authority `{given}` can not enter this (act `{id}`); expected one of the visit’s own, {expected}: let that authority do it.',
  },
  'act-out-of-order': {
    zh: '检查现状（及可行的下一步）为`{expected}`，不能办理`{given}`（请求`{id}`）：请先查询台账。',
    en: 'The visit can not {given} now (act `{id}`); expected what follows on {expected}: look at the ledger first.',
  },
  'reason-missing': {
    zh: '请求`{id}`缺少{expected}（{given}）：取消应写明理由，办结应写明结果，请补充。',
    en: 'The act `{id}` lacks its {expected} ({given}); expected why it is cancelled, or what it found: add it.',
  },
  'day-ahead': {
    zh: '检查`{id}`的开始日{given}尚未到：应为{expected}，请在当日扫码时登记。',
    en: 'The day the visit begins (act `{id}`), {given}, is still to come; expected {expected}: enter it at the scan-in.',
  },
  'reservation-expired': {
    zh: '检查`{given}`的预留已于{expected}到期（请求`{id}`）：请用新标识重新提出检查。',
    en: 'The place of visit `{given}` lapsed after {expected} (act `{id}`); expected a confirmation until then: ask for the visit again under a new id.',
  },
  'policy-changed': {
    zh: '检查（请求`{id}`）登记后上限文件已更新：限制`{limit}`现至多{most}，加上本次为{used}，已由{visits}占用；最早可用日期：{free}。请改期、取消，或附特批。',
    en: 'The rules have changed since the visit was booked (act `{id}`): the limit `{limit}` now allows {most}, with this visit it would be {used}, used by {visits}; first free day: {free}. Move it there, cancel it, or ask again with an override.',
  },
  'caps-overlap': {
    zh: '上限文件`{cap}`在{day}有多个版本同时有效：{given}；应只有一个，请更正有效期。',
    en: 'The cap `{cap}` has several versions in force on {day}: {given}; expected one: correct their days in force.',
  },
  'bad-ledger': {
    zh: '`{id}`的台账第{seq}条为{given}：应为{expected}；请按序号读取完整台账。',
    en: 'Event {seq} of the ledger of `{id}` is {given}; expected {expected}: read the whole ledger by its numbers.',
  },
} satisfies Texts<VisitsCode>;

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
  'window-crosses-years': {
    zh: '检查需求`{id}`的时间窗`{given}`跨年：频次上限按公历年计算，时间窗应在同一年内，请改在其中一年。',
    en: 'The window of demand `{id}`, `{given}`, crosses a year; expected days of one calendar year, since the cap counts by it: put the window into one of the years.',
  },
  'evidence-missing': {
    zh: '触发式检查需求`{id}`没有依据：应写明事由和记录编号，请补充后再安排。',
    en: 'The for-cause demand `{id}` has no evidence; expected its cause and the reference of the record: add both.',
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
  'bad-floor': {
    zh: '矩阵单元`{cell}`的每年最低次数为`{given}`：应为不小于0的数，请更正。',
    en: 'The cell `{cell}` asks for `{given}` visits a year; expected a number of at least 0: correct it.',
  },
  'floor-over-cap': {
    zh: '矩阵单元`{cell}`要求每年至少{given}次，上限文件`{cap}`只允许{expected}次：按`{precedence}`处理（duty-over-cap：照常安排并标明超出上限；cap-over-duty：暂缓）；请确认这是本意，或调整其中之一。',
    en: 'The cell `{cell}` asks for {given} visits a year, the cap `{cap}` allows {expected}; `{precedence}` decides (duty-over-cap plans the further visits and marks them, cap-over-duty defers them): make sure that this is meant, or change one of the two.',
  },
  'cap-reached': {
    zh: '检查需求`{id}`暂缓：它与{because}两两无法在同一次检查中完成，所需次数比上限多一次；可放宽时间窗或列入下一年。',
    en: 'The demand `{id}` is deferred: it and {because} can pairwise share no visit, which is one visit more than the cap allows; widen a window or plan it for the next year.',
  },
  'heavier-set-chosen': {
    zh: '检查需求`{id}`暂缓：上限之内改做{because}，含本项的任何安排都不更优；可放宽时间窗、提高权重或列入下一年。',
    en: 'The demand `{id}` is deferred: under the cap {because} is done instead, and no set with it is better; widen a window, raise its weight or plan it for the next year.',
  },
  'cap-over-duty': {
    zh: '法定检查`{id}`暂缓：上限文件规定上限优先，上限之内已安排{because}；请放宽时间窗，或由上限文件改定法定检查优先。',
    en: 'The legal duty `{id}` is deferred: the document puts the cap above duties, and {because} fill the cap; widen a window or let the document put duties above the cap.',
  },
  'duty-over-cap': {
    zh: '检查`{id}`超出上限：为履行法定职责{because}而安排，照常计数；请在公示中说明。',
    en: 'The visit `{id}` stands beyond the cap: it is there for the legal duties {because} and counts all the same; say so in the notice.',
  },
} satisfies Texts<VisitsCode>;

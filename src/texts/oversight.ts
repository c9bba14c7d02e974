import type { OversightCode } from '../oversight/codes.js';
import type { Texts } from './text.js';

export const oversightTexts = {
  'fault-not-answered': {
    zh: '发现问题的事项`{given}`不在已检查事项之中：只能在已填写检查单的事项上发现问题，请更正其一。',
    en: 'A fault is told of item `{given}`, which was not answered; expected an item of `answered`: correct one of the two.',
  },
  'result-before-visit': {
    zh: '检查结果确定日为`{given}`：不应早于检查日`{expected}`，请更正。',
    en: 'The result was fixed on `{given}`; expected no day before the visit, `{expected}`: correct it.',
  },
  'published-before-result': {
    zh: '公示日为`{given}`：不应早于结果确定日`{expected}`，请更正。',
    en: 'The result was public on `{given}`; expected no day before it was fixed, `{expected}`: correct it.',
  },
  'cause-without-reference': {
    zh: '事由`{given}`没有凭证编号：计划外的检查须写明事由记录的编号，请补充。',
    en: 'The cause `{given}` has no reference; expected the number of its record: add it.',
  },
  'review-before-decision': {
    zh: '复查日期为`{given}`：不应早于`{expected}`，请更正。',
    en: 'The review is of `{given}`; expected no day before `{expected}`: correct it.',
  },
  'review-half': {
    zh: '复查只有`{given}`：应同时写明结果和日期，未结的两者都不写；请补齐。',
    en: 'The review has only `{given}`; expected its outcome and its day together, or neither while it is pending: add the other.',
  },
  'override-without-reason': {
    zh: '人员`{given}`未按`{proposed}`办理而作`{done}`，没有写明理由：应写明理由，请补充。',
    en: 'Officer `{given}` did `{done}` where the answer was `{proposed}`; expected a reason: add it.',
  },
  'repeated-outcome': {
    zh: '检查`{given}`的结果出现两次：每次检查应只有一条，后一条已搁置，请核对。',
    en: 'The visit `{given}` is told of twice; expected one row: the later one is set aside, look at both.',
  },
  'outcome-of-another': {
    zh: '检查`{visit}`写的对象是`{given}`：计划中为`{expected}`，该行已搁置，请更正。',
    en: 'The visit `{visit}` is told of `{given}`; expected `{expected}`, as the plan has it: the row is set aside, correct it.',
  },
  'demand-of-another': {
    zh: '检查需求`{given}`属于另一对象：应为`{expected}`的检查，此处不计入，请更正。',
    en: 'The demand `{given}` is of another entity; expected a visit to `{expected}`: it is not counted, correct it.',
  },
  'demand-not-promised': {
    zh: '检查需求`{given}`不在计划之中：应为公示计划中的需求，此处不计入，请核对。',
    en: 'The demand `{given}` is in no plan; expected one of the published plan: it is not counted, look at it.',
  },
  'decision-without-outcome': {
    zh: '决定所依据的检查`{given}`没有结果记录：应先有检查结果，请补充。',
    en: 'A decision follows from the visit `{given}`, of which nothing is told; expected its outcome: add it.',
  },
  'after-as-of': {
    zh: '日期`{given}`晚于报告日：应不晚于`{expected}`，本报告不计入。',
    en: 'The day `{given}` lies after the report; expected no day after `{expected}`: it waits for a later one.',
  },
  'publication-unjudged': {
    zh: '无法判断公示是否按期（{given}）：需要结果确定日、期限和当年工作日历，请补充。',
    en: 'Nobody can tell whether the result was public in time ({given}); expected the day it was fixed, a term and the calendar of the year: add them.',
  },
  'cannot-oversee': {
    zh: '没有一条检查结果与计划相符：应为同一计划的结果，请核对文件。',
    en: 'No outcome fits the plan; expected outcomes of the same plan: look at the file.',
  },
  'bad-count': {
    zh: '数目为`{given}`：应为{expected}的整数，请更正。',
    en: 'The counts are `{given}`; expected whole numbers, {expected}: correct them.',
  },
  'written-before-day': {
    zh: '卷宗日期为`{given}`：不应早于所查的日期`{expected}`，请更正。',
    en: 'The file is of `{given}`; expected no day before the one looked back at, `{expected}`: correct it.',
  },
} satisfies Texts<OversightCode>;

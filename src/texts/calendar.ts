import type { CalendarCode } from '../calendar/codes.js';
import type { Texts } from './text.js';

export const calendarTexts = {
  'bad-calendar': {
    zh: '日历文件不符合要求：应为完整、无矛盾的工作日历；请按所列问题逐条更正。',
    en: 'The calendar is not as expected: a whole calendar without contradiction; correct each issue listed.',
  },
  'outside-calendar-year': {
    zh: '日期`{given}`不在所列年份：应在{expected}年之内；请更正日期，或移到它所属的年份。',
    en: 'The day `{given}` lies outside its year; expected a day of {expected}: correct it, or put it into its own year.',
  },
  'holiday-inverted': {
    zh: '假期的截止日为`{given}`：不应早于起始日`{expected}`，请更正。',
    en: 'The holiday ends on `{given}`; expected no day before its first, `{expected}`: correct it.',
  },
  'day-named-twice': {
    zh: '日期`{given}`出现两次：同一天只能列为一次放假或一次上班，请删去其一。',
    en: 'The day `{given}` is named twice; expected it once, as a day off or as a make-up day: remove one of the two.',
  },
  'workday-already-worked': {
    zh: '调休上班日`{given}`本来就是工作日：应为休息日；请核对通知原文。',
    en: 'The make-up day `{given}` is worked in an ordinary week; expected a day off that is worked: look at the notice again.',
  },
  'repeated-year': {
    zh: '年份`{given}`出现两次：每年应只列一次，请合并。',
    en: 'The year `{given}` is published twice; expected once: put the two together.',
  },
  'repeated-weekday': {
    zh: '一周的工作日中`{given}`出现两次：1为星期一、7为星期日，各应至多一次。',
    en: 'The weekday `{given}` stands twice in the week; expected each of 1 (Monday) to 7 (Sunday) at most once.',
  },
  'no-calendar': {
    zh: '给出的日历数为`{given}`：至少应有一份工作日历，请补充。',
    en: 'There are `{given}` calendars; expected at least one: add it.',
  },
  'calendar-without-week': {
    zh: '日历`{given}`均未写明一周的工作日：地方日历之前应有写明工作日的日历，请补充。',
    en: 'The calendars `{given}` state no week; expected one that does, before a local one: add it.',
  },
  'year-without-calendar': {
    zh: '日期`{day}`所在的`{given}`年尚无公布的工作日历（{calendars}）：已公布{expected}年；不作推测，请加入该年通知。',
    en: 'The year `{given}` of day `{day}` is not published in {calendars}; expected one of {expected}: no year is guessed, add the notice of that year.',
  },
  'bad-working-days': {
    zh: '工作日数为`{given}`：应为整数，请更正。',
    en: 'The number of working days is `{given}`; expected an integer: correct it.',
  },
  'calendar-needed': {
    zh: '从`{day}`起算`{given}`个工作日需要工作日历：尚未给出，请补充。',
    en: '`{given}` working days from `{day}` need a calendar of working days; expected one: add it.',
  },
} satisfies Texts<CalendarCode>;

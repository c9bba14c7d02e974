/** The codes of `calendar`. */
export const CALENDAR_CODES = [
  'bad-calendar',
  'outside-calendar-year',
  'holiday-inverted',
  'day-named-twice',
  'workday-already-worked',
  'repeated-year',
  'repeated-weekday',
  'no-calendar',
  'calendar-without-week',
  'year-without-calendar',
  'bad-working-days',
  'calendar-needed',
] as const;

/** A code of `calendar`. */
export type CalendarCode = (typeof CALENDAR_CODES)[number];

import { type Day, type DayRange, dayNumber, dayOf } from '../core/day.js';
import { t52 } from '../ticket/t52.js';

/**
 * The day of a visit inside its window, by its ticket: each day from Monday to Friday has the same
 * chance, so visits spread over the window and nobody picks the day. A window without such a day
 * uses all of its days. Holidays are not known here: a team may move the visit inside its window.
 */
export function visitDay(window: DayRange, visitTicket: string): Day {
  const from = dayNumber(window.from);
  const to = dayNumber(window.to);
  const weekdays: number[] = [];
  for (let day = from; day <= to; day++) if (isWeekday(day)) weekdays.push(day);
  const place = t52(visitTicket);
  if (weekdays.length > 0) return dayOf(weekdays[place % weekdays.length] as number);
  return dayOf(from + (place % (to - from + 1)));
}

/** 1970-01-01 was a Thursday; Monday is 0. */
const isWeekday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5;

import { requireArgument } from '../core/argument.js';
import { type Day, dayNumber, dayOf } from '../core/day.js';
import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';
import type { WorkingCalendar } from './workingCalendar.js';

/**
 * Whether a day is worked (工作日): holidays are not, make-up days of the weekend are.
 *
 * @throws `no-such-day`, `year-without-calendar`
 * @example
 * ```ts
 * import { isWorkingDay, workingCalendar } from 'evenhand/calendar';
 * import { chinaWorkingDays } from 'evenhand/schemes';
 *
 * const working = workingCalendar([chinaWorkingDays]);
 * isWorkingDay(working, '2026-10-01'); // => false
 * isWorkingDay(working, '2026-10-10'); // => true
 * isWorkingDay(working, '2027-01-04'); // throws 'year-without-calendar'
 * ```
 */
export function isWorkingDay(working: WorkingCalendar, day: Day): boolean {
  requireArgument('isWorkingDay', 'working', working, { isOpen: 'function' }, 'workingCalendar(…)');
  return working.isOpen(dayNumber(day));
}

/**
 * The day some working days later (工作日期限).
 *
 * The day itself is not counted, so 20 working days after a Monday the twentieth working day after it
 * is the last of the term. 0 gives the day itself where it is worked, else the next that is: a term that
 * ends on a day off ends on the next working day. A negative number counts back.
 *
 * @param count - an integer
 * @throws `no-such-day`, `bad-working-days` for a count that is no integer, `year-without-calendar` where
 * the count leaves the published years
 * @source 行政处罚法 Art 85 (working days do not include statutory holidays); 民法典 Art 201, 203.
 * @example
 * ```ts
 * import { addWorkingDays, workingCalendar } from 'evenhand/calendar';
 * import { chinaWorkingDays } from 'evenhand/schemes';
 *
 * const working = workingCalendar([chinaWorkingDays]);
 * addWorkingDays(working, '2026-09-18', 20); // => '2026-10-22'
 * addWorkingDays(working, '2026-10-01', 0); // => '2026-10-08'
 * ```
 */
export function addWorkingDays(working: WorkingCalendar, day: Day, count: number): Day {
  requireArgument(
    'addWorkingDays',
    'working',
    working,
    { isOpen: 'function' },
    'workingCalendar(…)',
  );
  if (!Number.isSafeInteger(count)) {
    throw mistake('bad-working-days', `\`${count}\` working days (expected an integer)`, {
      given: shownValue(count),
    });
  }
  let number = dayNumber(day);
  if (count === 0) {
    while (!working.isOpen(number)) number++;
    return dayOf(number);
  }
  const step = Math.sign(count);
  for (let left = Math.abs(count); left > 0; ) {
    number += step;
    if (working.isOpen(number)) left--;
  }
  return dayOf(number);
}

/**
 * How many working days lie after a day, up to and with another; negative where that is earlier.
 *
 * It undoes `addWorkingDays`: from a day to the day `n` working days later there are `n`.
 *
 * @throws `no-such-day`, `year-without-calendar`
 * @example
 * ```ts
 * import { workingCalendar, workingDaysBetween } from 'evenhand/calendar';
 * import { chinaWorkingDays } from 'evenhand/schemes';
 *
 * const working = workingCalendar([chinaWorkingDays]);
 * workingDaysBetween(working, '2026-09-18', '2026-10-22'); // => 20
 * workingDaysBetween(working, '2026-10-22', '2026-09-18'); // => -20
 * ```
 */
export function workingDaysBetween(working: WorkingCalendar, from: Day, to: Day): number {
  requireArgument(
    'workingDaysBetween',
    'working',
    working,
    { isOpen: 'function' },
    'workingCalendar(…)',
  );
  const [start, end] = [dayNumber(from), dayNumber(to)];
  let count = 0;
  if (start <= end) {
    for (let number = start + 1; number <= end; number++) if (working.isOpen(number)) count++;
    return count;
  }
  for (let number = end; number < start; number++) if (working.isOpen(number)) count--;
  return count;
}

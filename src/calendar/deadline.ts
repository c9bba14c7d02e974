import { requireArgument } from '../core/argument.js';
import { addPeriod, type Day, type Period } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { WorkingCalendar } from './workingCalendar.js';
import { addWorkingDays } from './workingDays.js';

/** How long somebody has: a length of time, or so many working days. */
export type Deadline = Period | { readonly workingDays: number };

/**
 * The last day of a deadline that begins on a day; that day itself is not counted.
 *
 * @param day - the day it begins
 * @param working - the calendar that working days are counted by
 * @throws `calendar-needed` where working days are counted and no calendar is given,
 * `year-without-calendar` where the count leaves the published years
 * @example
 * ```ts
 * import { deadlineOn, workingCalendar } from 'evenhand/calendar';
 * import { chinaWorkingDays } from 'evenhand/schemes';
 *
 * deadlineOn('2026-09-18', { workingDays: 20 }, workingCalendar([chinaWorkingDays])); // => '2026-10-22'
 * deadlineOn('2026-01-31', { months: 1 }); // => '2026-02-28'
 * ```
 */
export function deadlineOn(day: Day, deadline: Deadline, working?: WorkingCalendar): Day {
  requireArgument('deadlineOn', 'deadline', deadline, 'object');
  if (!('workingDays' in deadline)) return addPeriod(day, deadline);
  const { workingDays } = deadline;
  if (working !== undefined) return addWorkingDays(working, day, workingDays);
  throw mistake(
    'calendar-needed',
    `\`${workingDays}\` working days from \`${day}\` need a calendar of working days (none was given)`,
    { given: workingDays, day },
  );
}

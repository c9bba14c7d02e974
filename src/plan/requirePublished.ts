import type { Calendar } from '../calendar/calendar.js';
import { workingCalendar } from '../calendar/workingCalendar.js';
import { isWorkingDay } from '../calendar/workingDays.js';
import { yearRange } from '../core/day.js';
import type { PlanInput } from './planInput.js';

/**
 * Makes sure that every year the plan reaches into is published in the programme's calendars: what is
 * found after the draw could not be mended any more.
 *
 * @throws `year-without-calendar`
 */
export function requirePublished(
  { year, causes = [] }: Pick<PlanInput, 'year' | 'causes'>,
  calendars: readonly Calendar[],
): void {
  if (calendars.length === 0) return;
  const working = workingCalendar(calendars);
  isWorkingDay(working, yearRange(year).from);
  for (const { window } of causes) {
    isWorkingDay(working, window.from);
    isWorkingDay(working, window.to);
  }
}

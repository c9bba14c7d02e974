import * as fc from 'fast-check';
import type { Calendar } from '../../calendar/calendar.js';
import { workingCalendar } from '../../calendar/workingCalendar.js';
import * as ours from '../../calendar/workingDays.js';
import { requireArgument } from '../../core/argument.js';
import { dayNumber, dayOf, yearRange } from '../../core/day.js';
import { isEvenhandError } from '../../core/error.js';
import { differs, type Finding, type Law, law, throughJson } from './law.js';

/** What is tried: this library's way to count working days, or a platform's that claims to be equal. */
export type CalendarPlatform = Partial<
  Pick<typeof ours, 'isWorkingDay' | 'addWorkingDays' | 'workingDaysBetween'>
>;

/**
 * What must hold for an authority's own calendars, national and local: holidays are off, make-up days
 * are worked, counting forth and back agree, and an unpublished year is refused.
 *
 * @param calendars - as they are combined, in order
 */
export function calendarLaws(
  calendars: readonly Calendar[],
  platform: CalendarPlatform = {},
): Law[] {
  requireArgument('calendarLaws', 'calendars', calendars, 'array');
  requireArgument('calendarLaws', 'platform', platform, 'object');
  const { isWorkingDay, addWorkingDays, workingDaysBetween } = { ...ours, ...platform };
  const working = workingCalendar(calendars);
  const days = fc.constantFrom(...working.years).chain((year) => {
    const { from, to } = yearRange(year);
    return fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(dayOf);
  });
  const cases = fc.tuple(days, fc.integer({ min: -40, max: 40 }));
  const last = calendars.at(-1);
  const attempt = (check: () => Finding): Finding => {
    try {
      return check();
    } catch (error) {
      // A count may leave the published years, and must then be refused by name.
      if (isEvenhandError(error) && error.code === 'year-without-calendar') return undefined;
      throw error;
    }
  };
  return [
    law('has its holidays off and its make-up days worked', days, (day) => {
      const page = last?.years.find(({ year }) => year === Number(day.slice(0, 4)));
      const isOff = page?.holidays.some(({ from, to }) => from <= day && day <= to) ?? false;
      const isMadeUp = page?.workdays.some((one) => one.day === day) ?? false;
      if (!isOff && !isMadeUp) return undefined;
      return isWorkingDay(working, day) === isMadeUp ? undefined : `\`${day}\` is the other way`;
    }),
    law('lands on a working day', cases, ([day, count]) =>
      attempt(() => {
        const end = addWorkingDays(working, day, count);
        return isWorkingDay(working, end) ? undefined : `\`${end}\` is off`;
      }),
    ),
    law('counts between two days what was added', cases, ([day, count]) =>
      attempt(() => {
        if (count === 0) return undefined;
        const end = addWorkingDays(working, day, count);
        const found = workingDaysBetween(working, day, end);
        return found === count ? undefined : `from \`${day}\` to \`${end}\` it finds \`${found}\``;
      }),
    ),
    law('says the same after a trip through JSON', days, (day) =>
      differs(
        isWorkingDay(working, day),
        isWorkingDay(workingCalendar(throughJson(calendars)), day),
      ),
    ),
    law('refuses a year nobody has published', fc.integer({ min: 1, max: 9999 }), (year) => {
      if (working.years.includes(year)) return undefined;
      try {
        isWorkingDay(working, yearRange(year).from);
        return `\`${year}\` has working days`;
      } catch (error) {
        return isEvenhandError(error) && error.code === 'year-without-calendar'
          ? undefined
          : String(error);
      }
    }),
  ];
}

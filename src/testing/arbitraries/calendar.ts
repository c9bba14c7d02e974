import * as fc from 'fast-check';
import type { Calendar, CalendarYear } from '../../calendar/calendar.js';
import { weekdayOf } from '../../calendar/weekday.js';
import { dayNumber, dayOf, yearRange } from '../../core/day.js';
import { documentFrame, MADE_UP } from './documentFrame.js';

/** The years that arbitrary calendars publish. */
export const CALENDAR_YEARS = [2025, 2026, 2027] as const;

/**
 * Valid calendars of one, two or three years in a row, with holidays up to a fortnight long and weekend
 * days that are worked instead.
 */
export function arbitraryCalendar(): fc.Arbitrary<Calendar> {
  const week = fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 1 });
  return week.chain((days) =>
    fc
      .record({
        frame: documentFrame('any-calendar'),
        years: fc.tuple(
          ...CALENDAR_YEARS.map((year) =>
            fc.option(arbitraryYearOf(year, days), { nil: undefined }),
          ),
        ),
        last: arbitraryYearOf(CALENDAR_YEARS[0], days),
      })
      .map(({ frame, years: [first, ...more], last }): Calendar => {
        const gap = more.indexOf(undefined);
        const next = gap < 0 ? more : more.slice(0, gap);
        return {
          schema: 'evenhand/calendar/1',
          kind: 'calendar',
          ...frame,
          week: days,
          years: [first ?? last, ...next.filter((one) => one !== undefined)],
        };
      }),
  );
}

function arbitraryYearOf(year: number, week: readonly number[]): fc.Arbitrary<CalendarYear> {
  const { from, to } = yearRange(year);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const span = fc.tuple(fc.integer({ min: first, max: last }), fc.integer({ min: 0, max: 13 }));
  return fc
    .record({
      spans: fc.array(span, { maxLength: 5 }),
      days: fc.array(fc.integer({ min: first, max: last }), { maxLength: 8 }),
    })
    .map(({ spans, days }) => {
      const taken = new Set<number>();
      const holidays = spans.flatMap(([start, length], i) => {
        const end = Math.min(last, start + length);
        const own = Array.from({ length: end - start + 1 }, (_, n) => start + n);
        if (own.some((day) => taken.has(day))) return [];
        for (const day of own) taken.add(day);
        return [
          { name: { zh: `假日${i}`, en: `holiday ${i}` }, from: dayOf(start), to: dayOf(end) },
        ];
      });
      const workdays = [...new Set(days)]
        .filter((day) => !taken.has(day) && !week.includes(weekdayOf(day)))
        .sort((a, b) => a - b)
        .map((day) => ({ day: dayOf(day) }));
      return { year, holidays, workdays, cite: MADE_UP };
    });
}

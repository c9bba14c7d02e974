import { requireArgument } from '../core/argument.js';
import { type Day, dayNumber, dayOf, yearRange } from '../core/day.js';
import { mistake } from '../core/error.js';
import { referenceOf } from '../document/book.js';
import type { DocumentReference } from '../document/document.js';
import type { Calendar, CalendarYear } from './calendar.js';
import { weekdayOf } from './weekday.js';

/** Calendars combined and compiled once, for any number of questions. */
export interface WorkingCalendar {
  readonly calendars: readonly DocumentReference[];
  /** The years that every one of the calendars has published. */
  readonly years: readonly number[];
  /**
   * Whether the day of a number is worked.
   *
   * @throws `year-without-calendar`
   */
  isOpen(number: number): boolean;
}

const CLOSED = 0;
const OPEN = 1;
const UNKNOWN = 2;

/**
 * Combines calendars: of those that name a day the last decides whether it is worked; a day that none
 * names is worked if it is in the week of the last calendar that states one.
 *
 * A national calendar comes first, then what a region adds to it. A year that one of them has not
 * published is unknown, since nobody knows its holidays: it is refused, never guessed.
 *
 * @param calendars - checked documents, in order; one of them states a week
 * @throws `no-calendar` for an empty list, `calendar-without-week` where none states a week
 * @example
 * ```ts
 * import { isWorkingDay, workingCalendar } from 'evenhand/calendar';
 * import { chinaWorkingDays } from 'evenhand/schemes';
 *
 * const working = workingCalendar([chinaWorkingDays]);
 * working.years; // => [2025, 2026]
 * isWorkingDay(working, '2026-02-14'); // => true
 * ```
 */
export function workingCalendar(calendars: readonly Calendar[]): WorkingCalendar {
  requireArgument('workingCalendar', 'calendars', calendars, ['object']);
  if (calendars.length === 0) {
    throw mistake('no-calendar', 'no calendar was given (expected at least one)', { given: 0 });
  }
  const week = calendars.findLast((one) => one.week !== undefined)?.week;
  if (week === undefined) {
    const ids = calendars.map(({ id }) => id);
    throw mistake(
      'calendar-without-week',
      `none of the calendars \`${ids.join(', ')}\` states the days of a week (expected one that does before a local one)`,
      { given: ids },
    );
  }
  const years = published(calendars);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const base = years.length === 0 ? 0 : dayNumber(yearRange(first).from);
  const length = years.length === 0 ? 0 : dayNumber(yearRange(last).to) - base + 1;
  const table = new Uint8Array(length).fill(UNKNOWN);
  for (const year of years) {
    const pages = calendars.map((one) => one.years.find((page) => page.year === year));
    fill(table, base, year, week, pages as readonly CalendarYear[]);
  }
  return {
    calendars: calendars.map(referenceOf),
    years,
    isOpen(number) {
      const state = table[number - base] ?? UNKNOWN;
      if (state === UNKNOWN) throw unknownYear(dayOf(number), years, calendars);
      return state === OPEN;
    },
  };
}

function published(calendars: readonly Calendar[]): number[] {
  const all = calendars.map(({ years }) => new Set(years.map(({ year }) => year)));
  return [...(all[0] as Set<number>)]
    .filter((year) => all.every((years) => years.has(year)))
    .sort((a, b) => a - b);
}

function fill(
  table: Uint8Array,
  base: number,
  year: number,
  week: readonly number[],
  pages: readonly CalendarYear[],
): void {
  const { from, to } = yearRange(year);
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    table[number - base] = week.includes(weekdayOf(number)) ? OPEN : CLOSED;
  }
  for (const { holidays, workdays } of pages) {
    for (const holiday of holidays) {
      table.fill(CLOSED, dayNumber(holiday.from) - base, dayNumber(holiday.to) - base + 1);
    }
    for (const { day } of workdays) table[dayNumber(day) - base] = OPEN;
  }
}

function unknownYear(day: Day, years: readonly number[], calendars: readonly Calendar[]) {
  const year = Number(day.slice(0, 4));
  const ids = calendars.map(({ id }) => id);
  return mistake(
    'year-without-calendar',
    `the year \`${year}\` of day \`${day}\` is not published in \`${ids.join(', ')}\` (known: ${years.join(', ')}; add the notice of that year)`,
    { given: year, day, expected: years.map(String), calendars: ids },
  );
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/calendar/calendar.js';
import { calendarSchema } from '../../src/calendar/calendarSchema.js';
import { checkCalendar } from '../../src/calendar/checkCalendar.js';
import { parseCalendar, safeParseCalendar } from '../../src/calendar/parseCalendar.js';
import { workingCalendar } from '../../src/calendar/workingCalendar.js';
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../src/calendar/workingDays.js';
import { addDays, dayNumber, dayOf } from '../../src/core/day.js';
import { chinaWorkingDays } from '../../src/schemes/chinaWorkingDays.js';
import { arbitraryCalendar } from '../../src/testing/arbitraries/calendar.js';
import { calendarLaws } from '../../src/testing/laws/calendarLaws.js';

const china = workingCalendar([chinaWorkingDays]);
const [page2025, page2026] = chinaWorkingDays.years as [
  Calendar['years'][number],
  Calendar['years'][number],
];

/** The second Saturday of March as a holiday of one region, without a week of its own. */
const { week: _, ...weekless } = chinaWorkingDays;
const local: Calendar = {
  ...weekless,
  id: 'a-region',
  years: [
    {
      year: 2026,
      cite: 'notice-2026',
      holidays: [
        { name: { zh: '三月三', en: 'Third of the third' }, from: '2026-04-20', to: '2026-04-21' },
      ],
      workdays: [{ day: '2026-10-03' }],
    },
  ],
};

/** By days one by one, with nothing compiled: the slow and obvious way. */
function isOpen(calendar: Calendar, day: string): boolean {
  const page = calendar.years.find(({ year }) => year === Number(day.slice(0, 4)));
  if (page?.workdays.some((one) => one.day === day)) return true;
  if (page?.holidays.some(({ from, to }) => from <= day && day <= to)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return calendar.week?.includes(weekday === 0 ? 7 : weekday) ?? false;
}

describe('the published years', () => {
  it('are whole documents that keep their schema', () => {
    const text = JSON.stringify(chinaWorkingDays);
    expect(calendarSchema.parse(JSON.parse(text))).toEqual(chinaWorkingDays);
    expect(checkCalendar(chinaWorkingDays)).toEqual([]);
  });

  // The lengths the notices state in words, 共…天.
  it.each([
    [page2025, [1, 8, 3, 5, 3, 8]],
    [page2026, [3, 9, 3, 5, 3, 3, 7]],
  ])('have holidays as long as the notice says', ({ holidays }, lengths) => {
    expect(holidays.map(({ from, to }) => dayNumber(to) - dayNumber(from) + 1)).toEqual(lengths);
  });

  // The weekdays the notices state in words: every make-up day is a Saturday or a Sunday.
  it('have make-up days on the weekdays the notices say', () => {
    const weekdays = ({ workdays }: Calendar['years'][number]) =>
      workdays.map(({ day }) => new Date(day).getUTCDay());
    expect(weekdays(page2025)).toEqual([0, 6, 0, 0, 6]);
    expect(weekdays(page2026)).toEqual([0, 6, 6, 6, 0, 6]);
  });

  // 365 days − 104 or 104 weekend days − the holidays on weekdays + the make-up days.
  it('have 248 working days in both years', () => {
    expect(workingDaysBetween(china, '2025-01-01', '2025-12-31')).toBe(248);
    expect(workingDaysBetween(china, '2026-01-01', '2026-12-31')).toBe(248);
  });

  it.each([
    ['2025-01-26', true],
    ['2025-01-28', false],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2026-01-02', false],
    ['2026-02-28', true],
    ['2026-07-01', true],
    ['2026-07-04', false],
  ])('say of %s that it is worked: %s', (day, expected) => {
    expect(isWorkingDay(china, day)).toBe(expected);
  });

  it('do not reach beyond what is published', () => {
    for (const day of ['2024-12-31', '2027-01-01']) {
      expect(() => isWorkingDay(china, day)).toThrow(
        expect.objectContaining({ code: 'year-without-calendar' }),
      );
    }
    expect(addWorkingDays(china, '2026-12-30', 1)).toBe('2026-12-31');
    for (const count of [1, 20]) {
      expect(() => addWorkingDays(china, '2026-12-31', count)).toThrow(
        expect.objectContaining({ code: 'year-without-calendar' }),
      );
    }
  });
});

describe('a term in working days', () => {
  it.each([
    ['2026-09-18', 20, '2026-10-22'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-10-01', 0, '2026-10-08'],
    ['2026-10-08', 0, '2026-10-08'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2025-12-31', 1, '2026-01-04'],
  ])('from %s by %s ends on %s', (day, count, expected) => {
    expect(addWorkingDays(china, day, count)).toBe(expected);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('is not %s days long', (count) => {
    expect(() => addWorkingDays(china, '2026-01-05', count)).toThrow(
      expect.objectContaining({ code: 'bad-working-days' }),
    );
  });

  it('has no days within a holiday, and none from a day to itself', () => {
    expect(workingDaysBetween(china, '2026-10-01', '2026-10-07')).toBe(0);
    expect(workingDaysBetween(china, '2026-07-01', '2026-07-01')).toBe(0);
  });
});

describe('calendars combined', () => {
  it('take the last that names a day, else the week', () => {
    const both = workingCalendar([chinaWorkingDays, local]);
    expect(both.calendars.map(({ id }) => id)).toEqual(['china-working-days', 'a-region']);
    expect(isWorkingDay(both, '2026-04-20')).toBe(false);
    expect(isWorkingDay(china, '2026-04-20')).toBe(true);
    expect(isWorkingDay(both, '2026-10-03')).toBe(true);
    expect(isWorkingDay(both, '2026-10-02')).toBe(false);
  });

  it('know a year only if each of them has published it', () => {
    const both = workingCalendar([chinaWorkingDays, local]);
    expect(both.years).toEqual([2026]);
    expect(() => isWorkingDay(both, '2025-06-03')).toThrow(
      expect.objectContaining({ code: 'year-without-calendar' }),
    );
  });

  it('need a week, and at least one calendar', () => {
    expect(() => workingCalendar([local])).toThrow(
      expect.objectContaining({ code: 'calendar-without-week' }),
    );
    expect(() => workingCalendar([])).toThrow(expect.objectContaining({ code: 'no-calendar' }));
  });

  it('have no working day at all where no year is common to them', () => {
    const later = { ...local, years: [{ ...page2026, year: 2030, holidays: [], workdays: [] }] };
    expect(workingCalendar([chinaWorkingDays, later]).years).toEqual([]);
  });
});

describe('what is wrong with a calendar', () => {
  const off = (from: string, to = from) => ({ name: { zh: '假', en: 'off' }, from, to });
  const of = (more: Partial<Calendar['years'][number]>): unknown => ({
    ...chinaWorkingDays,
    years: [{ ...page2026, holidays: [], workdays: [], ...more }],
  });
  it.each<[string, unknown, (string | number)[]]>([
    [
      'outside-calendar-year',
      of({ holidays: [off('2025-12-31', '2026-01-01')] }),
      ['holidays', 0, 'from'],
    ],
    ['outside-calendar-year', of({ workdays: [{ day: '2027-01-02' }] }), ['workdays', 0, 'day']],
    [
      'holiday-inverted',
      of({ holidays: [off('2026-03-02', '2026-03-01')] }),
      ['holidays', 0, 'to'],
    ],
    ['day-named-twice', of({ holidays: [off('2026-03-01'), off('2026-03-01')] }), ['holidays', 1]],
    [
      'day-named-twice',
      of({ holidays: [off('2026-03-01')], workdays: [{ day: '2026-03-01' }] }),
      ['workdays', 0, 'day'],
    ],
    ['workday-already-worked', of({ workdays: [{ day: '2026-03-02' }] }), ['workdays', 0, 'day']],
    ['citation-dangling', of({ cite: 'nowhere' }), ['cite']],
  ])('is %s', (code, calendar, path) => {
    const result = safeParseCalendar(calendar);
    expect(result.ok ? [] : result.issues).toMatchObject([{ code, path: ['years', 0, ...path] }]);
  });

  it('is a year twice, a weekday twice, a field nobody knows', () => {
    const codes = (value: unknown): string[] => {
      const result = safeParseCalendar(value);
      return result.ok ? [] : result.issues.map(({ code }) => code);
    };
    expect(codes({ ...chinaWorkingDays, years: [page2026, page2026] })).toEqual(['repeated-year']);
    expect(codes({ ...chinaWorkingDays, week: [1, 2, 1] })).toEqual(['repeated-weekday']);
    expect(codes({ ...chinaWorkingDays, week: [0] })).toHaveLength(1);
    expect(codes({ ...chinaWorkingDays, more: 1 })).toHaveLength(1);
    expect(() => parseCalendar({})).toThrow(expect.objectContaining({ code: 'bad-calendar' }));
  });
});

it('answers as looking every day up in the document does', () => {
  fc.assert(
    fc.property(arbitraryCalendar(), fc.nat(364), (calendar, offset) => {
      const working = workingCalendar([calendar]);
      for (const year of working.years) {
        const day = addDays(`${year}-01-01`, offset);
        expect(isWorkingDay(working, day)).toBe(isOpen(calendar, day));
      }
    }),
  );
});

it('adds working days as counting them one by one does', () => {
  fc.assert(
    fc.property(
      arbitraryCalendar(),
      fc.nat(200),
      fc.integer({ min: 1, max: 30 }),
      (calendar, offset, count) => {
        const working = workingCalendar([calendar]);
        const start = addDays(`${working.years[0]}-01-01`, offset);
        const after: string[] = [];
        const end = dayNumber(`${working.years.at(-1)}-12-31`);
        for (let n = dayNumber(start) + 1; n <= end; n++) {
          if (isOpen(calendar, dayOf(n))) after.push(dayOf(n));
        }
        const expected = after[count - 1];
        if (expected === undefined) {
          expect(() => addWorkingDays(working, start, count)).toThrow();
        } else expect(addWorkingDays(working, start, count)).toBe(expected);
      },
    ),
  );
});

it.each([...calendarLaws([chinaWorkingDays]), ...calendarLaws([chinaWorkingDays, local])])(
  'it $name',
  ({ property }) => {
    fc.assert(property, { numRuns: 50 });
  },
);

it('is found out where holidays are worked, and where the first day is counted', () => {
  const broken = (platform: Parameters<typeof calendarLaws>[1]) =>
    calendarLaws([chinaWorkingDays], platform)
      .filter(({ property }) => fc.check(property, { numRuns: 200 }).failed)
      .map(({ name }) => name);
  expect(broken({ isWorkingDay: () => true })).toContain(
    'has its holidays off and its make-up days worked',
  );
  expect(
    broken({ addWorkingDays: (working, day, n) => addWorkingDays(working, addDays(day, -1), n) }),
  ).toContain('counts between two days what was added');
});

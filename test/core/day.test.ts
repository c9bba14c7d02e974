import {
  addDays,
  addMonths,
  addPeriod,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  yearRange,
} from 'evenhand/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';

const FIRST = -719_162;
const LAST = 2_932_896;
const numbers = fc.integer({ min: FIRST, max: LAST });

/** The platform's own calendar, in UTC. */
const byDate = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Months as one counts them on paper: the same day of the month, or the month's last. */
function addMonthsByHand(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const length = m === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(date, length))}`;
}

describe('a civil day', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-12-31'])(
    '%s exists',
    (day) => expect(isDay(day)).toBe(true),
  );
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026-01-01\n',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '２０２６-01-01',
    20260101,
    null,
  ])('%j does not', (day) => expect(isDay(day)).toBe(false));

  it('has the number the calendar of the platform gives, for every day of 400 years and both ends', () => {
    const of = (number: number) => {
      const day = dayOf(number);
      if (day !== byDate(number) || dayNumber(day) !== number) return number;
      return undefined;
    };
    const wrong = Array.from({ length: 146_097 }, (_, i) => of(i - 40_000)).filter(
      (number) => number !== undefined,
    );
    expect(wrong).toEqual([]);
    expect([dayOf(FIRST), dayOf(LAST)]).toEqual(['0001-01-01', '9999-12-31']);
    fc.assert(
      fc.property(numbers, (number) => {
        expect(of(number)).toBeUndefined();
        expect(isDay(dayOf(number))).toBe(true);
      }),
    );
  });

  it.each([FIRST - 1, LAST + 1, 0.5, Number.NaN])('has no number %d', (number) =>
    expect(codeOf(() => dayOf(number))).toBe('no-such-day'),
  );

  it('that does not exist is refused, and named', () => {
    expect(codeOf(() => dayNumber('2023-02-29'))).toBe('no-such-day');
    expect(() => dayNumber('2023-02-29')).toThrow('`2023-02-29`');
    expect(codeOf(() => addMonths('2026-02-30', 1))).toBe('no-such-day');
  });
});

describe('steps of days and months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['0004-02-29', -12, '0003-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %d months is %s', (day, months, expected) =>
    expect(addMonths(day, months)).toBe(expected),
  );

  it('of months fall on the same day of the month or on its last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -600_000, max: 1_200_000 }),
        fc.integer({ min: -1200, max: 1200 }),
        (number, months) => {
          expect(addMonths(dayOf(number), months)).toBe(addMonthsByHand(dayOf(number), months));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of days go there and back', () => {
    const step = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 2_800_000 }), step, (number, days) => {
        const day = dayOf(number);
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('stop at the first and at the last day', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
    expect(addDays('0001-01-02', -9)).toBe('0001-01-01');
    expect(addMonths('9999-12-31', Number.MAX_SAFE_INTEGER)).toBe('9999-12-31');
    expect(addPeriod('2026-01-15', { years: 100_000 }, -1)).toBe('0001-01-01');
  });

  it('of a period are days, months or years, either way', () => {
    expect(addPeriod('2026-03-31', { days: 30 })).toBe('2026-04-30');
    expect(addPeriod('2026-03-31', { months: 1 })).toBe('2026-04-30');
    expect(addPeriod('2024-02-29', { years: 1 }, -1)).toBe('2023-02-28');
  });
});

it('a calendar year has its first and its last day inside', () =>
  expect(yearRange(2026)).toEqual({ from: '2026-01-01', to: '2026-12-31' }));

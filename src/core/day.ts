import { utc } from '@date-fns/utc';
import { addMonths as addMonthsToDate } from 'date-fns/addMonths';
import { requireArgument } from './argument.js';
import { mistake } from './error.js';
import { shownValue } from './shownValue.js';

/** A civil day, `YYYY-MM-DD`: no clock time, no time zone. */
export type Day = string;

/** The numbers of 0001-01-01 and 9999-12-31. */
const FIRST = -719_162;
const LAST = 2_932_896;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a value is a civil day that exists, from 0001-01-01 to 9999-12-31. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || value.length !== 10) return false;
  if (value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return false;
  const year = digits(value, 0, 4);
  const month = digits(value, 5, 7);
  const day = digits(value, 8, 10);
  if (!(year > 0) || !(month > 0) || month > 12 || !(day > 0)) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (MONTH_DAYS[month - 1] as number) + (leap ? 1 : 0);
}

const HYPHEN = 0x2d;

/** The number that some digits of a text write, NaN where one is none. A pattern takes four times as long. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/**
 * The day's number: days since 1970-01-01, negative before.
 *
 * @throws `no-such-day`
 * @example
 * ```ts
 * import { dayNumber } from 'evenhand/core';
 *
 * dayNumber('1970-03-01'); // => 59
 * ```
 */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw noSuchDay(day);
  const year = digits(day, 0, 4);
  const month = digits(day, 5, 7);
  // Years counted from 1 March, so that a leap day is a year's last (proleptic Gregorian calendar).
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 10) - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The civil day of a day's number.
 *
 * @throws `no-such-day` for a number that is no integer, or beyond 0001-01-01 and 9999-12-31
 */
export function dayOf(number: number): Day {
  if (!Number.isInteger(number) || number < FIRST || number > LAST) throw noSuchDay(number);
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day `days` later; negative goes back. A step beyond the first or the last day stops there. */
export function addDays(day: Day, days: number): Day {
  return dayOf(held(dayNumber(day) + days));
}

/**
 * The day `months` later, clamped to the month's end: 31 January + 1 month is 28 or 29 February.
 * A step beyond 0001-01-01 or 9999-12-31 stops there, so `9999-12-31` may stand for ever.
 *
 * @throws `no-such-day`
 * @example
 * ```ts
 * import { addMonths } from 'evenhand/core';
 *
 * addMonths('2026-01-31', 3); // => '2026-04-30'
 * ```
 */
export function addMonths(day: Day, months: number): Day {
  const start = dayNumber(day) * 86_400_000;
  // Ten thousand years reach every day from every other; far beyond them a Date is invalid.
  const steps = Math.min(120_000, Math.max(-120_000, months));
  const moved = addMonthsToDate(utc(start), steps, { in: utc });
  return dayOf(held(Math.floor(moved.getTime() / 86_400_000)));
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** A length of time as policies state it; a month is never compared with days. */
export type Period =
  | { readonly days: number }
  | { readonly months: number }
  | { readonly years: number };

/** The day a period after (or, with `-1`, before) a day; months and years clamp to the month's end. */
export function addPeriod(day: Day, period: Period, sign: 1 | -1 = 1): Day {
  // Asked for each event of a register, so the questions are put only where their short forms fail.
  if (typeof period !== 'object' || period === null) {
    requireArgument('addPeriod', 'period', period, 'object');
  }
  if (typeof sign !== 'number') requireArgument('addPeriod', 'sign', sign, 'number');
  if ('days' in period) return addDays(day, sign * period.days);
  return addMonths(day, sign * ('months' in period ? period.months : period.years * 12));
}

/** A span of days, both ends inside. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** The first and the last day of a calendar year. */
export function yearRange(year: number): DayRange {
  const text = shownValue(year).padStart(4, '0');
  return { from: `${text}-01-01`, to: `${text}-12-31` };
}

/** The error for a text that is no day. */
export function noSuchDay(given: unknown, field?: string) {
  const where = field === undefined ? '' : ` in field \`${field}\``;
  return mistake(
    'no-such-day',
    `no such day: \`${shownValue(given)}\`${where} (expected YYYY-MM-DD)`,
    {
      given: shownValue(given),
      expected: 'YYYY-MM-DD',
    },
  );
}

const held = (number: number): number => Math.min(LAST, Math.max(FIRST, number));

const two = (n: number): string => String(n).padStart(2, '0');

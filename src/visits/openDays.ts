import type { WorkingCalendar } from '../calendar/workingCalendar.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { requireArgument } from '../core/argument.js';
import { type Day, dayNumber, dayOf } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { QuietDays, VisitNotice, VisitRules } from './visitRules.js';

/** What decides on which days a visit can be. */
export interface DayRules {
  /** Working days; without one every day is worked. */
  readonly calendar?: WorkingCalendar;
  readonly rules?: Pick<VisitRules, 'notice' | 'quiet'>;
  /** Today: a new visit is later by the rules' notice. Left out, no day has passed. */
  readonly asOf?: Day;
}

/** The days on which a visit in one district can be. */
export interface OpenDays {
  isOpen(number: number): boolean;
  /** The first open day from a day on, looked for up to a last one; undefined where there is none. */
  from(number: number, last: number): number | undefined;
  /** The last open day up to a day, looked for from a first one. */
  upTo(number: number, first: number): number | undefined;
}

/**
 * Finds the open days of a district: working days that are not quiet and for which the firm can still
 * be told in time.
 *
 * @throws `notice-without-day` for a notice without `asOf`, `notice-without-calendar` for one in working
 * days without a calendar, `year-without-calendar`
 */
export function openDaysOf(days: DayRules): (district: string | undefined) => OpenDays {
  requireArgument('openDaysOf', 'days', days, 'object');
  const earliest = earliestDay(days);
  const known = new Map<string | undefined, OpenDays>();
  return (district) => {
    const found = known.get(district);
    if (found !== undefined) return found;
    const quiet = (days.rules?.quiet ?? []).filter(
      ({ districts }) =>
        districts === undefined || (district !== undefined && districts.includes(district)),
    );
    const made = openDays(days.calendar, quiet, earliest);
    known.set(district, made);
    return made;
  };
}

function openDays(
  calendar: WorkingCalendar | undefined,
  quiet: readonly QuietDays[],
  earliest: number,
): OpenDays {
  const isOpen = (number: number): boolean =>
    number >= earliest &&
    (calendar?.isOpen(number) ?? true) &&
    (quiet.length === 0 || !isQuiet(number, quiet));
  return {
    isOpen,
    from(number, last) {
      for (let one = Math.max(number, earliest); one <= last; one++) if (isOpen(one)) return one;
      return undefined;
    },
    upTo(number, first) {
      for (let one = number; one >= first; one--) if (isOpen(one)) return one;
      return undefined;
    },
  };
}

function isQuiet(number: number, quiet: readonly QuietDays[]): boolean {
  const day = dayOf(number);
  const ofYear = day.slice(5);
  return quiet.some(({ days }) => {
    if ('from' in days) return days.from <= day && day <= days.to;
    const [from, to] = days.yearly;
    return from <= to ? from <= ofYear && ofYear <= to : from <= ofYear || ofYear <= to;
  });
}

/** The first day for which a firm can be told in time. */
function earliestDay({ asOf, rules, calendar }: DayRules): number {
  const notice: VisitNotice | undefined = rules?.notice;
  if (asOf === undefined) {
    if (notice === undefined) return Number.NEGATIVE_INFINITY;
    throw mistake(
      'notice-without-day',
      'the visit rules ask for notice, and no `asOf` was given (expected the day from which notice counts)',
      { given: 'days' in notice ? notice.days : notice.workingDays },
    );
  }
  if (notice === undefined) return dayNumber(asOf);
  if ('days' in notice) return dayNumber(asOf) + notice.days;
  if (calendar !== undefined) return dayNumber(addWorkingDays(calendar, asOf, notice.workingDays));
  throw mistake(
    'notice-without-calendar',
    `the visit rules ask for \`${notice.workingDays}\` working days of notice, and no calendar was given (expected one)`,
    { given: notice.workingDays },
  );
}

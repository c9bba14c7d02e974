import type { Calendar } from '../calendar/calendar.js';
import { workingCalendar } from '../calendar/workingCalendar.js';
import { type Day, type DayRange, dayNumber } from '../core/day.js';
import type { JointVisitOptions } from '../visits/mergeVisits.js';
import { type OpenDays, openDaysOf } from '../visits/openDays.js';
import type { VisitRules } from '../visits/visitRules.js';

/** What a programme says of the days of visits and of how they are arranged; notice A shows it. */
export interface Arrangement {
  readonly asOf: Day;
  readonly calendars?: readonly Calendar[];
  readonly visitRules?: VisitRules;
}

/** An arrangement ready to be asked: options of a merge, and the days to choose from. */
export interface Arranged {
  readonly options: Pick<JointVisitOptions, 'calendar' | 'rules' | 'asOf'>;
  readonly rules: VisitRules | undefined;
  /** The numbers of the days of a window that a visit in a district can be on, in order. */
  choices(window: DayRange, district: string | undefined): readonly number[];
}

/**
 * An arrangement compiled once. Without calendar and rules every day is open, and a visit's day is
 * chosen among its window's weekdays; with a calendar among the working days.
 */
export function arranged({ asOf, calendars, visitRules }: Arrangement): Arranged {
  const calendar = calendars === undefined ? undefined : workingCalendar(calendars);
  const isPlain = calendar === undefined && visitRules === undefined;
  const options = isPlain
    ? {}
    : {
        asOf,
        ...(calendar === undefined ? {} : { calendar }),
        ...(visitRules === undefined ? {} : { rules: visitRules }),
      };
  const openIn = openDaysOf(options);
  const known = new Map<string, readonly number[]>();
  return {
    options,
    rules: visitRules,
    choices(window, district) {
      const name = `${window.from}/${window.to}/${district ?? ''}`;
      const found = known.get(name) ?? daysOf(window, openIn(district), calendar !== undefined);
      known.set(name, found);
      return found;
    },
  };
}

/** The open days of a window, without a calendar of these its weekdays; all of them where none is open. */
function daysOf(window: DayRange, open: OpenDays, hasCalendar: boolean): readonly number[] {
  const all: number[] = [];
  for (let day = dayNumber(window.from); day <= dayNumber(window.to); day++) all.push(day);
  const isOpen = all.filter((day) => open.isOpen(day));
  const weekdays = hasCalendar ? [] : isOpen.filter(isWeekday);
  return [weekdays, isOpen, all].find((days) => days.length > 0) ?? all;
}

/** 1970-01-01 was a Thursday; Monday is 0. */
const isWeekday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5;

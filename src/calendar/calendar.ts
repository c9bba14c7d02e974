import type { Day } from '../core/day.js';
import type { DocumentBase, LocalText } from '../document/document.js';

/** Days off in a row, both ends inside: a holiday with the days that were moved to it (放假). */
export interface Holiday {
  readonly name: LocalText;
  readonly from: Day;
  readonly to: Day;
}

/** A day of the weekend that is worked to make up for a day off (调休上班). */
export interface MakeUpDay {
  readonly day: Day;
}

/** One published year: no other year is known. `cite` names the notice that published it. */
export interface CalendarYear {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  readonly workdays: readonly MakeUpDay[];
  readonly cite: string;
}

/**
 * The working days of the years an authority has published (工作日历).
 *
 * `week` lists the days of an ordinary week that are worked, 1 for Monday to 7 for Sunday. A local
 * calendar that only adds to a national one leaves it out and names the days it changes.
 */
export interface Calendar extends DocumentBase {
  readonly schema: 'evenhand/calendar/1';
  readonly kind: 'calendar';
  readonly week?: readonly number[];
  readonly years: readonly CalendarYear[];
}

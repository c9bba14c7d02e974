import { type Day, dayNumber } from '../core/day.js';
import { windowStart } from '../register/condition.js';

/** The register's day and the times before it that a firm's record reaches back, found once a city. */
export interface Spans {
  readonly asOf: Day;
  /** The day's number. */
  readonly last: number;
  /** Whoever was founded later than this is new. */
  readonly yearAgo: Day;
  /** How many days before `asOf` the last three and the last thirty years began. */
  readonly threeYears: number;
  readonly thirtyYears: number;
}

/** The spans that end on a day. */
export function spansOf(asOf: Day): Spans {
  const last = dayNumber(asOf);
  const daysOf = (years: number): number => last - dayNumber(windowStart(asOf, { years }));
  return {
    asOf,
    last,
    yearAgo: windowStart(asOf, { years: 1 }),
    threeYears: daysOf(3),
    thirtyYears: daysOf(30),
  };
}

import { addPeriod, type Day } from '../core/day.js';
import { type Decimal, isDecimal, placesOf, scaled } from '../core/decimal.js';
import { errorAt, type Issue } from '../core/issue.js';
import { shownValue } from '../core/shownValue.js';
import type { Admission } from './admit.js';
import type { SandboxRules } from './sandboxRules.js';
import type { TriggerNote } from './triggered.js';

/** What a firm reported of a limit on a day. */
export interface LimitReading {
  readonly limit: string;
  readonly on: Day;
  readonly value: Decimal;
  readonly reference: string;
}

/** Readings above their limit, each with the day it was reported. */
export function exceeded(
  { limits }: SandboxRules,
  readings: readonly LimitReading[],
  admitted: Day,
  last: Day,
): TriggerNote[] {
  return limits.flatMap(({ id, atMost, cite }) =>
    readings
      .filter(
        ({ limit, on, value }) =>
          limit === id && on >= admitted && on <= last && isDecimal(value) && isMore(value, atMost),
      )
      .map(({ on, reference }) => ({ id, on, by: [reference], cite })),
  );
}

/** Readings of no limit or that are no number, and limits that were not reported in time. */
export function readingIssues(
  { limits }: SandboxRules,
  { entity, on }: Admission,
  readings: readonly LimitReading[],
  last: Day,
): Issue[] {
  const known = limits.map(({ id }) => id);
  const issues = readings.flatMap(({ limit, value }, i): Issue[] => {
    if (!known.includes(limit)) {
      return [
        errorAt('reading-of-no-limit', [entity, 'readings', i], { given: limit, expected: known }),
      ];
    }
    if (isDecimal(value)) return [];
    return [
      errorAt('not-a-decimal', [entity, 'readings', i], {
        given: shownValue(value),
        expected: '-2.5',
      }),
    ];
  });
  for (const { id, every } of limits) {
    if (every === undefined) continue;
    const days = readings
      .filter(({ limit, on: day }) => limit === id && day >= on && day <= last)
      .map((one) => one.on)
      .sort();
    const due = addPeriod(days.at(-1) ?? on, every);
    if (due < last)
      issues.push(errorAt('reading-missing', [entity, 'readings'], { given: id, expected: due }));
  }
  return issues;
}

const isMore = (a: Decimal, b: Decimal): boolean => {
  const places = Math.max(placesOf(a), placesOf(b));
  return scaled(a, places) > scaled(b, places);
};

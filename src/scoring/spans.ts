import { type Day, dayNumber, dayOf, isDay } from '../core/day.js';
import { scaledMeasure } from '../core/decimal.js';
import type { FieldCondition } from '../register/condition.js';
import type { Fact } from '../register/nouns.js';
import { turningPoint } from './turningPoint.js';
import { valueFact } from './values.js';

/** Integers from `low` to `high`, both inside. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Ordered values as integers: numbers at some places, or days. */
export interface Line {
  readonly kind: 'number' | 'day';
  readonly first: number;
  readonly last: number;
  fact(value: number): Fact;
  /** The integer of a fact that a condition names; undefined for one that is not on the line. */
  placeOf(fact: Fact): number | undefined;
}

/** Numbers at some places, as facts that are numbers. */
export function numberLine(places: number): Line {
  return lineOf(places, (value) => value / 10 ** places);
}

/** A score at some places, as the fact `total`. */
export function scoreLine(places: number): Line {
  return lineOf(places, (value) => valueFact(value, places));
}

function lineOf(places: number, fact: (value: number) => Fact): Line {
  const placeOf = (named: Fact): number | undefined =>
    typeof named === 'boolean' ? undefined : scaledMeasure(named, places);
  return { kind: 'number', first: -(2 ** 51), last: 2 ** 51, fact, placeOf };
}

export const dayLine: Line = {
  kind: 'day',
  first: dayNumber('0001-01-01' satisfies Day),
  last: dayNumber('9999-12-31' satisfies Day),
  fact: dayOf,
  placeOf: (fact) => (isDay(fact) ? dayNumber(fact) : undefined),
};

/**
 * Where on a line a condition is met. A bound turns the answer once, and `isMet` tells where, so that
 * nothing here repeats how facts are compared.
 *
 * @param isMet - whether a value meets a condition on the same field
 * @returns the spans, ascending for bounds; undefined for `under`, which asks for texts
 */
export function spansOf(
  condition: FieldCondition,
  line: Line,
  isMet: (condition: FieldCondition, value: number) => boolean,
): readonly Span[] | undefined {
  const { field } = condition;
  const { first, last } = line;
  const everything = { low: -Infinity, high: Infinity };
  const turn = (isYes: (value: number) => boolean): number => {
    const found = turningPoint(first, last, isYes);
    return found === first ? -Infinity : found > last ? Infinity : found;
  };
  if ('exists' in condition) return condition.exists ? [everything] : [];
  if ('eq' in condition || 'in' in condition) {
    const named = ('eq' in condition ? [condition.eq] : condition.in).flatMap(
      (fact) => line.placeOf(fact) ?? [],
    );
    return [...new Set(named)]
      .filter((value) => Number.isSafeInteger(value) && isMet(condition, value))
      .map((value) => ({ low: value, high: value }));
  }
  if ('under' in condition) return undefined;
  if ('between' in condition) {
    const [low, high] = condition.between;
    const from = turn((value) => isMet({ field, gte: low }, value));
    const after = turn((value) => !isMet({ field, lte: high }, value));
    return [{ low: from, high: after - 1 }];
  }
  const isUpward = 'gt' in condition || 'gte' in condition;
  return isUpward
    ? [{ low: turn((value) => isMet(condition, value)), high: Infinity }]
    : [{ low: -Infinity, high: turn((value) => !isMet(condition, value)) - 1 }];
}

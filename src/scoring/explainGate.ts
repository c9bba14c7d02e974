import { isDay } from '../core/day.js';
import { type Decimal, decimalText, isDecimal, placesOf, scaled } from '../core/decimal.js';
import {
  type Condition,
  countEvents,
  type EventAggregate,
  fieldOf,
  holds,
} from '../register/condition.js';
import type { CompiledGate } from './levels.js';
import type { FailedCondition, GateReason } from './reason.js';
import type { View } from './view.js';

/** A gate that was tried, with every condition that failed and by how much. */
export function explainGate(
  { rule, when }: CompiledGate,
  view: View,
  article: (cite: string) => string,
): GateReason {
  const { all = [], any = [], level, cite } = rule;
  const fails = (condition: Condition): boolean =>
    holds(condition, view.subject, view.asOf) !== 'yes';
  const isThrough = holds(when, view.subject, view.asOf) === 'yes';
  const failed = [...all.filter(fails), ...(any.every(fails) ? any : [])];
  return {
    level,
    holds: isThrough,
    failed: isThrough ? [] : failed.map((condition) => failure(condition, view)),
    cite,
    article: article(cite),
  };
}

function failure(condition: Condition, view: View): FailedCondition {
  if ('all' in condition || 'any' in condition)
    return { condition, parts: partsOf(condition, view) };
  if ('events' in condition) return { condition, ...countFailure(condition.events, view) };
  if ('not' in condition) return { condition, ...givenOf(condition.not, view) };
  const found = givenOf(condition, view);
  if (found.given === undefined || condition.field === 'list') return { condition, ...found };
  const bound = boundOf(condition, found.given);
  if (bound === undefined || isDay(found.given) || !isDecimal(found.given)) {
    return { condition, ...found };
  }
  const by = distance(found.given, bound);
  return { condition, ...found, ...(by === undefined ? {} : { by }) };
}

/** Of conditions that all must hold those that do not; of those of which any would do, every one. */
function partsOf(
  condition: Extract<Condition, { all: unknown } | { any: unknown }>,
  view: View,
): readonly FailedCondition[] {
  const list = 'all' in condition ? condition.all : condition.any;
  return list
    .filter((one) => holds(one, view.subject, view.asOf) !== 'yes')
    .map((one) => failure(one, view));
}

function countFailure(
  events: EventAggregate,
  { subject, asOf }: View,
): Pick<FailedCondition, 'given' | 'by'> {
  const count = countEvents(events, subject.events, asOf);
  const { atLeast = 0, atMost = count } = events;
  return { given: String(count), by: String(count < atLeast ? atLeast - count : count - atMost) };
}

/** What a condition of one field found. */
function givenOf(condition: Condition, { subject }: View): Pick<FailedCondition, 'given'> {
  if (!('field' in condition)) return {};
  if (condition.field === 'list') return { given: subject.lists.join(', ') };
  const value = fieldOf(subject, condition.field);
  return value === undefined ? {} : { given: String(value) };
}

/** The number a value fell short of or went beyond. */
function boundOf(condition: Condition, given: string): Decimal | undefined {
  const { gt, gte, lt, lte, eq, between } = condition as Readonly<Record<string, unknown>>;
  const ends = Array.isArray(between) ? between : [];
  const end = Number(given) < Number(ends[0]) ? ends[0] : ends[1];
  const bound = gt ?? gte ?? lt ?? lte ?? eq ?? end;
  return isDecimal(bound) ? bound : undefined;
}

/** How far two decimals lie apart; left out beyond the safe integers. */
function distance(given: Decimal, bound: Decimal): string | undefined {
  const places = Math.max(placesOf(given), placesOf(bound));
  const most = Math.max(Math.abs(Number(given)), Math.abs(Number(bound))) * 10 ** places;
  if (most >= 2 ** 52) return undefined;
  return decimalText(Math.abs(scaled(given, places) - scaled(bound, places)), places);
}

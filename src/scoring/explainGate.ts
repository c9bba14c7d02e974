import { isDay } from '../core/day.js';
import { type Decimal, decimalText, isDecimal, placesOf, scaled } from '../core/decimal.js';
import { type Condition, fieldOf, holds } from '../register/condition.js';
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

function failure(condition: Condition, { subject }: View): FailedCondition {
  if (!('field' in condition)) return { condition };
  if (condition.field === 'list') return { condition, given: subject.lists.join(', ') };
  const value = fieldOf(subject, condition.field);
  if (value === undefined) return { condition };
  const given = String(value);
  const bound = boundOf(condition, given);
  if (bound === undefined || isDay(given) || !isDecimal(given)) return { condition, given };
  const by = distance(given, bound);
  return { condition, given, ...(by === undefined ? {} : { by }) };
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

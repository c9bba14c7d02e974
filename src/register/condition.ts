import { requireArgument } from '../core/argument.js';
import { addDays, addPeriod, type Day, dayNumber, isDay, type Period } from '../core/day.js';
import { isDecimal, placesOf } from '../core/decimal.js';
import type { Entity, Event, Fact } from './nouns.js';

/**
 * What can be asked of an entity, as data and never as code.
 *
 * A `field` is a fact by its name, or `district`, `state`, `since` or `list` (one of its lists).
 * Texts are equal or not; numbers are compared as numbers, days as days; `under` asks whether a
 * hierarchical code (GB/T 4754, GB/T 2260) lies below one of the given codes, itself included.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | FieldCondition
  | { readonly events: EventAggregate };

/** What is asked of one field. A bound is a number, a day, or a decimal as text. */
export type FieldCondition =
  | { readonly field: string; readonly eq: Fact }
  | { readonly field: string; readonly in: readonly Fact[] }
  | { readonly field: string; readonly under: readonly string[] }
  | { readonly field: string; readonly gt: number | Day }
  | { readonly field: string; readonly gte: number | Day }
  | { readonly field: string; readonly lt: number | Day }
  | { readonly field: string; readonly lte: number | Day }
  | { readonly field: string; readonly between: readonly [number, number] | readonly [Day, Day] }
  | { readonly field: string; readonly exists: boolean };

/** How many events of some kinds lie within a window that ends on the day of the question. */
export interface EventAggregate {
  readonly kinds: readonly string[];
  readonly within?: Period;
  readonly unrepaired?: boolean;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The answer to a condition: a fact that is not known leaves it `missing`, unless nothing hangs on it. */
export type Answer = 'yes' | 'no' | 'missing';

/** What a condition reads: `Entity` satisfies it. */
export type Subject = Pick<Entity, 'facts' | 'events' | 'lists'> &
  Partial<Pick<Entity, 'id' | 'district' | 'state' | 'since'>>;

/**
 * Answers a condition about an entity as of a day, in three values (Kleene): `any` with one yes is
 * yes and `all` with one no is no, whatever is missing beside it.
 *
 * @example
 * ```ts
 * import { holds } from 'evenhand/register';
 *
 * const firm = { id: 'A', facts: { seats: 80 }, events: [], lists: ['key'] };
 * holds({ all: [{ field: 'seats', gte: 50 }, { field: 'list', eq: 'key' }] }, firm, '2026-01-15'); // => 'yes'
 * ```
 */
export function holds(condition: Condition, entity: Subject, asOf: Day): Answer {
  if ('all' in condition) return conjunction(condition.all, entity, asOf);
  if ('any' in condition) {
    return negated(
      conjunction(
        condition.any.map((not) => ({ not })),
        entity,
        asOf,
      ),
    );
  }
  if ('not' in condition) return negated(holds(condition.not, entity, asOf));
  if ('events' in condition) return countHolds(condition.events, entity.events, asOf);
  if (condition.field === 'list') return listHolds(condition, entity.lists);
  const value = fieldOf(entity, condition.field);
  if ('exists' in condition) return yes((value !== undefined) === condition.exists);
  if (value === undefined) return 'missing';
  if ('eq' in condition) return yes(value === condition.eq);
  if ('in' in condition) return yes(condition.in.includes(value));
  if ('under' in condition) {
    return yes(condition.under.some((code) => String(value).startsWith(code)));
  }
  return compared(condition, value);
}

/** The fact or the field of that name; `district`, `state`, `since` and `id` are fields. */
export function fieldOf(entity: Subject, field: string): Fact | undefined {
  switch (field) {
    case 'district':
      return entity.district;
    case 'state':
      return entity.state ?? 'active';
    case 'since':
      return entity.since;
    case 'id':
      return entity.id;
    default:
      return Object.hasOwn(entity.facts, field) ? entity.facts[field] : undefined;
  }
}

/** Whether an event is known and has effect on a day: it happened, was learnt of, and has not ended. */
export function isEffective(event: Event, asOf: Day): boolean {
  return (
    event.on <= asOf &&
    (event.knownOn ?? event.on) <= asOf &&
    (event.until === undefined || event.until >= asOf)
  );
}

/** The first day of a window of a length that ends on `asOf`, both ends inside. */
export function windowStart(asOf: Day, length: Period): Day {
  return addDays(addPeriod(asOf, length, -1), 1);
}

/** Every fact a condition reads, in the order it is met, for checks of unknown names. */
export function fieldsOf(condition: Condition): string[] {
  requireArgument('fieldsOf', 'condition', condition, 'object', 'parseCondition(…)');
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return 'field' in condition ? [condition.field] : [];
}

/** Every event kind a condition counts. */
export function eventKindsOf(condition: Condition): string[] {
  requireArgument('eventKindsOf', 'condition', condition, 'object', 'parseCondition(…)');
  if ('all' in condition) return condition.all.flatMap(eventKindsOf);
  if ('any' in condition) return condition.any.flatMap(eventKindsOf);
  if ('not' in condition) return eventKindsOf(condition.not);
  return 'events' in condition ? [...condition.events.kinds] : [];
}

function conjunction(parts: readonly Condition[], entity: Subject, asOf: Day): Answer {
  let answer: Answer = 'yes';
  for (const part of parts) {
    const one = holds(part, entity, asOf);
    if (one === 'no') return 'no';
    if (one === 'missing') answer = 'missing';
  }
  return answer;
}

function countHolds(aggregate: EventAggregate, events: readonly Event[], asOf: Day): Answer {
  const count = countEvents(aggregate, events, asOf);
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = aggregate;
  return yes(count >= atLeast && count <= atMost);
}

/** How many events an aggregate counts as of a day. */
export function countEvents(
  aggregate: EventAggregate,
  events: readonly Event[],
  asOf: Day,
): number {
  const from = aggregate.within === undefined ? undefined : windowStart(asOf, aggregate.within);
  let count = 0;
  for (const event of events) {
    if (!aggregate.kinds.includes(event.kind) || !isEffective(event, asOf)) continue;
    if (from !== undefined && event.on < from) continue;
    if (
      aggregate.unrepaired === true &&
      event.repairedOn !== undefined &&
      event.repairedOn <= asOf
    ) {
      continue;
    }
    count++;
  }
  return count;
}

function listHolds(condition: FieldCondition, lists: readonly string[]): Answer {
  if ('eq' in condition) return yes(lists.includes(String(condition.eq)));
  if ('in' in condition) return yes(condition.in.some((name) => lists.includes(String(name))));
  if ('exists' in condition) return yes(lists.length > 0 === condition.exists);
  return 'no';
}

function compared(condition: FieldCondition, value: Fact): Answer {
  const place = (bound: number | Day): number => order(value, bound);
  if ('gt' in condition) return yes(place(condition.gt) > 0);
  if ('gte' in condition) return yes(place(condition.gte) >= 0);
  if ('lt' in condition) return yes(place(condition.lt) < 0);
  if ('lte' in condition) return yes(place(condition.lte) <= 0);
  if ('between' in condition) {
    return yes(place(condition.between[0]) >= 0 && place(condition.between[1]) <= 0);
  }
  return 'no';
}

/** Numbers with numbers, days with days; anything else compares as NaN, which answers no. */
function order(value: Fact, bound: number | Day): number {
  if (typeof value === 'number' && typeof bound === 'number') return value - bound;
  if (isDay(value) && isDay(bound)) return dayNumber(value) - dayNumber(bound);
  const a = String(value);
  const b = String(bound);
  if (!isDecimal(a) || !isDecimal(b)) return Number.NaN;
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = units(a, places) - units(b, places);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** A decimal text as a count of 10^-places, however large. */
function units(decimal: string, places: number): bigint {
  const [whole, fraction = ''] = decimal.split('.');
  return BigInt(`${whole}${fraction.slice(0, places).padEnd(places, '0')}`);
}

const yes = (truth: boolean): Answer => (truth ? 'yes' : 'no');
const negated = (answer: Answer): Answer =>
  answer === 'missing' ? 'missing' : answer === 'yes' ? 'no' : 'yes';

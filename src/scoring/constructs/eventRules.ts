import { addPeriod, type Day, type Period } from '../../core/day.js';
import type { Decimal } from '../../core/decimal.js';
import { compareBytes } from '../../core/order.js';
import { type Condition, holds, isEffective, windowStart } from '../../register/condition.js';
import type { Event, Fact } from '../../register/nouns.js';

/** Which events are counted, beside their kind and their day. */
export interface EventRules {
  /** Asked of the event's own `values`; an event for which it has no answer is not counted. */
  readonly where?: Condition;
  /** Events alike in these fields count once; an event without one of them stands alone. */
  readonly consolidate?: {
    readonly by: readonly string[];
    /** The one with the most points, or the earliest. */
    readonly keep: 'max' | 'first';
  };
  /** While an event of this kind has effect, those it names are not counted. */
  readonly suspend?: {
    readonly event: string;
    /** Only events with the same value in this field; all where left out. */
    readonly same?: string;
    /** How long one may suspend at most, from its day. */
    readonly atMost?: Period;
  };
  /** An event in effect of a kind the scheme nowhere names is an issue. */
  readonly closed?: true;
}

/** The points of the second, third, … of its like within a period are multiplied. */
export interface Repeat {
  /** Alike are events with the same value in this field; those of one kind where left out. */
  readonly same?: string;
  readonly within: Period;
  /** For the first, the second, and so on; the last for all further ones. */
  readonly by: readonly Decimal[];
}

/** Earliest first; the id decides on one day. */
export function byDay(a: Event, b: Event): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : compareBytes(a.id, b.id);
}

/** A value of an event by name; `kind` and `on` are its own. */
export function eventValue(event: Event, field: string): Fact | undefined {
  if (field === 'kind') return event.kind;
  if (field === 'on') return event.on;
  return event.values !== undefined && Object.hasOwn(event.values, field)
    ? event.values[field]
    : undefined;
}

/** Whether an event's own values answer a condition with yes. */
export function matches(event: Event, where: Condition | undefined, asOf: Day): boolean {
  if (where === undefined) return true;
  return holds(where, { facts: event.values ?? {}, events: [], lists: [] }, asOf) === 'yes';
}

/** The first event that suspends another as of a day, if one does. */
export function suspendedBy(
  event: Event,
  { suspend }: EventRules,
  all: readonly Event[],
  asOf: Day,
): Event | undefined {
  if (suspend === undefined) return undefined;
  const { event: kind, same, atMost } = suspend;
  const suspending = all.filter((other) => {
    if (other.kind !== kind || other === event || !isEffective(other, asOf)) return false;
    if (atMost !== undefined && asOf >= addPeriod(other.on, atMost)) return false;
    return same === undefined || isSame(event, other, same);
  });
  return suspending.sort(byDay)[0];
}

/** How many of its like an event makes, itself included: earlier ones within the period. */
export function ordinalOf(
  event: Event,
  { same, within }: Repeat,
  earlier: readonly Event[],
): number {
  const from = windowStart(event.on, within);
  const alike = earlier.filter((one) => one.on >= from && isSame(event, one, same ?? 'kind'));
  return alike.length + 1;
}

function isSame(a: Event, b: Event, field: string): boolean {
  const value = eventValue(a, field);
  return value !== undefined && value === eventValue(b, field);
}

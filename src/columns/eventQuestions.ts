import { type Day, dayNumber, dayOf } from '../core/day.js';
import { type EventAggregate, holds, windowStart } from '../register/condition.js';
import type { Event } from '../register/nouns.js';
import {
  type CompiledEvents,
  type EventBounds,
  effectOf,
} from '../scoring/constructs/compiledEvents.js';
import { FAR } from './sums.js';

/** Something that is added up over the events of each row. */
export interface EventQuestion {
  /** Days before the first of which an event counts otherwise than on it. */
  readonly turns: readonly Day[];
  /** What one event counts, as the row evaluator says. */
  effect(event: Event): number;
  /** What a row may add up to; one that might go beyond is left to the row evaluator. */
  readonly most: number;
}

/** A term over events with its days. */
export interface EventTerm {
  readonly term: CompiledEvents;
  readonly bounds: EventBounds;
}

/** The points of some terms of one part, of which only the sum matters, at most `most` a row. */
export function pointsAsked(terms: readonly EventTerm[], most: number, asOf: Day): EventQuestion {
  return {
    most,
    turns: terms.flatMap(({ bounds: { from, to, steps } }) => [from, dayAfter(to), ...steps]),
    effect: (event) =>
      terms.reduce((sum, one) => sum + (effectOf(one.term, event, asOf, one.bounds) ?? 0), 0),
  };
}

/** How many events of a row a condition counts. */
export function countAsked(aggregate: EventAggregate, asOf: Day): EventQuestion {
  const one = { events: { ...aggregate, atLeast: 1, atMost: 1 } };
  return {
    most: FAR,
    turns: aggregate.within === undefined ? [] : [windowStart(asOf, aggregate.within)],
    effect: (event) => {
      if (!aggregate.kinds.includes(event.kind)) return 0;
      return holds(one, { facts: {}, lists: [], events: [event] }, asOf) === 'yes' ? 1 : 0;
    },
  };
}

/** How many events of a row are of a kind outside a closed set. */
export function unknownAsked(kinds: ReadonlySet<string>): EventQuestion {
  return { most: FAR, turns: [], effect: ({ kind }) => (kinds.has(kind) ? 0 : 1) };
}

const dayAfter = (day: Day): Day => dayOf(Math.min(dayNumber('9999-12-31'), dayNumber(day) + 1));

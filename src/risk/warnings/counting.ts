import type { Day } from '../../core/day.js';
import type { Subject } from '../../register/condition.js';
import { boundsOf, evaluateEvents } from '../../scoring/constructs/compiledEvents.js';
import { compileEventCount, type EventCount } from '../../scoring/constructs/eventValues.js';
import { explainEvents } from '../../scoring/constructs/explainEvents.js';
import type { Pen } from '../../scoring/reason.js';
import type { View } from '../../scoring/view.js';
import type { EventCounting } from './warningRules.js';

/** The construct of scoring that counts what a warning counts. */
export function countingOf(
  { kinds, window, unrepaired, where, consolidate, suspend }: EventCounting,
  cite: string,
): EventCount {
  return {
    kind: 'count-events',
    id: 'count',
    events: kinds,
    window,
    cite,
    ...(unrepaired === undefined ? {} : { unrepaired }),
    ...(where === undefined ? {} : { where }),
    ...(consolidate === undefined ? {} : { consolidate }),
    ...(suspend === undefined ? {} : { suspend }),
  };
}

/** A count compiled for a day: how many, and which. */
export interface Counter {
  count(subject: Subject): number;
  /** The ids of the events counted, earliest first. */
  events(subject: Subject): string[];
}

export function counterOn(counting: EventCounting, asOf: Day): Counter {
  const { events } = compileEventCount(countingOf(counting, ''), new Set(counting.kinds));
  const bounds = boundsOf(events, asOf);
  const view = (subject: Subject): View => ({ subject, asOf, inputs: NONE, issues: [] });
  return {
    count: (subject) => evaluateEvents(events, view(subject), bounds),
    events: (subject) =>
      explainEvents(events, view(subject), PEN, bounds).flatMap(({ units, reason: { event } }) =>
        event !== undefined && units > 0 ? [event.id] : [],
      ),
  };
}

const NONE: View['inputs'] = new Map();

/** Of an account of a count only the events are looked at. */
const PEN: Pen = { points: String, article: (cite) => cite };

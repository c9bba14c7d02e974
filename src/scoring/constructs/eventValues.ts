import type { Day } from '../../core/day.js';
import type { Issue } from '../../core/issue.js';
import type { View } from '../view.js';
import {
  type CompiledEvents,
  compileEvents,
  type EventBounds,
  evaluateEvents,
} from './compiledEvents.js';
import type { ValueBase } from './construct.js';
import type { EventRules } from './eventRules.js';
import { checkEvents, type EventPoints } from './events.js';
import type { EventWindow } from './eventWindow.js';

/** How many events of some kinds lie in a window, by the rules the scoring term has. */
export interface EventCount extends ValueBase, EventRules {
  readonly kind: 'count-events';
  readonly events: readonly string[];
  readonly window: EventWindow;
  /** Only those whose credit repair has not taken effect. */
  readonly unrepaired?: true;
}

/** The points of events in a window as a number of its own, not yet part of a score. */
export interface EventSum extends ValueBase, EventPoints {
  readonly kind: 'sum-events';
  readonly places?: number;
}

/** Events counted or added up. */
export interface CompiledEventValue {
  readonly kind: 'count-events' | 'sum-events';
  readonly id: string;
  readonly cite: string;
  readonly places: number;
  readonly events: CompiledEvents;
}

export function compileEventCount(
  value: EventCount,
  kinds: ReadonlySet<string>,
): CompiledEventValue {
  const points = pointsOf(value);
  return { ...baseOf(value), places: 0, events: compileEvents(points, 0, kinds) };
}

export function compileEventSum(value: EventSum, kinds: ReadonlySet<string>): CompiledEventValue {
  const places = value.places ?? 0;
  return { ...baseOf(value), places, events: compileEvents(value, places, kinds) };
}

export function evaluateEventValue(
  { events }: CompiledEventValue,
  view: View,
  bounds: EventBounds,
): number {
  return evaluateEvents(events, view, bounds);
}

export function checkEventCount(value: EventCount, asOf: Day): Issue[] {
  return checkEvents(pointsOf(value), asOf).map((issue) =>
    issue.path[0] === 'effects' ? { ...issue, path: ['events', issue.path[1] as number] } : issue,
  );
}

/** A count is a sum in which each event is one point. */
function pointsOf({ events, unrepaired, ...value }: EventCount) {
  return {
    ...value,
    effects: events.map((event) => ({
      event,
      points: 1,
      ...(unrepaired === true ? { repaired: 0 } : {}),
    })),
  };
}

const baseOf = <K extends EventCount['kind'] | EventSum['kind']>(value: {
  readonly kind: K;
  readonly id: string;
  readonly cite: string;
}) => ({ kind: value.kind, id: value.id, cite: value.cite });

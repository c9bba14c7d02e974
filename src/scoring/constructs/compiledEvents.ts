import type { Day, Period } from '../../core/day.js';
import { type Decimal, placesOf, scaled } from '../../core/decimal.js';
import { parseRatio, type Ratio } from '../../core/ratio.js';
import { isEffective, windowStart } from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';
import { roundedQuotient } from '../rounding.js';
import type { View } from '../view.js';
import type { EventRules } from './eventRules.js';
import type { EventPoints } from './events.js';
import { type EventWindow, windowDays } from './eventWindow.js';
import { type Selected, type Selection, selectEvents } from './selectEvents.js';

/** Events as an integer table: effect[kind][repaired][place among its like × steps + step of age]. */
export interface CompiledEvents {
  readonly kind: 'events';
  readonly id: string;
  readonly cite: string;
  readonly window: EventWindow;
  readonly steps: readonly Period[];
  readonly shares: readonly string[];
  readonly rows: ReadonlyMap<string, readonly [readonly number[], readonly number[]]>;
  readonly min: number;
  readonly max: number;
  readonly places: number;
  /** Where the window and the kind alone do not say what counts. */
  readonly select?: Selection;
}

export function compileEvents(
  term: EventPoints & { readonly id: string; readonly cite: string },
  places: number,
  kinds: ReadonlySet<string>,
): CompiledEvents {
  const decay = term.decay ?? [];
  const shares = ['1', ...decay.map(({ share }) => share)];
  const weights = (term.repeat?.by ?? ['1']).flatMap((times) =>
    shares.map((share) => multiplied(parseRatio(share), times)),
  );
  const faded = (points: Decimal): readonly number[] =>
    weights.map((weight) => shareOf(scaled(points, places), weight));
  const select = selectionOf(term, kinds);
  return {
    kind: 'events',
    id: term.id,
    cite: term.cite,
    window: term.window,
    steps: decay.map(({ after }) => after),
    shares,
    rows: new Map(
      term.effects.map(({ event, points, repaired }) => [
        event,
        [faded(points), faded(repaired ?? points)],
      ]),
    ),
    min: term.min === undefined ? -Infinity : scaled(term.min, places),
    max: term.max === undefined ? Infinity : scaled(term.max, places),
    places,
    ...(select === undefined ? {} : { select }),
  };
}

function selectionOf(term: EventPoints, kinds: ReadonlySet<string>): Selection | undefined {
  const { where, consolidate, suspend, closed, repeat, window } = term;
  const rules: EventRules = {
    ...(where === undefined ? {} : { where }),
    ...(consolidate === undefined ? {} : { consolidate }),
    ...(suspend === undefined ? {} : { suspend }),
    ...(closed === undefined ? {} : { closed }),
  };
  const isPlain =
    Object.keys(rules).length === 0 && !('last' in window) && !('since' in window) && !repeat;
  if (isPlain) return undefined;
  return {
    rules,
    window,
    ...(repeat === undefined ? {} : { repeat }),
    ...(closed === undefined ? {} : { kinds }),
  };
}

/** The days of the window, then for each step of decay the first day that has not reached it. */
export interface EventBounds {
  readonly from: Day;
  readonly to: Day;
  readonly steps: readonly Day[];
}

export function boundsOf(term: CompiledEvents, asOf: Day): EventBounds {
  const steps = term.steps.map((period) => windowStart(asOf, period));
  return { ...windowDays(term.window, asOf), steps };
}

export function evaluateEvents(term: CompiledEvents, view: View, bounds: EventBounds): number {
  let sum = 0;
  if (term.select === undefined) {
    for (const event of view.subject.events) sum += effectOf(term, event, view.asOf, bounds) ?? 0;
  } else {
    for (const one of selected(term, term.select, view, bounds))
      sum += unitsOf(term, one, view.asOf, bounds);
  }
  return Math.min(term.max, Math.max(term.min, sum));
}

export function selected(
  term: CompiledEvents,
  select: Selection,
  view: View,
  bounds: EventBounds,
): readonly Selected[] {
  const weigh = (event: Event): number =>
    Math.abs(rowOf(term, event, view.asOf)[stepOf(event, bounds)] as number);
  return selectEvents(select, view, bounds, (kind) => term.rows.has(kind), weigh);
}

export function unitsOf(
  term: CompiledEvents,
  { event, ordinal, mergedInto, suspendedBy }: Selected,
  asOf: Day,
  bounds: EventBounds,
): number {
  if (mergedInto !== undefined || suspendedBy !== undefined) return 0;
  const row = rowOf(term, event, asOf);
  const place = Math.min(ordinal, row.length / term.shares.length) - 1;
  return row[place * term.shares.length + stepOf(event, bounds)] as number;
}

/** The points of one event under a term without selection; undefined where it does not count. */
export function effectOf(
  term: CompiledEvents,
  event: Event,
  asOf: Day,
  bounds: EventBounds,
): number | undefined {
  const row = term.rows.get(event.kind);
  if (row === undefined || event.on < bounds.from || event.on > bounds.to) return undefined;
  if (!isEffective(event, asOf)) return undefined;
  return row[isRepaired(event, asOf) ? 1 : 0][stepOf(event, bounds)];
}

function rowOf(term: CompiledEvents, event: Event, asOf: Day): readonly number[] {
  return (term.rows.get(event.kind) as readonly [readonly number[], readonly number[]])[
    isRepaired(event, asOf) ? 1 : 0
  ];
}

export function stepOf(event: Event, { steps }: EventBounds): number {
  let step = 0;
  while (step < steps.length && event.on < (steps[step] as Day)) step++;
  return step;
}

export const isRepaired = (event: Event, asOf: Day): boolean =>
  event.repairedOn !== undefined && event.repairedOn <= asOf;

function multiplied({ p, q }: Ratio, times: Decimal): Ratio {
  const places = placesOf(times);
  return { p: p * BigInt(scaled(times, places)), q: q * 10n ** BigInt(places) };
}

/** A share of integer points, rounded once, halves away from zero. */
function shareOf(units: number, { p, q }: Ratio): number {
  const size = Number(roundedQuotient(BigInt(Math.abs(units)) * p, q, 'half-up'));
  return units < 0 && size > 0 ? -size : size;
}

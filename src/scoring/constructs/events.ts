import type { Day, Period } from '../../core/day.js';
import { type Decimal, decimalText, placesOf, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { compareRatios, parseRatio, type Ratio } from '../../core/ratio.js';
import { isEffective, windowStart } from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';
import type { Pen, RawReason, Reason } from '../reason.js';
import { roundedQuotient } from '../rounding.js';
import type { View } from '../view.js';
import type { TermBase } from './construct.js';
import { byDay, type EventRules, type Repeat } from './eventRules.js';
import { type EventWindow, isRolling, windowDays } from './eventWindow.js';
import { type Selected, type Selection, selectEvents } from './selectEvents.js';

/** The points of one kind of event, and of the same once its credit repair took effect. */
export interface EventEffect {
  readonly event: string;
  readonly points: Decimal;
  readonly repaired?: Decimal;
  /** When it may be repaired: a period after its day, or `never`. */
  readonly repair?: { readonly after: Period } | 'never';
}

/** Points over dated events, wherever they stand: among the terms, or as a value. */
export interface EventPoints extends EventRules {
  readonly effects: readonly EventEffect[];
  readonly window: EventWindow;
  /** From an age on, only this share of the points counts; ages ascend, shares never grow. */
  readonly decay?: readonly { readonly after: Period; readonly share: string }[];
  readonly repeat?: Repeat;
  readonly min?: Decimal;
  readonly max?: Decimal;
}

/**
 * Points over dated events in a window, fading in steps, multiplied for repetition, and held between
 * two ends. An event that has ended, or is not yet known, has none.
 */
export interface Events extends TermBase, EventPoints {
  readonly kind: 'events';
}

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

export function explainEvents(
  term: CompiledEvents,
  view: View,
  pen: Pen,
  bounds: EventBounds,
): RawReason[] {
  const reasons: RawReason[] = [];
  let sum = 0;
  const { asOf } = view;
  const { id: rule, cite } = term;
  const article = pen.article(cite);
  const list =
    term.select === undefined
      ? counted(term, view, bounds)
      : selected(term, term.select, view, bounds);
  for (const one of list) {
    const { event, ordinal, mergedInto, suspendedBy } = one;
    const step = stepOf(event, bounds);
    const units = unitsOf(term, one, asOf, bounds);
    sum += units;
    const { id, kind, on } = event;
    const points = pen.points(units);
    const isBare = ordinal === 1 && mergedInto === undefined && suspendedBy === undefined;
    const reason: Reason =
      isBare && step === 0 && !isRepaired(event, asOf)
        ? { rule, what: 'event', event: { id, kind, on }, points, cite, article }
        : {
            rule,
            what: 'event',
            event: { id, kind, on },
            ...(isRepaired(event, asOf) ? { repaired: true } : {}),
            ...(step > 0 ? { share: term.shares[step] as string } : {}),
            ...(ordinal > 1 ? { ordinal, times: timesOf(term, ordinal) } : {}),
            ...(mergedInto === undefined ? {} : { mergedInto }),
            ...(suspendedBy === undefined ? {} : { suspendedBy }),
            points,
            cite,
            article,
          };
    reasons.push({ units, reason });
  }
  const held = Math.min(term.max, Math.max(term.min, sum));
  if (held === sum) return reasons;
  const bin = `${held < sum ? '<=' : '>='} ${decimalText(held, term.places)}`;
  const points = pen.points(held - sum);
  reasons.push({ units: held - sum, reason: { rule, what: 'cap', bin, points, cite, article } });
  return reasons;
}

const NONE: readonly Selected[] = [];

/** The events that count under a term without selection, earliest first. */
function counted(
  term: CompiledEvents,
  { subject: { events }, asOf }: View,
  bounds: EventBounds,
): readonly Selected[] {
  let list: Selected[] | undefined;
  for (const event of events) {
    if (effectOf(term, event, asOf, bounds) === undefined) continue;
    list ??= [];
    list.push({ event, ordinal: 1 });
  }
  if (list === undefined || list.length === 1) return list ?? NONE;
  return list.sort((a, b) => byDay(a.event, b.event));
}

function selected(
  term: CompiledEvents,
  select: Selection,
  view: View,
  bounds: EventBounds,
): readonly Selected[] {
  const weigh = (event: Event): number =>
    Math.abs(rowOf(term, event, view.asOf)[stepOf(event, bounds)] as number);
  return selectEvents(select, view, bounds, (kind) => term.rows.has(kind), weigh);
}

function unitsOf(
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

function stepOf(event: Event, { steps }: EventBounds): number {
  let step = 0;
  while (step < steps.length && event.on < (steps[step] as Day)) step++;
  return step;
}

const isRepaired = (event: Event, asOf: Day): boolean =>
  event.repairedOn !== undefined && event.repairedOn <= asOf;

function timesOf({ select }: CompiledEvents, ordinal: number): string {
  const by = select?.repeat?.by ?? ['1'];
  return String(by[Math.min(ordinal, by.length) - 1]);
}

function multiplied({ p, q }: Ratio, times: Decimal): Ratio {
  const places = placesOf(times);
  return { p: p * BigInt(scaled(times, places)), q: q * 10n ** BigInt(places) };
}

/** A share of integer points, rounded once, halves away from zero. */
function shareOf(units: number, { p, q }: Ratio): number {
  const size = Number(roundedQuotient(BigInt(Math.abs(units)) * p, q, 'half-up'));
  return units < 0 && size > 0 ? -size : size;
}

/** Events without an effect, named twice, or steps of decay out of order. */
export function checkEvents(term: EventPoints, asOf: Day): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  term.effects.forEach(({ event }, i) => {
    if (seen.has(event))
      issues.push(errorAt('repeated-name', ['effects', i, 'event'], { given: event }));
    seen.add(event);
  });
  let last = windowStart(asOf, { days: 0 });
  let share = parseRatio('1');
  (term.decay ?? []).forEach((step, i) => {
    const start = windowStart(asOf, step.after);
    const isBeyond = isRolling(term.window) && start <= windowStart(asOf, term.window);
    if (start >= last || isBeyond) {
      issues.push(
        errorAt('decay-out-of-order', ['decay', i, 'after'], { given: JSON.stringify(step.after) }),
      );
    }
    if (compareRatios(parseRatio(step.share), share) > 0) {
      issues.push(errorAt('decay-grows', ['decay', i, 'share'], { given: step.share }));
    }
    last = start;
    share = parseRatio(step.share);
  });
  if (term.min !== undefined && term.max !== undefined && Number(term.min) > Number(term.max)) {
    issues.push(
      errorAt('ends-inverted', ['min'], { given: String(term.min), expected: String(term.max) }),
    );
  }
  if (term.suspend !== undefined && seen.has(term.suspend.event)) {
    const given = term.suspend.event;
    issues.push(errorAt('repeated-name', ['suspend', 'event'], { given }));
  }
  return issues;
}

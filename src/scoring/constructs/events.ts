import type { Day, Period } from '../../core/day.js';
import { type Decimal, decimalText, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { sortedBy } from '../../core/order.js';
import { compareRatios, parseRatio, type Ratio } from '../../core/ratio.js';
import { isEffective, windowStart } from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';
import type { RawReason } from '../reason.js';
import type { Scheme } from '../scheme.js';
import type { View } from '../view.js';
import type { TermBase } from './construct.js';

/** The points of one kind of event, and of the same once its credit repair took effect. */
export interface EventEffect {
  readonly event: string;
  readonly points: Decimal;
  readonly repaired?: Decimal;
  /** When it may be repaired: a period after its day, or `never`. */
  readonly repair?: { readonly after: Period } | 'never';
}

/**
 * Points over dated events in a rolling window that ends on the day of the answer, both ends inside,
 * fading in steps and held between two ends. An event that has ended, or is not yet known, has none.
 */
export interface Events extends TermBase {
  readonly kind: 'events';
  readonly effects: readonly EventEffect[];
  readonly window: Period;
  /** From an age on, only this share of the points counts; ages ascend, shares never grow. */
  readonly decay?: readonly { readonly after: Period; readonly share: string }[];
  readonly min?: Decimal;
  readonly max?: Decimal;
}

/** Events as an integer table: effect[kind][repaired][step of age]. */
export interface CompiledEvents {
  readonly kind: 'events';
  readonly id: string;
  readonly cite: string;
  readonly window: Period;
  readonly steps: readonly Period[];
  readonly shares: readonly string[];
  readonly rows: ReadonlyMap<string, readonly [readonly number[], readonly number[]]>;
  readonly min: number;
  readonly max: number;
  readonly places: number;
}

export function compileEvents(term: Events, scheme: Scheme): CompiledEvents {
  const decay = term.decay ?? [];
  const shares = ['1', ...decay.map(({ share }) => share)];
  const faded = (points: Decimal): readonly number[] =>
    shares.map((share) => shareOf(scaled(points, scheme.places), parseRatio(share)));
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
    min: term.min === undefined ? -Infinity : scaled(term.min, scheme.places),
    max: term.max === undefined ? Infinity : scaled(term.max, scheme.places),
    places: scheme.places,
  };
}

/** The first day of the window, then for each step of decay the first day that has not reached it. */
export function boundsOf(term: CompiledEvents, asOf: Day): readonly Day[] {
  return [term.window, ...term.steps].map((period) => windowStart(asOf, period));
}

export function evaluateEvents(term: CompiledEvents, view: View, bounds: readonly Day[]): number {
  let sum = 0;
  for (const event of view.subject.events)
    sum += effectOf(term, event, view.asOf, bounds)?.units ?? 0;
  return Math.min(term.max, Math.max(term.min, sum));
}

export function explainEvents(
  term: CompiledEvents,
  view: View,
  bounds: readonly Day[],
): RawReason[] {
  const reasons: RawReason[] = [];
  let sum = 0;
  for (const event of sortedBy(view.subject.events, ({ on, id }) => `${on}${id}`)) {
    const effect = effectOf(term, event, view.asOf, bounds);
    if (effect === undefined) continue;
    sum += effect.units;
    reasons.push({
      rule: term.id,
      what: 'event',
      event: { id: event.id, kind: event.kind, on: event.on },
      ...(effect.repaired ? { repaired: true } : {}),
      ...(effect.step > 0 ? { share: term.shares[effect.step] as string } : {}),
      units: effect.units,
      cite: term.cite,
    });
  }
  const held = Math.min(term.max, Math.max(term.min, sum));
  if (held === sum) return reasons;
  const bin = `${held < sum ? '<=' : '>='} ${decimalText(held, term.places)}`;
  return [...reasons, { rule: term.id, what: 'cap', bin, units: held - sum, cite: term.cite }];
}

function effectOf(term: CompiledEvents, event: Event, asOf: Day, bounds: readonly Day[]) {
  const row = term.rows.get(event.kind);
  if (row === undefined || event.on < (bounds[0] as Day) || !isEffective(event, asOf))
    return undefined;
  let step = 0;
  while (step < term.steps.length && event.on < (bounds[step + 1] as Day)) step++;
  const repaired = event.repairedOn !== undefined && event.repairedOn <= asOf;
  return { units: row[repaired ? 1 : 0][step] as number, step, repaired };
}

/** A share of integer points, rounded once, halves away from zero. */
function shareOf(units: number, { p, q }: Ratio): number {
  const size = (BigInt(Math.abs(units)) * p * 2n + q) / (2n * q);
  return units < 0 && size > 0n ? -Number(size) : Number(size);
}

/** Events without an effect, named twice, or steps of decay out of order. */
export function checkEvents(term: Events, asOf: Day): Issue[] {
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
    if (start >= last || start <= windowStart(asOf, term.window)) {
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
  return issues;
}

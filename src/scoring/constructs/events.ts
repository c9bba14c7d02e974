import type { Day, Period } from '../../core/day.js';
import type { Decimal } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import { windowStart } from '../../register/condition.js';
import type { TermBase } from './construct.js';
import type { EventRules, Repeat } from './eventRules.js';
import { type EventWindow, isRolling } from './eventWindow.js';

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

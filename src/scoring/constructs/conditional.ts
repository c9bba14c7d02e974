import { type Decimal, scaled } from '../../core/decimal.js';
import type { Issue } from '../../core/issue.js';
import { type Condition, holds } from '../../register/condition.js';
import type { CompiledInput } from '../inputs.js';
import { checkReads, missingField, readsOf } from '../reads.js';
import type { Pen, RawReason } from '../reason.js';
import type { Missing, Scheme } from '../scheme.js';
import type { View } from '../view.js';
import type { TermBase } from './construct.js';
import { compileMissing, missingPoints, missingReason } from './missing.js';

/** Points where a condition holds, others (0 where left out) where it does not. */
export interface Conditional extends TermBase {
  readonly kind: 'conditional';
  readonly when: Condition;
  readonly points: Decimal;
  readonly otherwise?: Decimal;
  readonly missing: Missing;
}

/** A conditional term as integers. */
export interface CompiledConditional {
  readonly kind: 'conditional';
  readonly id: string;
  readonly cite: string;
  readonly when: Condition;
  readonly reads: readonly CompiledInput[];
  readonly points: number;
  readonly otherwise: number;
  readonly missing: number | undefined;
}

export function compileConditional(
  term: Conditional,
  scheme: Scheme,
  inputs: ReadonlyMap<string, CompiledInput>,
): CompiledConditional {
  return {
    kind: 'conditional',
    id: term.id,
    cite: term.cite,
    when: term.when,
    reads: readsOf(term.when, inputs),
    points: scaled(term.points, scheme.places),
    otherwise: scaled(term.otherwise ?? 0, scheme.places),
    missing: compileMissing(term.missing, scheme.places),
  };
}

export function evaluateConditional(term: CompiledConditional, view: View): number {
  checkReads(term.reads, view);
  const answer = holds(term.when, view.subject, view.asOf);
  if (answer === 'missing') return missingPoints(term, missingField(term.when, view), view);
  return answer === 'yes' ? term.points : term.otherwise;
}

export function explainConditional(term: CompiledConditional, view: View, pen: Pen): RawReason[] {
  const answer = holds(term.when, view.subject, view.asOf);
  if (answer === 'missing') return [missingReason(term, missingField(term.when, view), pen)];
  const units = answer === 'yes' ? term.points : term.otherwise;
  return [
    {
      units,
      reason: {
        rule: term.id,
        what: 'condition',
        given: answer,
        points: pen.points(units),
        cite: term.cite,
        article: pen.article(term.cite),
      },
    },
  ];
}

/** Conditions are checked for unknown facts where the scheme's inputs are known. */
export function checkConditional(): Issue[] {
  return [];
}

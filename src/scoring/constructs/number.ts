import { type Decimal, decimalText, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { type CompiledInput, isNumeric, readNumber } from '../inputs.js';
import type { Pen, RawReason } from '../reason.js';
import type { Missing, Scheme } from '../scheme.js';
import type { View } from '../view.js';
import type { TermBase } from './construct.js';
import { compileMissing, missingPoints, missingReason } from './missing.js';

/** A number that counts as points as it stands, or as its negative where `times` says `-1`. */
export interface NumberTerm extends TermBase {
  readonly kind: 'number';
  readonly input: string;
  /** A whole number of points for each unit; 1 where left out. */
  readonly times?: Decimal;
  readonly missing: Missing;
}

/** A number term as integers. */
export interface CompiledNumber {
  readonly kind: 'number';
  readonly id: string;
  readonly cite: string;
  readonly input: CompiledInput;
  /** What one unit of the input is in units of the points. */
  readonly factor: number;
  readonly missing: number | undefined;
}

export function compileNumber(
  term: NumberTerm,
  scheme: Scheme,
  input: CompiledInput,
): CompiledNumber {
  return {
    kind: 'number',
    id: term.id,
    cite: term.cite,
    input,
    factor: scaled(term.times ?? 1, 0) * 10 ** (scheme.places - input.places),
    missing: compileMissing(term.missing, scheme.places),
  };
}

export function evaluateNumber(term: CompiledNumber, view: View): number {
  const value = readNumber(term.input, view);
  if (value === undefined) return missingPoints(term, term.input.name, view);
  const units = value * term.factor;
  if (Math.abs(units) <= MOST_UNITS) return units === 0 ? 0 : units;
  view.issues.push(
    errorAt('value-too-large', ['facts', term.input.name], {
      given: decimalText(value, term.input.places),
      input: term.input.name,
    }),
  );
  return 0;
}

/** So large that nine thousand of them still add up exactly. */
export const MOST_UNITS = 1e12;

export function explainNumber(term: CompiledNumber, view: View, pen: Pen): RawReason[] {
  const value = readNumber(term.input, view);
  if (value === undefined) return [missingReason(term, term.input.name, pen)];
  const units = value * term.factor === 0 ? 0 : value * term.factor;
  return [
    {
      units,
      reason: {
        rule: term.id,
        what: 'number',
        input: term.input.name,
        given: decimalText(value, term.input.places),
        points: pen.points(units),
        cite: term.cite,
        article: pen.article(term.cite),
      },
    },
  ];
}

/** An input that is no number, or has more places than the points. */
export function checkNumber(term: NumberTerm, input: CompiledInput, places: number): Issue[] {
  if (!isNumeric(input)) {
    const expected = 'integer | decimal | full-years';
    return [errorAt('input-type', ['input'], { given: term.input, expected })];
  }
  return input.places > places
    ? [errorAt('too-many-places', ['input'], { given: term.input, expected: places })]
    : [];
}

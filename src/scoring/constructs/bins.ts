import { type Decimal, decimalText, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { type CompiledInput, isNumeric, readNumber } from '../inputs.js';
import type { Pen, RawReason } from '../reason.js';
import type { Missing, Scheme } from '../scheme.js';
import type { View } from '../view.js';
import type { TermBase } from './construct.js';
import { ascendingBounds, type Bound, binOf, edgesOf, rangesOf } from './edges.js';
import { compileMissing, missingPoints, missingReason } from './missing.js';

/** Points by where a number lies: bins are ascending lower bounds, the first reaches down to the end. */
export interface Bins extends TermBase {
  readonly kind: 'bins';
  readonly input: string;
  readonly bins: readonly (Bound & { readonly points: Decimal })[];
  readonly missing: Missing;
}

/** Bins as integers. */
export interface CompiledBins {
  readonly kind: 'bins';
  readonly id: string;
  readonly cite: string;
  readonly input: CompiledInput;
  readonly edges: readonly number[];
  readonly ranges: readonly string[];
  readonly points: readonly number[];
  readonly missing: number | undefined;
}

export function compileBins(term: Bins, scheme: Scheme, input: CompiledInput): CompiledBins {
  return {
    kind: 'bins',
    id: term.id,
    cite: term.cite,
    input,
    edges: edgesOf(term.bins, input.places),
    ranges: rangesOf(term.bins, input.places),
    points: term.bins.map(({ points }) => scaled(points, scheme.places)),
    missing: compileMissing(term.missing, scheme.places),
  };
}

export function evaluateBins(term: CompiledBins, view: View): number {
  const value = readNumber(term.input, view);
  if (value === undefined) return missingPoints(term, term.input.name, view);
  return term.points[binOf(term.edges, value)] as number;
}

export function explainBins(term: CompiledBins, view: View, pen: Pen): RawReason[] {
  const value = readNumber(term.input, view);
  if (value === undefined) return [missingReason(term, term.input.name, pen)];
  const bin = binOf(term.edges, value);
  const units = term.points[bin] as number;
  return [
    {
      units,
      reason: {
        rule: term.id,
        what: 'bin',
        input: term.input.name,
        given: decimalText(value, term.input.places),
        bin: term.ranges[bin] as string,
        points: pen.points(units),
        cite: term.cite,
        article: pen.article(term.cite),
      },
    },
  ];
}

/** Bins that do not ascend, or that leave a gap below the first bound. */
export function checkBins(term: Bins, input: CompiledInput): Issue[] {
  if (!isNumeric(input)) {
    return [
      errorAt('input-type', ['input'], {
        given: term.input,
        expected: 'integer | decimal | full-years',
      }),
    ];
  }
  return ascendingBounds(term.bins, input.places, input.min, ['bins']);
}

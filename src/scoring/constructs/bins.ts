import { type Decimal, decimalText, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { type CompiledInput, readNumber } from '../inputs.js';
import type { RawReason } from '../reason.js';
import type { Missing, Scheme } from '../scheme.js';
import type { View } from '../view.js';
import type { TermBase } from './construct.js';
import { compileMissing, missingPoints, missingReason } from './missing.js';

/** Points by where a number lies: bins are ascending lower bounds, the first reaches down to the end. */
export interface Bins extends TermBase {
  readonly kind: 'bins';
  readonly input: string;
  readonly bins: readonly { readonly from?: Decimal; readonly points: Decimal }[];
  readonly missing: Missing;
}

/** Bins as integers. */
export interface CompiledBins {
  readonly kind: 'bins';
  readonly id: string;
  readonly cite: string;
  readonly input: CompiledInput;
  readonly edges: readonly number[];
  readonly points: readonly number[];
  readonly missing: number | undefined;
}

export function compileBins(term: Bins, scheme: Scheme, input: CompiledInput): CompiledBins {
  return {
    kind: 'bins',
    id: term.id,
    cite: term.cite,
    input,
    edges: term.bins.map(({ from }) =>
      from === undefined ? -Infinity : scaled(from, input.places),
    ),
    points: term.bins.map(({ points }) => scaled(points, scheme.places)),
    missing: compileMissing(term.missing, scheme.places),
  };
}

/** The place of a value among ascending lower bounds. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = edges.length - 1;
  while (bin > 0 && value < (edges[bin] as number)) bin--;
  return bin;
}

export function evaluateBins(term: CompiledBins, view: View): number {
  const value = readNumber(term.input, view);
  if (value === undefined) return missingPoints(term, term.input.name, view);
  return term.points[binOf(term.edges, value)] as number;
}

export function explainBins(term: CompiledBins, view: View): RawReason[] {
  const value = readNumber(term.input, view);
  if (value === undefined) return [missingReason(term, term.input.name)];
  const bin = binOf(term.edges, value);
  return [
    {
      rule: term.id,
      what: 'bin',
      input: term.input.name,
      given: decimalText(value, term.input.places),
      bin: binText(term.edges, bin, term.input.places),
      units: term.points[bin] as number,
      cite: term.cite,
    },
  ];
}

/** A bin in signs: `>= 50, < 100`. */
export function binText(edges: readonly number[], bin: number, places: number): string {
  const from = edges[bin] as number;
  const to = edges[bin + 1];
  const parts = [
    ...(from === -Infinity ? [] : [`>= ${decimalText(from, places)}`]),
    ...(to === undefined ? [] : [`< ${decimalText(to, places)}`]),
  ];
  return parts.length === 0 ? 'any' : parts.join(', ');
}

/** Bins that do not ascend, or that leave a gap below the first bound. */
export function checkBins(term: Bins, input: CompiledInput): Issue[] {
  if (
    input.input.type !== 'integer' &&
    input.input.type !== 'decimal' &&
    input.input.type !== 'full-years'
  ) {
    return [
      errorAt('input-type', ['input'], {
        given: term.input,
        expected: 'integer | decimal | full-years',
      }),
    ];
  }
  return ascendingBounds(term.bins, input.places, input.min, ['bins']);
}

/** What is wrong with a list of ascending lower bounds over a domain that begins at `min`. */
export function ascendingBounds(
  list: readonly { readonly from?: Decimal }[],
  places: number,
  min: number,
  path: Issue['path'],
): Issue[] {
  const issues: Issue[] = [];
  let last: number | undefined;
  list.forEach(({ from }, i) => {
    if (from === undefined) {
      if (i > 0) issues.push(errorAt('bound-missing', [...path, i], { given: i }));
      return;
    }
    const edge = scaled(from, places);
    if (i === 0 && edge > min) {
      issues.push(
        errorAt('bin-gap', [...path, 0, 'from'], {
          given: String(from),
          expected: min === -Infinity ? 'no lower bound' : `<= ${decimalText(min, places)}`,
        }),
      );
    }
    if (last !== undefined && edge <= last) {
      issues.push(
        errorAt('bounds-not-ascending', [...path, i, 'from'], {
          given: String(from),
          expected: `> ${decimalText(last, places)}`,
        }),
      );
    }
    last = edge;
  });
  return issues;
}

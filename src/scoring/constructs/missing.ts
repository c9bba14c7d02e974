import { scaled } from '../../core/decimal.js';
import { errorAt } from '../../core/issue.js';
import type { Pen, RawReason } from '../reason.js';
import type { Missing } from '../scheme.js';
import { isNoted, type View } from '../view.js';

/** The points of a missing rule; undefined where it refuses to score. */
export function compileMissing(missing: Missing, places: number): number | undefined {
  return missing === 'refuse' ? undefined : scaled(missing.points, places);
}

/**
 * What a term gives without its input: the stated points, or an issue `missing-input` (unless the
 * input is wrong, which is an issue already).
 */
export function missingPoints(
  term: { readonly id: string; readonly missing: number | undefined },
  input: string,
  view: View,
): number {
  if (term.missing === undefined && !isNoted(input, view)) {
    view.issues.push(errorAt('missing-input', ['facts', input], { input, rule: term.id }));
  }
  return term.missing ?? 0;
}

/** The reason of a term whose input is missing. */
export function missingReason(
  term: { readonly id: string; readonly cite: string; readonly missing: number | undefined },
  input: string,
  pen: Pen,
): RawReason {
  const units = term.missing ?? 0;
  const { id: rule, cite } = term;
  const points = pen.points(units);
  return {
    units,
    reason: { rule, what: 'missing', input, points, cite, article: pen.article(cite) },
  };
}

import { type Decimal, decimalText, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';

/** A lower bound: the value itself lies above it (`from`) or still below (`above`). */
export interface Bound {
  readonly from?: Decimal;
  readonly above?: Decimal;
}

/**
 * The first unit at or above each bound. Values are whole units, so what lies above 30 at one place
 * begins at 30.1, whatever the number of places.
 */
export function edgesOf(bounds: readonly Bound[], places: number): readonly number[] {
  return bounds.map((bound) => edgeOf(bound, places) ?? -Infinity);
}

function edgeOf({ from, above }: Bound, places: number): number | undefined {
  if (from !== undefined) return scaled(from, places);
  return above === undefined ? undefined : scaled(above, places) + 1;
}

/** The place of a value among ascending lower bounds. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = edges.length - 1;
  while (bin > 0 && value < (edges[bin] as number)) bin--;
  return bin;
}

/** Each bin in signs, as its document writes it: `>= 50, < 100`, `> 30, <= 45`. */
export function rangesOf(bounds: readonly Bound[], places: number): readonly string[] {
  const text = (value: Decimal): string => decimalText(scaled(value, places), places);
  return bounds.map(({ from, above }, i) => {
    const next = bounds[i + 1];
    const parts = [
      ...(from === undefined ? [] : [`>= ${text(from)}`]),
      ...(above === undefined ? [] : [`> ${text(above)}`]),
      ...(next?.from === undefined ? [] : [`< ${text(next.from)}`]),
      ...(next?.above === undefined ? [] : [`<= ${text(next.above)}`]),
    ];
    return parts.length === 0 ? 'any' : parts.join(', ');
  });
}

/** What is wrong with a list of ascending lower bounds over a domain that begins at `min`. */
export function ascendingBounds(
  list: readonly Bound[],
  places: number,
  min: number,
  path: Issue['path'],
): Issue[] {
  const issues: Issue[] = [];
  let last: number | undefined;
  list.forEach((bound, i) => {
    if (bound.from !== undefined && bound.above !== undefined) {
      const given = `from ${bound.from}, above ${bound.above}`;
      issues.push(errorAt('bound-doubled', [...path, i], { given }));
      return;
    }
    const edge = edgeOf(bound, places);
    if (edge === undefined) {
      if (i > 0) issues.push(errorAt('bound-missing', [...path, i], { given: i }));
      return;
    }
    const key = bound.from === undefined ? 'above' : 'from';
    const given = String(bound[key]);
    if (i === 0 && edge > min) {
      issues.push(
        errorAt('bin-gap', [...path, 0, key], {
          given,
          expected: min === -Infinity ? 'no lower bound' : `<= ${decimalText(min, places)}`,
        }),
      );
    }
    if (last !== undefined && edge <= last) {
      issues.push(
        errorAt('bounds-not-ascending', [...path, i, key], {
          given,
          expected: `> ${decimalText(last, places)}`,
        }),
      );
    }
    last = edge;
  });
  return issues;
}

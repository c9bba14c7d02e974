import { type Decimal, decimalText } from '../core/decimal.js';
import type { Bound } from '../scoring/constructs/edges.js';
import { unitsBelow } from './xmlDecimal.js';

/** A stretch of numbers that every comparison with the given bounds answers alike. */
export interface Region {
  /** Where it begins; neither `from` nor `above` for the first. */
  readonly bound: Bound;
  /** A number inside it, as text. */
  readonly inside: string;
}

/** The ends of an input, at its places. */
export interface NumberDomain {
  readonly places: number;
  readonly min?: Decimal;
  readonly max?: Decimal;
}

/**
 * The stretches into which bounds divide the numbers of a domain, ascending. At stated places the
 * numbers are whole units, so each stretch begins with a unit, and none is empty.
 */
export function regionsOf(bounds: readonly Decimal[], domain: NumberDomain): readonly Region[] {
  const { places } = domain;
  const text = (units: bigint): string => decimalText(Number(units), places);
  const starts = new Map<bigint, Bound>();
  for (const bound of bounds) {
    const below = unitsBelow(bound, places);
    const isUnit = text(below) === String(bound);
    if (!starts.has(below + 1n)) {
      starts.set(below + 1n, isUnit ? { above: bound } : { from: text(below + 1n) });
    }
    if (isUnit) starts.set(below, { from: bound });
  }
  const min = domain.min === undefined ? undefined : unitsBelow(domain.min, places);
  const max = domain.max === undefined ? undefined : unitsBelow(domain.max, places);
  const inner = [...starts]
    .filter(([unit]) => (min === undefined || unit > min) && (max === undefined || unit <= max))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const first = min ?? (inner[0]?.[0] ?? max ?? 1n) - 1n;
  return [
    { bound: {}, inside: text(first) },
    ...inner.map(([unit, bound]) => ({ bound, inside: text(unit) })),
  ];
}

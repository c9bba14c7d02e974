/**
 * How an exact number is brought to its places. `half-up` takes halves away from zero (四舍五入),
 * `floor` goes down and `ceil` up, below zero too.
 */
export const ROUNDINGS = ['half-up', 'floor', 'ceil'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** The whole number nearest to n/d by a stated rule; d is above 0. */
export function roundedQuotient(n: bigint, d: bigint, rounding: Rounding): bigint {
  const down = n / d - (n % d < 0n ? 1n : 0n);
  const rest = n - down * d;
  if (rest === 0n || rounding === 'floor') return down;
  if (rounding === 'ceil') return down + 1n;
  return 2n * rest > d || (2n * rest === d && n > 0n) ? down + 1n : down;
}

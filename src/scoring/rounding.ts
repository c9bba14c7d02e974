/**
 * How an exact number is brought to its places. `half-up` takes halves away from zero (四舍五入),
 * `floor` goes down and `ceil` up, below zero too.
 *
 * `between` rounds nothing across an edge: what lies between two neighbours of one place fewer goes to
 * the middle of them, so that at two places 70.004 is 70.05 and 70 is 70. Every comparison with an
 * edge of one place fewer then has the answer of the exact number. It is for comparing, not for adding.
 */
export const ROUNDINGS = ['half-up', 'floor', 'ceil', 'between'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** The whole number n/d is brought to by a stated rule; d is above 0. */
export function roundedQuotient(n: bigint, d: bigint, rounding: Rounding): bigint {
  if (rounding === 'between') {
    const tens = floored(n, 10n * d) * 10n;
    return tens * d === n ? tens : tens + 5n;
  }
  const down = floored(n, d);
  const rest = n - down * d;
  if (rest === 0n || rounding === 'floor') return down;
  if (rounding === 'ceil') return down + 1n;
  return 2n * rest > d || (2n * rest === d && n > 0n) ? down + 1n : down;
}

const floored = (n: bigint, d: bigint): bigint => n / d - (n % d < 0n ? 1n : 0n);

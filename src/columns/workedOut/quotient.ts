import { type Rounding, roundedQuotient } from '../../scoring/rounding.js';

/**
 * n/d rounded by a stated rule; NaN where a number on the way can't be held exactly, which is then for
 * the row evaluator. `d` is above 0.
 */
export function quotient(n: number, d: number, rounding: Rounding): number {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return Number.NaN;
  const whole = Math.round(n / d);
  // A quotient without rest is the same by every rule but `between`, which looks at tens.
  const isEven = whole * d === n && Number.isSafeInteger(n + d);
  if (isEven && rounding !== 'between') return whole === 0 ? 0 : whole;
  return Number(roundedQuotient(BigInt(n), BigInt(d), rounding));
}

import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';

/** A share with where it may lie, all in parts of ten thousand; `low` and `high` are rounded outwards. */
export interface ShareInterval {
  readonly method: 'wilson-95';
  readonly low: number;
  readonly high: number;
}

/** The difference of two shares with where it may lie, in parts of ten thousand. */
export interface DifferenceInterval {
  readonly method: 'newcombe-95';
  /** The first share less the second, rounded half away from 0. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

const WHOLE = 10_000n;
/** 1.96², in parts of ten thousand. */
const Z2 = 38_416n;

/**
 * Where a share may lie of which so many cases were seen (Wilson's score interval, 95 %).
 *
 * It holds every share `p` with `(k/n − p)² ≤ 1.96² p (1 − p) / n`, computed in whole numbers to one part
 * of ten thousand and rounded outwards. Nothing seen leaves everything open: 0 to 10,000.
 *
 * @param cases - how many had it
 * @param of - how many were looked at
 * @throws `bad-count` for numbers that are no counts, or more cases than were looked at
 * @source E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927), as
 * method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
 * @example
 * ```ts
 * import { shareInterval } from 'evenhand/oversight';
 *
 * shareInterval(81, 263); // => { method: 'wilson-95', low: 2552, high: 3663 }
 * shareInterval(0, 20); // => { method: 'wilson-95', low: 0, high: 1612 }
 * ```
 */
export function shareInterval(cases: number, of: number): ShareInterval {
  checkCounts(cases, of);
  if (of === 0) return { method: 'wilson-95', low: 0, high: Number(WHOLE) };
  const [k, n] = [BigInt(cases), BigInt(of)];
  /** Whether a share of `t` ten-thousandths lies in the interval. */
  const isIn = (t: bigint): boolean => {
    const distance = k * WHOLE - n * t;
    return distance * distance * WHOLE <= Z2 * n * t * (WHOLE - t);
  };
  // The ends are searched on either side of the share itself, which lies between two whole parts.
  const below = (k * WHOLE) / n;
  const above = (k * WHOLE + n - 1n) / n;
  let [low, first] = [0n, below];
  // The interval reaches down from `below`: the last part that lies outside it, or 0.
  if (cases === 0) first = 0n;
  while (low < first) {
    const middle = (low + first + 1n) / 2n;
    if (isIn(middle)) first = middle - 1n;
    else low = middle;
  }
  let [last, high] = [above, WHOLE];
  if (cases === of) last = WHOLE;
  while (last < high) {
    const middle = (last + high) / 2n;
    if (isIn(middle)) last = middle + 1n;
    else high = middle;
  }
  return { method: 'wilson-95', low: Number(low), high: Number(high) };
}

/**
 * Where the difference of two shares may lie (Newcombe's score interval, 95 %).
 *
 * @returns the first share less the second; `low` and `high` are rounded outwards
 * @throws `bad-count`
 * @source Method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, out of the two Wilson
 * intervals; here these are rounded outwards to one part of ten thousand first.
 * @example
 * ```ts
 * import { differenceInterval } from 'evenhand/oversight';
 *
 * differenceInterval([56, 70], [48, 80]); // => { method: 'newcombe-95', difference: 2000, low: 523, high: 3340 }
 * ```
 */
export function differenceInterval(
  first: readonly [number, number],
  second: readonly [number, number],
): DifferenceInterval {
  requireArgument('differenceInterval', 'first', first, 'array');
  requireArgument('differenceInterval', 'second', second, 'array');
  const [[k1, n1], [k2, n2]] = [first, second];
  const [one, two] = [shareInterval(k1, n1), shareInterval(k2, n2)];
  if (n1 === 0 || n2 === 0) {
    return { method: 'newcombe-95', difference: 0, low: -Number(WHOLE), high: Number(WHOLE) };
  }
  // All over n1 n2: shares and ends become whole numbers, and only the root is rounded.
  const [a, b] = [BigInt(n1), BigInt(n2)];
  const whole = a * b;
  const [p1, p2] = [BigInt(k1) * WHOLE * b, BigInt(k2) * WHOLE * a];
  const distance = p1 - p2;
  const root = (x: bigint, y: bigint): bigint => ceilingRoot(x * x + y * y);
  const down = root(p1 - BigInt(one.low) * whole, BigInt(two.high) * whole - p2);
  const up = root(BigInt(one.high) * whole - p1, p2 - BigInt(two.low) * whole);
  return {
    method: 'newcombe-95',
    difference: Number(halfAway(distance, whole)),
    low: Math.max(-Number(WHOLE), Number(floorOf(distance - down, whole))),
    high: Math.min(Number(WHOLE), -Number(floorOf(-(distance + up), whole))),
  };
}

/** A share in parts of ten thousand, rounded half up; 0 of nothing. */
export function perTenThousand(part: number, of: number): number {
  return of === 0 ? 0 : Number((BigInt(part) * 20_000n + BigInt(of)) / (2n * BigInt(of)));
}

function checkCounts(cases: number, of: number): void {
  const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
  if (isCount(cases) && isCount(of) && cases <= of) return;
  const [given, all] = [shownValue(cases), shownValue(of)];
  throw mistake(
    'bad-count',
    `\`${given}\` of \`${all}\` (expected whole numbers, 0 ≤ cases ≤ of)`,
    {
      given: `${given}/${all}`,
      expected: '0 ≤ cases ≤ of',
    },
  );
}

const floorOf = (n: bigint, d: bigint): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

const halfAway = (n: bigint, d: bigint): bigint =>
  n >= 0n ? (2n * n + d) / (2n * d) : -((-2n * n + d) / (2n * d));

/** The least whole number whose square is not below `n`. */
function ceilingRoot(n: bigint): bigint {
  if (n === 0n) return 0n;
  // Newton's steps from above come down to the floor of the root.
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (let next = (root + n / root) >> 1n; next < root; next = (root + n / root) >> 1n) root = next;
  return root * root === n ? root : root + 1n;
}

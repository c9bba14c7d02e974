import { describe, expect, it } from 'vitest';
import { differenceInterval, perTenThousand, shareInterval } from '../../src/oversight/interval.js';

/** Wilson's interval as it stands in a book, in doubles. */
function wilson(k: number, n: number): readonly [number, number] {
  const [p, z2] = [k / n, 3.8416];
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Math.sqrt(z2) / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return [middle - half, middle + half];
}

describe('shareInterval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3; rounded outwards here.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is what Newcombe prints', (k, n, low, high) => {
    const found = shareInterval(k, n);
    expect(Math.abs(found.low / 1e4 - low)).toBeLessThan(0.00016);
    expect(Math.abs(found.high / 1e4 - high)).toBeLessThan(0.00016);
  });

  it('holds the interval of the formula, and reaches less than a ten-thousandth beyond it', () => {
    for (let n = 1; n <= 120; n++) {
      for (let k = 0; k <= n; k++) {
        const [low, high] = wilson(k, n);
        const found = shareInterval(k, n);
        expect(found.low).toBe(Math.max(0, Math.floor(low * 1e4 + 1e-9)));
        expect(found.high).toBe(Math.min(10_000, Math.ceil(high * 1e4 - 1e-9)));
      }
    }
  });

  it('of nothing is everything', () => {
    expect(shareInterval(0, 0)).toMatchObject({ low: 0, high: 10_000 });
  });

  it.each([
    [2, 1],
    [-1, 3],
    [0.5, 3],
  ])('refuses %d of %d', (k, n) => {
    expect(() => shareInterval(k, n)).toThrow(expect.objectContaining({ code: 'bad-count' }));
  });
});

describe('differenceInterval', () => {
  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
  it.each([
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
  ] as const)('of %j and %j is what Newcombe prints', (a, b, low, high) => {
    const found = differenceInterval(a, b);
    expect(Math.abs(found.low / 1e4 - low)).toBeLessThan(0.0003);
    expect(Math.abs(found.high / 1e4 - high)).toBeLessThan(0.0003);
  });

  it('turns round with its shares, and says nothing of nothing', () => {
    const [one, other] = [
      differenceInterval([9, 10], [3, 10]),
      differenceInterval([3, 10], [9, 10]),
    ];
    expect([other.low, other.high]).toEqual([-one.high, -one.low]);
    expect(differenceInterval([0, 0], [3, 10])).toMatchObject({ low: -10_000, high: 10_000 });
  });
});

it('a share of ten thousand is rounded half up', () => {
  expect([perTenThousand(1, 3), perTenThousand(1, 20_000), perTenThousand(0, 0)]).toEqual([
    3333, 1, 0,
  ]);
});

import { type QuotaRule, quota, quotas } from 'evenhand/draw';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';
import { units } from './frames.js';

describe('a quota by ratio', () => {
  it.each([
    [0, '3%', 'at-least', 0],
    [1, '3%', 'at-least', 1],
    [100, '3%', 'at-least', 3],
    [101, '3%', 'at-least', 4],
    [101, '3%', 'at-most', 3],
    [33, '3%', 'at-most', 0],
    [50, '1%', 'half-up', 1],
    [49, '1%', 'half-up', 0],
    [150, '1%', 'half-up', 2],
    [1000, '2‰', 'at-least', 2],
    [1000, '0.002', 'at-most', 2],
    [10, '1/3', 'at-least', 4],
    [9, '1/3', 'at-least', 3],
    [7, '0', 'at-least', 0],
    [7, '100%', 'at-most', 7],
    [7, '1', 'half-up', 7],
    [Number.MAX_SAFE_INTEGER, '1', 'at-least', Number.MAX_SAFE_INTEGER],
  ] as const)('of %d at %s, %s, is %d', (size, ratio, rule, expected) =>
    expect(quota(size, ratio, rule)).toBe(expected),
  );

  it('is never pushed up by a double: 7 % of 100 is 7, though 0.07 * 100 is above it', () => {
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(quota(100, '7%', 'at-least')).toBe(7);
  });

  it('is the whole number next to N * p / q that its rule names', () => {
    const sizes = fc.nat({ max: 10_000_000 });
    fc.assert(
      fc.property(sizes, fc.nat({ max: 997 }), fc.integer({ min: 997, max: 9999 }), (N, p, q) => {
        const [up, down, near] = (['at-least', 'at-most', 'half-up'] as const).map((rule) =>
          BigInt(quota(N, `${p}/${q}`, rule)),
        ) as [bigint, bigint, bigint];
        const [share, whole] = [BigInt(N) * BigInt(p), BigInt(q)];
        expect(down * whole <= share && share < (down + 1n) * whole).toBe(true);
        expect(up * whole >= share && share > (up - 1n) * whole).toBe(true);
        expect(near).toBe(2n * (share - down * whole) >= whole ? down + 1n : down);
      }),
    );
  });

  it.each([
    ['3', 'bad-ratio'],
    ['-3%', 'bad-ratio'],
    ['.5', 'bad-ratio'],
    ['5.', 'bad-ratio'],
    ['1/3%', 'bad-ratio'],
    ['1/0', 'bad-ratio'],
    ['101%', 'bad-ratio'],
  ])('refuses the ratio %s', (ratio, code) =>
    expect(codeOf(() => quota(10, ratio, 'at-least'))).toBe(code),
  );

  it.each([-1, 1.5, Number.NaN, -0, 2 ** 53, '10'])('refuses the size %s', (size) =>
    expect(codeOf(() => quota(size as number, '3%', 'at-least'))).toBe('bad-size'),
  );

  it('refuses another rule', () =>
    expect(codeOf(() => quota(10, '3%', 'half-even' as QuotaRule))).toBe('bad-rule'));
});

describe('the quotas of a frame', () => {
  it('follow from the sizes, a stratum without units included', () => {
    const frame = [...units(101), { id: 'X', stratum: 'constructor' }];
    expect(quotas(frame, { s01: '3%', constructor: '1', s09: '50%' }, 'at-least')).toEqual({
      s01: 4,
      constructor: 1,
      s09: 0,
    });
  });

  it('are refused where a stratum of the frame has no ratio', () =>
    expect(codeOf(() => quotas(units(3), { s02: '3%' }, 'at-least'))).toBe('no-ratio'));

  it('are refused where a ratio or a code is bad, units or not', () => {
    expect(codeOf(() => quotas([], { s01: '3' }, 'at-least'))).toBe('bad-ratio');
    expect(codeOf(() => quotas([], { s_1: '3%' }, 'at-least'))).toBe('bad-name');
  });
});

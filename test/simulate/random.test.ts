import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/simulate/random.js';

const first = (...parts: string[]): number[] => {
  const random = randomStream(...parts);
  return [random(), random(), random()];
};

describe('randomStream', () => {
  it('gives the same numbers for the same parts, whatever was drawn before', () => {
    const before = first('seed', 'events', '00017');
    first('another');
    expect(first('seed', 'events', '00017')).toEqual(before);
  });

  it('is pinned: a change here changes every made-up city and every simulation', () => {
    expect(first('evenhand', 'entity', '00017')).toMatchInlineSnapshot(`
      [
        0.9773588944074983,
        0.9720282439056162,
        0.13867763097343103,
      ]
    `);
  });

  it.each([
    [['1'], ['11']],
    [['履行'], ['履职']],
    [['a', 'b'], ['ab']],
    [['a', 'b'], ['a,b']],
    [['a', 'b'], ['a","b']],
    [['a', ''], ['a']],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [[], ['']],
  ])('tells %j from %j', (a, b) => {
    expect(first(...a)).not.toEqual(first(...b));
  });

  it('gives other numbers for other parts', () => {
    const parts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(first(...a)).not.toEqual(first(...b));
      }),
    );
  });

  it('stays from 0 up to but not 1 and fills tenths evenly', () => {
    const random = randomStream('evenness');
    const tenths = Array.from({ length: 10 }, () => 0);
    const n = 100_000;
    for (let i = 0; i < n; i++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths).toHaveLength(10);
    // Five standard deviations of a binomial count: one false alarm in 170,000 such tests.
    const tolerance = 5 * Math.sqrt(n * 0.1 * 0.9);
    for (const count of tenths) expect(Math.abs(count - n / 10)).toBeLessThan(tolerance);
  });

  it('refuses a lone surrogate, which has no bytes to hash', () => {
    expect(() => randomStream('\ud800')).toThrow(
      expect.objectContaining({ code: 'not-canonical' }),
    );
  });
});

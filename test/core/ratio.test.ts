import { isRatio, parseRatio } from 'evenhand/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRatios } from '../../src/core/ratio.js';
import { codeOf } from '../ticket/codeOf.js';

describe('a ratio', () => {
  it.each([
    ['3%', 3n, 100n],
    ['2.5%', 25n, 1000n],
    ['2‰', 2n, 1000n],
    ['0.03', 3n, 100n],
    ['1/3', 1n, 3n],
    ['0', 0n, 1n],
    ['1', 1n, 1n],
    ['100%', 100n, 100n],
    ['1000‰', 1000n, 1000n],
    ['0/7', 0n, 7n],
    ['007%', 7n, 100n],
  ])('%s is %d/%d', (text, p, q) => {
    expect(parseRatio(text)).toEqual({ p, q });
    expect(isRatio(text)).toBe(true);
  });

  it.each([
    '3',
    '1.01',
    '101%',
    '1001‰',
    '4/3',
    '1/0',
    '0/0',
    '-1%',
    '+1%',
    ' 3%',
    '3 %',
    '.5',
    '5.',
    '1/3%',
    '1/2/3',
    '1e-2',
    '',
    '%',
    '３%',
    '3%%',
  ])('%j is none', (text) => {
    expect(codeOf(() => parseRatio(text))).toBe('bad-ratio');
    expect(isRatio(text)).toBe(false);
  });

  it('is text: a number is refused', () => {
    expect(codeOf(() => parseRatio(0.03 as never))).toBe('bad-ratio');
    expect(isRatio(0.03)).toBe(false);
  });

  it('above 1 asks whether a percent was meant', () =>
    expect(() => parseRatio('3')).toThrow('did you mean `3%`'));

  it('guesses nothing of a percentage above all', () => {
    expect(() => parseRatio('300%')).toThrow(/`300%`; it is above 1$/);
  });

  it('is compared exactly', () => {
    const ratio = fc
      .tuple(fc.bigInt({ min: 0n, max: 99n }), fc.bigInt({ min: 100n, max: 199n }))
      .map(([p, q]) => ({ p, q }));
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const difference = Number(a.p) / Number(a.q) - Number(b.p) / Number(b.q);
        const sign = a.p * b.q === b.p * a.q ? 0 : Math.sign(difference);
        expect(compareRatios(a, b)).toBe(sign);
      }),
    );
  });
});

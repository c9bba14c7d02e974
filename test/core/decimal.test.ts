import { decimalText, isDecimal, scaled } from 'evenhand/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf, scaledMeasure } from '../../src/core/decimal.js';
import { codeOf } from '../ticket/codeOf.js';

const places = fc.integer({ min: 0, max: 9 });
const units = fc.maxSafeInteger();

describe('a decimal', () => {
  it.each(['0', '-2.5', '12.50', '0.001', 7, -7])('%j is one', (value) =>
    expect(isDecimal(value)).toBe(true),
  );
  it.each([
    '',
    '-',
    '.5',
    '5.',
    '-0',
    '-0.00',
    '01',
    '1e3',
    '+1',
    '1,5',
    ' 1',
    0.5,
    -0,
    Number.NaN,
    2 ** 53,
    null,
  ])('%o is none', (value) => expect(isDecimal(value)).toBe(false));

  it('needs as many places as it has digits, trailing zeros aside', () =>
    expect(['12', '12.50', '-0.001', 3].map(placesOf)).toEqual([0, 1, 3, 0]));

  it('is written as text and read as the same integer', () => {
    fc.assert(
      fc.property(units, places, (n, p) => {
        expect(scaled(decimalText(n, p), p)).toBe(n + 0);
        expect(placesOf(decimalText(n, p))).toBeLessThanOrEqual(p);
      }),
    );
  });

  it.each([
    ['1.5', 0, 'too-many-places'],
    ['1.50', 1, undefined],
    ['one', 0, 'not-a-decimal'],
    [0.5, 1, 'not-a-decimal'],
    ['9007199254740992', 0, 'decimal-too-large'],
    ['9007199254740.991', 3, undefined],
    ['9007199254740.992', 3, 'decimal-too-large'],
  ])('%j at %d places: %s', (value, p, code) => expect(codeOf(() => scaled(value, p))).toBe(code));

  it('of nothing is 0 without a sign', () => expect(Object.is(scaled('0.00', 2), 0)).toBe(true));
});

describe('a measured number', () => {
  it('is read as the decimal it was written as', () => {
    const small = fc.integer({ min: -1e14, max: 1e14 });
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 6 }), (n, p) => {
        const text = decimalText(n, p);
        expect(scaledMeasure(Number(text), p)).toBe(n + 0);
        expect(scaledMeasure(text, p)).toBe(n + 0);
      }),
    );
  });

  it.each([
    [0.125, 2],
    [0.1 + 0.2, 1],
    [Number.NaN, 2],
    [Number.POSITIVE_INFINITY, 0],
    [1e300, 0],
    ['1.25', 1],
    ['x', 1],
  ])('%j does not fit %d places', (value, p) => expect(scaledMeasure(value, p)).toBeUndefined());

  it('-0 is 0', () => expect(Object.is(scaledMeasure(-0, 1), 0)).toBe(true));
});

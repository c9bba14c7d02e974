import { compareBytes, sortedBy } from 'evenhand/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const text = fc.string({ unit: 'binary' });

describe('the order of bytes', () => {
  it('is the order of Buffer.compare', () => {
    fc.assert(
      fc.property(text, text, text, (head, a, b) => {
        const expected = Buffer.compare(Buffer.from(head + a), Buffer.from(head + b));
        expect(Math.sign(compareBytes(head + a, head + b))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('puts U+FF21 before U+1F600, unlike the order of UTF-16', () => {
    expect('Ａ' < '😀').toBe(false);
    expect(compareBytes('Ａ', '😀')).toBeLessThan(0);
    expect(compareBytes('\ue000', '😀')).toBeLessThan(0);
  });

  it.each([
    ['', '', 0],
    ['', 'a', -1],
    ['ab', 'a', 1],
    ['海淀', '朝阳', 1],
  ])('compares %j with %j', (a, b, sign) => expect(Math.sign(compareBytes(a, b))).toBe(sign));

  it('sorts as Buffer.compare does, with surrogates and without', () => {
    const all = fc.array(fc.oneof(text, fc.string({ unit: 'grapheme' }), fc.string()));
    fc.assert(
      fc.property(all, (texts) => {
        const sorted = texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect(sortedBy(texts, (one) => one)).toEqual(sorted);
      }),
    );
  });

  it('sorts a copy by a key, equal keys as they came', () => {
    const rows = [['b', 1] as const, ['a', 2] as const, ['b', 0] as const];
    const before = structuredClone(rows);
    expect(sortedBy(rows, ([key]) => key)).toEqual([rows[1], rows[0], rows[2]]);
    expect(rows).toEqual(before);
  });
});

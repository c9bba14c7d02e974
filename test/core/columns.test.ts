import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growingBytes, growingIntegers, growingWords } from '../../src/core/growing.js';
import { hexColumn } from '../../src/core/hexColumn.js';
import { textColumn } from '../../src/core/textColumn.js';

const anyText = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed());

describe('a column', () => {
  it('of texts gives each text back, and holds its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 300 }), (texts) => {
        const column = textColumn();
        expect(texts.map((text) => column.add(text))).toEqual(texts.map((_, i) => i));
        expect(texts.map((_, i) => column.textAt(i))).toEqual(texts);
        const { bytes, starts } = column.whole();
        expect(Buffer.from(bytes.subarray(0, starts.at(-1))).toString()).toBe(texts.join(''));
      }),
    );
  });

  it.each(['a'.repeat(10_000), '示'.repeat(10_000), '😀é'.repeat(5_000)])(
    'of texts takes one that is long',
    (text) => {
      const column = textColumn();
      column.add('first');
      column.add(text);
      expect(column.textAt(1) === text && column.textAt(0) === 'first').toBe(true);
    },
  );

  it('of digests gives each back', () => {
    const anyDigest = fc.uint8Array({ minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(anyDigest, { maxLength: 700 }), (list) => {
        const digests = list.map((bytes) => Buffer.from(bytes).toString('hex'));
        const column = hexColumn(8);
        for (const one of digests) column.add(one);
        expect(column.count()).toBe(digests.length);
        expect(digests.map((_, i) => column.at(i))).toEqual(digests);
      }),
    );
  });

  it.each([
    ['bytes', growingBytes, 0, 255],
    ['words', growingWords, 0, 2 ** 32 - 1],
    ['integers', growingIntegers, -(2 ** 31), 2 ** 31 - 1],
  ] as const)('of %s grows, and keeps what was there', (_, make, min, max) => {
    const anyNumbers = fc.array(fc.integer({ min, max }), { maxLength: 1500 });
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const column = make();
        for (const one of numbers) column.push(one);
        expect(column.count()).toBe(numbers.length);
        expect([...column.whole()]).toEqual(numbers);
        expect(numbers.map((_, i) => column.at(i))).toEqual(numbers);
      }),
    );
  });
});

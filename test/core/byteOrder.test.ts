import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteColumn } from '../../src/core/byteColumn.js';
import { byteOrder } from '../../src/core/byteOrder.js';
import { sortedBy } from '../../src/core/order.js';
import { sortedMany } from '../../src/core/sortedMany.js';

function columnOf(texts: readonly string[]) {
  const column = byteColumn();
  for (const text of texts) {
    const bytes = Buffer.from(text);
    column.room(bytes.length).set(bytes, column.end());
    column.endAt(column.end() + bytes.length);
  }
  return column;
}
const byBuffer = (texts: readonly string[]): number[] =>
  texts
    .map((_, i) => i)
    .sort(
      (a, b) =>
        Buffer.compare(Buffer.from(texts[a] as string), Buffer.from(texts[b] as string)) || a - b,
    );

/** Texts that begin alike, differ late, are parts of one another, or stand twice. */
const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^9111[0-3]{0,4}$/),
    fc
      .tuple(fc.nat(70), fc.constantFrom('', 'a', 'b', '𠮷', '\uffee'))
      .map(([n, end]) => 'x'.repeat(n) + end),
  ),
  { maxLength: 60 },
);

describe('the order of a column', () => {
  it('is that of Buffer.compare, equal texts as they came', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect([...byteOrder(columnOf(list))]).toEqual(byBuffer(list));
      }),
      { numRuns: 500 },
    );
  });

  it('holds where keys of many texts tie, and where the bytes of a place are of every kind', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => {
      const n = Math.imul(i, 2_654_435_761) >>> 0;
      return (
        String.fromCodePoint(0x20 + (n % 3_000)).repeat(i % 3) + 'same'.repeat(i % 20) + (n % 7)
      );
    });
    expect([...byteOrder(columnOf(many))]).toEqual(byBuffer(many));
  });

  it.each([0, 1, 2])('of %d texts', (count) => {
    const list = ['b', 'a'].slice(0, count);
    expect([...byteOrder(columnOf(list))]).toEqual(byBuffer(list));
  });
});

describe('sorting many', () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => ({ id: `企业${(i * 7_919) % 1_000}`, i }));

  it('gives what sorting few gives, equal keys as they came', () =>
    expect(sortedMany(rows, ({ id }) => id)).toEqual(sortedBy(rows, ({ id }) => id)));

  it('keeps texts apart that only lone surrogates tell apart', () => {
    const odd = rows.map(({ id }, i) => `${id}${i % 2 === 0 ? '\ud800' : '\ud801'}`);
    expect(sortedMany(odd, (id) => id)).toEqual(sortedBy(odd, (id) => id));
  });
});

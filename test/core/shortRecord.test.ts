import { canonicalJson, digest, ownDigest, sha256 } from 'evenhand/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestWithout } from '../../src/core/digest.js';
import { shortBytes, writeShort } from '../../src/core/shortRecord.js';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.constantFrom(null, true, false, 0, -7, 2 ** 53 - 1),
    fc.string({ unit: 'grapheme-ascii' }),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('record'),
  ),
  record: fc.dictionary(fc.string({ unit: 'grapheme-ascii' }), tie('value'), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
}));

const written = (record: object): string | undefined => {
  const length = writeShort(record);
  return length < 0 ? undefined : String.fromCharCode(...shortBytes.subarray(0, length));
};

describe('a short record', () => {
  it('is written as canonical JSON, or not at all', () => {
    fc.assert(
      fc.property(plain.record, (record) =>
        [canonicalJson(record), undefined].includes(written(record)),
      ),
    );
  });

  it.each([
    { b: 'x', a: [1, true, { d: null, c: [] }], e: {} },
    { id: 'tax:1', day: '2026-01-01', join: false, left: undefined },
    Object.assign(Object.create(null), { a: 1 }),
    { text: 'a'.repeat(1_013) },
  ])('is written where it is plain: %j', (record) => {
    expect(written(record)).toBe(canonicalJson(record));
  });

  it.each([
    { name: '履行' },
    { text: 'a"b' },
    { text: '\\' },
    { text: '\n' },
    { '"': 1 },
    { share: 0.5 },
    { zero: -0 },
    { day: new Date(0) },
    { list: new Array(1) },
    { call: () => 1 },
    { text: 'a'.repeat(1_014) },
    { list: new Array(1_000).fill(1) },
  ])('is left alone where it is not: %#', (record) => expect(written(record)).toBe(undefined));
});

describe('a digest', () => {
  it('is that of the canonical JSON, whichever way it is taken', () => {
    fc.assert(
      fc.property(plain.record, (record) => digest(record) === sha256(canonicalJson(record))),
    );
  });

  it.each(['short', '履行'])('leaves out one field alone, at the top: %s', (text) => {
    const rest = { a: text, b: { at: 1 } };
    expect(digestWithout({ at: 2, ...rest }, 'at')).toBe(digest(rest));
    expect(ownDigest({ digest: 'x', ...rest })).toBe(digest(rest));
  });
});

import { canonicalJson, digest, ownDigest, saltedCommitment, sha256 } from 'evenhand/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPieces } from '../../src/core/canonicalJson.js';
import { madeRows } from '../../src/core/rows.js';
import { codeOf } from '../ticket/codeOf.js';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Keys the other way round, at every depth. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, turned(item)])
      .reverse(),
  );
}

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [[], '[]'],
    [{}, '{}'],
    [{ a: undefined, b: 0 }, '{"b":0}'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [-9007199254740991, '-9007199254740991'],
    ['€\u0000\n"\\/', '"€\\u0000\\n\\"\\\\/"'],
  ])('writes %j', (value, text) => expect(canonicalJson(value)).toBe(text));

  it('sorts keys by UTF-16 units, as the example of RFC 8785 §3.2.3 does', () => {
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'];
    const value = Object.fromEntries(sorted.toReversed().map((key) => [key, 0]));
    const fields = sorted.map((key) => `${JSON.stringify(key)}:0`);
    expect(canonicalJson(value)).toBe(`{${fields.join(',')}}`);
  });

  it('sorts few keys as it sorts many', () => {
    const names = fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 40 });
    fc.assert(
      fc.property(names, (keys) => {
        const own = keys.filter((key) => key !== '__proto__' && key.isWellFormed());
        const value = Object.fromEntries(own.map((key) => [key, 0]));
        const fields = own.toSorted().map((key) => `${JSON.stringify(key)}:0`);
        expect(canonicalJson(value)).toBe(`{${fields.join(',')}}`);
      }),
    );
  });

  it('reads back as the same value, and is the same for any order of keys', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('comes in pieces where it is long, and rows are written as the list they stand for', () => {
    const numbers = Array.from({ length: 20_000 }, (_, i) => i);
    const list = numbers.map((i) => ({ id: `企业${i}`, at: i }));
    const rows = madeRows(numbers, (i) => ({ at: i, id: `企业${i}` }));
    const pieces: string[] = [];
    canonicalPieces({ rows, none: madeRows([], () => 0) }, (piece) => pieces.push(piece));
    expect(pieces.length).toBeGreaterThan(10);
    expect(pieces.join('')).toBe(canonicalJson({ rows: list, none: [] }));
    expect(pieces.join('')).toBe(JSON.stringify({ none: [], rows }));
    expect(digest({ rows })).toBe(sha256(canonicalJson({ rows: list })));
    const wrong = madeRows([1, 0.5], (i) => i);
    expect(() => canonicalJson({ wrong })).toThrow('`$.wrong[1]`');
  });

  it.each([
    [0.5, '$', '0.5'],
    [-0, '$', '-0'],
    [Number.NaN, '$', 'NaN'],
    [2 ** 53, '$', '9007199254740992'],
    ['\ud800', '$', 'surrogate'],
    [{ '\udc00': 1 }, '$', 'surrogate'],
    [{ a: [0, { b: 0.1 }] }, '$.a[1].b', '0.1'],
    [[undefined], '$[0]', 'undefined'],
    [new Array(2), '$[0]', 'undefined'],
    [new Date(0), '$', 'no plain data'],
    [new Map(), '$', 'no plain data'],
    [{ a: 1n }, '$.a', 'bigint'],
    [() => 1, '$', 'function'],
  ])('refuses %o and names the place', (value, where, given) => {
    expect(codeOf(() => canonicalJson(value))).toBe('not-canonical');
    expect(() => canonicalJson(value)).toThrow(`\`${where}\``);
    expect(() => canonicalJson(value)).toThrow(given);
  });
});

describe('the digest of plain data', () => {
  it('hangs on the content, not on the order of keys', () => {
    fc.assert(fc.property(plain, (value) => digest(value) === digest(turned(value))));
    expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }));
  });

  it('is the SHA-256 of the canonical text', () =>
    expect(digest({ b: 1, a: '0.5' })).toBe(sha256('{"a":"0.5","b":1}')));

  it('leaves out the field that holds it', () =>
    expect(ownDigest({ a: 1, digest: 'x' })).toBe(digest({ a: 1 })));

  it('commits to a text under a salt', () =>
    expect(saltedCommitment('00', 'low/A')).toBe(sha256('00\u001flow/A')));
});

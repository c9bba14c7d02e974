import { createHash } from 'node:crypto';
import { merkleRoot, sha256, sha256Bytes } from 'evenhand/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, initialState, stateHex } from '../../src/core/sha256.js';
import { sha256Pieces } from '../../src/core/sha256Pieces.js';
import { utf8 } from '../../src/core/utf8.js';

const byNode = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('gives the published digest of %.20s', (text, expected) =>
    expect(sha256(text)).toBe(expected),
  );

  it('equals node:crypto for every length up to five blocks', () => {
    const bytes = Uint8Array.from({ length: 320 }, (_, i) => (i * 167 + 13) & 255);
    for (let length = 0; length <= 320; length++) {
      expect(hex(sha256Bytes(bytes.subarray(0, length)))).toBe(byNode(bytes.subarray(0, length)));
    }
  });

  it('can be stopped after a block and finished later', () => {
    const bytes = Uint8Array.from({ length: 200 }, (_, i) => i);
    const state = initialState();
    finish(state, bytes.subarray(0, 64), 64);
    expect(stateHex(state)).toBe(byNode(bytes.subarray(0, 64)));
  });

  it('hashes text as the platform encodes it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => sha256(text) === byNode(Buffer.from(text)),
      ),
    );
  });
});

describe('SHA-256 of a text that comes in pieces', () => {
  const digestOf = (pieces: readonly string[]): string => {
    const hash = sha256Pieces();
    for (const piece of pieces) hash.take(piece);
    return hash.done();
  };

  it('is that of the whole text, however it comes', () => {
    const piece = fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat(200));
    fc.assert(
      fc.property(fc.array(piece), (given) => {
        const pieces = given.map(([text, times]) => text.repeat(times));
        expect(digestOf(pieces)).toBe(byNode(Buffer.from(pieces.join(''))));
      }),
    );
  });

  it.each([0, 1, 2, 3])('splits no surrogate pair of a long piece, %i units in', (shift) => {
    const long = `${'a'.repeat(shift)}${'\u{20000}企'.repeat(40_000)}`;
    expect(digestOf(['[', long, ']'])).toBe(byNode(Buffer.from(`[${long}]`)));
  });
});

it('UTF-8 equals the platform for all scalar values and for lone surrogates', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const text = String.fromCharCode(...units);
      expect(hex(utf8(text))).toBe(hex(new TextEncoder().encode(text)));
    }),
    { numRuns: 1000 },
  );
  const scalars = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff];
  const text = String.fromCodePoint(...scalars);
  expect(hex(utf8(text))).toBe(hex(new TextEncoder().encode(text)));
});

describe('the Merkle root', () => {
  /** RFC 9162 §2.1.1 word for word: split at the largest power of two below n. */
  const plainRoot = (leaves: readonly string[]): string => {
    const node = (list: readonly string[]): Buffer => {
      const hash = (...parts: Uint8Array[]) =>
        createHash('sha256').update(Buffer.concat(parts)).digest();
      if (list.length === 0) return hash();
      if (list.length === 1) return hash(Buffer.from([0]), Buffer.from(list[0] as string));
      let k = 1;
      while (k * 2 < list.length) k *= 2;
      return hash(Buffer.from([1]), node(list.slice(0, k)), node(list.slice(k)));
    };
    return node(leaves).toString('hex');
  };

  it('of nothing is the digest of nothing', () => expect(merkleRoot([])).toBe(sha256('')));

  it('equals the definition for every number of leaves up to 70', () => {
    const leaves = Array.from({ length: 70 }, (_, i) => `叶${i}`);
    for (let n = 0; n <= 70; n++) {
      expect(merkleRoot(leaves.slice(0, n))).toBe(plainRoot(leaves.slice(0, n)));
    }
  });

  it('equals it where leaves are many, short and long, in two scripts, with separators', () => {
    const leaves = Array.from({ length: 1100 }, (_, i) =>
      i % 3 === 0 ? `企${'业'.repeat(i % 29)}` : `A-${i}\u001fs01\u001f${'x'.repeat(i % 71)}`,
    );
    for (const n of [255, 256, 257, 511, 512, 513, 768, 1000, 1100]) {
      expect(merkleRoot(leaves.slice(0, n))).toBe(plainRoot(leaves.slice(0, n)));
    }
  });
});

import { checkInclusion, inclusionProof, merkleRoot, sha256Bytes } from 'evenhand/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The leaves that the test data of Certificate Transparency uses, as text. */
const CT = ['', '\0', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'];

// Published with the reference implementation of RFC 6962, whose tree is that of RFC 9162.
const published = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
] as const;

const leafList = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), {
  minLength: 1,
  maxLength: 70,
});
const claimOf = (leaves: readonly string[], index: number) => ({
  leaf: leaves[index] as string,
  index,
  count: leaves.length,
  path: inclusionProof(leaves, index),
  root: merkleRoot(leaves),
});

describe('an inclusion proof', () => {
  it.each(published)('of leaf %i of %i is the published one', (index, count, path) => {
    expect(inclusionProof(CT.slice(0, count), index)).toEqual(path);
  });

  it('holds for every leaf of every tree up to 40 leaves', () => {
    for (let count = 1; count <= 40; count++) {
      const leaves = Array.from({ length: count }, (_, i) => `leaf ${i}`);
      for (let i = 0; i < count; i++) expect(checkInclusion(claimOf(leaves, i))).toBe(true);
    }
  });

  it('gives the root by the recursive definition of the RFC', () => {
    fc.assert(
      fc.property(leafList, fc.nat(), (leaves, at) => {
        const claim = claimOf(leaves, at % leaves.length);
        expect(rootBy(claim)).toBe(claim.root);
        expect(checkInclusion(claim)).toBe(true);
      }),
    );
  });

  it('holds for no other place, leaf, count or root', () => {
    const leaves = Array.from({ length: 13 }, (_, i) => `leaf ${i}`);
    for (let i = 0; i < leaves.length; i++) {
      const claim = claimOf(leaves, i);
      for (let j = 0; j < leaves.length; j++) {
        if (j !== i) expect(checkInclusion({ ...claim, index: j })).toBe(false);
      }
      expect(checkInclusion({ ...claim, leaf: 'another' })).toBe(false);
      expect(checkInclusion({ ...claim, root: merkleRoot(['x']) })).toBe(false);
      expect(checkInclusion({ ...claim, path: claim.path.slice(1) })).toBe(false);
      expect(checkInclusion({ ...claim, path: [...claim.path, claim.root] })).toBe(false);
    }
    // The last leaf alone has a path whose length tells the sizes of two trees apart.
    expect(checkInclusion({ ...claimOf(leaves, 12), count: 12 })).toBe(false);
    expect(checkInclusion({ ...claimOf(leaves, 12), count: 17 })).toBe(false);
  });

  it.each([
    ['a count that is no number', { count: '2' }],
    ['a count beyond exact integers', { count: 2 ** 60 }],
    ['a negative index', { index: -1 }],
    ['half an index', { index: 0.5 }],
    ['a path that is no list', { path: 'ab' }],
    ['a path of short hashes', { path: ['ab'] }],
    ['a path of no hashes', { path: ['zz'] }],
    ['a path of numbers', { path: [7] }],
    ['upper-case hex', { path: [merkleRoot(['b']).toUpperCase()] }],
  ])('is refused, not thrown at, for %s', (_, change) => {
    const claim = { ...claimOf(['a', 'b'], 0), ...(change as object) };
    expect(checkInclusion(claim)).toBe(false);
  });

  it.each([-1, 2, 0.5, Number.NaN])('is not made of leaf %d of two', (index) => {
    expect(() => inclusionProof(['a', 'b'], index)).toThrow('no leaf');
  });
});

/** §2.1.3.1 read backwards: the definition by halves, without the bit arithmetic of the check. */
function rootBy({ leaf, index, count, path }: ReturnType<typeof claimOf>): string {
  const bytes = (text: string) => Buffer.from(text, 'hex');
  const walk = (at: number, size: number, rest: readonly string[]): Uint8Array => {
    if (size === 1) return sha256Bytes(Buffer.concat([Buffer.from([0]), Buffer.from(leaf)]));
    const half = 2 ** Math.ceil(Math.log2(size) - 1);
    const sibling = bytes(rest.at(-1) as string);
    const pair =
      at < half
        ? [walk(at, half, rest.slice(0, -1)), sibling]
        : [sibling, walk(at - half, size - half, rest.slice(0, -1))];
    return sha256Bytes(Buffer.concat([Buffer.from([1]), ...pair]));
  };
  return Buffer.from(walk(index, count, path)).toString('hex');
}

import { requireArgument } from './argument.js';
import { mistake } from './error.js';
import { bytesOf, hex } from './hex.js';
import { merkleRoot } from './merkle.js';
import { leafHash, nodeHash } from './merkleNode.js';
import { shownValue } from './shownValue.js';
import { utf8 } from './utf8.js';

/**
 * What shows that one leaf stands in a tree without the other leaves: about log2 of their count in
 * hashes (RFC 9162 §2.1.3.1).
 *
 * Every leaf is hashed once.
 *
 * @param leaves - the leaves' texts in the order of the tree
 * @param index - the leaf's place, from 0
 * @returns the path from the leaf to the root, 64 hex digits each
 * @throws `no-such-leaf`
 *
 * @source RFC 9162 §2.1.3.1
 * @example
 * ```ts
 * import { checkInclusion, inclusionProof, merkleRoot } from 'evenhand/core';
 *
 * const leaves = ['a', 'b', 'c'];
 * const path = inclusionProof(leaves, 2);
 * path.length; // => 1
 * checkInclusion({ leaf: 'c', index: 2, count: 3, path, root: merkleRoot(leaves) }); // => true
 * ```
 */
export function inclusionProof(leaves: readonly string[], index: number): string[] {
  requireArgument('inclusionProof', 'leaves', leaves, 'array');
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
    throw mistake(
      'no-such-leaf',
      `there is no leaf \`${index}\` (expected an integer from 0 to ${leaves.length - 1})`,
      { given: shownValue(index), expected: leaves.length },
    );
  }
  const path: string[] = [];
  let from = 0;
  let to = leaves.length;
  while (to - from > 1) {
    const split = from + largestPowerBelow(to - from);
    const isLeft = index < split;
    path.push(merkleRoot(isLeft ? leaves.slice(split, to) : leaves.slice(from, split)));
    if (isLeft) to = split;
    else from = split;
  }
  return path.reverse();
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** A leaf's claim to its place in a tree. */
export interface Inclusion {
  readonly leaf: string;
  readonly index: number;
  readonly count: number;
  readonly path: readonly string[];
  readonly root: string;
}

/**
 * Whether a leaf stands at its place of a tree with this root and so many leaves.
 *
 * @returns false also where the claim is no claim at all: nothing is thrown
 *
 * @source RFC 9162 §2.1.3.2
 */
export function checkInclusion(inclusion: Inclusion): boolean {
  requireArgument('checkInclusion', 'inclusion', inclusion, 'object');
  const { leaf, index, count, path, root } = inclusion;
  if (!Number.isSafeInteger(count) || !Number.isInteger(index)) return false;
  if (index < 0 || index >= count || !Array.isArray(path)) return false;
  let hash = leafHash(utf8(leaf));
  let place = index;
  let last = count - 1;
  for (const step of path) {
    const sibling = bytesOf(step);
    if (sibling?.length !== 32 || last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      // The last node of a level moves up as it is until it is a right one.
      while (place % 2 === 0 && place > 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else hash = nodeHash(hash, sibling);
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hex(hash) === root;
}

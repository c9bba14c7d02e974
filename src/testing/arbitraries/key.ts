import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { sha256 } from '../../core/sha256.js';

/** Keys of a draw: 64 hex digits. */
export function arbitraryKey(): fc.Arbitrary<string> {
  return fc.nat().map((n) => sha256(`evenhand/testing ${n}`));
}

/** The same list in any order. */
export function arbitraryOrder<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  requireArgument('arbitraryOrder', 'list', list, 'array');
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

import { mistake } from '../core/error.js';
import { merkleRoot } from '../core/merkle.js';
import { compareBytes, sortedBy } from '../core/order.js';
import { frameLeaf } from './frameLeaf.js';
import { type FrameUnit, repeatedId } from './unit.js';

/**
 * The frame's fingerprint, committed in notice A: no unit can be added, struck or moved afterwards
 * without changing it.
 *
 * @param frame - the units, in any order
 * @param options.sorted - the frame comes in ascending order of the ids' UTF-8 bytes: it is then
 * read once, in O(log N) memory, and refused where it does not
 * @returns the Merkle tree hash, 64 hex digits; of an empty frame SHA-256 of nothing
 * @throws `bad-id` | `bad-name` | `bad-weight` | `repeated-id` | `not-ascending`
 *
 * @source double-random/1 §1; RFC 9162 §2.1.1
 * @example
 * ```ts
 * import { frameRoot } from 'evenhand/draw';
 *
 * const a = { id: 'A', stratum: 's01' };
 * const b = { id: 'B', stratum: 's01' };
 * frameRoot([b, a]) === frameRoot([a, b]); // => true
 * frameRoot([a]) === frameRoot([a, b]); // => false
 * ```
 */
export function frameRoot(
  frame: Iterable<FrameUnit>,
  options: { readonly sorted?: boolean } = {},
): string {
  const leaves = checkedLeaves(frame);
  return merkleRoot(ascending(options.sorted === true ? leaves : sortedBy(leaves, ({ id }) => id)));
}

interface Leaf {
  readonly id: string;
  readonly text: string;
}

function* checkedLeaves(frame: Iterable<FrameUnit>): Generator<Leaf> {
  for (const unit of frame) yield { id: unit.id, text: frameLeaf(unit) };
}

function* ascending(leaves: Iterable<Leaf>): Generator<string> {
  let last: string | undefined;
  for (const { id, text } of leaves) {
    if (last !== undefined) {
      const step = compareBytes(last, id);
      if (step === 0) throw repeatedId(id);
      if (step > 0) throw notAscending(id, last);
    }
    last = id;
    yield text;
  }
}

function notAscending(id: string, after: string) {
  return mistake(
    'not-ascending',
    `\`${id}\` comes after \`${after}\` in a frame said to be sorted; sort it by UTF-8 bytes, or leave \`sorted\` out`,
    { id, after },
  );
}

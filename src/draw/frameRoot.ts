import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { merkleTree } from '../core/merkle.js';
import { frameAccumulator } from './frameAccumulator.js';
import { compareLeafIds, LONGEST_LEAF, leafWriter } from './frameLeaf.js';
import { type FrameUnit, repeatedId } from './unit.js';

/**
 * The frame's fingerprint, committed in notice A: no unit can be added, struck or moved afterwards
 * without changing it.
 *
 * @param frame - the units, in any order; they are held as bytes while they are sorted
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
  requireArgument('frameRoot', 'frame', frame, 'iterable');
  requireArgument('frameRoot', 'options', options, 'object');
  if (options.sorted === true) return ascendingRoot(frame);
  const root = frameAccumulator();
  for (const unit of frame) root.add(unit);
  return root.done();
}

function ascendingRoot(frame: Iterable<FrameUnit>): string {
  const tree = merkleTree();
  const write = leafWriter();
  let leaf = new Uint8Array(LONGEST_LEAF);
  let before = new Uint8Array(LONGEST_LEAF);
  let last: string | undefined;
  for (const unit of frame) {
    const end = write(unit, leaf, 0);
    if (last !== undefined) {
      const step = compareLeafIds(before, 0, leaf, 0);
      if (step === 0) throw repeatedId(unit.id);
      if (step > 0) throw notAscending(unit.id, last);
    }
    tree.addBytes(leaf, 0, end);
    [leaf, before] = [before, leaf];
    last = unit.id;
  }
  return tree.root();
}

function notAscending(id: string, after: string) {
  return mistake(
    'not-ascending',
    `\`${id}\` comes after \`${after}\` in a frame said to be sorted; sort it by UTF-8 bytes, or leave \`sorted\` out`,
    { id, after },
  );
}

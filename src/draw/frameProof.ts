import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { merkleRoot } from '../core/merkle.js';
import { inclusionProof } from '../core/merkleProof.js';
import { sortedMany } from '../core/sortedMany.js';
import { frameLeaf } from './frameLeaf.js';
import type { FrameUnit } from './unit.js';

/** A unit's place in a frame, and the hashes that lead from it to the frame's root. */
export interface FrameProof {
  readonly unit: FrameUnit;
  readonly index: number;
  readonly count: number;
  readonly path: readonly string[];
  readonly root: string;
}

/**
 * What one entity needs to show its place in the frame, without the frame.
 *
 * @param frame - the units, in any order
 * @throws `not-in-frame` | `bad-id` | `bad-name` | `bad-weight`
 *
 * @source double-random/1 §4; RFC 9162 §2.1.3
 * @example
 * ```ts
 * import { frameProof, frameRoot } from 'evenhand/draw';
 *
 * const frame = [{ id: 'B', stratum: 's01' }, { id: 'A', stratum: 's02' }, { id: 'C', stratum: 's01' }];
 * const { unit, index, root } = frameProof(frame, 'A');
 * [unit.stratum, index, root === frameRoot(frame)]; // => ['s02', 0, true]
 * ```
 */
export function frameProof(frame: Iterable<FrameUnit>, id: string): FrameProof {
  requireArgument('frameProof', 'frame', frame, 'iterable');
  const units = sortedMany(frame, (unit) => unit?.id);
  const index = units.findIndex((unit) => unit?.id === id);
  const unit = units[index];
  if (unit === undefined) {
    throw mistake('not-in-frame', `\`${id}\` is not in the frame, so nothing shows its place`, {
      id,
    });
  }
  const leaves = units.map(frameLeaf);
  return {
    unit,
    index,
    count: units.length,
    path: inclusionProof(leaves, index),
    root: merkleRoot(leaves),
  };
}

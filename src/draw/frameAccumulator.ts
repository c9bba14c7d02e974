import { byteColumn } from '../core/byteColumn.js';
import { byteOrder } from '../core/byteOrder.js';
import { merkleTree } from '../core/merkle.js';
import { compareLeafIds, LONGEST_LEAF, leafId, leafWriter } from './frameLeaf.js';
import { type FrameUnit, repeatedId } from './unit.js';

/** The fingerprint of a frame that comes unit by unit. */
export interface FrameAccumulator {
  /** @throws `bad-id` | `bad-name` | `bad-weight` */
  readonly add: (unit: FrameUnit) => void;
  /** The root of all that was added. @throws `repeated-id` */
  readonly done: () => string;
}

/**
 * `frameRoot` of a frame that comes unit by unit, in any order: an async loop calls `add` itself. The
 * units are held as bytes outside of the heap, some 40 of them each.
 *
 * @example
 * ```ts
 * import { frameAccumulator, frameRoot } from 'evenhand/draw';
 *
 * const frame = [{ id: 'B', stratum: 's01' }, { id: 'A', stratum: 's02' }];
 * const root = frameAccumulator();
 * for (const unit of frame) root.add(unit);
 * root.done() === frameRoot(frame); // => true
 * ```
 */
export function frameAccumulator(): FrameAccumulator {
  const column = byteColumn();
  const write = leafWriter();
  return {
    add(unit) {
      column.endAt(write(unit, column.room(LONGEST_LEAF), column.end()));
    },
    done() {
      const tree = merkleTree();
      const { bytes, starts } = column.whole();
      let last = -1;
      for (const i of byteOrder(column)) {
        const from = starts[i] as number;
        if (last >= 0 && compareLeafIds(bytes, last, bytes, from) === 0) {
          throw repeatedId(leafId(bytes, from));
        }
        tree.addBytes(bytes, from, starts[i + 1] as number);
        last = from;
      }
      return tree.root();
    },
  };
}

import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { sortedBy } from '../core/order.js';
import { type FrameUnit, repeatedId } from './unit.js';

/** Somebody who is visited for certain, outside the lottery, and the published reason. */
export interface CertainUnit {
  readonly id: string;
  readonly reason: string;
}

/**
 * Takes those who are visited for certain out of a frame (重点监管): they stand in a list of their own
 * with the reason, and are never slipped among those drawn.
 *
 * @returns the certain by id bytes, and the frame that is left to draw from
 * @throws `repeated-id` | `bad-certainty` where a reason is empty or somebody is not in the frame
 *
 * @source double-random/1 §2, certainty
 * @example
 * ```ts
 * import { certainUnits } from 'evenhand/draw';
 *
 * const frame = ['A', 'B'].map((id) => ({ id, stratum: 's01' }));
 * certainUnits(frame, [{ id: 'B', reason: 'list: key-supervision' }]).frame.length; // => 1
 * ```
 */
export function certainUnits(
  frame: Iterable<FrameUnit>,
  certain: readonly CertainUnit[],
): { readonly certain: CertainUnit[]; readonly frame: FrameUnit[] } {
  requireArgument('certainUnits', 'frame', frame, 'iterable');
  requireArgument('certainUnits', 'certain', certain, ['object']);
  const waiting = new Map<string, string>();
  for (const { id, reason } of certain) {
    if (waiting.has(id)) throw repeatedId(id);
    if (typeof reason !== 'string' || reason.trim() === '')
      throw badCertainty(id, 'without a reason');
    waiting.set(id, reason);
  }
  const rest = [...frame].filter((unit) => !waiting.delete(unit?.id));
  for (const id of waiting.keys()) throw badCertainty(id, 'but is not in the frame');
  return { certain: sortedBy(certain, ({ id }) => id), frame: rest };
}

function badCertainty(id: string, why: string) {
  return mistake(
    'bad-certainty',
    `\`${id}\` is said to be certain ${why}; expected a unit of the frame, with its reason`,
    { id },
  );
}

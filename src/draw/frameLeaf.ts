import { checkedId, checkedName } from '../core/identifier.js';
import { checkedWeight, type FrameUnit } from './unit.js';

/**
 * What a frame's tree holds of a unit: `id 0x1F stratum 0x1F weight`.
 *
 * @throws `bad-id` | `bad-name` | `bad-weight`
 *
 * @source double-random/1 §1
 */
export function frameLeaf(unit: FrameUnit): string {
  const id = checkedId(unit.id, 'a unit of the frame');
  const stratum = checkedName(unit.stratum, 'stratum code');
  return `${id}\u001f${stratum}\u001f${checkedWeight(unit)}`;
}

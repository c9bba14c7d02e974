import { mistake } from '../core/error.js';
import type { Cap } from './cap.js';

/** Where an entity stands on a named scale. */
export interface Standing {
  readonly scale: string;
  readonly level: string;
}

/**
 * Whether the cap protects an entity: good credit **and** low risk, as the cap lists them.
 *
 * @throws `cap-on-other-scale` where a level is of another scale than the cap's: letters of two
 * scales are never compared
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { isEligible } from 'evenhand/visits';
 *
 * const credit = { scale: 'example-credit', level: 'B' };
 * isEligible(twoInspections, credit, { scale: 'example-risk', level: 'low' }); // => true
 * isEligible(twoInspections, credit, { scale: 'example-risk', level: 'high' }); // => false
 * ```
 */
export function isEligible(cap: Cap, credit: Standing, risk: Standing): boolean {
  return stands(cap, 'credit', credit) && stands(cap, 'risk', risk);
}

function stands(cap: Cap, side: 'credit' | 'risk', standing: Standing): boolean {
  const { scale, levels } = cap.eligible[side];
  if (standing.scale === scale) return levels.includes(standing.level);
  throw mistake(
    'cap-on-other-scale',
    `cap \`${cap.id}\` names levels of \`${scale}\`, given a level of \`${standing.scale}\` (convert it by a cited table first)`,
    { cap: cap.id, given: standing.scale, expected: scale },
  );
}

import { requireArgument } from '../core/argument.js';
import type { Cap } from './cap.js';
import { eligibility, type FirmOnDay, type Lacking, lacks, type Standing } from './isEligible.js';

/** Which limits of a cap protect an entity: all of them, none, or those of these ids. */
export type Protection = boolean | readonly string[];

/**
 * Which limits of a cap protect an entity: all or none, or, where some of them protect a part of the
 * entities only (a budget by tier), the ids of those that do.
 *
 * @param standings - the entity's level on each scale that is known
 * @param known - what conditions are asked of; needed only where there is one
 * @throws as `isEligible`
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { protectionOf } from 'evenhand/visits';
 *
 * const [census, spotCheck] = twoInspections.limits;
 * const eligible = { levels: [{ scale: 'example-credit', levels: ['A'] }] };
 * const cap = { ...twoInspections, eligible: {}, limits: [census!, { ...spotCheck!, eligible }] };
 * protectionOf(cap, [{ scale: 'example-credit', level: 'A' }]); // => ['census', 'spot-check']
 * protectionOf(cap, [{ scale: 'example-credit', level: 'B' }]); // => ['census']
 * ```
 */
export function protectionOf(
  cap: Pick<Cap, 'id' | 'eligible' | 'limits'>,
  standings: readonly Standing[],
  known?: FirmOnDay,
): Protection {
  requireArgument('protectionOf', 'cap', cap, { limits: 'array' }, 'parseCap(…)');
  requireArgument('protectionOf', 'standings', standings, ['object']);
  const answer = protection(cap, standings, known);
  if (isLacking(answer)) throw lacks(cap.id, answer, standings, known);
  return answer;
}

/** As `protectionOf`, with what is lacking returned. */
export function protection(
  cap: Pick<Cap, 'eligible' | 'limits'>,
  standings: readonly Standing[],
  known?: FirmOnDay,
): Protection | Lacking {
  const answer = eligibility(cap.eligible, standings, known);
  if (answer !== true || !isByLimit(cap)) return answer;
  const own: string[] = [];
  for (const { id, eligible } of cap.limits) {
    const found = eligibility(eligible, standings, known);
    if (typeof found !== 'boolean') return found;
    if (found) own.push(id);
  }
  return own.length > 0 && own;
}

/** Whether it can't be told what protects an entity. */
export const isLacking = (answer: Protection | Lacking): answer is Lacking =>
  typeof answer === 'object' && !Array.isArray(answer);

/** Whether some limits of a cap protect a part of the entities only. */
export const isByLimit = ({ limits }: Pick<Cap, 'limits'>): boolean =>
  limits.some(({ eligible }) => eligible !== undefined);

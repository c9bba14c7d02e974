import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import { holds, type Subject } from '../register/condition.js';
import type { Eligible } from './cap.js';

/** Where an entity stands on a named scale. */
export interface Standing {
  readonly scale: string;
  readonly level: string;
}

/** A firm as a condition reads it, as of a day. */
export interface FirmOnDay {
  readonly firm: Subject;
  readonly asOf: Day;
}

/**
 * Whether a cap, or one of its limits, protects an entity: its level on every listed scale is among
 * those listed, **and** the condition holds.
 *
 * @param standings - the entity's level on each scale that is known
 * @param known - what the condition is asked of; needed only where there is one
 * @throws `cap-on-other-scale` where no level is of a scale that is asked for: letters of two scales are
 * never compared; `fact-missing` where the condition hangs on a fact that is not known
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { isEligible } from 'evenhand/visits';
 *
 * const credit = { scale: 'example-credit', level: 'B' };
 * isEligible(twoInspections, [credit, { scale: 'example-risk', level: 'low' }]); // => true
 * isEligible(twoInspections, [credit, { scale: 'example-risk', level: 'high' }]); // => false
 * ```
 */
export function isEligible(
  { id, eligible }: { readonly id: string; readonly eligible?: Eligible },
  standings: readonly Standing[],
  known?: FirmOnDay,
): boolean {
  const answer = eligibility(eligible, standings, known);
  if (typeof answer === 'boolean') return answer;
  if ('scale' in answer) {
    const given = standings.map(({ scale }) => scale);
    throw mistake(
      'cap-on-other-scale',
      `cap \`${id}\` names levels of \`${answer.scale}\`, given a level of \`${given.join(', ')}\` (convert it by a cited table first)`,
      { cap: id, given: given.join(', '), expected: answer.scale },
    );
  }
  throw mistake(
    'fact-missing',
    `cap \`${id}\` asks for a fact that is not known of \`${known?.firm.id ?? ''}\` (expected what its condition reads)`,
    { cap: id, id: known?.firm.id ?? '', expected: 'eligible.where' },
  );
}

/** As `isEligible`, with what is lacking returned: a scale no level is given of, or facts. */
export function eligibility(
  eligible: Eligible | undefined,
  standings: readonly Standing[],
  known?: FirmOnDay,
): boolean | { readonly scale: string } | { readonly facts: true } {
  let answer: ReturnType<typeof eligibility> = true;
  for (const { scale, levels } of eligible?.levels ?? []) {
    const standing = standings.find((one) => one.scale === scale);
    if (standing === undefined) answer = { scale };
    else if (!levels.includes(standing.level)) return false;
  }
  if (eligible?.where === undefined) return answer;
  const found = known === undefined ? 'missing' : holds(eligible.where, known.firm, known.asOf);
  if (found === 'no') return false;
  return found === 'yes' || answer !== true ? answer : { facts: true };
}

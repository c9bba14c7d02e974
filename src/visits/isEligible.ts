import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { type EvenhandError, mistake } from '../core/error.js';
import { fieldsOf, holds, type Subject } from '../register/condition.js';
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
  cap: { readonly id: string; readonly eligible?: Eligible },
  standings: readonly Standing[],
  known?: FirmOnDay,
): boolean {
  requireArgument('isEligible', 'cap', cap, 'object', 'parseCap(…)');
  requireArgument('isEligible', 'standings', standings, ['object']);
  const { id, eligible } = cap;
  const answer = eligibility(eligible, standings, known);
  if (typeof answer === 'boolean') return answer;
  throw lacks(id, answer, standings, known);
}

/** What an answer lacks: a level on a scale, or facts. */
export type Lacking = { readonly scale: string } | { readonly facts: readonly string[] };

/** As `isEligible`, with what is lacking returned: a scale no level is given of, or facts. */
export function eligibility(
  eligible: Eligible | undefined,
  standings: readonly Standing[],
  known?: FirmOnDay,
): boolean | Lacking {
  let answer: ReturnType<typeof eligibility> = true;
  for (const { scale, levels } of eligible?.levels ?? []) {
    const standing = standings.find((one) => one.scale === scale);
    if (standing === undefined) answer = { scale };
    else if (!levels.includes(standing.level)) return false;
  }
  if (eligible?.where === undefined) return answer;
  const found = known === undefined ? 'missing' : holds(eligible.where, known.firm, known.asOf);
  if (found === 'no') return false;
  return found === 'yes' || answer !== true ? answer : { facts: fieldsOf(eligible.where) };
}

/** What is lacking by its name: a scale, or what a condition reads. */
export function nameOf(lacking: Lacking): string {
  if ('scale' in lacking) return lacking.scale;
  return [...new Set(lacking.facts)].join(', ') || 'firm';
}

/** The error that says what is lacking to tell whether a cap protects an entity. */
export function lacks(
  cap: string,
  lacking: Lacking,
  standings: readonly Standing[],
  known: FirmOnDay | undefined,
): EvenhandError {
  if ('scale' in lacking) {
    const given = standings.map(({ scale }) => scale).join(', ');
    return mistake(
      'cap-on-other-scale',
      `cap \`${cap}\` names levels of \`${lacking.scale}\`, given a level of \`${given}\` (convert it by a cited table first)`,
      { cap, given, expected: lacking.scale },
    );
  }
  const id = known?.firm.id ?? '';
  return mistake(
    'fact-missing',
    `cap \`${cap}\` asks for a fact that is not known of \`${id}\` (expected \`${nameOf(lacking)}\`)`,
    { cap, id, expected: nameOf(lacking) },
  );
}

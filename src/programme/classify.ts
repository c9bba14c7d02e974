import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { Measures } from '../matrix/matrix.js';
import { holds, type Subject } from '../register/condition.js';
import type { SchemeAt } from '../scoring/compile.js';
import type { Score } from '../scoring/evaluate.js';
import { missingField } from '../scoring/reads.js';
import { scorerOf } from '../scoring/scorer/scorer.js';
import type { ProgrammeAt } from './programme.js';

/** Where an entity stands in the matrix, without the account of why. */
export interface Classified {
  readonly grade: string;
  readonly level: string;
  readonly measures: Measures;
  readonly credit: Score;
  readonly risk: Score;
  readonly riskScheme: SchemeAt;
}

/**
 * Credit, risk and the cell of the matrix for one of many entities; `assess` gives the same answer
 * with its reasons.
 *
 * For rows that were parsed: that the days of events are days is not asked again for each of millions, and
 * days are compared as text. `assessAt` asks first.
 *
 * @returns the cell, or what is wrong with the entity's facts
 */
export function classify(at: ProgrammeAt, entity: Subject): Classified | readonly Issue[] {
  if (at?.credit === undefined) {
    requireArgument('classify', 'at', at, { credit: 'object' }, 'parseProgramme(…).at(day)');
  }
  const credit = scorerOf(at.credit)(entity);
  const riskScheme = riskSchemeFor(at, entity);
  if (!('compiled' in riskScheme)) {
    return 'units' in credit ? riskScheme : [...credit, ...riskScheme];
  }
  const risk = scorerOf(riskScheme)(entity);
  if (!('units' in credit)) return 'units' in risk ? credit : [...credit, ...risk];
  if (!('units' in risk)) return risk;
  const grade = at.credit.compiled.levels[credit.level] as string;
  const level = riskScheme.compiled.levels[risk.level] as string;
  const measures = at.matrix.cells[level]?.[grade] as Measures;
  return { grade, level, measures, credit, risk, riskScheme };
}

/** The first risk scheme whose condition holds; one that hangs on a missing fact stops the search. */
function riskSchemeFor(at: ProgrammeAt, entity: Subject): SchemeAt | readonly Issue[] {
  for (const { when, at: scheme } of at.risk) {
    const answer = when === undefined ? 'yes' : holds(when, entity, at.day);
    if (answer === 'yes') return scheme;
    if (answer === 'missing' && when !== undefined) {
      return noScheme(missingField(when, { subject: entity, asOf: at.day }));
    }
  }
  return noScheme('');
}

const noScheme = (input: string): Issue[] => [
  errorAt('no-risk-scheme', ['facts', input], { input }),
];

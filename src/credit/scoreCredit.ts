import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import type { Subject } from '../register/condition.js';
import { subjectFaults } from '../register/subjectFaults.js';
import { type CompiledScheme, type SchemeAt, schemeAt } from '../scoring/compile.js';
import { evaluate } from '../scoring/evaluate.js';
import { explain } from '../scoring/explain.js';
import { notAssessable } from '../scoring/notAssessable.js';
import type { Rating } from '../scoring/rating.js';
import { requireCompiled } from '../scoring/requireCompiled.js';

/** A credit score with its grade (信用积分、信用等级), and why. */
export interface CreditRating extends Omit<Rating, 'level'> {
  readonly grade: string;
}

/**
 * The credit score and grade of an entity on a day, with every contribution.
 *
 * @param scheme - a compiled credit scheme: `compileScheme`, or `programme.schemes`
 * @param entity - its facts, events and lists
 * @param options.asOf - the civil day the answer is for
 * @returns grade, score, and reasons whose points add up to score minus start
 * @throws `not-assessable` with the issues: `missing-input`, `out-of-domain`, `wrong-fact-type`, `no-entry`,
 * and `missing-field`, `wrong-type`, `no-such-day` for an entity or an event of another shape; `no-such-day` for `asOf`
 *
 * @example
 * ```ts
 * import { scoreCredit } from 'evenhand/credit';
 * import { compileScheme } from 'evenhand/scoring';
 * import { exampleCredit } from 'evenhand/schemes';
 *
 * const firm = { facts: {}, lists: [], events: [{ id: 'e1', kind: 'award', on: '2025-05-01', source: 'example' }] };
 * scoreCredit(compileScheme(exampleCredit), firm, { asOf: '2026-01-15' }).grade; // => 'A'
 * ```
 */
export function scoreCredit(
  scheme: CompiledScheme,
  entity: Subject,
  options: { readonly asOf: Day },
): CreditRating {
  requireCompiled('scoreCredit', 'scheme', scheme);
  const rating = safeScoreCredit(schemeAt(scheme, options?.asOf), entity);
  if ('score' in rating) return rating;
  throw notAssessable(entity, rating);
}

/** The same for many entities of one day, with what is wrong returned. */
export function safeScoreCredit(at: SchemeAt, entity: Subject): CreditRating | readonly Issue[] {
  const faults = subjectFaults(entity);
  if (faults.length > 0) return faults;
  const score = evaluate(at, entity);
  if (!('units' in score)) return score;
  const { level, ...rating } = explain(at, entity, score);
  return { ...rating, grade: level };
}

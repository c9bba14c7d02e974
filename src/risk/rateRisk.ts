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

/** Risk points with their level (风险评级、风险等级), and why. */
export type RiskRating = Rating;

/**
 * The risk level of an entity on a day by its industry's standard, with every contribution.
 *
 * @param scheme - a compiled risk scheme: `compileScheme`, or `programme.schemes`
 * @param entity - its facts, events and lists
 * @param options.asOf - the civil day the answer is for
 * @returns level, score, and reasons whose points add up to score minus start
 * @throws `not-assessable` with the issues: `missing-input`, `out-of-domain`, `wrong-fact-type`, `no-entry`,
 * and `missing-field`, `wrong-type`, `no-such-day` for an entity or an event of another shape; `no-such-day` for `asOf`
 *
 * @example
 * ```ts
 * import { rateRisk } from 'evenhand/risk';
 * import { compileScheme } from 'evenhand/scoring';
 * import { exampleRisk } from 'evenhand/schemes';
 *
 * const firm = { facts: { industry: '6210' }, lists: [], events: [] };
 * rateRisk(compileScheme(exampleRisk), firm, { asOf: '2026-01-15' }).level; // => 'medium'
 * ```
 */
export function rateRisk(
  scheme: CompiledScheme,
  entity: Subject,
  options: { readonly asOf: Day },
): RiskRating {
  requireCompiled('rateRisk', 'scheme', scheme);
  const rating = safeRateRisk(schemeAt(scheme, options?.asOf), entity);
  if ('score' in rating) return rating;
  throw notAssessable(entity, rating);
}

/** The same for many entities of one day, with what is wrong returned. */
export function safeRateRisk(at: SchemeAt, entity: Subject): RiskRating | readonly Issue[] {
  const faults = subjectFaults(entity);
  if (faults.length > 0) return faults;
  const score = evaluate(at, entity);
  return 'units' in score ? explain(at, entity, score) : score;
}

import type { Day } from '../core/day.js';
import type { Subject } from '../register/condition.js';
import { subjectFaults } from '../register/subjectFaults.js';
import { type CompiledScheme, schemeAt } from './compile.js';
import { evaluateStanding } from './evaluate.js';
import { explain, explainStatus } from './explain.js';
import { notAssessable } from './notAssessable.js';
import type { Rating, StatusRating } from './rating.js';
import { requireCompiled } from './requireCompiled.js';

/**
 * What a scheme says of an entity on a day, with every reason: its score and level, or its standing
 * outside the scale.
 *
 * @param scheme - a compiled scheme of any room
 * @param entity - its facts, events and lists
 * @param options.asOf - the civil day the answer is for
 * @throws `not-assessable` with the issues, of the entity's shape too; `no-such-day` for `asOf`
 *
 * @example
 * ```ts
 * import { exampleRisk } from 'evenhand/schemes';
 * import { compileScheme, rate } from 'evenhand/scoring';
 *
 * const rating = rate(compileScheme(exampleRisk), { facts: { industry: '6210' }, lists: [], events: [] }, { asOf: '2026-01-15' });
 * 'level' in rating ? rating.level : rating.status; // => 'medium'
 * ```
 */
export function rate(
  scheme: CompiledScheme,
  entity: Subject,
  options: { readonly asOf: Day },
): Rating | StatusRating {
  requireCompiled('rate', 'scheme', scheme);
  const at = schemeAt(scheme, options?.asOf);
  const faults = subjectFaults(entity);
  if (faults.length > 0) throw notAssessable(entity, faults);
  const score = evaluateStanding(at, entity);
  if ('status' in score) return explainStatus(at, entity, score);
  if ('units' in score) return explain(at, entity, score);
  throw notAssessable(entity, score);
}

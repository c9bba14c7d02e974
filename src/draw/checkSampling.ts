import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { parseRatio } from '../core/ratio.js';
import { documentIssues } from '../document/citations.js';
import { windowStart } from '../register/condition.js';
import type { Sampling } from './sampling.js';

/**
 * What is wrong with a sampling document whose shape is right: tiers out of order, chances all zero.
 *
 * @returns `recency-open-end`, `recency-out-of-order`, `repeated-name`, `no-chance`,
 * `weight-rule-missing`, the issues of every document, and as a warning `zero-chance`
 * @example
 * ```ts
 * import { checkSampling } from 'evenhand/draw';
 * import { exampleSampling } from 'evenhand/schemes';
 *
 * checkSampling(exampleSampling); // => []
 * ```
 */
export function checkSampling(sampling: Sampling): Issue[] {
  requireArgument('checkSampling', 'sampling', sampling, { recency: 'array' });
  const issues = documentIssues(sampling);
  const { recency, from } = sampling;
  recency.forEach(({ id, after, multiplier }, i) => {
    const isLast = i === recency.length - 1;
    if ((after === undefined) !== isLast) {
      issues.push(errorAt('recency-open-end', ['recency', i, 'after'], { given: id }));
    }
    const before = recency[i - 1]?.after;
    if (
      after !== undefined &&
      before !== undefined &&
      windowStart(from, after) <= windowStart(from, before)
    ) {
      issues.push(errorAt('recency-out-of-order', ['recency', i, 'after'], { given: id }));
    }
    if (recency.findIndex((tier) => tier.id === id) < i) {
      issues.push(errorAt('repeated-name', ['recency', i, 'id'], { given: id }));
    }
    if (parseRatio(multiplier).p === 0n) {
      issues.push(warningAt('zero-chance', ['recency', i, 'multiplier'], { given: id }));
    }
  });
  const ladder = sampling.teams?.ladder ?? [];
  ladder.forEach((rule, i) => {
    if (ladder.indexOf(rule) < i) {
      issues.push(errorAt('repeated-name', ['teams', 'ladder', i], { given: rule }));
    }
  });
  if (recency.every(({ multiplier }) => parseRatio(multiplier).p === 0n)) {
    issues.push(errorAt('no-chance', ['recency'], {}));
  }
  if (sampling.method === 'pareto' && sampling.weight === undefined) {
    issues.push(errorAt('weight-rule-missing', ['weight'], { given: sampling.method }));
  }
  return issues;
}

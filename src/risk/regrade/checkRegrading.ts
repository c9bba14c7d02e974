import { requireArgument } from '../../core/argument.js';
import { errorAt, type Issue, warningAt } from '../../core/issue.js';
import { documentIssues } from '../../document/citations.js';
import type { Regrading } from './regrading.js';

/**
 * What is wrong with a document on regrading whose shape is right.
 *
 * @returns `repeated-name`; `round-without-month` for a yearly round that names none, and a monthly
 * one that does; the warning `never-better` where no round lets a level get better; the issues of
 * every document
 */
export function checkRegrading(regrading: Regrading): Issue[] {
  requireArgument(
    'checkRegrading',
    'regrading',
    regrading,
    { rounds: 'array' },
    'parseRegrading(…)',
  );
  const issues = documentIssues(regrading);
  const ids = regrading.rounds.map(({ id }) => id);
  regrading.rounds.forEach(({ id, every, month }, i) => {
    if (ids.indexOf(id) < i) {
      issues.push(errorAt('repeated-name', ['rounds', i, 'id'], { given: id }));
    }
    if ((every === 'year') !== (month !== undefined)) {
      issues.push(errorAt('round-without-month', ['rounds', i, 'month'], { given: id, every }));
    }
  });
  if (!regrading.rounds.some(({ may }) => may === 'both')) {
    issues.push(warningAt('never-better', ['rounds'], { given: ids }));
  }
  return issues;
}

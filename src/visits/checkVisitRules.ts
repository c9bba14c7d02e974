import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import type { VisitRules } from './visitRules.js';

/** What is wrong with visit rules whose shape is right: their frame, quiet days inverted or named twice. */
export function checkVisitRules(rules: VisitRules): Issue[] {
  requireArgument('checkVisitRules', 'rules', rules, 'object', 'parseVisitRules(…)');
  const issues = documentIssues(rules);
  const { quiet = [], checklist } = rules;
  quiet.forEach(({ id, days }, i) => {
    if (quiet.findIndex((one) => one.id === id) < i) {
      issues.push(errorAt('repeated-name', ['quiet', i, 'id'], { given: id }));
    }
    if ('from' in days && days.to < days.from) {
      issues.push(
        errorAt('quiet-inverted', ['quiet', i, 'days', 'to'], {
          given: days.to,
          expected: days.from,
        }),
      );
    }
  });
  checklist?.order.forEach((key, i, order) => {
    if (order.indexOf(key) < i) {
      issues.push(errorAt('repeated-name', ['checklist', 'order', i], { given: key }));
    }
  });
  return issues;
}

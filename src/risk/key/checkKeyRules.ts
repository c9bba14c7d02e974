import { requireArgument } from '../../core/argument.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { documentIssues } from '../../document/citations.js';
import type { KeyRules } from './keyRules.js';

/**
 * What is wrong with a document on key supervision whose shape is right.
 *
 * @returns `repeated-name` for an item that is covered twice, or an excuse; the issues of every document
 */
export function checkKeyRules(rules: KeyRules): Issue[] {
  requireArgument(
    'checkKeyRules',
    'rules',
    rules,
    { cover: 'array', excuses: 'array' },
    'parseKeyRules(…)',
  );
  const issues = documentIssues(rules);
  const items = rules.cover.map(({ authority, item }) => `${authority}/${item}`);
  const excuses = rules.excuses.map(({ id }) => id);
  items.forEach((given, i) => {
    if (items.indexOf(given) < i)
      issues.push(errorAt('repeated-name', ['cover', i, 'item'], { given }));
  });
  excuses.forEach((given, i) => {
    if (excuses.indexOf(given) < i)
      issues.push(errorAt('repeated-name', ['excuses', i, 'id'], { given }));
  });
  return issues;
}

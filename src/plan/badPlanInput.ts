import { EvenhandError } from '../core/error.js';
import type { Issue } from '../core/issue.js';

/** The error for an input no plan can be made of; it names the first issue and carries all. */
export function badPlanInput(issues: readonly [Issue, ...Issue[]]): EvenhandError {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new EvenhandError(
    'bad-plan-input',
    `no plan can be made: ${first.code} at \`${first.path.join('.')}\`, given \`${String(first.params['given'] ?? '')}\`${more}`,
    issues,
  );
}

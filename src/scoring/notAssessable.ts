import { EvenhandError } from '../core/error.js';
import type { Issue } from '../core/issue.js';

/** The error for an entity whose facts do not suffice for an answer. */
export function notAssessable(
  entity: { readonly id?: string },
  issues: readonly Issue[],
): EvenhandError {
  const list = issues.map(
    ({ code, path, params }) => `${code} \`${String(params['input'] ?? path.join('.'))}\``,
  );
  return new EvenhandError(
    'not-assessable',
    `no score for entity \`${String(entity?.id ?? '')}\`: ${list.join('; ')}`,
    issues,
  );
}

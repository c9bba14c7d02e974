import { EvenhandError } from '../core/error.js';
import type { Issue } from '../core/issue.js';

/** The error for an entity whose facts do not suffice for an answer. */
export function notAssessable(
  entity: { readonly id?: string },
  issues: readonly Issue[],
): EvenhandError {
  const list = issues.map(({ code, params }) => `${code} \`${String(params['input'] ?? '')}\``);
  return new EvenhandError(
    'not-assessable',
    `no score for entity \`${entity.id ?? ''}\`: ${list.join('; ')}`,
    issues,
  );
}

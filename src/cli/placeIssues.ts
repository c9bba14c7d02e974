import type { Issue } from '../core/issue.js';
import type { ReadRegister } from './readRegister.js';

/** What was found out about entities after reading, with the row each stands in. */
export function placeIssues(issues: readonly Issue[], rowOf: ReadRegister['rowOf']): Issue[] {
  return issues.map((issue) => {
    const [kind, id, ...path] = issue.path;
    if (kind !== 'entities') return issue;
    const place = rowOf(String(id));
    return place.row === undefined ? issue : { ...issue, ...place, path };
  });
}

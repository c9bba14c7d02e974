import { EvenhandError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import { errorsOf } from '../findings.js';

/**
 * Bad rows are named all together, and nothing is booked.
 *
 * @throws `unclean-rows`
 */
export function refuseUnclean(issues: readonly Issue[]): void {
  const errors = errorsOf(issues);
  if (errors.length === 0) return;
  throw new EvenhandError('unclean-rows', `${errors.length} rows cannot be read`, [
    { code: 'unclean-rows', severity: 'error', path: [], params: { given: errors.length } },
    ...issues,
  ]);
}

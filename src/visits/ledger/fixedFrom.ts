import { requireArgument } from '../../core/argument.js';
import type { FixedVisit } from '../fixedVisit.js';
import { isLive, type LedgerVisit } from './ledgerVisit.js';

/**
 * The visits of a ledger as a merge takes them: all that hold their place, count, and enter
 * the premises. Planned and admitted
 * ones can be joined; one that is only reserved may still lapse, one that has begun or is done is over.
 *
 * @example
 * ```ts
 * import { emptyLedger, fixedFrom, visitsOf } from 'evenhand/visits';
 *
 * fixedFrom(visitsOf(emptyLedger, 'E1')); // => []
 * ```
 */
export function fixedFrom(visits: readonly LedgerVisit[]): FixedVisit[] {
  requireArgument('fixedFrom', 'visits', visits, [{ shares: 'array' }]);
  return visits
    .filter((visit) => isLive(visit) && visit.counts && visit.method === 'on-site')
    .map(({ id, entity, site, kind, day, state }) => ({
      id,
      entity,
      ...(site === undefined ? {} : { site }),
      kind,
      day,
      isOpen: state === 'planned' || state === 'admitted',
    }));
}

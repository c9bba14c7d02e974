import { mistake } from '../core/error.js';
import { checkedName } from '../core/identifier.js';
import { checkedCount } from './count.js';

/**
 * The quotas by stratum.
 *
 * @throws `bad-name` | `bad-quota`
 */
export function checkedQuotas(
  quotas: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(quotas).map(([stratum, quota]) => [
      checkedName(stratum, 'stratum code'),
      checkedCount(quota, 'bad-quota', `quotas.${stratum}`),
    ]),
  );
}

/** The error for a stratum that the quotas do not name. */
export function noQuota(stratum: string) {
  return mistake(
    'no-quota',
    `no quota for stratum \`${stratum}\`; every stratum needs one, \`0\` included`,
    { stratum },
  );
}

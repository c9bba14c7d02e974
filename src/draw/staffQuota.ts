import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';
import { checkedCount } from './count.js';

const STAFF_RATIO = /^([1-9][0-9]*):([1-9][0-9]*)$/;

/**
 * How many units are drawn by the number of inspectors: `1:5` is five units for each one.
 *
 * @param inspectors - those with a valid certificate
 * @param ratio - `inspectors:units`, whole numbers of at least 1
 * @returns rounded up; a quota above a stratum's size takes the whole stratum, as every quota does
 * @throws `bad-staff-ratio`
 *
 * @source 池州 2019: general units 1 : 5, 8 officers
 * @example
 * ```ts
 * import { staffQuota } from 'evenhand/draw';
 *
 * staffQuota(8, '1:5'); // => 40
 * ```
 */
export function staffQuota(inspectors: number, ratio: string): number {
  const count = BigInt(checkedCount(inspectors, 'bad-staff-ratio', 'inspectors'));
  const [, heads, units] = STAFF_RATIO.exec(shownValue(ratio)) ?? [];
  if (heads === undefined || units === undefined) throw badStaffRatio(shownValue(ratio));
  const quota = Number((count * BigInt(units) + BigInt(heads) - 1n) / BigInt(heads));
  return checkedCount(quota, 'bad-staff-ratio', 'quota');
}

function badStaffRatio(given: string) {
  return mistake(
    'bad-staff-ratio',
    `bad \`ratio\`: \`${given}\` (expected inspectors to units like \`1:5\`)`,
    { field: 'ratio', given },
  );
}

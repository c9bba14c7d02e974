import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';
import { compareTickets, type Ticketed } from '../ticket/compareTickets.js';
import { T52_RANGE, t52 } from '../ticket/t52.js';
import { checkedCount, isCount } from './count.js';

/** A unit with the number it is ordered by first. */
export interface Keyed extends Ticketed {
  readonly key: number;
}

/** The order (key, ticket, id): a tie of keys falls through, and no tie is broken by position. */
export function compareKeyed(a: Keyed, b: Keyed): number {
  return a.key - b.key || compareTickets(a, b);
}

/** `(t52 - offset) mod 2^52`, where `offset` is below 2^52. */
export function shifted(first52: number, offset: number): number {
  return first52 >= offset ? first52 - offset : first52 - offset + T52_RANGE;
}

/**
 * Where a ticket stands once its group starts at an offset; notice B publishes it beside the ticket.
 *
 * @param offset - an integer from 0 to 2^52 - 1
 * @throws `bad-offset`
 *
 * @source double-random/1 §2, joint or apart
 */
export function shiftedKey(ticket: string, offset: number): number {
  return shifted(t52(ticket), checkedOffset(offset));
}

/**
 * The offset of department `index` of `departments` that shall be spread apart in one round.
 *
 * @param index - from 0 to `departments` - 1
 * @throws `bad-offset`
 *
 * @source double-random/1 §2, joint or apart
 * @example
 * ```ts
 * import { spreadOffset } from 'evenhand/draw';
 *
 * spreadOffset(1, 2) === 2 ** 51; // => true
 * ```
 */
export function spreadOffset(index: number, departments: number): number {
  checkedCount(index, 'bad-offset', 'index');
  checkedCount(departments, 'bad-offset', 'departments');
  if (index < departments) return Number((BigInt(index) << 52n) / BigInt(departments));
  throw badOffset(
    `${index} of ${departments}`,
    'departments are counted from 0 up to their number less 1',
  );
}

/** The offset itself. @throws `bad-offset` */
export function checkedOffset(offset: number): number {
  if (isCount(offset) && offset < T52_RANGE) return offset;
  throw badOffset(shownValue(offset), 'expected an integer from 0 to 2^52 - 1');
}

function badOffset(given: string, why: string) {
  return mistake('bad-offset', `bad offset: \`${given}\`; ${why}`, { given });
}

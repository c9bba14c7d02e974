import type { Sha256State } from '../core/sha256.js';

/** How many values `t52` can take; an offset lies below it too. */
export const T52_RANGE = 2 ** 52;

/**
 * The first 52 bits of a ticket as an exact number: a fast key, never the whole order, since
 * nationwide about four pairs tie on it.
 *
 * @param ticket - 64 hex digits
 * @source double-random/1 §1
 * @example
 * ```ts
 * import { t52 } from 'evenhand/ticket';
 *
 * t52(`${'0'.repeat(12)}a${'f'.repeat(51)}`); // => 10
 * ```
 */
export function t52(ticket: string): number {
  return Number.parseInt(ticket.slice(0, 13), 16);
}

/** `t52` of a ticket that is still a hash state. */
export function stateT52(state: Sha256State): number {
  return ((state[0] as number) >>> 0) * 0x100000 + ((state[1] as number) >>> 12);
}

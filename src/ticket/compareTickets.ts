import { compareBytes } from '../core/order.js';

/** An id with its ticket. */
export interface Ticketed {
  readonly id: string;
  readonly ticket: string;
}

/**
 * The order of a draw: the ticket's 256 bits, then the bytes of the id; never the position.
 *
 * @returns below 0, 0 or above 0, as for `Array.prototype.sort`
 * @source double-random/1 §1
 */
export function compareTickets(a: Ticketed, b: Ticketed): number {
  // Hex digits are ASCII, where the order of strings is the order of bytes.
  if (a.ticket !== b.ticket) return a.ticket < b.ticket ? -1 : 1;
  return compareBytes(a.id, b.id);
}

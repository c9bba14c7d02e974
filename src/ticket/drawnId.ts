import { checkedId } from '../core/identifier.js';

/** Visible ASCII up to 256 bytes, as almost every id is: this one test says it keeps the rule. */
const PLAIN = /^[!-~]{1,256}$/;

/**
 * The identifier itself, once it keeps the draw's rule for bytes; quick, as every row passes here.
 *
 * @throws `bad-id`
 */
export function drawnId(id: string, what: string): string {
  return typeof id === 'string' && PLAIN.test(id) ? id : checkedId(id, what);
}

import { stateHex } from '../core/sha256.js';
import { keyedHash } from './keyedHash.js';

/**
 * The ticket of an entity or a visit (签号): whoever knows the published key can compute it.
 *
 * @param key - what `drawKey` gave
 * @param id - 1 to 256 bytes of UTF-8 in NFC, no control character, no space at either end
 * @returns 64 lower-case hex digits; the smallest tickets are drawn
 * @throws `bad-key` | `bad-id`
 *
 * @source double-random/1 §1
 * @example
 * ```ts
 * import { ticket } from 'evenhand/ticket';
 *
 * const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
 * ticket(key, '91110000000000000A').slice(0, 16); // => 'c77d0c3dacb50b93'
 * ```
 */
export function ticket(key: string, id: string): string {
  return ticketHasher(key)(id);
}

/**
 * The tickets of one key, for many ids: the same as `ticket`, with the work on the key done once.
 *
 * @throws `bad-key`; the returned function `bad-id`
 * @example
 * ```ts
 * import { ticket, ticketHasher } from 'evenhand/ticket';
 *
 * const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
 * const ticketOf = ticketHasher(key);
 * ticketOf('A-17') === ticket(key, 'A-17'); // => true
 * ```
 */
export function ticketHasher(key: string): (id: string) => string {
  const { ofId } = keyedHash(key);
  return (id) => stateHex(ofId(id, 'a ticket'));
}

/**
 * The ticket of an inspector for a visit: inside a visit, the smallest are asked first.
 *
 * @param key - `drawKey` for the purpose `pair` or `pair:<2, 3, …>`
 * @returns 64 lower-case hex digits
 * @throws `bad-key` | `bad-id`
 *
 * @source double-random/1 §1
 * @example
 * ```ts
 * import { pairTicket } from 'evenhand/ticket';
 *
 * const key = 'd5788a32e2791b54b1095fe9ce3c2d485ec27380ecdcf85ee722e9b967765ede';
 * pairTicket(key, '91110000000000000A', 'JC00000001').slice(0, 16); // => '14c4fc02a02450b4'
 * ```
 */
export function pairTicket(key: string, visitId: string, inspectorId: string): string {
  return pairTicketHasher(key)(visitId, inspectorId);
}

/**
 * The pair tickets of one key, for many pairs: the same as `pairTicket`, with the work on the key done once.
 *
 * @throws `bad-key`; the returned function `bad-id`
 */
export function pairTicketHasher(key: string): (visitId: string, inspectorId: string) => string {
  const { ofPair } = keyedHash(key);
  return (visitId, inspectorId) => stateHex(ofPair(visitId, inspectorId));
}

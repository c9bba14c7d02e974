import { stateHex } from '../core/sha256.js';
import type { Ticketed } from './compareTickets.js';
import { keyedBatch } from './keyedBatch.js';

/**
 * Ids with their tickets, several hashed together.
 *
 * @returns in the order of the ids
 * @throws `bad-key` | `bad-id`
 */
export function ticketed(key: string, ids: readonly string[]): Ticketed[] {
  const units: Ticketed[] = [];
  const batch = keyedBatch<number>(key, 'a ticket', (hashed, places, tickets, count) => {
    for (let i = 0; i < count; i++) {
      units[places[i] as number] = { id: hashed[i] as string, ticket: stateHex(tickets, 8 * i) };
    }
  });
  for (let i = 0; i < ids.length; i++) batch.add(ids[i] as string, i);
  batch.flush();
  return units;
}

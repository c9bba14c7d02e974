import { compareBytes } from '../core/order.js';
import type { LedgerEvent } from '../visits/ledger/event.js';
import { checkAppend } from './checkAppend.js';
import type { Appended, LedgerStore, StoredEvent } from './ledgerStore.js';

/**
 * A ledger in memory, for scripts and tests: it is gone with its process and is seen by no other.
 *
 * @example
 * ```ts
 * import { memoryLedger, type StoredEvent } from 'evenhand/stores';
 *
 * const store = memoryLedger<StoredEvent>();
 * const event = { entity: 'E1', seq: 1, request: 'r1', by: 'fire' };
 * await store.append('E1', 0, [event]); // => 'appended'
 * await store.append('E1', 0, [{ ...event, request: 'r2' }]); // => 'lost-race'
 * (await store.read('E1')).length; // => 1
 * ```
 */
export function memoryLedger<E extends StoredEvent = LedgerEvent>(): LedgerStore<E> {
  const histories = new Map<string, readonly E[]>();
  const requests = new Set<string>();
  return {
    async read(entity) {
      return histories.get(entity) ?? [];
    },
    async append(entity, afterSeq, events): Promise<Appended> {
      checkAppend(entity, afterSeq, events);
      const before = histories.get(entity) ?? [];
      if (before.length !== afterSeq) return 'lost-race';
      const answered = events.flatMap(({ request }) => request ?? []);
      if (answered.some((request) => requests.has(request))) return 'request-known';
      // Through JSON, as in every other store: what is kept cannot be changed by its maker.
      histories.set(entity, [...before, ...(JSON.parse(JSON.stringify(events)) as E[])]);
      for (const request of answered) requests.add(request);
      return 'appended';
    },
    async entities(after, limit) {
      const behind = [...histories.keys()].filter((id) => compareBytes(id, after) > 0);
      return behind.sort(compareBytes).slice(0, limit);
    },
  };
}

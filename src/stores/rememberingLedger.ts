import { requireArgument } from '../core/argument.js';
import type { LedgerEvent } from '../visits/ledger/event.js';
import { requireStore } from './decideAndAppend.js';
import type { Appended, LedgerStore, StoredEvent } from './ledgerStore.js';

/** How much a store remembers. */
export interface MemoryOptions {
  /** Of how many entities, those asked for last; 10,000 where left out. */
  readonly entities?: number;
}

/**
 * A store that remembers what it last knew of its entities, so that most decisions need one trip instead of
 * two. What it remembers may be out of date: the append then loses its race, and the entity is read.
 *
 * Nothing is concluded from memory alone: where a decision adds no event, the entity is read first.
 *
 * @param store - any store; without `readBearing` nothing is remembered
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { bookVisit, memoryLedger, rememberingLedger } from 'evenhand/stores';
 *
 * const store = rememberingLedger(memoryLedger());
 * const visit = { id: 'tax:1', entity: 'E1', kind: 'census', day: '2026-06-01', lead: 'tax' } as const;
 * (await bookVisit(store, visit, twoInspections)).status; // => 'admitted'
 * ```
 */
export function rememberingLedger<E extends StoredEvent = LedgerEvent>(
  store: LedgerStore<E>,
  options: MemoryOptions = {},
): LedgerStore<E> {
  requireStore('rememberingLedger', store);
  requireArgument('rememberingLedger', 'options', options, 'object');
  const { entities: most = 10_000 } = options;
  const { readBearing, appendMany } = store;
  if (readBearing === undefined) return store;
  /** The entities asked for last stand last. */
  const known = new Map<string, readonly E[]>();
  const remember = (entity: string, events: readonly E[]): void => {
    known.delete(entity);
    known.set(entity, events);
    if (known.size <= most) return;
    for (const oldest of known.keys()) {
      known.delete(oldest);
      return;
    }
  };
  const learn = (
    entity: string,
    afterSeq: number,
    events: readonly E[],
    outcome: Appended | undefined,
  ): void => {
    const before = known.get(entity);
    if (before === undefined) return;
    const last = before.at(-1);
    // Refusals that met others on their way are tried again on what is known.
    if (outcome === 'lost-race' && events.every(isRefusal)) return;
    if (outcome !== 'appended' || (last?.seq ?? 0) !== afterSeq) known.delete(entity);
    else {
      const bearing = isRefusal(last) ? before.slice(0, -1) : before;
      const kept = events.filter((event, i) => i === events.length - 1 || !isRefusal(event));
      // A list that is added to would keep room for sixteen more, as long as it is remembered.
      remember(entity, bearing.concat(kept));
    }
  };
  return {
    ...store,
    recall: (entity) => known.get(entity),
    async readBearing(asked) {
      const found = await readBearing(asked);
      for (const [entity, events] of found) remember(entity, events);
      return found;
    },
    async append(entity, afterSeq, events) {
      let outcome: Appended | undefined;
      try {
        outcome = await store.append(entity, afterSeq, events);
        return outcome;
      } finally {
        learn(entity, afterSeq, events, outcome);
      }
    },
    ...(appendMany === undefined
      ? {}
      : {
          async appendMany(appends) {
            let outcomes: readonly Appended[] = [];
            try {
              outcomes = await appendMany(appends);
              return outcomes;
            } finally {
              appends.forEach(({ entity, afterSeq, events }, i) => {
                learn(entity, afterSeq, events, outcomes[i]);
              });
            }
          },
        }),
  };
}

/** Of refusals only the last event is worth keeping, for its number and day. */
const isRefusal = (event: StoredEvent | undefined): boolean =>
  (event as { readonly type?: unknown } | undefined)?.type === 'refused';

import { type Decided, requireStore } from './decideAndAppend.js';
import { decideEach, type ToDecide } from './decideEach.js';
import type { LedgerStore, StoredEvent } from './ledgerStore.js';

/**
 * Makes many decisions with few trips: the decisions of one entity follow each other in the order given,
 * and what all of them add goes to the store at once. The answers stand in the order of the questions.
 *
 * Each entity's events are whole or absent by themselves: after `outcome-unknown` call again with the
 * same requests.
 *
 * @throws as `decideAndAppend`
 */
export async function decideAllAndAppend<E extends StoredEvent, D>(
  store: LedgerStore<E>,
  all: readonly ToDecide<E, D>[],
): Promise<readonly D[]> {
  requireStore('decideAllAndAppend', store);
  const byEntity = new Map<string, number[]>();
  for (const [place, { entity }] of all.entries()) {
    const own = byEntity.get(entity);
    if (own === undefined) byEntity.set(entity, [place]);
    else own.push(place);
  }
  const decided = await decideEach(
    store,
    Array.from(byEntity, ([entity, places]) =>
      oneOf(
        entity,
        places.map((place) => all[place] as ToDecide<E, D>),
      ),
    ),
  );
  const answers = new Array<D>(all.length);
  for (const [i, places] of [...byEntity.values()].entries()) {
    for (const [k, place] of places.entries()) answers[place] = decided[i]?.[k] as D;
  }
  return answers;
}

/** All that is asked of an entity as one decision: each of them on what those before it add. */
function oneOf<E extends StoredEvent, D>(
  entity: string,
  asked: readonly ToDecide<E, D>[],
): ToDecide<E, readonly D[]> {
  const named = asked.map(({ requests }) => requests);
  return {
    entity,
    requests: named.includes(undefined) ? undefined : named.flatMap((requests = []) => requests),
    decide(history): Decided<E, readonly D[]> {
      const events: E[] = [];
      const decision = asked.map(({ decide }) => {
        const one = decide(events.length > 0 ? [...history, ...events] : history);
        events.push(...one.events);
        return one.decision;
      });
      return { events, decision };
    },
  };
}

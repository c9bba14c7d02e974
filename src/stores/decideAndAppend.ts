import { requireArgument } from '../core/argument.js';
import type { LedgerStore, StoredEvent } from './ledgerStore.js';
import { elsewhere, MOST_RACES, tooManyRaces, written } from './written.js';

/** What a decision adds to a history, and what its maker wants back. */
export interface Decided<E extends StoredEvent, D> {
  /** Numbered behind the history's last event; none where nothing is to be added. */
  readonly events: readonly E[];
  readonly decision: D;
}

/**
 * Decides on an entity's history: pure, since a lost race has it decide again. It is the whole history, or
 * what of it bears on a decision where requests are named.
 */
export type Decide<E extends StoredEvent, D> = (history: readonly E[]) => Decided<E, D>;

/**
 * Decides on an entity's history and adds what was decided; whoever lost a race reads and decides again.
 *
 * A decision stands only on the history it was made on, so no cap is passed however many clients there
 * are. After `outcome-unknown` call again with the same request: a request that stands in the history
 * must be answered by what it was answered before.
 *
 * @param requests - the requests that are decided, for a decision on which no refusal of another request
 * bears: then a store that can leaves refusals out of the history
 * @throws `outcome-unknown` where the store failed while it was writing; `request-elsewhere` where the
 * request's id has been used at another entity; `too-many-races`; what `decide` and the store throw
 */
export async function decideAndAppend<E extends StoredEvent, D>(
  store: LedgerStore<E>,
  entity: string,
  decide: Decide<E, D>,
  requests?: readonly string[],
): Promise<D> {
  requireStore('decideAndAppend', store);
  const light = requests === undefined ? undefined : await lightly(store, entity);
  let known = false;
  for (let races = 0; races < MOST_RACES; races++) {
    const tried = races === 0 ? light : undefined;
    const history = tried ?? (await sureOf(store, entity, requests));
    const { events, decision } = decide(history);
    if (tried !== undefined && !answersAll(events, requests)) continue;
    if (events.length === 0) return decision;
    if (known) throw elsewhere(entity, events);
    const appended = await written([{ entity, events }], () =>
      store.append(entity, lastOf(history), events),
    );
    if (appended === 'appended') return decision;
    // The history is read once more: it holds the request if it was answered for this entity.
    known = appended === 'request-known';
  }
  throw tooManyRaces(entity);
}

/** Refuses what is no store. */
export function requireStore(call: string, store: object): void {
  requireArgument(call, 'store', store, { read: 'function', append: 'function' });
}

/**
 * What is good enough to try an append on, in no trip or in a light one: what the store remembers, or what
 * bears on a decision without the answer that the request may have had. Undefined where the store has neither.
 */
async function lightly<E extends StoredEvent>(
  store: LedgerStore<E>,
  entity: string,
): Promise<readonly E[] | undefined> {
  const recalled = store.recall?.(entity);
  if (recalled !== undefined || store.readBearing === undefined) return recalled;
  return (await store.readBearing([{ entity, requests: [] }])).get(entity) ?? [];
}

/** What may be concluded from: all that bears on a decision now, and the answers to the requests. */
async function sureOf<E extends StoredEvent>(
  store: LedgerStore<E>,
  entity: string,
  requests: readonly string[] | undefined,
): Promise<readonly E[]> {
  if (requests === undefined || store.readBearing === undefined) return store.read(entity);
  return (await store.readBearing([{ entity, requests }])).get(entity) ?? [];
}

/**
 * Whether each request is answered by an event that is to be added, in their order: the append then proves what
 * it was decided on. A request that is answered without one may have been answered before.
 */
export function answersAll(
  events: readonly StoredEvent[],
  requests: readonly string[] = [],
): boolean {
  let answered = 0;
  for (const { request } of events) {
    if (request !== undefined && request !== requests[answered++]) return false;
  }
  return answered === requests.length;
}

/** The number of the last event, 0 where there is none. */
export const lastOf = (history: readonly StoredEvent[]): number => history.at(-1)?.seq ?? 0;

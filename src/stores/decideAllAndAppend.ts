import { sortedBy } from '../core/order.js';
import { answersAll, type Decide, lastOf, requireStore } from './decideAndAppend.js';
import type { Append, Appended, LedgerStore, StoredEvent } from './ledgerStore.js';
import { elsewhere, MOST_RACES, tooManyRaces, written } from './written.js';

/** One decision among many: its entity, and how it is made. */
export interface ToDecide<E extends StoredEvent, D> {
  readonly entity: string;
  readonly decide: Decide<E, D>;
  /** As for `decideAndAppend`. */
  readonly requests?: readonly string[];
}

/** So many entities are read, decided and written together at first: the fewer, the fewer races are lost. */
const AT_FIRST = 100;

/** What the last trip to a store has taught: whoever calls again goes on from there. */
const sizes = new WeakMap<object, number>();

/** Where more than this share of a trip lost its race, the next is small again; else it is twice as large. */
const MANY_LOST = 0.1;

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
  const answers = new Array<D>(all.length);
  const waiting = inOwnOrder(byEntity(all), all[0]?.entity ?? '');
  let size = sizes.get(store) ?? AT_FIRST;
  while (waiting.length > 0) {
    const together = waiting.splice(0, size);
    const recalled = recalledOf(store, together);
    const toRead = together.filter(({ entity }) => !recalled.has(entity));
    const read = toRead.length === 0 ? recalled : await readAll(store, toRead);
    const writing: Undecided<E, D>[] = [];
    const appends: Append<E>[] = [];
    for (const one of together) {
      const { entity } = one;
      const history = recalled.get(entity) ?? read.get(entity) ?? [];
      const events = decidedOn(history, one, answers);
      if (recalled.has(entity) && !answersAll(events, one.requests)) {
        one.mustRead = true;
        waiting.push(one);
      } else if (events.length > 0) {
        if (one.isKnown) throw elsewhere(entity, events);
        writing.push(one);
        appends.push({ entity, afterSeq: lastOf(history), events });
      }
    }
    if (appends.length === 0) continue;
    const outcomes = await written(
      appends[0]?.entity as string,
      appends.flatMap(({ events }) => events),
      () => appendMany(store, appends),
    );
    let lost = 0;
    for (const [i, one] of writing.entries()) {
      if (outcomes[i] === 'appended') continue;
      lost++;
      one.isKnown = outcomes[i] === 'request-known';
      one.races++;
      if (one.races === MOST_RACES) throw tooManyRaces(one.entity);
      one.mustRead ||= one.races > 1 || one.isKnown;
      waiting.push(one);
    }
    // A trip that was not full says nothing of a larger one.
    if (lost > MANY_LOST * writing.length) size = AT_FIRST;
    else if (together.length === size) size *= 2;
    sizes.set(store, size);
  }
  return answers;
}

/** What is asked of one entity and not decided for good. */
interface Undecided<E extends StoredEvent, D> {
  readonly entity: string;
  /** Where the answers stand, and how each is made. */
  readonly asked: { readonly place: number; readonly decide: Decide<E, D> }[];
  /** The requests of all of it; undefined where they are not all named. */
  requests: string[] | undefined;
  /** Whether its history must be read before anything is concluded or tried again. */
  mustRead: boolean;
  /** Whether the store said that one of the requests is known. */
  isKnown: boolean;
  races: number;
}

function byEntity<E extends StoredEvent, D>(all: readonly ToDecide<E, D>[]): Undecided<E, D>[] {
  const found = new Map<string, Undecided<E, D>>();
  for (const [place, { entity, decide, requests }] of all.entries()) {
    let one = found.get(entity);
    if (one === undefined) {
      one = { entity, asked: [], requests: [], mustRead: false, isKnown: false, races: 0 };
      found.set(entity, one);
    }
    one.asked.push({ place, decide });
    if (requests === undefined) one.requests = undefined;
    else one.requests?.push(...requests);
    one.mustRead = one.requests === undefined;
  }
  return [...found.values()];
}

/** By bytes, but each caller from an entity of its own on: those that go the same way do not meet. */
function inOwnOrder<T extends { readonly entity: string }>(all: readonly T[], first: string): T[] {
  const sorted = sortedBy(all, ({ entity }) => entity);
  const start = sorted.findIndex(({ entity }) => entity === first);
  return [...sorted.slice(start), ...sorted.slice(0, start)];
}

/** What the store remembers of those that may be tried on it. */
function recalledOf<E extends StoredEvent>(
  store: LedgerStore<E>,
  together: readonly Pick<Undecided<E, unknown>, 'entity' | 'mustRead'>[],
): ReadonlyMap<string, readonly E[]> {
  const found = new Map<string, readonly E[]>();
  if (store.recall === undefined) return found;
  for (const { entity, mustRead } of together) {
    const events = mustRead ? undefined : store.recall(entity);
    if (events !== undefined) found.set(entity, events);
  }
  return found;
}

/** Decides all that is asked of an entity, one on the other; the answers go to their places. */
function decidedOn<E extends StoredEvent, D>(
  history: readonly E[],
  { asked }: Undecided<E, D>,
  answers: D[],
): readonly E[] {
  const [only] = asked;
  if (asked.length === 1 && only !== undefined) {
    const { events, decision } = only.decide(history);
    answers[only.place] = decision;
    return events;
  }
  const added: E[] = [];
  for (const { place, decide } of asked) {
    const { events, decision } = decide(added.length > 0 ? [...history, ...added] : history);
    added.push(...events);
    answers[place] = decision;
  }
  return added;
}

/** The histories, or what bears of them where all that is asked of all of them names its requests. */
async function readAll<E extends StoredEvent>(
  store: LedgerStore<E>,
  undecided: readonly Pick<Undecided<E, unknown>, 'entity' | 'requests'>[],
): Promise<ReadonlyMap<string, readonly E[]>> {
  if (store.readBearing !== undefined) {
    const asked = undecided.flatMap(({ entity, requests }) =>
      requests === undefined ? [] : { entity, requests },
    );
    if (asked.length === undecided.length) return store.readBearing(asked);
  }
  const entities = undecided.map(({ entity }) => entity);
  if (store.readMany !== undefined) return store.readMany(entities);
  const found = new Map<string, readonly E[]>();
  for (const entity of entities) found.set(entity, await store.read(entity));
  return found;
}

async function appendMany<E extends StoredEvent>(
  store: LedgerStore<E>,
  appends: readonly Append<E>[],
) {
  if (store.appendMany !== undefined) return store.appendMany(appends);
  const outcomes: Appended[] = [];
  for (const { entity, afterSeq, events } of appends) {
    outcomes.push(await store.append(entity, afterSeq, events));
  }
  return outcomes;
}

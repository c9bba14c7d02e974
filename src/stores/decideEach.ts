import { sortedBy } from '../core/order.js';
import { answersAll, type Decide, lastOf } from './decideAndAppend.js';
import type { Append, Appended, LedgerStore, StoredEvent } from './ledgerStore.js';
import { elsewhere, MOST_RACES, tooManyRaces, written } from './written.js';

/** One decision among many: its entity, and how it is made. */
export interface ToDecide<E extends StoredEvent, D> {
  readonly entity: string;
  readonly decide: Decide<E, D>;
  /** As for `decideAndAppend`. */
  readonly requests?: readonly string[] | undefined;
}

/** So many entities are read, decided and written together at first: the fewer, the fewer races are lost. */
const AT_FIRST = 100;

/** What the last trip to a store has taught: whoever calls again goes on from there. */
const sizes = new WeakMap<object, number>();

/** Where more than this share of a trip lost its race, the next is small again; else it is twice as large. */
const MANY_LOST = 0.1;

/**
 * Decides for many entities with few trips, each entity once; the answers stand in the order of the questions.
 *
 * @throws as `decideAndAppend`
 */
export async function decideEach<E extends StoredEvent, D>(
  store: LedgerStore<E>,
  all: readonly ToDecide<E, D>[],
): Promise<readonly D[]> {
  const answers = new Array<D>(all.length);
  const waiting = inOwnOrder(all);
  const tried = new Map<number, Tried>();
  let size = sizes.get(store) ?? AT_FIRST;
  while (waiting.length > 0) {
    const together = waiting.splice(0, size);
    const recalled = together.map((place) => {
      const { entity, requests } = all[place] as ToDecide<E, D>;
      const mustRead = requests === undefined || tried.get(place)?.mustRead === true;
      return mustRead ? undefined : store.recall?.(entity);
    });
    const toRead = together.filter((_, i) => recalled[i] === undefined);
    const read = await readAll(
      store,
      toRead.map((place) => all[place] as ToDecide<E, D>),
    );
    const writing: number[] = [];
    const appends: Append<E>[] = [];
    for (let i = 0; i < together.length; i++) {
      const place = together[i] as number;
      const { entity, requests, decide } = all[place] as ToDecide<E, D>;
      const history = recalled[i] ?? read.get(entity) ?? [];
      const { events, decision } = decide(history);
      answers[place] = decision;
      if (recalled[i] !== undefined && !answersAll(events, requests)) {
        triedOf(tried, place).mustRead = true;
        waiting.push(place);
      } else if (events.length > 0) {
        if (tried.get(place)?.isKnown) throw elsewhere(entity, events);
        writing.push(place);
        appends.push({ entity, afterSeq: lastOf(history), events });
      }
    }
    if (appends.length === 0) continue;
    const outcomes = await written(appends, () => appendMany(store, appends));
    let lost = 0;
    for (let i = 0; i < writing.length; i++) {
      if (outcomes[i] === 'appended') continue;
      const place = writing[i] as number;
      lost++;
      const one = triedOf(tried, place);
      one.isKnown = outcomes[i] === 'request-known';
      one.races++;
      if (one.races === MOST_RACES) throw tooManyRaces(all[place]?.entity as string);
      one.mustRead ||= one.races > 1 || one.isKnown;
      waiting.push(place);
    }
    // A trip that was not full says nothing of a larger one.
    if (lost > MANY_LOST * writing.length) size = AT_FIRST;
    else if (together.length === size) size *= 2;
    sizes.set(store, size);
  }
  return answers;
}

/** What became of a decision that has to be made again. */
interface Tried {
  /** Whether its history must be read before anything is concluded or tried again. */
  mustRead: boolean;
  /** Whether the store said that one of the requests is known. */
  isKnown: boolean;
  races: number;
}

function triedOf(tried: Map<number, Tried>, place: number): Tried {
  const known = tried.get(place);
  if (known !== undefined) return known;
  const first = { mustRead: false, isKnown: false, races: 0 };
  tried.set(place, first);
  return first;
}

/** The places by bytes, but each caller from its first entity on: those that go the same way do not meet. */
function inOwnOrder(all: readonly { readonly entity: string }[]): number[] {
  const sorted = sortedBy(all.keys(), (place) => all[place]?.entity as string);
  const start = sorted.indexOf(0);
  return [...sorted.slice(start), ...sorted.slice(0, start)];
}

/** The histories, or what bears of them where all that is asked of all of them names its requests. */
async function readAll<E extends StoredEvent>(
  store: LedgerStore<E>,
  undecided: readonly Pick<ToDecide<E, unknown>, 'entity' | 'requests'>[],
): Promise<ReadonlyMap<string, readonly E[]>> {
  const found = new Map<string, readonly E[]>();
  if (undecided.length === 0) return found;
  if (store.readBearing !== undefined) {
    const asked = undecided.flatMap(({ entity, requests }) =>
      requests === undefined ? [] : { entity, requests },
    );
    if (asked.length === undecided.length) return store.readBearing(asked);
  }
  const entities = undecided.map(({ entity }) => entity);
  if (store.readMany !== undefined) return store.readMany(entities);
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

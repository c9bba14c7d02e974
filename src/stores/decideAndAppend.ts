import { EvenhandError, isEvenhandError, mistake } from '../core/error.js';
import { sortedBy } from '../core/order.js';
import type { Append, Appended, LedgerStore, StoredEvent } from './ledgerStore.js';

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

/** How often a decision is made again after lost races before the caller is told. */
export const MOST_RACES = 1_000;

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
  const light = requests === undefined ? undefined : await lightly(store, entity);
  let known = false;
  for (let races = 0; races < MOST_RACES; races++) {
    const tried = races === 0 ? light : undefined;
    const history = tried ?? (await sureOf(store, entity, requests));
    const { events, decision } = decide(history);
    if (tried !== undefined && !answersAll(events, requests)) continue;
    if (events.length === 0) return decision;
    if (known) throw elsewhere(entity, events);
    const appended = await written(entity, events, () =>
      store.append(entity, lastOf(history), events),
    );
    if (appended === 'appended') return decision;
    // The history is read once more: it holds the request if it was answered for this entity.
    known = appended === 'request-known';
  }
  throw tooManyRaces(entity);
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
 * Whether each request is answered by an event that is to be added: the append then proves what it was
 * decided on. A request that is answered without one may have been answered before.
 */
function answersAll(events: readonly StoredEvent[], requests: readonly string[] = []): boolean {
  const answered = new Set(events.flatMap(({ request }) => request ?? []));
  return answered.size === requests.length && requests.every((request) => answered.has(request));
}

/** One decision among many: its entity, and how it is made. */
export interface ToDecide<E extends StoredEvent, D> {
  readonly entity: string;
  readonly decide: Decide<E, D>;
  /** As for `decideAndAppend`. */
  readonly requests?: readonly string[];
}

/** How many entities are read, decided and written together: the fewer, the fewer races are lost. */
const TOGETHER = 100;

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
  const answers = new Array<D>(all.length);
  const byEntity = new Map<string, number[]>();
  all.forEach(({ entity }, i) => {
    const places = byEntity.get(entity);
    if (places === undefined) byEntity.set(entity, [i]);
    else places.push(i);
  });
  const known = new Set<string>();
  const races = new Map<string, number>();
  /** Those whose history must be sure before anything is concluded or tried again. */
  const unsure = new Set<string>();
  const askedOf = (entity: string): readonly string[] | undefined => {
    const asked = (byEntity.get(entity) as number[]).map((i) => all[i] as ToDecide<E, D>);
    return asked.every(({ requests }) => requests !== undefined)
      ? asked.flatMap(({ requests = [] }) => requests)
      : undefined;
  };
  const waiting = inOwnOrder(byEntity.keys(), all[0]?.entity ?? '');
  while (waiting.length > 0) {
    const together = waiting.splice(0, TOGETHER);
    const recalled = new Map<string, readonly E[]>();
    for (const entity of store.recall === undefined ? [] : together) {
      if (unsure.has(entity) || askedOf(entity) === undefined) continue;
      const events = store.recall?.(entity);
      if (events !== undefined) recalled.set(entity, events);
    }
    const toRead = together.filter((entity) => !recalled.has(entity));
    const read = toRead.length === 0 ? recalled : await readAll(store, toRead, askedOf);
    const appends = together.flatMap((entity) => {
      const history = recalled.get(entity) ?? read.get(entity) ?? [];
      const added: E[] = [];
      for (const i of byEntity.get(entity) as number[]) {
        const before = added.length > 0 ? [...history, ...added] : history;
        const { events, decision } = (all[i] as ToDecide<E, D>).decide(before);
        added.push(...events);
        answers[i] = decision;
      }
      if (recalled.has(entity) && !answersAll(added, askedOf(entity))) {
        unsure.add(entity);
        waiting.push(entity);
        return [];
      }
      if (added.length === 0) return [];
      if (known.has(entity)) throw elsewhere(entity, added);
      return { entity, afterSeq: lastOf(history), events: added };
    });
    if (appends.length === 0) continue;
    const outcomes = await written(
      appends[0]?.entity as string,
      appends.flatMap(({ events }) => events),
      () => appendMany(store, appends),
    );
    appends.forEach(({ entity }, i) => {
      if (outcomes[i] === 'appended') return;
      if (outcomes[i] === 'request-known') known.add(entity);
      const lost = (races.get(entity) ?? 0) + 1;
      if (lost === MOST_RACES) throw tooManyRaces(entity);
      races.set(entity, lost);
      if (lost > 1 || outcomes[i] === 'request-known') unsure.add(entity);
      waiting.push(entity);
    });
  }
  return answers;
}

/** By bytes, but each caller from an entity of its own on: those that go the same way do not meet. */
function inOwnOrder(entities: Iterable<string>, first: string): string[] {
  const sorted = sortedBy(entities, (entity) => entity);
  const start = sorted.indexOf(first);
  return [...sorted.slice(start), ...sorted.slice(0, start)];
}

const lastOf = (history: readonly StoredEvent[]): number => history.at(-1)?.seq ?? 0;

/** The histories, or what bears of them where all that is asked of all of them names its requests. */
async function readAll<E extends StoredEvent>(
  store: LedgerStore<E>,
  entities: readonly string[],
  requestsOf: (entity: string) => readonly string[] | undefined,
): Promise<ReadonlyMap<string, readonly E[]>> {
  if (store.readBearing !== undefined) {
    const asked = entities.flatMap((entity) => {
      const requests = requestsOf(entity);
      return requests === undefined ? [] : { entity, requests };
    });
    if (asked.length === entities.length) return store.readBearing(asked);
  }
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

/** The outcome of a write; where the store failed nobody knows whether it is there. */
async function written<T>(
  entity: string,
  events: readonly StoredEvent[],
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    // An error of ours is an answer: the store refused before it wrote.
    if (isEvenhandError(cause)) throw cause;
    const request = requestOf(events);
    const given = cause instanceof Error ? cause.message : String(cause);
    const error = new EvenhandError(
      'outcome-unknown',
      `the store failed while it wrote request \`${request}\` of entity \`${entity}\`: \`${given}\` (ask again with the same request)`,
      [
        {
          ...{ code: 'outcome-unknown', severity: 'error', path: [] },
          params: { entity, request, given },
        },
      ],
    );
    error.cause = cause;
    throw error;
  }
}

const requestOf = (events: readonly StoredEvent[]): string =>
  events.find(({ request }) => request !== undefined)?.request ?? '';

function elsewhere(entity: string, events: readonly StoredEvent[]) {
  const request = requestOf(events);
  return mistake(
    'request-elsewhere',
    `request \`${request}\` of entity \`${entity}\` has been answered for another entity (expected an id of its own for every request)`,
    { entity, request },
  );
}

const tooManyRaces = (entity: string): EvenhandError =>
  mistake(
    'too-many-races',
    `entity \`${entity}\` was written to by others \`${MOST_RACES}\` times in a row (expected a quieter entity; ask again)`,
    { entity, given: MOST_RACES },
  );

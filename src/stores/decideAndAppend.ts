import { EvenhandError, isEvenhandError, mistake } from '../core/error.js';
import type { Appended, LedgerStore, StoredEvent } from './ledgerStore.js';

/** What a decision adds to a history, and what its maker wants back. */
export interface Decided<E extends StoredEvent, D> {
  /** Numbered behind the history's last event; none where nothing is to be added. */
  readonly events: readonly E[];
  readonly decision: D;
}

/** Decides on an entity's whole history: pure, since a lost race has it decide again. */
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
 * @throws `outcome-unknown` where the store failed while it was writing; `request-elsewhere` where the
 * request's id has been used at another entity; `too-many-races`; what `decide` and the store throw
 */
export async function decideAndAppend<E extends StoredEvent, D>(
  store: LedgerStore<E>,
  entity: string,
  decide: Decide<E, D>,
): Promise<D> {
  let known = false;
  for (let races = 0; races < MOST_RACES; races++) {
    const history = await store.read(entity);
    const { events, decision } = decide(history);
    if (events.length === 0) return decision;
    if (known) throw elsewhere(entity, events);
    const appended = await written(entity, events, () =>
      store.append(entity, history.length, events),
    );
    if (appended === 'appended') return decision;
    // The history is read once more: it holds the request if it was answered for this entity.
    known = appended === 'request-known';
  }
  throw tooManyRaces(entity);
}

/** One decision among many: its entity, and how it is made. */
export interface ToDecide<E extends StoredEvent, D> {
  readonly entity: string;
  readonly decide: Decide<E, D>;
}

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
  let waiting = [...byEntity.keys()];
  const known = new Set<string>();
  for (let races = 0; waiting.length > 0; races++) {
    if (races === MOST_RACES) throw tooManyRaces(waiting[0] as string);
    const histories = await readMany(store, waiting);
    const appends = waiting.flatMap((entity) => {
      const history = histories.get(entity) ?? [];
      const added: E[] = [];
      for (const i of byEntity.get(entity) as number[]) {
        const { events, decision } = (all[i] as ToDecide<E, D>).decide([...history, ...added]);
        added.push(...events);
        answers[i] = decision;
      }
      if (added.length === 0) return [];
      if (known.has(entity)) throw elsewhere(entity, added);
      return { entity, afterSeq: history.length, events: added };
    });
    if (appends.length === 0) break;
    const outcomes = await written(
      appends[0]?.entity as string,
      appends.flatMap(({ events }) => events),
      () => appendMany(store, appends),
    );
    waiting = appends.flatMap(({ entity }, i) => {
      if (outcomes[i] === 'request-known') known.add(entity);
      return outcomes[i] === 'appended' ? [] : entity;
    });
  }
  return answers;
}

async function readMany<E extends StoredEvent>(store: LedgerStore<E>, entities: readonly string[]) {
  if (store.readMany !== undefined) return store.readMany(entities);
  const found = new Map<string, readonly E[]>();
  for (const entity of entities) found.set(entity, await store.read(entity));
  return found;
}

type Appends<E extends StoredEvent> = Parameters<NonNullable<LedgerStore<E>['appendMany']>>[0];

async function appendMany<E extends StoredEvent>(store: LedgerStore<E>, appends: Appends<E>) {
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

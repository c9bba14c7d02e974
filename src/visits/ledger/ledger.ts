import { requireArgument } from '../../core/argument.js';
import { sortedBy } from '../../core/order.js';
import type { LedgerEvent } from './event.js';
import {
  answerIn,
  badLedger,
  type EntityLedger,
  type GrowingHistory,
  grow,
  newHistory,
} from './history.js';
import type { LedgerVisit } from './ledgerVisit.js';
import { emptyTrie, type Trie, trieEntries, trieGet, trieOf, trieSet } from './trie.js';

export type { EntityLedger };

/**
 * Every visit of every authority (检查台账), as a value: nothing changes it, and the same events give the
 * same value, whatever the order of the entities among them.
 */
export interface Ledger {
  readonly entities: Trie<EntityLedger>;
  /** Which entity a request is of. */
  readonly requests: Trie<string>;
}

/** The ledger in which nothing happened. */
export const emptyLedger: Ledger = { entities: emptyTrie, requests: emptyTrie };

/**
 * The ledger of these events.
 *
 * @param events - each entity's by `seq`; the entities may be mixed
 * @throws `bad-ledger` where an entity's events are not numbered 1, 2, 3 …, a request is answered
 * twice, or an event is about a visit that can't have it
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { admitVisit, emptyLedger, eventsOf, ledgerOf } from 'evenhand/visits';
 *
 * const visit = { id: 'tax:1', entity: 'E1', kind: 'census', day: '2026-06-01', lead: 'tax' } as const;
 * const { ledger } = admitVisit(emptyLedger, visit, twoInspections);
 * eventsOf(ledgerOf(JSON.parse(JSON.stringify(eventsOf(ledger)))))[0]?.type; // => 'admitted'
 * ```
 */
export function ledgerOf(events: Iterable<LedgerEvent>): Ledger {
  return grownBy(events, false);
}

/**
 * The ledger of what of some histories bears on a decision: as `ledgerOf`, but refusals may be missing
 * before the last event. Whatever is decided on it is decided on the whole histories alike.
 */
export function ledgerOfBearing(events: Iterable<LedgerEvent>): Ledger {
  return grownBy(events, true);
}

function grownBy(events: Iterable<LedgerEvent>, hasGaps: boolean): Ledger {
  requireArgument('ledgerOf', 'events', events, 'iterable');
  const entities = new Map<string, GrowingHistory>();
  const requests = new Map<string, string>();
  for (const event of events) {
    requireArgument('ledgerOf', 'events', event, 'object');
    let history = entities.get(event.entity);
    if (history === undefined) {
      history = newHistory(event.entity);
      entities.set(event.entity, history);
    }
    if ('request' in event) {
      if (requests.has(event.request)) throw answeredTwice(event);
      requests.set(event.request, event.entity);
    }
    grow(history, event, { hasGaps });
  }
  return { entities: trieOf(entities), requests: trieOf(requests) };
}

/**
 * Refuses what is no ledger.
 *
 * @throws `bad-argument`
 */
export function requireLedger(call: string, ledger: Ledger): void {
  const parts = { entities: 'object', requests: 'object' } as const;
  requireArgument(call, 'ledger', ledger, parts, 'emptyLedger | ledgerOf(…)');
}

/** What a ledger holds of an entity. */
export function historyIn({ entities }: Ledger, entity: string): EntityLedger {
  return trieGet(entities, entity) ?? newHistory(entity);
}

/** The ledger with an entity's history after further events, the requests of which were not answered. */
export function withHistory(
  { entities, requests }: Ledger,
  history: EntityLedger,
  further: readonly LedgerEvent[],
): Ledger {
  const { entity } = history;
  return {
    entities: trieSet(entities, entity, history),
    requests: further.reduce(
      (known, event) => ('request' in event ? trieSet(known, event.request, entity) : known),
      requests,
    ),
  };
}

/** The events of one entity, or of all, by entity and number. */
export function eventsOf(ledger: Ledger, entity?: string): readonly LedgerEvent[] {
  requireLedger('eventsOf', ledger);
  if (entity !== undefined) return historyIn(ledger, entity).events;
  return allEntities(ledger).flatMap(({ events }) => events);
}

/** The visits of one entity, or of all, by entity and in the order they were booked. */
export function visitsOf(ledger: Ledger, entity?: string): readonly LedgerVisit[] {
  requireLedger('visitsOf', ledger);
  if (entity !== undefined) return historyIn(ledger, entity).visits;
  return allEntities(ledger).flatMap(({ visits }) => visits);
}

/** The event that answered a request, whichever entity it was of. */
export function answerTo(ledger: Ledger, request: string): LedgerEvent | undefined {
  const entity = trieGet(ledger.requests, request);
  if (entity === undefined) return undefined;
  return answerIn(historyIn(ledger, entity), request);
}

function allEntities({ entities }: Ledger): readonly EntityLedger[] {
  return sortedBy(trieEntries(entities), ({ key }) => key).map(({ value }) => value);
}

function answeredTwice(event: LedgerEvent) {
  const request = 'request' in event ? event.request : '';
  return badLedger(event, `a second answer to \`${request}\``, 'one answer to a request');
}

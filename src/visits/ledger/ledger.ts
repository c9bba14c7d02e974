import { mistake } from '../../core/error.js';
import { sortedBy } from '../../core/order.js';
import type { LedgerEvent } from './event.js';
import type { LedgerVisit } from './ledgerVisit.js';
import { emptyTrie, type Trie, trieEntries, trieGet, trieOf, trieSet } from './trie.js';
import { visitAfter } from './visitAfter.js';

/** All that happened to one entity, and the visits that came of it, by the day they were booked. */
export interface EntityLedger {
  readonly entity: string;
  readonly events: readonly LedgerEvent[];
  readonly visits: readonly LedgerVisit[];
}

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
  const entities = new Map<string, Grown>();
  const requests = new Map<string, string>();
  for (const event of events) {
    let grown = entities.get(event.entity);
    if (grown === undefined) {
      grown = { entity: event.entity, events: [], visits: [], places: new Map() };
      entities.set(event.entity, grown);
    }
    const place = grown.places.get(event.visit);
    const before = place === undefined ? undefined : grown.visits[place];
    const isKnown = 'request' in event && requests.has(event.request);
    const after = checked(event, { last: grown.events.at(-1), before, isKnown, hasGaps });
    grown.events.push(event);
    if ('request' in event) requests.set(event.request, event.entity);
    if (after === 'none') continue;
    if (place === undefined) grown.places.set(after.id, grown.visits.length);
    grown.visits[place ?? grown.visits.length] = after;
  }
  const known = [...entities.values()].map(
    ({ entity, events, visits }) => [entity, { entity, events, visits }] as const,
  );
  return { entities: trieOf(known), requests: trieOf(requests) };
}

/** An entity's ledger while it is made. */
interface Grown {
  readonly entity: string;
  readonly events: LedgerEvent[];
  readonly visits: LedgerVisit[];
  /** Where each visit stands among the visits. */
  readonly places: Map<string, number>;
}

/** The ledger after one more event. */
export function withEvent(ledger: Ledger, event: LedgerEvent): Ledger {
  const known = trieGet(ledger.entities, event.entity);
  const { events, visits } = known ?? { events: [], visits: [] };
  const isKnown = 'request' in event && trieGet(ledger.requests, event.request) !== undefined;
  const before = visits.find(({ id }) => id === event.visit);
  const after = checked(event, { last: events.at(-1), before, isKnown, hasGaps: false });
  const entity: EntityLedger = {
    entity: event.entity,
    events: [...events, event],
    visits: after === 'none' ? visits : replaced(visits, before, after),
  };
  return {
    entities: trieSet(ledger.entities, event.entity, entity),
    requests:
      'request' in event ? trieSet(ledger.requests, event.request, event.entity) : ledger.requests,
  };
}

interface Before {
  readonly last: LedgerEvent | undefined;
  readonly before: LedgerVisit | undefined;
  /** Whether its request has been answered. */
  readonly isKnown: boolean;
  /** Whether refusals may be missing before it. */
  readonly hasGaps: boolean;
}

/** The visit after an event that may stand here, `none` where it leaves no trace in one. */
function checked(
  event: LedgerEvent,
  { last, before, isKnown, hasGaps }: Before,
): LedgerVisit | 'none' {
  const next = (last?.seq ?? 0) + 1;
  if (hasGaps ? event.seq < next : event.seq !== next) {
    throw badLedger(event, `numbered \`${event.seq}\``, `\`${next}\``);
  }
  if (last !== undefined && event.at < last.at) {
    throw badLedger(event, `of \`${event.at}\``, `a day from \`${last.at}\` on`);
  }
  if (isKnown && 'request' in event) {
    throw badLedger(event, `a second answer to \`${event.request}\``, 'one answer to a request');
  }
  const after = visitAfter(before, event);
  if (after === undefined) throw badLedger(event, `\`${event.type}\``, 'what its visit can have');
  return after;
}

/** The number of an entity's last event, 0 where it has none. */
export function lastSeq(ledger: Ledger, entity: string): number {
  return trieGet(ledger.entities, entity)?.events.at(-1)?.seq ?? 0;
}

/** The events of one entity, or of all, by entity and number. */
export function eventsOf(ledger: Ledger, entity?: string): readonly LedgerEvent[] {
  if (entity !== undefined) return trieGet(ledger.entities, entity)?.events ?? [];
  return allEntities(ledger).flatMap(({ events }) => events);
}

/** The visits of one entity, or of all, by entity and in the order they were booked. */
export function visitsOf(ledger: Ledger, entity?: string): readonly LedgerVisit[] {
  if (entity !== undefined) return trieGet(ledger.entities, entity)?.visits ?? [];
  return allEntities(ledger).flatMap(({ visits }) => visits);
}

/** The event that answered a request, whichever entity it was of. */
export function answerTo(ledger: Ledger, request: string): LedgerEvent | undefined {
  const entity = trieGet(ledger.requests, request);
  if (entity === undefined) return undefined;
  return eventsOf(ledger, entity).find((one) => 'request' in one && one.request === request);
}

function allEntities({ entities }: Ledger): readonly EntityLedger[] {
  return sortedBy(trieEntries(entities), ({ key }) => key).map(({ value }) => value);
}

function replaced(
  visits: readonly LedgerVisit[],
  before: LedgerVisit | undefined,
  after: LedgerVisit,
): LedgerVisit[] {
  if (before === undefined) return [...visits, after];
  return visits.map((visit) => (visit === before ? after : visit));
}

function badLedger({ entity, seq }: LedgerEvent, given: string, expected: string) {
  return mistake(
    'bad-ledger',
    `event \`${seq}\` of \`${entity}\` is ${given} (expected ${expected})`,
    { id: entity, seq, given: given.replaceAll('`', ''), expected: expected.replaceAll('`', '') },
  );
}

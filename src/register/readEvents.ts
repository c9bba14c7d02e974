import * as z from 'zod';
import type { Day } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import { compareBytes } from '../core/order.js';
import { shownValue } from '../core/shownValue.js';
import { eventSchema } from './entitySchema.js';
import { type Found, unrepeated } from './found.js';
import type { Entity, Event } from './nouns.js';
import { isRecord, openRows } from './openRows.js';
import { safeParsed } from './parsed.js';
import { placed, type RawRow } from './rawRow.js';
import type { EntityReading, RawEvent } from './readEntities.js';
import { type FactType, isEmpty, readFact } from './readFact.js';

/** What events are read by: the last day they may have, and the types of their values. */
export interface EventOptions {
  readonly asOf: Day;
  readonly values: Readonly<Record<string, FactType>>;
}

/** The entities that go on, and every id met. */
interface Owners {
  readonly byId: ReadonlyMap<string, Entity>;
  readonly ids: ReadonlySet<string>;
}

/** What was read: the events that go on, by entity, and how many were set aside. */
export interface EventReading {
  readonly events: ReadonlyMap<Entity, readonly Event[]>;
  readonly setAside: number;
}

/** An event and the entity it belongs to. */
interface OwnedEvent {
  readonly entity: Entity;
  readonly event: Event;
}

/** Reads the events of a file and those inside entities' rows; returns them by entity, in order. */
export function readEvents(
  rows: readonly RawRow[],
  reading: EntityReading,
  options: EventOptions,
  issues: Issue[],
): EventReading {
  const byId = new Map(reading.entities.map((entity) => [entity.id, entity]));
  const owners = { byId, ids: reading.ids };
  const parse = eventParser(options);
  const found: Found<OwnedEvent>[] = [];
  const read = (one: RawEvent): void => {
    const faults: Issue[] = [];
    const noun = ownedEvent(one, parse, owners, faults);
    for (const fault of faults) issues.push(placed(one.row, fault, one.path));
    found.push(foundEvent(one, noun));
  };
  for (const event of reading.events) read(event);
  for (const { row, fields, others, owner } of openRows('events', rows, issues)) {
    read({ row, path: [], entity: owner, fields, values: others });
  }
  const kept = unrepeated(found, issues);
  const events = new Map<Entity, Event[]>();
  for (const { entity, event } of kept) {
    const list = events.get(entity);
    if (list === undefined) events.set(entity, [event]);
    else list.push(event);
  }
  for (const list of events.values()) {
    list.sort((a, b) => compareBytes(a.on, b.on) || compareBytes(a.id, b.id));
  }
  return { events, setAside: reading.events.length + rows.length - kept.length };
}

/** Reads events by themselves, without regard to whose they are; what is wrong goes to `faults`. */
export function eventParser({
  asOf,
  values: types,
}: EventOptions): (one: RawEvent, faults: Issue[]) => Event | undefined {
  const schema = z.compile(eventSchema);
  return ({ fields, values }, faults) => {
    const parsed = safeParsed(schema, withValues(fields, values, types, faults));
    if (!parsed.ok) {
      faults.push(...parsed.issues);
      return undefined;
    }
    const { on } = parsed.value;
    if (on > asOf) faults.push(errorAt('event-in-future', ['on'], { given: on, expected: asOf }));
    return parsed.value;
  };
}

/** The event with its entity, or undefined where `faults` says why it is set aside. */
function ownedEvent(
  one: RawEvent,
  parse: ReturnType<typeof eventParser>,
  owners: Owners,
  faults: Issue[],
): OwnedEvent | undefined {
  const { path, entity: owner } = one;
  const event = parse(one, faults);
  const entity = typeof owner === 'string' ? owners.byId.get(owner) : undefined;
  if (entity === undefined) {
    // Inside its entity's row there is nothing to add to what is wrong with that row.
    if (path.length === 0) faults.push(ownerFault(owner, owners.ids));
    return undefined;
  }
  if (event === undefined) return undefined;
  faults.push(...birthFaults(event, entity.id, entity.since));
  return faults.length === 0 ? { entity, event } : undefined;
}

/** What is wrong with an event of an entity that was founded later. */
export function birthFaults({ on }: Event, entity: string, since: Day | undefined): Issue[] {
  if (since === undefined || on >= since) return [];
  return [errorAt('event-before-birth', ['on'], { given: on, expected: since, entity })];
}

/** What is wrong with an owner that is no entity which goes on. */
export function ownerFault(owner: unknown, ids: { has(id: string): boolean }): Issue {
  if (typeof owner !== 'string') {
    return owner === undefined
      ? errorAt('missing-field', ['entity'], { expected: 'string' })
      : errorAt('wrong-type', ['entity'], { given: shownValue(owner), expected: 'string' });
  }
  return errorAt(ids.has(owner) ? 'entity-set-aside' : 'unknown-entity', ['entity'], {
    given: owner,
  });
}

/** The event with its empty values left out and the others read by their types; text stays text. */
function withValues(
  event: unknown,
  cells: RawEvent['values'],
  types: EventOptions['values'],
  faults: Issue[],
): unknown {
  let values: Record<string, unknown> | undefined;
  for (const name in cells) {
    const cell = cells[name];
    if (isEmpty(cell)) continue;
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const read = type === undefined ? { value: cell } : readFact(cell, type, ['values', name]);
    if ('issue' in read && read.issue !== undefined) faults.push(read.issue);
    if (read.value === undefined) continue;
    values ??= {};
    values[name] = read.value;
  }
  return values === undefined ? event : { ...(event as object), values };
}

/** An event's id need only be its entity's own: one decision may stand on several firms' records. */
function foundEvent(one: RawEvent, noun: OwnedEvent | undefined): Found<OwnedEvent> {
  const { row, path, entity } = one;
  const id = eventId(one);
  const key = typeof entity === 'string' && id !== undefined ? `${entity}\u001f${id}` : undefined;
  return { row, path, id, key, noun };
}

/** The id an event gives, whatever else is wrong with it. */
export function eventId({ fields }: RawEvent): string | undefined {
  return isRecord(fields) && typeof fields['id'] === 'string' ? fields['id'] : undefined;
}

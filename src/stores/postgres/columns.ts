import type { Append, StoredEvent } from '../ledgerStore.js';
import { numberArray, textArray, truthArray } from './binaryArrays.js';
import { MOST_BYTES } from './eventBytes.js';
import type { splitter } from './withheld.js';

/** The events of many appends as `ledger_add_many` takes them: an array a field, in which every event has its entry. */
export function columnsOf(
  appends: readonly Append[],
  apart: ReturnType<typeof splitter>,
): unknown[] {
  let count = 0;
  for (const { events } of appends) count += events.length;
  const [entities, requests] = [textArray(count, 24), textArray(count, 24)];
  const [authorities, texts] = [textArray(count, 12), textArray(count, MOST_BYTES)];
  const [places, afters, nths] = [numberArray(count), numberArray(count), numberArray(count)];
  const moving = truthArray(count);
  let place = 0;
  const withheld: object[] = [];
  for (const { entity, afterSeq, events } of appends) {
    const move = moves(events);
    place++;
    for (let i = 0; i < events.length; i++) {
      const event = events[i] as StoredEvent;
      const { open, hidden } = apart(event);
      places.add(place);
      entities.add(entity);
      afters.add(afterSeq);
      nths.add(i + 1);
      moving.add(move);
      requests.add(event.request);
      authorities.add(event.by);
      texts.addEvent(open);
      if (hidden === undefined) continue;
      withheld.push({ entity, nth: i + 1, by: event.by ?? null, withheld: hidden });
    }
  }
  return [
    places.bytes(),
    entities.bytes(),
    afters.bytes(),
    nths.bytes(),
    moving.bytes(),
    requests.bytes(),
    authorities.bytes(),
    texts.bytes(),
    withheld.length === 0 ? null : JSON.stringify(withheld),
  ];
}

/** Whether they are refusals alone, which are as true behind further refusals. */
export function moves(events: readonly StoredEvent[]): boolean {
  return events.every((event) => (event as { readonly type?: unknown }).type === 'refused');
}

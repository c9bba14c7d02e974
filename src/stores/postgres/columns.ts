import type { Append, StoredEvent } from '../ledgerStore.js';
import { eventLines } from './eventLines.js';
import type { splitter } from './withheld.js';

/**
 * The events of many appends as `ledger_add_many` takes them: a column a field, and a line an event, in bytes that `pg`
 * hands on as they are.
 */
export function columnsOf(
  appends: readonly Append[],
  apart: ReturnType<typeof splitter>,
): unknown[] {
  const [entities, afters, moving]: [string[], number[], boolean[]] = [[], [], []];
  const [places, nths]: [number[], number[]] = [[], []];
  const [first, more] = [newColumns(appends.length), newColumns(0)];
  const withheld: string[] = [];
  for (const { entity, afterSeq, events } of appends) {
    entities.push(quoted(entity));
    afters.push(afterSeq);
    const place = entities.length;
    for (let nth = 0; nth < events.length; nth++) {
      const event = events[nth] as StoredEvent;
      const { by } = event;
      const { open, hidden } = apart(event);
      if (hidden !== undefined) {
        withheld.push(JSON.stringify({ place, nth, by: by ?? null, withheld: hidden }));
      }
      const columns = nth === 0 ? first : more;
      columns.requests.push(quoted(event.request));
      columns.authorities.push(quoted(by));
      columns.lines.add(open);
      if (nth === 0) continue;
      places.push(place);
      nths.push(nth);
    }
    moving.push(moves(events));
  }
  return [
    arrayOf(entities),
    arrayOf(afters),
    arrayOf(first.requests),
    arrayOf(first.authorities),
    arrayOf(moving),
    first.lines.bytes(),
    arrayOf(places),
    arrayOf(nths),
    arrayOf(more.requests),
    arrayOf(more.authorities),
    more.lines.bytes(),
    withheld.length === 0 ? null : `[${withheld.join()}]`,
  ];
}

function newColumns(events: number) {
  const columns: { readonly requests: string[]; readonly authorities: string[] } = {
    requests: [],
    authorities: [],
  };
  return { ...columns, lines: eventLines(events) };
}

/** An array as PostgreSQL reads it. The client would write each element by two patterns and twice as long. */
const arrayOf = (elements: readonly (string | number | boolean)[]): string =>
  `{${elements.join()}}`;

/** A text as an element of such an array. */
function quoted(text: string | undefined): string {
  if (text === undefined) return 'NULL';
  return ESCAPED.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
}

const ESCAPED = /["\\]/;

/** Whether they are refusals alone, which are as true behind further refusals. */
export const moves = (events: readonly StoredEvent[]): boolean =>
  events.every((event) => (event as { readonly type?: unknown }).type === 'refused');

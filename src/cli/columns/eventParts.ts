import type { DuckDBConnection } from '@duckdb/node-api';
import { AT_ONCE, type Codes, type EventColumns, NO_DAY } from '../../columns/entityColumns.js';
import { dayNumber } from '../../core/day.js';
import { identifierFault } from '../../core/identifier.js';
import type { Event } from '../../register/nouns.js';
import { cellSql } from '../files/readParquet.js';
import { eventCells } from './cellJudges.js';
import { eachChunk, integersIn, type ParquetTable, textCodes } from './parquetTable.js';

/** A file of events whose texts were each read once. */
export interface EventTexts {
  /**
   * The events of the entities of some rows, by row.
   *
   * @param owners - a statement's part after FROM that gives those entities as `e`, with `id` and `n`, the
   * place of each from 0
   * @param since - the day each was founded
   * @param open - gets 1 for each whose events the reader of rows has something to say of
   * @returns the events, and how many rows of the file they are
   */
  of(
    owners: string,
    size: number,
    since: Int32Array,
    open: Uint8Array,
  ): Promise<{ readonly events: EventColumns; readonly found: number }>;
}

/** The columns of an event that hold a day, and what stands for none. */
const DAYS = [
  { field: 'on', none: 0 },
  { field: 'knownOn', none: AT_ONCE },
  { field: 'until', none: NO_DAY },
  { field: 'repairedOn', none: NO_DAY },
] as const;

/** Ids of which nothing need be looked at by itself: signs of ASCII, no space at either end. */
const PLAIN_ID = "'[!-~]([ -~]{0,200}[!-~])?'";

/** Reads every text of the columns once, as the reader of rows does. */
export async function eventTexts(
  connection: DuckDBConnection,
  table: ParquetTable,
  asOf: string,
): Promise<EventTexts> {
  const judge = eventCells(asOf);
  const read = async (field: string) => {
    const header = table.headers.get(field);
    if (header === undefined) return undefined;
    const { texts, sql } = await textCodes(connection, table, header, `event_${field}`);
    const events = texts.map((text) => judge(header, text));
    return { field, sql, events, isOpen: Uint8Array.from(events, (one) => (one ? 0 : 1)) };
  };
  const kinds = new Map<string, number>();
  const kind = (await read('kind')) as NonNullable<Awaited<ReturnType<typeof read>>>;
  const kindOf = Uint32Array.from(kind.events, (event) => numberIn(kinds, event?.kind ?? ''));
  const source = await read('source');
  const days: { field: DayField; sql: string; isOpen: Uint8Array; dayOf: Int32Array }[] = [];
  for (const { field, none } of DAYS) {
    const column = await read(field);
    if (column === undefined) continue;
    const dayOf = Int32Array.from(column.events, (event) => dayIn(event, field) ?? none);
    days.push({ field, sql: column.sql, isOpen: column.isOpen, dayOf });
  }
  const coded = [kind, ...(source === undefined ? [] : [source]), ...days];
  const opens = coded.map(({ isOpen }) => (isOpen.includes(1) ? isOpen : undefined));
  const firstDay = source === undefined ? 1 : 2;
  const id = cellSql(table.headers.get('id') as string);
  const entity = cellSql(table.headers.get('entity') as string);
  const cells = coded.map(({ sql }) => sql).join(', ');
  const select = `SELECT e.n, (hash(${id}) & 2147483647)::INTEGER, CASE WHEN regexp_full_match(${id}, ${PLAIN_ID}) THEN NULL ELSE ${id} END, ${cells} FROM ${table.source} t`;

  return {
    async of(owners, size, since, open) {
      const raw = {
        owner: growing(table.rows),
        hash: growing(table.rows),
        codes: [kind, ...days].map(() => growing(table.rows)),
      };
      let count = 0;
      await eachChunk(connection, `${select} JOIN ${owners} ON e.id = ${entity}`, (chunk) => {
        const rows = chunk.rowCount;
        const owner = integersIn(chunk, 0);
        raw.owner.add(owner, count);
        raw.hash.add(integersIn(chunk, 1), count);
        const odd = chunk.getColumnVector(2);
        for (let i = 0; i < rows; i++) {
          const text = odd.getItem(i);
          if (text !== null && identifierFault(text) !== undefined) open[owner[i] as number] = 1;
        }
        for (let c = 0; c < coded.length; c++) {
          const codes = integersIn(chunk, 3 + c);
          const isOpen = opens[c];
          for (let i = 0; isOpen !== undefined && i < rows; i++) {
            if (isOpen[codes[i] as number] === 1) open[owner[i] as number] = 1;
          }
          if (c === 0) raw.codes[0]?.add(codes, count);
          else if (c >= firstDay) raw.codes[1 + c - firstDay]?.add(codes, count);
        }
        count += rows;
      });
      const { offsets, place } = byOwner(raw.owner.values, count, size);
      const placed = <A extends Codes | Int32Array>(to: A, numberAt: (i: number) => number): A => {
        for (let i = 0; i < count; i++) to[place[i] as number] = numberAt(i);
        return to;
      };
      const of = (column: number, values: ArrayLike<number>): ((i: number) => number) => {
        const codes = raw.codes[column]?.values as Int32Array;
        return (i) => values[codes[i] as number] as number;
      };
      const narrow = kinds.size <= 256 ? Uint8Array : Uint32Array;
      const events = {
        offsets,
        kind: placed(new narrow(count), of(0, kindOf)),
        kinds: [...kinds.keys()],
        ...Object.fromEntries(
          days.map(({ field, dayOf }, d) => [
            field,
            placed(new Int32Array(count), of(1 + d, dayOf)),
          ]),
        ),
      } as unknown as EventColumns;
      const hash = placed(new Int32Array(count), (i) => raw.hash.values[i] as number);
      markOdd(events, hash, since, open);
      return { events, found: count };
    },
  };
}

/** Where the events of each owner begin, and the place of each event among them. */
function byOwner(owner: Int32Array, count: number, size: number) {
  const offsets = new Uint32Array(size + 1);
  for (let i = 0; i < count; i++) {
    const next = (owner[i] as number) + 1;
    offsets[next] = (offsets[next] as number) + 1;
  }
  for (let row = 0; row < size; row++) {
    offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number);
  }
  const free = offsets.slice();
  const place = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const own = owner[i] as number;
    const at = free[own] as number;
    place[i] = at;
    free[own] = at + 1;
  }
  return { offsets, place };
}

type DayField = (typeof DAYS)[number]['field'];

function dayIn(event: Event | undefined, field: DayField): number | undefined {
  const day = event?.[field];
  return day === undefined ? undefined : dayNumber(day);
}

function numberIn(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text) ?? numbers.size;
  numbers.set(text, known);
  return known;
}

/** Whole numbers that grow chunk by chunk, with room for a number of them that is often enough. */
function growing(room: number) {
  const list = {
    values: new Int32Array(Math.min(room, MOST_AT_FIRST)),
    add(more: Int32Array, at: number): void {
      if (at + more.length > list.values.length) {
        const grown = new Int32Array(Math.max(2 * list.values.length, at + more.length));
        grown.set(list.values);
        list.values = grown;
      }
      list.values.set(more, at);
    },
  };
  return list;
}

const MOST_AT_FIRST = 1 << 24;

/** So many events of a row are compared pair by pair. */
const FEW = 16;

/**
 * Marks the rows with an event that ends, is repaired or happened before it may, or with two events that
 * may have one id: of ids their hashes are compared, so a mark may be one too many.
 */
function markOdd(
  { offsets, on, until, repairedOn }: EventColumns,
  hash: Int32Array,
  since: Int32Array,
  open: Uint8Array,
): void {
  for (let row = 0; row < open.length; row++) {
    const [from, to] = [offsets[row] as number, offsets[row + 1] as number];
    const born = since[row] as number;
    for (let i = from; i < to; i++) {
      const day = on[i] as number;
      if (day < born) open[row] = 1;
      if (until !== undefined && (until[i] as number) < day) open[row] = 1;
      if (repairedOn !== undefined && (repairedOn[i] as number) < day) open[row] = 1;
    }
    if (to - from > FEW) {
      if (new Set(hash.subarray(from, to)).size < to - from) open[row] = 1;
      continue;
    }
    for (let i = from + 1; i < to; i++) {
      for (let j = from; j < i; j++) if (hash[i] === hash[j]) open[row] = 1;
    }
  }
}

import type { DuckDBConnection } from '@duckdb/node-api';
import { AT_ONCE, type Codes, type EventColumns, NO_DAY } from '../../columns/entityColumns.js';
import { dayNumber } from '../../core/day.js';
import { identifierFault } from '../../core/identifier.js';
import type { Event } from '../../register/nouns.js';
import { withRoom } from '../files/duckdbRoom.js';
import { cellSql } from '../files/readParquet.js';
import type { Scratch } from '../files/scratch.js';
import { eventCells } from './cellJudges.js';
import { eachChunk, integersIn, type ParquetTable, textCodes } from './parquetTable.js';
import { recordBuckets } from './recordBuckets.js';

/** A file of events whose texts were each read once. */
export interface EventTexts {
  /**
   * Brings every event to the row of its entity, in one pass over the file.
   *
   * @param owners - a statement's part after FROM that gives the entities as `e`, with `id` and the row `n`, from 0
   * @param rows - how many entities there are
   * @param atOnce - how many of them are one part
   * @param aside - where the events lie, part by part, until it is closed
   */
  bring(owners: string, rows: number, atOnce: number, aside: Scratch): Promise<BroughtEvents>;
}

/** Events by the part their entities are in. */
export interface BroughtEvents {
  /** How many rows of the file were brought to an entity; one with two owners counts twice. */
  readonly found: number;
  /**
   * The events of a part, by row.
   *
   * @param since - the day each of its entities was founded
   * @param open - gets 1 for each whose events the reader of rows has something to say of
   */
  of(part: number, since: Int32Array, open: Uint8Array): EventColumns;
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
  const cells = coded.map(({ sql }, c) => `${sql} AS c${c}`).join(', ');
  // Texts become numbers before the join, so that it has few of them to lay aside.
  const numbers = `SELECT ${entity} AS owner, (hash(${id}) & ${HASH})::INTEGER AS h, CASE WHEN regexp_full_match(${id}, ${PLAIN_ID}) THEN NULL ELSE ${id} END AS odd, ${cells} FROM ${table.source} t`;
  const select = `SELECT e.n, t.* EXCLUDE (owner) FROM (${numbers}) t`;
  const width = FIRST_CODE + 1 + days.length;

  /** What is kept of an event: its owner, the hash of its id with a bit for what is odd, the codes. */
  const sorted = async (owners: string, rows: number, atOnce: number, aside: Scratch) => {
    const buckets = recordBuckets(aside.file(), Math.ceil(rows / atOnce), width);
    let found = 0;
    await eachChunk(connection, `${select} JOIN ${owners} ON e.id = t.owner`, (chunk) => {
      const count = chunk.rowCount;
      const owner = integersIn(chunk, 0);
      const hash = integersIn(chunk, 1).slice(0, count);
      const odd = chunk.getColumnVector(2);
      for (let i = 0; i < count; i++) {
        const text = odd.getItem(i);
        if (text !== null && identifierFault(text) !== undefined)
          hash[i] = (hash[i] as number) | ODD;
      }
      const codes = coded.map((_, c) => integersIn(chunk, 3 + c));
      for (const [c, isOpen] of opens.entries()) {
        const own = codes[c] as Int32Array;
        for (let i = 0; isOpen !== undefined && i < count; i++) {
          if (isOpen[own[i] as number] === 1) hash[i] = (hash[i] as number) | ODD;
        }
      }
      const columns = [owner, hash, codes[0] as Int32Array, ...codes.slice(firstDay)];
      for (let i = 0; i < count; i++) {
        buckets.add(Math.floor((owner[i] as number) / atOnce), columns, i);
      }
      found += count;
    });
    return { buckets, found };
  };

  return {
    async bring(owners, rows, atOnce, aside) {
      const { buckets, found } = await withRoom(connection, () =>
        sorted(owners, rows, atOnce, aside),
      );
      return {
        found,
        of(part, since, open) {
          const records = buckets.records(part);
          const count = records.length / width;
          for (let i = 0; i < records.length; i += width) {
            const owner = (records[i] as number) - part * atOnce;
            records[i] = owner;
            if ((records[i + 1] as number) < 0) open[owner] = 1;
            records[i + 1] = (records[i + 1] as number) & HASH;
          }
          const { offsets, place } = byOwner(records, width, open.length);
          const placed = <A extends Codes | Int32Array>(
            to: A,
            of: ArrayLike<number>,
            c: number,
          ) => {
            for (let i = 0, at = FIRST_CODE + c; i < count; i++, at += width) {
              to[place[i] as number] = of[records[at] as number] as number;
            }
            return to;
          };
          const narrow = kinds.size <= 256 ? Uint8Array : Uint32Array;
          const events = {
            offsets,
            kind: placed(new narrow(count), kindOf, 0),
            kinds: [...kinds.keys()],
            ...Object.fromEntries(
              days.map(({ field, dayOf }, d) => [
                field,
                placed(new Int32Array(count), dayOf, 1 + d),
              ]),
            ),
          } as unknown as EventColumns;
          const hash = new Int32Array(count);
          for (let i = 0; i < count; i++) {
            hash[place[i] as number] = records[i * width + 1] as number;
          }
          markOdd(events, hash, since, open);
          return events;
        },
      };
    },
  };
}

/** The bits of an event's hash, and the one that says its row has to be looked at. */
const HASH = 0x7fffffff;
const ODD = 1 << 31;

/** Where the codes begin in what is kept of an event. */
const FIRST_CODE = 2;

/** Where the events of each owner begin, and the place of each event among them. */
function byOwner(records: Int32Array, width: number, size: number) {
  const offsets = new Uint32Array(size + 1);
  for (let at = 0; at < records.length; at += width) {
    const next = (records[at] as number) + 1;
    offsets[next] = (offsets[next] as number) + 1;
  }
  for (let row = 0; row < size; row++) {
    offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number);
  }
  const free = offsets.slice();
  const place = new Uint32Array(records.length / width);
  for (let i = 0; i < place.length; i++) {
    const own = records[i * width] as number;
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

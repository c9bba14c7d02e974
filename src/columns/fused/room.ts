import { BLOCK } from '../block.js';
import type { Codes } from '../entityColumns.js';

/** What columns, tables and answers are made of. */
export type Numbers = Codes | Int32Array;

/** The bytes of the fused loop's memory while it is laid out. */
export interface Room {
  /** A table that never changes; the address it is put at. */
  table(values: Numbers): number;
  /** The rows of a column that are in a block. */
  rows(column: Numbers): number;
  /** Bits of rows that are in a block. */
  bits(valid: Uint8Array): number;
  /** The offsets of a block's rows, with that behind the last. */
  offsets(offsets: Uint32Array): number;
  /** The entries of the rows of a block, by the offsets of all rows. */
  entries(column: Numbers, offsets: Uint32Array): number;
  /** Bytes that the loop writes, a row each of so many. */
  answers(bytesOfRow: number): number;
  /** Bytes that the loop keeps something in. */
  scratch(bytes: number): number;
  /** How many bytes are given away. */
  size(): number;
  /** Puts the tables into a memory, and gives what brings blocks of columns there. */
  furnish(memory: ArrayBuffer, places: Places): Bring;
}

/** The place of a column among all there are. */
export type Places = (column: Numbers) => number;

/** Brings the rows of a block from columns that stand in the places of those that were drafted with. */
export type Bring = (columns: readonly Numbers[]) => (from: number, rows: number) => void;

type Span = (from: number, rows: number, offsets?: Uint32Array) => readonly [number, number];

interface Input {
  readonly column: Numbers;
  readonly at: number;
  readonly most: number;
  readonly span: Span;
  /** Where entries of rows begin. */
  readonly offsets?: Uint32Array;
}

/** Everything begins at an address that suits any vector. */
const ALIGNED = 16;

export function newRoom(): Room {
  let end = 0;
  const tables: { readonly at: number; readonly values: Numbers }[] = [];
  const inputs: Input[] = [];
  const take = (bytes: number): number => {
    const at = end;
    end = Math.ceil((at + bytes) / ALIGNED) * ALIGNED;
    return at;
  };
  /** A column once, however often it is asked for. */
  const input = (column: Numbers, most: number, span: Span, offsets?: Uint32Array): number => {
    const found = inputs.find((one) => one.column === column && one.span === span);
    if (found !== undefined) return found.at;
    const at = take(most * column.BYTES_PER_ELEMENT);
    inputs.push({ column, at, most, span, ...(offsets === undefined ? {} : { offsets }) });
    return at;
  };
  return {
    table(values) {
      const at = take(values.byteLength);
      tables.push({ at, values });
      return at;
    },
    rows: (column) => input(column, BLOCK, rowSpan),
    bits: (valid) => input(valid, BLOCK / 8, bitSpan),
    offsets: (offsets) => input(offsets, BLOCK + 1, offsetSpan),
    entries: (column, offsets) => input(column, entryRoom(offsets), entrySpan, offsets),
    answers: (bytesOfRow) => take(BLOCK * bytesOfRow),
    scratch: take,
    size: () => end,
    furnish(memory, places) {
      for (const { at, values } of tables) viewOf(values, memory, at, values.length).set(values);
      const seats = inputs.map(({ column, at, most, span, offsets }) => ({
        ...{ own: viewOf(column, memory, at, most), span, place: places(column) },
        ...(offsets === undefined ? {} : { offsetsPlace: places(offsets) }),
      }));
      return bringTo(seats);
    },
  };
}

/** Where a column's rows of a block lie in memory. It keeps no column, which would outlive its use. */
interface Seat {
  readonly own: Numbers;
  readonly span: Span;
  readonly place: number;
  readonly offsetsPlace?: number;
}

const bringTo =
  (seats: readonly Seat[]): Bring =>
  (columns) => {
    const all = seats.map(({ own, span, place, offsetsPlace }) => ({
      ...{ own, span, column: columns[place] as Numbers },
      offsets: offsetsPlace === undefined ? undefined : (columns[offsetsPlace] as Uint32Array),
    }));
    return (from, rows) => {
      for (const { own, column, span, offsets } of all) {
        const [first, last] = span(from, rows, offsets);
        own.set(column.subarray(first, last));
      }
    };
  };

const rowSpan: Span = (from, rows) => [from, from + rows];
const bitSpan: Span = (from, rows) => [from / 8, Math.ceil((from + rows) / 8)];
const offsetSpan: Span = (from, rows) => [from, from + rows + 1];
const entrySpan: Span = (from, rows, offsets = new Uint32Array(0)) => [
  offsets[from] as number,
  offsets[from + rows] as number,
];

/** Numbers in a memory, of the kind that others are. */
export function viewOf<T extends Numbers>(
  like: T,
  memory: ArrayBuffer,
  at: number,
  length: number,
): T {
  const kind = like.constructor as new (memory: ArrayBuffer, at: number, length: number) => T;
  return new kind(memory, at, length);
}

/**
 * Room for the entries of a block: the next power of two, so that columns like others lead to the same
 * module, which then is compiled once.
 */
export function entryRoom(offsets: Uint32Array): number {
  return 2 ** Math.ceil(Math.log2(mostEntries(offsets) + 1));
}

/** The most entries that the rows of one block have. */
export function mostEntries(offsets: Uint32Array): number {
  let most = 0;
  for (let from = 0; from < offsets.length - 1; from += BLOCK) {
    const to = Math.min(offsets.length - 1, from + BLOCK);
    most = Math.max(most, (offsets[to] as number) - (offsets[from] as number));
  }
  return most;
}

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
  /** Puts the tables into a memory, and gives what puts the columns of a block there. */
  furnish(memory: ArrayBuffer): (from: number, rows: number) => void;
}

type Copy = (memory: ArrayBuffer) => (from: number, rows: number) => void;

/** Everything begins at an address that suits any vector. */
const ALIGNED = 16;

export function newRoom(): Room {
  let end = 0;
  const tables: { readonly at: number; readonly values: Numbers }[] = [];
  const copies: Copy[] = [];
  const newMap = () => new Map<Numbers, number>();
  const known = { rows: newMap(), bits: newMap(), offsets: newMap(), entries: newMap() };
  const take = (bytes: number): number => {
    const at = end;
    end = Math.ceil((at + bytes) / ALIGNED) * ALIGNED;
    return at;
  };
  /** A column once, however often it is asked for. */
  const input = (
    kind: keyof typeof known,
    column: Numbers,
    most: number,
    span: (from: number, rows: number) => readonly [number, number],
  ): number => {
    const found = known[kind].get(column);
    if (found !== undefined) return found;
    const at = take(most * column.BYTES_PER_ELEMENT);
    known[kind].set(column, at);
    copies.push((memory) => {
      const own = viewOf(column, memory, at, most);
      return (from, rows) => {
        const [first, last] = span(from, rows);
        own.set(column.subarray(first, last));
      };
    });
    return at;
  };
  return {
    table(values) {
      const at = take(values.byteLength);
      tables.push({ at, values });
      return at;
    },
    rows: (column) => input('rows', column, BLOCK, (from, rows) => [from, from + rows]),
    bits: (valid) =>
      input('bits', valid, BLOCK / 8, (from, rows) => [from / 8, Math.ceil((from + rows) / 8)]),
    offsets: (offsets) =>
      input('offsets', offsets, BLOCK + 1, (from, rows) => [from, from + rows + 1]),
    entries: (column, offsets) =>
      input('entries', column, mostEntries(offsets), (from, rows) => [
        offsets[from] as number,
        offsets[from + rows] as number,
      ]),
    answers: (bytesOfRow) => take(BLOCK * bytesOfRow),
    scratch: take,
    size: () => end,
    furnish(memory) {
      for (const { at, values } of tables) viewOf(values, memory, at, values.length).set(values);
      const all = copies.map((copy) => copy(memory));
      return (from, rows) => {
        for (const copy of all) copy(from, rows);
      };
    },
  };
}

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

/** The most entries that the rows of one block have. */
export function mostEntries(offsets: Uint32Array): number {
  let most = 0;
  for (let from = 0; from < offsets.length - 1; from += BLOCK) {
    const to = Math.min(offsets.length - 1, from + BLOCK);
    most = Math.max(most, (offsets[to] as number) - (offsets[from] as number));
  }
  return most;
}

import type { ByteColumn } from './byteColumn.js';

/** Places of a text that its key may hold. */
const PLACES = 64;
/** What can stand at a place: nothing any more, or one of 256 bytes. */
const KINDS = 257;
/** Integers below it are exact in a double. */
const EXACT = 2 ** 53;

/**
 * The numbers of a column's texts in the order of their bytes, equal texts in the order they came.
 *
 * Each text becomes one double: as many of its first places as fit, counted in the bytes that really
 * stand there, then its number. A platform sorts doubles ten times as fast as texts by a comparison,
 * and codes of one form are told apart by these keys alone; where they tie, bytes are compared.
 */
export function byteOrder(column: ByteColumn): Uint32Array {
  const count = column.count();
  const compare = comparison(column);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  if (isAscending(count, compare)) return order;
  let numbers = 1;
  while (numbers < count) numbers *= 2;
  const keys = keysOf(column, EXACT / numbers);
  for (let i = 0; i < count; i++) keys[i] = (keys[i] as number) * numbers + i;
  keys.sort();
  let tied = 0;
  for (let at = 0; at < count; at++) {
    const key = keys[at] as number;
    order[at] = key % numbers;
    if (Math.floor(key / numbers) === Math.floor((keys[tied] as number) / numbers)) continue;
    settle(tied, at);
    tied = at;
  }
  settle(tied, count);
  return order;

  /** Puts texts with one key in order. */
  function settle(from: number, to: number): void {
    if (to - from > 1) order.subarray(from, to).sort((a, b) => compare(a, b) || a - b);
  }
}

/** Compares two texts of a column by their bytes. */
function comparison(column: ByteColumn): (a: number, b: number) => number {
  const { bytes, starts } = column.whole();
  return (a, b) => {
    const [x, y] = [starts[a] as number, starts[b] as number];
    const [long, short] = [(starts[a + 1] as number) - x, (starts[b + 1] as number) - y];
    const length = Math.min(long, short);
    for (let i = 0; i < length; i++) {
      const step = (bytes[x + i] as number) - (bytes[y + i] as number);
      if (step !== 0) return step;
    }
    return long - short;
  };
}

function isAscending(count: number, compare: (a: number, b: number) => number): boolean {
  for (let i = 1; i < count; i++) if (compare(i - 1, i) > 0) return false;
  return true;
}

/** The first places of each text as one integer below `room`, which never is in another order than they. */
function keysOf(column: ByteColumn, room: number): Float64Array {
  const count = column.count();
  const { bytes, starts } = column.whole();
  const { ranks, sizes } = ranksOf(column);
  const places = placesWithin(sizes, room);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number;
    const length = (starts[i + 1] as number) - start;
    let key = 0;
    for (let place = 0; place < places; place++) {
      const kind = place < length ? (bytes[start + place] as number) + 1 : 0;
      key = key * (sizes[place] as number) + (ranks[place * KINDS + kind] as number);
    }
    keys[i] = key;
  }
  return keys;
}

/** How many first places fit. */
function placesWithin(sizes: Uint16Array, room: number): number {
  let product = 1;
  let places = 0;
  for (; places < PLACES; places++) {
    product *= sizes[places] as number;
    if (product > room) break;
  }
  return places;
}

/** For each place the rank of what stands there among all that does, and how many kinds do. */
function ranksOf(column: ByteColumn) {
  const count = column.count();
  const { bytes, starts } = column.whole();
  const ranks = new Uint16Array(PLACES * KINDS);
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number;
    const length = Math.min(PLACES, (starts[i + 1] as number) - start);
    for (let place = 0; place < length; place++) {
      ranks[place * KINDS + (bytes[start + place] as number) + 1] = 1;
    }
    if (length < PLACES) ranks[length * KINDS] = 1;
  }
  const sizes = new Uint16Array(PLACES);
  for (let place = 0; place < PLACES; place++) {
    // A text that has ended before stays ended.
    if (place > 0 && ranks[(place - 1) * KINDS] !== EMPTY) ranks[place * KINDS] = 1;
    let size = 0;
    for (let kind = 0; kind < KINDS; kind++) {
      const at = place * KINDS + kind;
      ranks[at] = ranks[at] === 1 ? size++ : EMPTY;
    }
    sizes[place] = size;
  }
  return { ranks, sizes };
}

const EMPTY = 0xffff;

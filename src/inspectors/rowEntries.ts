/** How many words hold a bit for each of so many inspectors. */
export const wordsFor = (inspectors: number): number => (inspectors + 31) >> 5;

/** Words whose numbers fit half a word, as those of two million inspectors do. */
const FEW_WORDS = 1 << 16;

/** The entries of rows that are laid out one after the other, in room that grows. */
export interface RowEntries {
  count: number;
  word: Uint16Array | Int32Array;
  mask: Int32Array;
  /** The entry each word had last: one of the row that is laid out, unless it is before its first. */
  readonly last: Int32Array;
}

/** @param room - the entries for which there is room at first */
export function newRowEntries(inspectors: number, room: number): RowEntries {
  const words = wordsFor(inspectors);
  return {
    count: 0,
    word: words <= FEW_WORDS ? new Uint16Array(room) : new Int32Array(room),
    mask: new Int32Array(room),
    last: new Int32Array(words).fill(-1),
  };
}

/** Gives the entries room for `room`, or just for those there are. */
export function resize(entries: RowEntries, room = entries.count): void {
  const { word, mask } = entries;
  entries.word = resized(word, room);
  entries.mask = resized(mask, room);
}

/**
 * Adds a row: the inspectors from `from` to `to`.
 *
 * @param ascending - whether its words shall ascend, instead of standing as the inspectors do
 */
export function addRow(
  entries: RowEntries,
  inspector: Uint16Array | Int32Array,
  from: number,
  to: number,
  ascending: boolean,
): void {
  const start = entries.count;
  const enough = start + Math.min(entries.last.length, to - from);
  if (enough > entries.mask.length) resize(entries, 2 * enough);
  const named = ascending ? nameWords(entries, inspector, from, to) : start;
  entries.count = setBits(entries, start, named, inspector, from, to);
}

/** Begins a row with its words, ascending and without a bit, and says where they end. */
function nameWords(
  { count: start, word, last }: RowEntries,
  inspector: Uint16Array | Int32Array,
  from: number,
  to: number,
): number {
  let end = start;
  for (let arc = from; arc < to; arc++) {
    const w = (inspector[arc] as number) >> 5;
    if ((last[w] as number) >= start) continue;
    last[w] = end;
    word[end++] = w;
  }
  word.subarray(start, end).sort();
  for (let at = start; at < end; at++) last[word[at] as number] = at;
  return end;
}

/** Sets the bits of a row that begins at `start` and has words up to `named`; where it ends. */
function setBits(
  { word, mask, last }: RowEntries,
  start: number,
  named: number,
  inspector: Uint16Array | Int32Array,
  from: number,
  to: number,
): number {
  let end = named;
  for (let arc = from; arc < to; arc++) {
    const i = inspector[arc] as number;
    const w = i >> 5;
    let at = last[w] as number;
    if (at < start) {
      at = end++;
      last[w] = at;
      word[at] = w;
    }
    mask[at] = (mask[at] as number) | (1 << (i & 31));
  }
  return end;
}

function resized<A extends Uint16Array | Int32Array>(array: A, room: number): A {
  if (room <= array.length) return array.slice(0, room) as A;
  const more = new (array.constructor as new (room: number) => A)(room);
  more.set(array);
  return more;
}

import { type ByteColumn, byteColumn } from './byteColumn.js';
import { growingWords } from './growing.js';
import { writeUtf8 } from './utf8.js';

/** Which text of a column stands where: for millions of them, in memory outside of the heap. */
export interface TextIndex {
  /** Puts the text that stands at a place of the column in; the first place where the same stands. */
  put(place: number): number;
  /** The first place of a text that was put in, -1 where there is none. */
  find(text: string): number;
}

/** Nothing, where a place is meant. */
const NONE = 0xffff_ffff;

/** An index of a column; it holds four to eight bytes a text beside the column. */
export function textIndex(column: ByteColumn): TextIndex {
  let table = new Uint32Array(1 << 10).fill(NONE);
  const places = growingWords();
  const asked = byteColumn();

  /** Where the text of some bytes stands in the table, or would stand. */
  const slotOf = (text: Uint8Array, from: number, to: number): number => {
    const { bytes, starts } = column.whole();
    const mask = table.length - 1;
    let slot = hashOf(text, from, to) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const place = table[slot] as number;
      if (place === NONE) return slot;
      const start = starts[place] as number;
      if ((starts[place + 1] as number) - start !== to - from) continue;
      let i = 0;
      while (i < to - from && bytes[start + i] === text[from + i]) i++;
      if (i === to - from) return slot;
    }
  };
  const slotOfPlace = (place: number): number => {
    const { bytes, starts } = column.whole();
    return slotOf(bytes, starts[place] as number, starts[place + 1] as number);
  };

  return {
    put(place) {
      const slot = slotOfPlace(place);
      const known = table[slot] as number;
      if (known !== NONE) return known;
      table[slot] = place;
      places.push(place);
      if (2 * places.count() > table.length) {
        table = new Uint32Array(2 * table.length).fill(NONE);
        for (const one of places.whole()) table[slotOfPlace(one)] = one;
      }
      return place;
    },
    find(text) {
      const room = asked.room(3 * text.length);
      const place = table[slotOf(room, 0, writeUtf8(text, room, 0))] as number;
      return place === NONE ? -1 : place;
    },
  };
}

/** FNV-1a over bytes, its halves mixed since the table reads the lowest bits alone. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

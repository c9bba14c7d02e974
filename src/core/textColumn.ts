import { type ByteColumn, byteColumn } from './byteColumn.js';
import { readUtf8, writeUtf8 } from './utf8.js';

/** A column of bytes whose texts are added and read as texts. */
export interface TextColumn extends ByteColumn {
  /** Adds a text, and says which it is, from 0. */
  add(text: string): number;
  textAt(index: number): string;
}

/** Millions of texts in memory outside of the heap. */
export function textColumn(): TextColumn {
  const column = byteColumn();
  return {
    ...column,
    add(text) {
      column.endAt(writeUtf8(text, column.room(3 * text.length), column.end()));
      return column.count() - 1;
    },
    textAt: (index) => readUtf8(column.room(0), column.startOf(index), column.startOf(index + 1)),
  };
}

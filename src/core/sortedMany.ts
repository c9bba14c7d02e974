import { byteColumn } from './byteColumn.js';
import { byteOrder } from './byteOrder.js';
import { sortedBy } from './order.js';
import { writeUtf8 } from './utf8.js';

/** Below this many items a comparison is quicker than to write the keys as bytes. */
const MANY = 1_000;

/** What `sortedBy` gives, for millions: two million codes in no order in a tenth of the time. */
export function sortedMany<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  const list = [...items];
  // A lone surrogate has no bytes of its own.
  if (list.length < MANY || !list.every((item) => key(item).isWellFormed())) {
    return sortedBy(list, key);
  }
  const column = byteColumn();
  for (const item of list) {
    const text = key(item);
    column.endAt(writeUtf8(text, column.room(3 * text.length), column.end()));
  }
  return Array.from(byteOrder(column), (i) => list[i] as T);
}

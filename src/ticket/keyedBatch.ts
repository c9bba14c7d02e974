import { compressMany } from '../core/compressMany.js';
import { checkedId } from '../core/identifier.js';
import { pad, writeBytes } from '../core/messageWords.js';
import { writeUtf8 } from '../core/utf8.js';
import { KEY_BYTES, keyedHash, ONE_BLOCK, writePlainBlock } from './keyedHash.js';
import { keyState } from './keyState.js';

/** Ids that are hashed together. */
export interface KeyedBatch<T> {
  /** Checks an id at once and hashes it with others, now or later. @throws `bad-id` */
  readonly add: (id: string, item: T) => void;
  /** Hashes what was added since. */
  readonly flush: () => void;
}

/** Ids a batch holds before it hashes them: 8 KB of blocks, which stay in the nearest cache. */
const ROOM = 128;

/**
 * SHA-256 of one key followed by an id, for many ids, several of them at a time.
 *
 * @param what - what the ids are, for an error
 * @param take - gets ids, what came with each, and their tickets, eight words each one behind the
 * other; the lists are read before the next call, and ids come in no promised order
 * @throws `bad-key`
 */
export function keyedBatch<T>(
  key: string,
  what: string,
  take: (ids: readonly string[], items: readonly T[], tickets: Int32Array, count: number) => void,
): KeyedBatch<T> {
  const midstate = keyState(key);
  const { ofId } = keyedHash(key);
  const rows = new Int32Array(16 * ROOM);
  const tickets = new Int32Array(8 * ROOM);
  const bytes = new Uint8Array(256);
  const ids: string[] = [];
  const items: T[] = [];
  let count = 0;

  const flush = (): void => {
    compressMany(tickets, midstate, rows, count);
    const hashed = count;
    count = 0;
    take(ids, items, tickets, hashed);
  };
  /** Writes the row of an id; false where it does not fit. */
  const write = (id: string): boolean => {
    if (writePlainBlock(rows, id, 16 * count)) return true;
    const length = writeUtf8(checkedId(id, what), bytes, 0);
    if (length > ONE_BLOCK) return false;
    writeBytes(rows, bytes, 64 * count, length);
    pad(rows, 16 * count, length, KEY_BYTES);
    return true;
  };

  return {
    add(id, item) {
      if (!write(id)) {
        take([id], [item], ofId(id, what), 1);
        return;
      }
      ids[count] = id;
      items[count] = item;
      if (++count === ROOM) flush();
    },
    flush,
  };
}

import { compressMany } from '../core/compressMany.js';
import { checkedId } from '../core/identifier.js';
import { pad, writeBytes } from '../core/messageWords.js';
import { writeUtf8 } from '../core/utf8.js';
import { KEY_BYTES, keyedHash, writePlain } from './keyedHash.js';
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
/** Bytes of a message that fit one block with its padding. */
const ONE_BLOCK = 55;

/**
 * SHA-256 of one key followed by an id, for many ids, several of them at a time.
 *
 * @param what - what the ids are, for an error
 * @param take - gets each id with what came with it and its ticket, the eight words from `at`; in no
 * promised order
 * @throws `bad-key`
 */
export function keyedBatch<T>(
  key: string,
  what: string,
  take: (id: string, item: T, tickets: Int32Array, at: number) => void,
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
    for (let row = 0; row < hashed; row++) {
      take(ids[row] as string, items[row] as T, tickets, 8 * row);
    }
  };
  /** Writes the row of an id; its length, above `ONE_BLOCK` where it does not fit. */
  const write = (id: string): number => {
    const start = 64 * count;
    if (typeof id === 'string' && id.length <= ONE_BLOCK && writePlain(rows, id, start)) {
      return id.length;
    }
    const length = writeUtf8(checkedId(id, what), bytes, 0);
    if (length <= ONE_BLOCK) writeBytes(rows, bytes, start, length);
    return length;
  };

  return {
    add(id, item) {
      const length = write(id);
      if (length > ONE_BLOCK) {
        take(id, item, ofId(id, what), 0);
        return;
      }
      pad(rows, 16 * count, length, KEY_BYTES);
      ids[count] = id;
      items[count] = item;
      if (++count === ROOM) flush();
    },
    flush,
  };
}

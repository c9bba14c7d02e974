import { checkedId } from '../core/identifier.js';
import { pad, writeAscii, writeBlock, writeBytes } from '../core/messageWords.js';
import { initialState, type Sha256State } from '../core/sha256.js';
import { compress } from '../core/sha256Block.js';

import { writeUtf8 } from '../core/utf8.js';
import { keyState } from './keyState.js';

/** SHA-256 of a key and an id, or a pair; the answer is one scratch state: read it before the next call. */
export interface KeyedHash {
  /** @throws `bad-id` */
  readonly ofId: (id: string, what: string) => Sha256State;
  /** Of `visit`, the separator and `inspector`. @throws `bad-id` */
  readonly ofPair: (visit: string, inspector: string) => Sha256State;
}

const SEPARATOR = 0x1f;
const LONGEST = 256;
/** Bytes of a key, which the state after it has taken. */
export const KEY_BYTES = 64;
/** Bytes of a message that fit one block with its padding. */
export const ONE_BLOCK = 55;
/** Visible ASCII after a key. */
const PLAIN = { least: 0x21, most: 0x7e, before: KEY_BYTES };
/** Room for two ids of 256 bytes, the separator and the padding, in whole blocks. */
const SCRATCH_BYTES = 576;

/**
 * SHA-256 of one key followed by an id, for many ids.
 *
 * The state after the key is computed once, so an id of up to 55 bytes costs one compression. One
 * pass writes an id straight into the words of the block and sees that it is visible ASCII, as almost
 * every id is, which says that it keeps the rule; only another one is held against the whole rule and
 * encoded as UTF-8.
 *
 * @throws `bad-key`
 */
export function keyedHash(key: string): KeyedHash {
  const midstate = keyState(key);
  const state = initialState();
  const words = new Int32Array(SCRATCH_BYTES / 4);
  const bytes = new Uint8Array(SCRATCH_BYTES);
  const separator = Uint8Array.of(SEPARATOR);

  const hash = (length: number): Sha256State => {
    const end = pad(words, 0, length, KEY_BYTES);
    compress(state, midstate, words, 0);
    for (let at = 16; at < end; at += 16) compress(state, state, words, at);
    return state;
  };
  const hashText = (text: string): Sha256State => {
    const length = writeUtf8(text, bytes, 0);
    writeBytes(words, bytes, 0, length);
    return hash(length);
  };

  return {
    ofId(id, what) {
      if (writePlainBlock(words, id, 0)) {
        compress(state, midstate, words, 0);
        return state;
      }
      return writePlain(words, id, 0) ? hash(id.length) : hashText(checkedId(id, what));
    },
    ofPair(visit, inspector) {
      if (writePlain(words, visit, 0)) {
        const start = visit.length + 1;
        writeBytes(words, separator, visit.length, 1);
        if (writePlain(words, inspector, start)) return hash(start + inspector.length);
      }
      const first = checkedId(visit, 'a visit');
      const second = checkedId(inspector, 'an inspector');
      return hashText(first + String.fromCharCode(SEPARATOR) + second);
    },
  };
}

/**
 * Writes an id as the one block after the key, from word `at`; false where it is not visible ASCII or
 * not of a length that fits.
 */
export function writePlainBlock(words: Int32Array, id: string, at: number): boolean {
  if (typeof id !== 'string' || id === '' || id.length > ONE_BLOCK) return false;
  return writeBlock(words, at, id, PLAIN);
}

/** Writes an id from byte `start`; false where it is not visible ASCII or not of a length to hash. */
export function writePlain(words: Int32Array, id: string, start: number): boolean {
  if (typeof id !== 'string' || id === '' || id.length > LONGEST) return false;
  return writeAscii(words, id, start, 0x21, 0x7e);
}

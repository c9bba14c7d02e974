import { checkedId } from '../core/identifier.js';
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

  const hash = (length: number): Sha256State => {
    const end = pad(words, length);
    compress(state, midstate, words, 0);
    for (let at = 16; at < end; at += 16) compress(state, state, words, at);
    return state;
  };
  const hashText = (text: string): Sha256State => {
    const length = writeUtf8(text, bytes, 0);
    for (let i = 0; i < length; i++) writeByte(words, bytes[i] as number, i);
    return hash(length);
  };

  return {
    ofId(id, what) {
      return writePlain(words, id, 0) ? hash(id.length) : hashText(checkedId(id, what));
    },
    ofPair(visit, inspector) {
      if (writePlain(words, visit, 0)) {
        const start = visit.length + 1;
        writeByte(words, SEPARATOR, visit.length);
        if (writePlain(words, inspector, start)) return hash(start + inspector.length);
      }
      const first = checkedId(visit, 'a visit');
      const second = checkedId(inspector, 'an inspector');
      return hashText(first + String.fromCharCode(SEPARATOR) + second);
    },
  };
}

/** Writes an id from byte `start`; false where it is not visible ASCII or not of a length to hash. */
function writePlain(words: Int32Array, id: string, start: number): boolean {
  if (typeof id !== 'string' || id === '' || id.length > LONGEST) return false;
  let word = openWord(words, start);
  let outside = 0;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    // The sign bit shows a code on either side of the range; a branch a code takes 10 ns an id longer.
    outside |= (code - 0x21) | (0x7e - code);
    word = (word << 8) | code;
    words[(start + i) >> 2] = word;
  }
  return outside >= 0;
}

function writeByte(words: Int32Array, byte: number, at: number): void {
  words[at >> 2] = (openWord(words, at) << 8) | byte;
}

/** The word before byte `at`: complete, and then shifted out by four bytes more, or still filling. */
function openWord(words: Int32Array, at: number): number {
  return at === 0 ? 0 : (words[(at - 1) >> 2] as number);
}

/** Closes a message of the key and `length` bytes (FIPS 180-4 §5.1.1); returns how many words it has. */
function pad(words: Int32Array, length: number): number {
  const last = length >> 2;
  const end = ((length + 8) >> 6) * 16 + 16;
  words[last] = ((openWord(words, length) << 8) | 0x80) << (24 - 8 * (length & 3));
  for (let i = last + 1; i < end - 1; i++) words[i] = 0;
  words[end - 1] = (64 + length) << 3;
  return end;
}

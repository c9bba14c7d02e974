import { compressMany } from '../core/compressMany.js';
import { initialState } from '../core/sha256.js';
import { compress } from '../core/sha256Block.js';
import { utf8, writeUtf8 } from '../core/utf8.js';
import { keyState } from '../ticket/keyState.js';
import { stateT52 } from '../ticket/t52.js';

/** Pairs that are hashed together. */
const ROOM = 128;
/** Room after the last row for what is left of a visit's id, an id of 256 bytes and the padding. */
const LONGEST_WORDS = 96;
const VISIT_BYTES = 257;
const SEPARATOR = 0x1f;

/** The first 52 bits of pair tickets, for one visit after another. */
export interface PairKeys {
  readonly setVisit: (id: string) => void;
  /** Puts the keys of the visit last set and the first `count` inspectors into `keys`. */
  readonly of: (inspectors: Int32Array, count: number, keys: Float64Array) => void;
}

/**
 * The fast keys of pair tickets: `t52(pairTicket(pairKey, visit, inspector))` for millions of pairs.
 *
 * The blocks that a visit's id fills are compressed once. The inspectors' ids are laid out as words
 * once, in each of the four places of a word they can begin at, so that a pair costs a few words and
 * one compression, which it shares with others; a pair that needs two blocks is hashed by itself.
 *
 * @param ids - the inspectors by number, each of at most 256 bytes
 * @throws `bad-key`
 */
export function pairKeys(pairKey: string, ids: readonly string[]): PairKeys {
  const keyed = keyState(pairKey);
  const visited = initialState();
  const state = initialState();
  const bytes = new Uint8Array(VISIT_BYTES);
  const words = new Int32Array(LONGEST_WORDS);
  const rows = new Int32Array(16 * ROOM + LONGEST_WORDS);
  const tickets = new Int32Array(8 * ROOM);
  const places = new Int32Array(ROOM);
  const texts = ids.map(utf8);
  const lengths = Int32Array.from(texts, (text) => text.length);
  const layouts: (Layout | undefined)[] = [undefined, undefined, undefined, undefined];
  let layout: Layout = { first: new Int32Array(1), words: new Int32Array(0) };
  /** Bytes before an inspector's id: of the whole message, and of its block. */
  let prefix = 0;
  let rest = 0;

  return {
    setVisit(id) {
      const length = writeUtf8(id, bytes, 0);
      bytes[length] = SEPARATOR;
      prefix = 64 + length + 1;
      rest = prefix & 63;
      words.fill(0, 0, (prefix >> 2) - 15);
      for (let at = 0; at <= length; at++) {
        words[at >> 2] =
          (words[at >> 2] as number) | ((bytes[at] as number) << (24 - 8 * (at & 3)));
      }
      visited.set(keyed);
      const whole = (prefix >> 6) - 1;
      for (let block = 0; block < whole; block++) compress(visited, visited, words, 16 * block);
      words.copyWithin(0, 16 * whole, 16 * whole + (rest >> 2) + 1);
      layout = layouts[rest & 3] ??= layoutOf(texts, rest & 3);
    },
    of(inspectors, count, keys) {
      let row = 0;
      const flush = (): void => {
        compressMany(tickets, visited, rows, row);
        for (let r = 0; r < row; r++) keys[places[r] as number] = stateT52(tickets, 8 * r);
        row = 0;
      };
      for (let i = 0; i < count; i++) {
        const begin = 16 * row;
        const end = write(inspectors[i] as number, begin);
        if (end > begin + 16) keys[i] = alone(begin, end);
        else {
          places[row++] = i;
          if (row === ROOM) flush();
        }
      }
      flush();
    },
  };

  /** Writes what is left of the message of a pair, from word `begin`; the word after its end. */
  function write(inspector: number, begin: number): number {
    const whole = rest >> 2;
    let at = begin;
    for (let n = 0; n < whole; n++) rows[at++] = words[n] as number;
    const first = layout.first[inspector] as number;
    const end = layout.first[inspector + 1] as number;
    rows[at++] = (words[whole] as number) | (layout.words[first] as number);
    for (let n = first + 1; n < end; n++) rows[at++] = layout.words[n] as number;
    const length = lengths[inspector] as number;
    const last = begin + (((rest + length + 8) >> 6) << 4) + 15;
    while (at < last) rows[at++] = 0;
    rows[last] = (prefix + length) << 3;
    return last + 1;
  }

  function alone(begin: number, end: number): number {
    compress(state, visited, rows, begin);
    for (let block = begin + 16; block < end; block += 16) compress(state, state, rows, block);
    return stateT52(state);
  }
}

/** The ids and the bit that ends a message as words, each id `shift` bytes into its first word. */
interface Layout {
  readonly first: Int32Array;
  readonly words: Int32Array;
}

function layoutOf(texts: readonly Uint8Array[], shift: number): Layout {
  const first = new Int32Array(texts.length + 1);
  texts.forEach((text, i) => {
    first[i + 1] = (first[i] as number) + ((shift + text.length) >> 2) + 1;
  });
  const words = new Int32Array(first[texts.length] as number);
  texts.forEach((text, i) => {
    for (let n = 0; n <= text.length; n++) {
      const at = (first[i] as number) + ((shift + n) >> 2);
      const byte = text[n] ?? 0x80;
      words[at] = (words[at] as number) | (byte << (24 - 8 * ((shift + n) & 3)));
    }
  });
  return { first, words };
}

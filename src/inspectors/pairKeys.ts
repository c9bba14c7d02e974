import { compressShared } from '../core/compressShared.js';
import { initialState } from '../core/sha256.js';
import { compress } from '../core/sha256Block.js';
import { utf8, writeUtf8 } from '../core/utf8.js';
import { keyState } from '../ticket/keyState.js';
import { stateT52 } from '../ticket/t52.js';

/** Room for what is left of a visit's id, an inspector's id of 256 bytes and the padding. */
const LONGEST_WORDS = 96;
const VISIT_BYTES = 257;
const SEPARATOR = 0x1f;
/** Bytes of a message that fit one block with its padding. */
const ONE_BLOCK = 55;

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
 * once, in each of the four places of a word they can begin at, so that a pair costs the words in which
 * they differ and one compression, of which it shares what comes before these; where a visit's pairs
 * need two blocks, each is hashed by itself.
 *
 * @param ids - the inspectors by number, each of at most 256 bytes
 * @throws `bad-key`
 */
export function pairKeys(pairKey: string, ids: readonly string[]): PairKeys {
  const keyed = keyState(pairKey);
  const visited = initialState();
  const after = initialState();
  const bytes = new Uint8Array(VISIT_BYTES);
  const words = new Int32Array(LONGEST_WORDS);
  const texts = ids.map(utf8);
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  let layout = layoutOf(texts, longest, 0);
  const layouts: (Layout | undefined)[] = [layout, undefined, undefined, undefined];
  let places: readonly number[] = [];
  /** Bytes before an inspector's id in its block, and the words of them that are whole. */
  let rest = 0;
  let whole = 0;
  let isOneBlock = false;
  let prefixBits = 0;

  return {
    setVisit(id) {
      const length = writeUtf8(id, bytes, 0);
      bytes[length] = SEPARATOR;
      const prefix = 64 + length + 1;
      rest = prefix & 63;
      whole = rest >> 2;
      words.fill(0);
      for (let at = 0; at <= length; at++) {
        words[at >> 2] =
          (words[at >> 2] as number) | ((bytes[at] as number) << (24 - 8 * (at & 3)));
      }
      visited.set(keyed);
      const blocks = (prefix >> 6) - 1;
      for (let block = 0; block < blocks; block++) compress(visited, visited, words, 16 * block);
      words.copyWithin(0, 16 * blocks, 16 * blocks + 16);
      words.fill(0, whole + 1);
      isOneBlock = rest + longest <= ONE_BLOCK;
      prefixBits = prefix << 3;
      layout = layouts[rest & 3] ??= layoutOf(texts, longest, rest & 3);
      if (isOneBlock) share();
    },
    of(inspectors, count, keys) {
      if (isOneBlock) {
        compressShared(
          keys,
          { state: visited, words },
          { places, columns: layout.columns },
          inspectors,
          count,
        );
      } else {
        for (let i = 0; i < count; i++) keys[i] = alone(inspectors[i] as number);
      }
    },
  };

  /** Lays out the one block of this visit's pairs: what all ids have in common, and where they differ. */
  function share(): void {
    const { common, width, differing } = layout;
    const placeOf = (k: number): number => (k === width - 1 ? 15 : whole + k);
    words[15] = prefixBits;
    for (let k = 0; k < width; k++) {
      words[placeOf(k)] = (words[placeOf(k)] as number) + (common[k] as number);
    }
    places = differing.map(placeOf);
  }

  /** The key of one inspector, over as many blocks as it needs. */
  function alone(inspector: number): number {
    const text = texts[inspector] as Uint8Array;
    const { words: own, width } = layout;
    const block = words.slice();
    const begin = width * inspector;
    const last = ((rest + text.length + 8) >> 6) * 16 + 15;
    for (let k = 0; k < width - 1; k++) {
      block[whole + k] = (block[whole + k] as number) + (own[begin + k] as number);
    }
    block[last] = prefixBits + (own[begin + width - 1] as number);
    compress(after, visited, block, 0);
    for (let at = 16; at < last; at += 16) compress(after, after, block, at);
    return stateT52(after);
  }
}

/** The ids and the bit that ends a message as words, and the bits an id adds to the message. */
interface Layout {
  /** A row of `width` words for each id, the bits last. */
  readonly words: Int32Array;
  readonly width: number;
  /** A row of the words that are the same for all ids, 0 where they differ. */
  readonly common: Int32Array;
  /** Where they differ, at least one, and the words of all ids there. */
  readonly differing: readonly number[];
  readonly columns: readonly Int32Array[];
}

/** Lays out ids that each begin `shift` bytes into their first word. */
function layoutOf(texts: readonly Uint8Array[], longest: number, shift: number): Layout {
  const width = ((shift + longest) >> 2) + 2;
  const words = new Int32Array(width * texts.length);
  texts.forEach((text, i) => {
    const begin = width * i;
    for (let n = 0; n <= text.length; n++) {
      const at = begin + ((shift + n) >> 2);
      const byte = text[n] ?? 0x80;
      words[at] = (words[at] as number) | (byte << (24 - 8 * ((shift + n) & 3)));
    }
    words[begin + width - 1] = text.length << 3;
  });
  const all = Array.from({ length: width }, (_, k) =>
    Int32Array.from(texts, (_, i) => words[width * i + k] as number),
  );
  const isOwn = all.map((column) => column.some((word) => word !== column[0]));
  if (!isOwn.includes(true)) isOwn[0] = true;
  return {
    words,
    width,
    common: Int32Array.from(all, (column, k) => (isOwn[k] ? 0 : (column[0] as number))),
    differing: [...isOwn.keys()].filter((k) => isOwn[k]),
    columns: all.filter((_, k) => isOwn[k]),
  };
}

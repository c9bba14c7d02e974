import { initialState } from '../core/sha256.js';
import { compress } from '../core/sha256Block.js';
import { utf8, writeUtf8 } from '../core/utf8.js';
import { keyState } from '../ticket/keyState.js';
import { stateT52 } from '../ticket/t52.js';

/** Room for two ids of 256 bytes, the separator and the padding, in 16 words a block. */
const MESSAGE_WORDS = 144;
const VISIT_BYTES = 257;
const SEPARATOR = 0x1f;

/** The first 52 bits of pair tickets, for one visit after another. */
export interface PairKeys {
  readonly setVisit: (id: string) => void;
  /** Of the visit last set and the inspector of that number. */
  readonly of: (inspector: number) => number;
}

/**
 * The fast keys of pair tickets: `t52(pairTicket(pairKey, visit, inspector))` for millions of pairs.
 *
 * The ids are laid out as words once, in each of the four places of a word they can begin at, so
 * that a pair costs a few words and one compression; as text it takes half as long again.
 *
 * @param ids - the inspectors by number, each of at most 256 bytes
 * @throws `bad-key`
 */
export function pairKeys(pairKey: string, ids: readonly string[]): PairKeys {
  const midstate = keyState(pairKey);
  const state = initialState();
  const words = new Int32Array(MESSAGE_WORDS);
  const bytes = new Uint8Array(VISIT_BYTES);
  const texts = ids.map(utf8);
  const layouts: (Layout | undefined)[] = [undefined, undefined, undefined, undefined];
  let layout: Layout = { first: new Int32Array(1), words: new Int32Array(0) };
  let prefix = 0;
  let open = 0;

  return {
    setVisit(id) {
      prefix = writeUtf8(id, bytes, 0);
      bytes[prefix++] = SEPARATOR;
      words.fill(0, 0, (prefix >> 2) + 1);
      for (let at = 0; at < prefix; at++) {
        words[at >> 2] =
          (words[at >> 2] as number) | ((bytes[at] as number) << (24 - 8 * (at & 3)));
      }
      open = words[prefix >> 2] as number;
      layout = layouts[prefix & 3] ??= layoutOf(texts, prefix & 3);
    },
    of(inspector) {
      const begin = layout.first[inspector] as number;
      const end = layout.first[inspector + 1] as number;
      let at = prefix >> 2;
      words[at++] = open | (layout.words[begin] as number);
      for (let n = begin + 1; n < end; n++) words[at++] = layout.words[n] as number;
      const length = prefix + (texts[inspector] as Uint8Array).length;
      const last = (((length + 72) >> 6) << 4) - 1;
      while (at < last) words[at++] = 0;
      words[last] = (64 + length) << 3;
      compress(state, midstate, words, 0);
      for (let block = 16; block < last; block += 16) compress(state, state, words, block);
      return stateT52(state);
    },
  };
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

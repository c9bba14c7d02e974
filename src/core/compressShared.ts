import { compiled, FEW, ownPlatform, type WasmPlatform } from './compressMany.js';
import { initialState } from './sha256.js';
import { compress, K } from './sha256Block.js';
import {
  BEFORE,
  BEGINNING,
  BLOCK,
  PLACES,
  SHARED_DATA,
  sharedLanesModule,
} from './sha256SharedLanes.js';

/** A block that many messages share but for some words. */
export interface SharedBlock {
  /** The state before it. */
  readonly state: Int32Array;
  /** Its 16 words. */
  readonly words: Int32Array;
}

/** What each message adds to some of the block's words. */
export interface OwnWords {
  /** Which words these are, ascending, at least one. */
  readonly places: readonly number[];
  /** For each of them in turn what the messages add to it, by their rows. */
  readonly columns: readonly Int32Array[];
}

/** What compresses four such blocks at a time, over words of a memory of its own. */
export interface SharedLanes {
  readonly words: Int32Array;
  readonly run: (to: number, own: number, end: number, placesEnd: number, begin: number) => void;
}

/** Rows in the memory of the lanes at a time. */
const ROOM = 256;
const TO = SHARED_DATA;
const OWN = TO + 8 * ROOM;

/**
 * The first 52 bits of the states after one block each, for many messages that share most of it: what
 * `compress` gives, four messages at a time where `compressMany` has lanes for it. What they share is
 * done once for all, and nothing is copied but what a message has of its own.
 *
 * @param to - takes the numbers
 * @param rows - which messages, by their rows
 * @param count - how many
 */
export function compressShared(
  to: Float64Array,
  block: SharedBlock,
  ownWords: OwnWords,
  rows: Int32Array,
  count: number,
): void {
  const lanes = count < FEW ? undefined : ownLanes();
  if (lanes === undefined) sharedEach(to, block, ownWords, rows, count);
  else sharedInLanes(lanes, to, block, ownWords, rows, count);
}

let own: { readonly lanes: SharedLanes | undefined } | undefined;

function ownLanes(): SharedLanes | undefined {
  own ??= { lanes: newSharedLanes(ownPlatform()) };
  return own.lanes;
}

/** Lanes for a platform; none where it has none that are right, as for `newLanes`. */
export function newSharedLanes(platform: WasmPlatform | undefined): SharedLanes | undefined {
  const lanes = compiled<SharedLanes>(platform, sharedLanesModule);
  return lanes !== undefined && isRight(lanes) ? lanes : undefined;
}

/** Whether lanes agree with `compress` on rows that differ. */
function isRight(lanes: SharedLanes): boolean {
  const fill = (length: number, salt: number): Int32Array =>
    Int32Array.from({ length }, (_, i) => Math.imul(i + salt, 0x9e3779b1));
  const block = { state: fill(8, 1), words: fill(16, 9) };
  const own = { places: [3, 4, 15], columns: [25, 30, 35].map((salt) => fill(5, salt)) };
  const rows = Int32Array.of(2, 0, 1, 3, 4);
  const [given, expected] = [new Float64Array(5), new Float64Array(5)];
  sharedInLanes(lanes, given, block, own, rows, 5);
  sharedEach(expected, block, own, rows, 5);
  return given.every((key, i) => key === expected[i]);
}

/** `compressShared`, one message after the other. */
export function sharedEach(
  to: Float64Array,
  { state, words }: SharedBlock,
  { places, columns }: OwnWords,
  rows: Int32Array,
  count: number,
): void {
  const after = initialState();
  const block = words.slice(0, 16);
  for (let n = 0; n < count; n++) {
    const row = rows[n] as number;
    for (let k = 0; k < places.length; k++) {
      const place = places[k] as number;
      block[place] = (words[place] as number) + ((columns[k] as Int32Array)[row] as number);
    }
    compress(after, state, block, 0);
    to[n] = ((after[0] as number) >>> 0) * 0x100000 + ((after[1] as number) >>> 12);
  }
}

/** `compressShared`, four messages at a time. */
export function sharedInLanes(
  { words: memory, run }: SharedLanes,
  to: Float64Array,
  block: SharedBlock,
  { places, columns }: OwnWords,
  rows: Int32Array,
  count: number,
): void {
  const width = places.length;
  const begin = places[0] as number;
  share(memory, block, begin);
  for (let k = 0; k < width; k++) memory[PLACES / 4 + k] = BLOCK + 16 * (places[k] as number);
  const numbers = new Float64Array(memory.buffer, TO, ROOM);
  for (let row = 0; row < count; row += ROOM) {
    const many = Math.min(ROOM, count - row);
    for (let k = 0; k < width; k++) {
      const common = block.words[places[k] as number] as number;
      const column = columns[k] as Int32Array;
      for (let n = 0; n < many; n++) {
        const at = OWN / 4 + (n >> 2) * 4 * width + 4 * k + (n & 3);
        memory[at] = common + (column[rows[row + n] as number] as number);
      }
    }
    const end = OWN + ((many + 3) >> 2) * 16 * width;
    run(TO, OWN, end, PLACES + 4 * width, begin);
    for (let n = 0; n < many; n++) to[row + n] = numbers[n] as number;
  }
}

/** Does what all messages share: the rounds before the first word that is not in common. */
function share(memory: Int32Array, { state, words }: SharedBlock, begin: number): void {
  for (let at = 0; at < 64; at++) memory[BLOCK / 4 + at] = words[at >> 2] as number;
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  memory[BEFORE / 4] = a;
  memory[BEFORE / 4 + 1] = b;
  for (let t = 0; t < begin; t++) {
    const chosen = g ^ (e & (f ^ g));
    const x = (h + sum(e, 6, 11, 25) + chosen + (K[t] as number) + (words[t] as number)) | 0;
    const y = (sum(a, 2, 13, 22) + (b ^ ((a ^ b) & (b ^ c)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + x) | 0;
    d = c;
    c = b;
    b = a;
    a = (x + y) | 0;
  }
  const put = (name: number, word: number): void => {
    memory[BEGINNING / 4 + ((name - begin) & 7)] = word;
  };
  put(0, a);
  put(1, b);
  put(2, c);
  put(3, d);
  put(4, e);
  put(5, f);
  put(6, g);
  put(7, h);
  memory[BEGINNING / 4 + 8] = b ^ c;
}

const turned = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));
const sum = (word: number, x: number, y: number, z: number): number =>
  turned(word, x) ^ turned(word, y) ^ turned(word, z);

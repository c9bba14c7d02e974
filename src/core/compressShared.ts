import { compiled, FEW, ownPlatform, type WasmPlatform } from './compressMany.js';
import { initialState } from './sha256.js';
import { compress } from './sha256Block.js';
import { LANES_DATA } from './sha256Lanes.js';
import { sharedLanesModule } from './sha256SharedLanes.js';

/** A block that many messages share but for some words in a row, and its last word. */
export interface SharedBlock {
  /** The state before it. */
  readonly state: Int32Array;
  /** Its 16 words. */
  readonly words: Int32Array;
  /** The first word that is not the same for all. */
  readonly place: number;
}

/**
 * What each message has of its own, a row of `width` words each: what is added to the block's words
 * from `place` on, and last what is added to its last word.
 */
export interface OwnWords {
  readonly words: Int32Array;
  readonly width: number;
}

/** What compresses four such blocks at a time, over words of a memory of its own. */
export interface SharedLanes {
  readonly words: Int32Array;
  readonly run: (
    ...addresses: readonly [
      ...[to: number, from: number, block: number, place: number, placeEnd: number],
      ...[own: number, end: number, spare: number],
    ]
  ) => void;
}

/** Rows in the memory of the lanes at a time. */
const ROOM = 256;
const FROM = LANES_DATA;
const BLOCK = FROM + 32;
const TO = BLOCK + 16 * 16;
const OWN = TO + 8 * ROOM;

/**
 * The first 52 bits of the states after one block each, for many messages that share most of it: what
 * `compress` gives, four messages at a time where `compressMany` has lanes for it. Nothing is copied
 * but what a message has of its own.
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
  const fill = (length: number): Int32Array =>
    Int32Array.from({ length }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  const block = { state: fill(8), words: fill(16), place: 3 };
  const rows = Int32Array.of(2, 0, 1, 3, 4);
  const [given, expected] = [new Float64Array(5), new Float64Array(5)];
  sharedInLanes(lanes, given, block, { words: fill(20), width: 4 }, rows, 5);
  sharedEach(expected, block, { words: fill(20), width: 4 }, rows, 5);
  return given.every((key, i) => key === expected[i]);
}

/** `compressShared`, one message after the other. */
export function sharedEach(
  to: Float64Array,
  { state, words, place }: SharedBlock,
  own: OwnWords,
  rows: Int32Array,
  count: number,
): void {
  const after = initialState();
  const block = words.slice(0, 16);
  const last = own.width - 1;
  for (let n = 0; n < count; n++) {
    const at = own.width * (rows[n] as number);
    for (let k = 0; k < last; k++) {
      block[place + k] = (words[place + k] as number) + (own.words[at + k] as number);
    }
    block[15] = (words[15] as number) + (own.words[at + last] as number);
    compress(after, state, block, 0);
    to[n] = ((after[0] as number) >>> 0) * 0x100000 + ((after[1] as number) >>> 12);
  }
}

/** `compressShared`, four messages at a time. */
export function sharedInLanes(
  { words: memory, run }: SharedLanes,
  to: Float64Array,
  { state, words, place }: SharedBlock,
  own: OwnWords,
  rows: Int32Array,
  count: number,
): void {
  const { words: owned, width } = own;
  const last = width - 1;
  memory.set(state, FROM / 4);
  for (let word = 0; word < 16; word++) {
    memory.fill(words[word] as number, BLOCK / 4 + 4 * word, BLOCK / 4 + 4 * word + 4);
  }
  const numbers = new Float64Array(memory.buffer, TO, ROOM);
  const end = words[15] as number;
  for (let row = 0; row < count; row += ROOM) {
    const many = Math.min(ROOM, count - row);
    for (let n = 0; n < many; n++) {
      const from = width * (rows[row + n] as number);
      let at = OWN / 4 + (n >> 2) * 4 * width + (n & 3);
      for (let k = 0; k < last; k++) {
        memory[at] = (words[place + k] as number) + (owned[from + k] as number);
        at += 4;
      }
      memory[at] = end + (owned[from + last] as number);
    }
    const past = OWN + ((many + 3) >> 2) * 16 * width;
    run(TO, FROM, BLOCK, BLOCK + 16 * place, BLOCK + 16 * (place + last), OWN, past, 0);
    for (let n = 0; n < many; n++) to[row + n] = numbers[n] as number;
  }
}

import { LANES_DATA, moved, round, scheduled, vectorLocals, vectorsFrom } from './sha256Lanes.js';
import { type Code, vector, WORD, wasm, wasmModule } from './wasmCode.js';
import { wasmWords } from './wasmWords.js';

/** Where a caller puts what four times the same words are made of, the block's 16 words as vectors. */
export const BLOCK = LANES_DATA;
/** The first two words of the state before the block. */
export const BEFORE = BLOCK + 16 * 16;
/** The state before the round to begin with, its eight names turned as that round has them, and B ^ C. */
export const BEGINNING = BEFORE + 8;
/** The addresses in `BLOCK` of the words that are not in common. */
export const PLACES = BEGINNING + 36;
export const SHARED_DATA = PLACES + 4 * 16 + 4;

/**
 * One block of SHA-256 of four messages at once, as `lanesModule`, for blocks that have all words in
 * common but some. Of the new states only the first 52 bits are wanted, each as a number of 64 bits.
 *
 * The rounds before the first word that is not in common are the same for all, and left to the caller.
 *
 * Its function takes five addresses and numbers: where the numbers go; where the blocks' own words begin
 * and end, of four blocks at a time a vector for each word in turn; the end of their places; the round
 * to begin with.
 */
export function sharedLanesModule(): Uint8Array<ArrayBuffer> {
  const { get, set, i32, isLess32, load, loadSplat, store, add, loop } = wasm;
  const { shuffle, shiftRight } = wasm;
  const [TO, OWN, END, PLACES_END, BEGIN, AT, parameters] = [0, 1, 2, 3, 4, 5, 6];
  const { STATE, WORDS, SPARE } = vectorsFrom(parameters);
  const names = Array.from({ length: 8 }, (_, name) => name);
  const places = Array.from({ length: 16 }, (_, word) => word);
  const splat = (at: number): Code => [...i32(0), ...loadSplat(at)];
  const half = (vector: Code, words: readonly number[]): Code => [
    ...[...vector, ...vector, ...shuffle(words), ...wasm64.fromWords],
  ];
  const numbers = [
    [0, 1],
    [2, 3],
  ].flatMap((words, i) => [
    ...[...get(TO), ...half(get(STATE), [...words, ...words]), ...wasm64.constant(2 ** 20)],
    ...wasm64.multiply,
    ...half([...get(STATE + 1), ...i32(12), ...shiftRight], [...words, ...words]),
    ...[...wasm64.add, ...store(16 * i)],
  ]);
  // A way in before each of the first rounds: blocks within blocks, each with the rounds before inside.
  let entered: Code = [...get(BEGIN), ...wasmWords.leaveAt(places)];
  for (const t of places) {
    const before = t === 0 ? [] : round(t - 1, STATE, WORDS, SPARE);
    entered = wasmWords.block(entered.concat(before));
  }
  const body = [
    [...i32(PLACES), ...set(AT)],
    loop([
      ...[...get(AT), ...wasmWords.load32(0), ...get(OWN), ...load(0), ...store(0)],
      ...[...moved(OWN, i32(16)), ...moved(AT, i32(4))],
      ...[...get(AT), ...get(PLACES_END), ...isLess32],
    ]),
    names.flatMap((name) => [...splat(BEGINNING + 4 * name), ...set(STATE + name)]),
    [...splat(BEGINNING + 32), ...set(SPARE), ...splat(BEGINNING + 32), ...set(SPARE + 1)],
    places.flatMap((word) => [...i32(BLOCK), ...load(16 * word), ...set(WORDS + word)]),
    entered,
    round(15, STATE, WORDS, SPARE),
    Array.from({ length: 48 }, (_, n) => [
      ...scheduled(16 + n, WORDS),
      ...round(16 + n, STATE, WORDS, SPARE),
    ]).flat(),
    [0, 1].flatMap((name) => [
      ...[...get(STATE + name), ...splat(BEFORE + 4 * name), ...add, ...set(STATE + name)],
    ]),
    numbers,
    moved(TO, i32(4 * 8)),
    [...get(OWN), ...get(END), ...isLess32],
  ].flat();
  return wasmModule({
    parameters: 5,
    locals: [WORD, ...vectorLocals()],
    pages: 1,
    body: loop(body),
  });
}

/** What numbers of 64 bits need, two in a vector. */
const wasm64 = {
  /** A number in both halves. */
  constant: (value: number): Code => {
    const bytes = new Uint8Array(16);
    const view = new DataView(bytes.buffer);
    for (const at of [0, 8]) view.setFloat64(at, value, true);
    return [...vector(12), ...bytes];
  },
  /** The first two words of a vector, without a sign. */
  fromWords: [...vector(255)],
  add: [...vector(240)],
  multiply: [...vector(242)],
};

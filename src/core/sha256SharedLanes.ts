import { moved, rounds, vectorLocals, vectorsFrom } from './sha256Lanes.js';
import { type Code, vector, wasm, wasmModule } from './wasmCode.js';

/**
 * One block of SHA-256 of four messages at once, as `lanesModule`, for blocks that have all words in
 * common but a few in a row and the last one. Of the new states only the first 52 bits are wanted, each
 * as a number of 64 bits.
 *
 * Its function takes seven addresses: where the numbers go; the one state before; the 16 words of the
 * block, each a vector with four times the same; the first of its words that are not in common, and
 * the first after them; where the blocks' own words begin and end, of four blocks at a time a vector
 * for each word in turn; and a place of its own.
 */
export function sharedLanesModule(): Uint8Array<ArrayBuffer> {
  const { get, set, i32, isLess32, load, loadSplat, store, add, loop } = wasm;
  const { shuffle, shiftRight } = wasm;
  const [TO, FROM, BLOCK, PLACE, PLACE_END, OWN, END, AT, parameters] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const { STATE, WORDS } = vectorsFrom(parameters);
  const names = Array.from({ length: 8 }, (_, name) => name);
  const places = Array.from({ length: 16 }, (_, word) => word);
  const sum = (name: number): Code => [
    ...[...get(STATE + name), ...get(FROM), ...loadSplat(4 * name), ...add, ...set(STATE + name)],
  ];
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
  const body = [
    [...get(PLACE), ...set(AT)],
    loop([
      ...[...get(AT), ...get(OWN), ...load(0), ...store(0)],
      ...[...moved(OWN, i32(16)), ...moved(AT, i32(16))],
      ...[...get(AT), ...get(PLACE_END), ...isLess32],
    ]),
    [...get(BLOCK), ...get(OWN), ...load(0), ...store(15 * 16)],
    moved(OWN, i32(16)),
    names.flatMap((name) => [...get(FROM), ...loadSplat(4 * name), ...set(STATE + name)]),
    places.flatMap((word) => [...get(BLOCK), ...load(16 * word), ...set(WORDS + word)]),
    rounds(STATE, WORDS),
    [...sum(0), ...sum(1)],
    numbers,
    moved(TO, i32(4 * 8)),
    [...get(OWN), ...get(END), ...isLess32],
  ].flat();
  return wasmModule({ parameters, locals: vectorLocals(), pages: 1, body: loop(body) });
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

import { type Code, VECTOR, wasm, wasmModule } from './wasmCode.js';

/** Bytes before the round constants end, and where a caller's own data may begin. */
export const LANES_DATA = 256;

/** Locals of the function: five addresses, then vectors of one word in each of four lanes. */
const [TO, FROM, STEP, ROWS, END] = [0, 1, 2, 3, 4];
const STATE = 5;
const WORDS = STATE + 8;
const SPARE = WORDS + 16;

/**
 * One block of SHA-256 (FIPS 180-4 §6.2.2) of four messages at once, each in a lane of a vector, as
 * the bytes of a WebAssembly module.
 *
 * Its function takes five addresses: where the new states go; where the states before lie, and how
 * many bytes one is from the next (0 for the same state before every block); where the blocks begin
 * and end. States and blocks are rows of words, one after the other, and four rows are taken at a
 * time. The round constants stand at address 0.
 */
export function lanesModule(): Uint8Array<ArrayBuffer> {
  const { get, set, i32, add32, multiply32, isLess32, load, store, add, loop } = wasm;
  const stateOf = (row: number): Code => [
    ...[...get(FROM), ...get(STEP), ...i32(row), ...multiply32, ...add32],
  ];
  const rows = [0, 1, 2, 3];
  const halves = [0, 1];
  const move = (address: number, bytes: Code): Code => [
    ...[...get(address), ...bytes, ...add32, ...set(address)],
  ];
  const body = [
    halves.flatMap((half) => [
      ...rows.flatMap((row) => [
        ...[...stateOf(row), ...load(16 * half), ...set(STATE + 4 * half + row)],
      ]),
      ...transposed(STATE + 4 * half),
    ]),
    [0, 1, 2, 3].flatMap((quarter) => [
      ...rows.flatMap((row) => [
        ...[...get(ROWS), ...load(64 * row + 16 * quarter), ...set(WORDS + 4 * quarter + row)],
      ]),
      ...transposed(WORDS + 4 * quarter),
    ]),
    Array.from({ length: 64 }, (_, t) => round(t)).flat(),
    halves.flatMap((half) => [
      ...transposed(STATE + 4 * half),
      ...rows.flatMap((row) => [
        ...[...get(TO), ...stateOf(row), ...load(16 * half), ...get(STATE + 4 * half + row)],
        ...[...add, ...store(32 * row + 16 * half)],
      ]),
    ]),
    move(TO, i32(4 * 32)),
    move(FROM, [...get(STEP), ...i32(4), ...multiply32]),
    move(ROWS, i32(4 * 64)),
    [...get(ROWS), ...get(END), ...isLess32],
  ].flat();
  const locals = new Array<number>(28).fill(VECTOR);
  return wasmModule({ parameters: 5, locals, pages: 1, body: loop(body) });
}

/** Round `t`: the names turn instead of the values, and the words roll in place. */
function round(t: number): Code {
  const { get, set, i32, add, and, xor, select, loadSplat } = wasm;
  const local = (name: number): number => STATE + ((name - t) & 7);
  const [a, b, c, d] = [0, 1, 2, 3].map((name) => get(local(name))) as [Code, Code, Code, Code];
  const [e, f, g, h] = [4, 5, 6, 7].map((name) => get(local(name))) as [Code, Code, Code, Code];
  const word = (n: number): Code => get(WORDS + (n & 15));
  const isScheduled = t >= 16;
  return [
    ...(isScheduled ? [...word(t), ...word(t - 7), ...add] : []),
    ...(isScheduled ? [...sigma(word(t - 15), [7, 18], 3), ...add] : []),
    ...(isScheduled ? [...sigma(word(t - 2), [17, 19], 10), ...add] : []),
    ...(isScheduled ? set(WORDS + (t & 15)) : []),
    // h + K + W + Ch(e, f, g) + Σ1(e), the first of the two sums of a round.
    ...[...h, ...i32(0), ...loadSplat(4 * t), ...add, ...word(t), ...add],
    ...[...f, ...g, ...e, ...select, ...add],
    ...[...sigma(e, [6, 11, 25]), ...add, ...set(local(7))],
    ...[...d, ...h, ...add, ...set(local(3))],
    // Maj(a, b, c) as b ^ ((a ^ b) & (b ^ c)).
    ...[...h, ...b, ...a, ...b, ...xor, ...b, ...c, ...xor, ...and, ...xor, ...add],
    ...[...sigma(a, [2, 13, 22]), ...add, ...set(local(7))],
  ];
}

/** The exclusive or of a word turned right by each of `turns`, and shifted right by `shift`. */
function sigma(word: Code, turns: readonly number[], shift?: number): Code {
  const { i32, shiftLeft, shiftRight, or, xor } = wasm;
  const right = (bits: number): Code => [...word, ...i32(bits), ...shiftRight];
  const turned = turns.map((bits) => [
    ...[...right(bits), ...word, ...i32(32 - bits), ...shiftLeft, ...or],
  ]);
  const terms = shift === undefined ? turned : [...turned, right(shift)];
  return terms.flatMap((term, i) => (i === 0 ? term : [...term, ...xor]));
}

/** Turns four vectors, each four words of a row, into four with one word of each row, or back. */
function transposed(first: number): Code {
  const { get, set, shuffle } = wasm;
  const mix = (x: number, y: number, words: readonly number[], to: number): Code => [
    ...[...get(x), ...get(y), ...shuffle(words), ...set(to)],
  ];
  const [front, back] = [
    [0, 4, 1, 5],
    [2, 6, 3, 7],
  ] as const;
  const [low, high] = [
    [0, 1, 4, 5],
    [2, 3, 6, 7],
  ] as const;
  return [
    ...mix(first, first + 1, front, SPARE),
    ...mix(first, first + 1, back, SPARE + 1),
    ...mix(first + 2, first + 3, front, SPARE + 2),
    ...mix(first + 2, first + 3, back, SPARE + 3),
    ...mix(SPARE, SPARE + 2, low, first),
    ...mix(SPARE, SPARE + 2, high, first + 1),
    ...mix(SPARE + 1, SPARE + 3, low, first + 2),
    ...mix(SPARE + 1, SPARE + 3, high, first + 3),
  ];
}

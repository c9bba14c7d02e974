import { type Code, VECTOR, wasm, wasmModule } from './wasmCode.js';

/** Bytes before the round constants end, and where a caller's own data may begin. */
export const LANES_DATA = 256;

/** Locals of a function, from `first`: vectors of one word in each of four lanes. */
export const vectorsFrom = (first: number) => ({
  STATE: first,
  WORDS: first + 8,
  SPARE: first + 24,
});
export const vectorLocals = (): number[] => new Array<number>(28).fill(VECTOR);

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
  const [TO, FROM, STEP, ROWS, END, parameters] = [0, 1, 2, 3, 4, 5];
  const { STATE, WORDS, SPARE } = vectorsFrom(parameters);
  const stateOf = (row: number): Code => [
    ...[...get(FROM), ...get(STEP), ...i32(row), ...multiply32, ...add32],
  ];
  const rows = [0, 1, 2, 3];
  const halves = [0, 1];
  const body = [
    halves.flatMap((half) => [
      ...rows.flatMap((row) => [
        ...[...stateOf(row), ...load(16 * half), ...set(STATE + 4 * half + row)],
      ]),
      ...transposed(STATE + 4 * half, SPARE),
    ]),
    [0, 1, 2, 3].flatMap((quarter) => [
      ...rows.flatMap((row) => [
        ...[...get(ROWS), ...load(64 * row + 16 * quarter), ...set(WORDS + 4 * quarter + row)],
      ]),
      ...transposed(WORDS + 4 * quarter, SPARE),
    ]),
    rounds(STATE, WORDS, SPARE),
    halves.flatMap((half) => [
      ...transposed(STATE + 4 * half, SPARE),
      ...rows.flatMap((row) => [
        ...[...get(TO), ...stateOf(row), ...load(16 * half), ...get(STATE + 4 * half + row)],
        ...[...add, ...store(32 * row + 16 * half)],
      ]),
    ]),
    moved(TO, i32(4 * 32)),
    moved(FROM, [...get(STEP), ...i32(4), ...multiply32]),
    moved(ROWS, i32(4 * 64)),
    [...get(ROWS), ...get(END), ...isLess32],
  ].flat();
  return wasmModule({ parameters, locals: vectorLocals(), pages: 1, body: loop(body) });
}

/** Moves an address by so many bytes. */
export function moved(address: number, bytes: Code): Code {
  return [...wasm.get(address), ...bytes, ...wasm.add32, ...wasm.set(address)];
}

/** The 64 rounds, over a state and the words of a block in locals from these on. */
function rounds(state: number, words: number, spare: number): Code {
  const { get, set, xor } = wasm;
  return [
    ...[...get(state + 1), ...get(state + 2), ...xor, ...set(spare + 1)],
    ...Array.from({ length: 64 }, (_, t) => [
      ...(t < 16 ? [] : scheduled(t, words)),
      ...round(t, state, words, spare),
    ]).flat(),
  ];
}

/** Word `t` of the schedule, in place of the one 16 before it. */
export function scheduled(t: number, words: number): Code {
  const { get, set, add } = wasm;
  const word = (n: number): Code => get(words + (n & 15));
  return [
    ...[...word(t), ...word(t - 7), ...add],
    ...[...sigma(word(t - 15), [7, 18], 3), ...add],
    ...[...sigma(word(t - 2), [17, 19], 10), ...add, ...set(words + (t & 15))],
  ];
}

/**
 * Round `t`, once its word stands in its place: the names turn instead of the values. One of two spare
 * locals hands a ^ b to the next round, which needs it as b ^ c: it is the first after an even round.
 */
export function round(t: number, state: number, words: number, spare: number): Code {
  const { get, set, i32, add, and, xor, select, loadSplat } = wasm;
  const local = (name: number): number => state + ((name - t) & 7);
  const [a, b, d] = [0, 1, 3].map((name) => get(local(name))) as [Code, Code, Code];
  const [e, f, g, h] = [4, 5, 6, 7].map((name) => get(local(name))) as [Code, Code, Code, Code];
  const [x, y] = [spare + (t & 1), spare + 1 - (t & 1)];
  return [
    // h + K + W + Ch(e, f, g) + Σ1(e), the first of the two sums of a round.
    ...[...h, ...i32(0), ...loadSplat(4 * t), ...add, ...get(words + (t & 15)), ...add],
    ...[...f, ...g, ...e, ...select, ...add],
    ...[...sigma(e, [6, 11, 25]), ...add, ...set(local(7))],
    ...[...d, ...h, ...add, ...set(local(3))],
    // Maj(a, b, c) as b ^ ((a ^ b) & (b ^ c)).
    ...[...a, ...b, ...xor, ...set(x)],
    ...[...h, ...b, ...get(x), ...get(y), ...and, ...xor, ...add],
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
function transposed(first: number, spare: number): Code {
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
    ...mix(first, first + 1, front, spare),
    ...mix(first, first + 1, back, spare + 1),
    ...mix(first + 2, first + 3, front, spare + 2),
    ...mix(first + 2, first + 3, back, spare + 3),
    ...mix(spare, spare + 2, low, first),
    ...mix(spare, spare + 2, high, first + 1),
    ...mix(spare + 1, spare + 3, low, first + 2),
    ...mix(spare + 1, spare + 3, high, first + 3),
  ];
}

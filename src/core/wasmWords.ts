import { type Code, unsigned, vector, wasm } from './wasmCode.js';

/** The instructions of a loop over rows: words of 32 bits, memory, branches, sums in lanes. */
export const wasmWords = {
  ...wasm,
  /** Sets a local and leaves what it was set to. */
  tee: (local: number): Code => [0x22, ...unsigned(local)],
  isZero32: [0x45],
  isEqual32: [0x46],
  isLessSigned32: [0x48],
  isGreaterSigned32: [0x4a],
  isGreater32: [0x4b],
  isAtMost32: [0x4d],
  isAtLeastSigned32: [0x4e],
  isAtLeast32: [0x4f],
  subtract32: [0x6b],
  and32: [0x71],
  or32: [0x72],
  shiftLeft32: [0x74],
  shiftRight32: [0x76],
  /** The first of two where the third is not 0, else the second. */
  select32: [0x1b],
  load32: (offset: number): Code => [0x28, 2, ...unsigned(offset)],
  load8: (offset: number): Code => [0x2d, 0, ...unsigned(offset)],
  load16: (offset: number): Code => [0x2f, 1, ...unsigned(offset)],
  store32: (offset: number): Code => [0x36, 2, ...unsigned(offset)],
  store8: (offset: number): Code => [0x3a, 0, ...unsigned(offset)],
  store16: (offset: number): Code => [0x3b, 1, ...unsigned(offset)],
  /** Runs the body; `leave` inside it goes to its end. */
  block: (body: Code): Code => [0x02, 0x40, ...body, 0x0b],
  /** Runs the body where the condition before it holds. */
  when: (body: Code): Code => [0x04, 0x40, ...body, 0x0b],
  /** Goes to the end of the block that is so many blocks out. */
  leave: (depth: number): Code => [0x0c, ...unsigned(depth)],
  /** Goes to the end of the block that is `depths[n]` blocks out, by a number `n` below their count. */
  leaveAt: (depths: readonly number[]): Code => [
    ...[0x0e, ...unsigned(depths.length - 1), ...depths.flatMap((depth) => unsigned(depth))],
  ],
  zero: [...vector(12), ...new Array<number>(16).fill(0)],
  /** One of eight halves of words, with its sign. */
  half: (lane: number): Code => [...vector(24), lane],
  /** One of four words. */
  lane: (lane: number): Code => [...vector(27), lane],
  addHalves: [...vector(142)],
  subtractHalves: [...vector(145)],
  subtract: [...vector(177)],
};

import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';

/** A pair of codes and what is done with what both leave. */
const pair =
  (operation: Code) =>
  (one: Code, two: Code): Code => [...one, ...two, ...operation];

/** Expressions: code that leaves one word of 32 bits. Truths are 1 and 0. */
export const word = {
  of: wasm.get,
  constant: wasm.i32,
  plus: pair(wasm.add32),
  minus: pair(wasm.subtract32),
  times: pair(wasm.multiply32),
  both: pair(wasm.and32),
  either: pair(wasm.or32),
  shiftedLeft: (one: Code, bits: number): Code => [...one, ...wasm.i32(bits), ...wasm.shiftLeft32],
  shiftedRight: (one: Code, bits: number): Code => [
    ...one,
    ...wasm.i32(bits),
    ...wasm.shiftRight32,
  ],
  isNot: (one: Code): Code => [...one, ...wasm.isZero32],
  isEqual: pair(wasm.isEqual32),
  /** Comparisons with signs. */
  isBelow: pair(wasm.isLessSigned32),
  isAbove: pair(wasm.isGreaterSigned32),
  isAtLeast: pair(wasm.isAtLeastSigned32),
  /** Comparisons of words without a sign. */
  isBeyond: pair(wasm.isAtLeast32),
  isFurther: pair(wasm.isGreater32),
  isWithin: pair(wasm.isAtMost32),
  /** The first where the third is not 0, else the second. */
  chosen: (one: Code, two: Code, where: Code): Code => [...one, ...two, ...where, ...wasm.select32],
};

/** The ends of a word with a sign. */
export const LEAST = -(2 ** 31);
export const MOST = 2 ** 31 - 1;

/** Whether the word of a local lies between two ends, both inside; ends may lie outside all words. */
export function isBetween(local: number, low: number, high: number): Code {
  const from = Math.max(LEAST, Math.ceil(low));
  const to = Math.min(MOST, Math.floor(high));
  if (from > to) return word.constant(0);
  if (from === LEAST && to === MOST) return word.constant(1);
  // Without a sign what lies below the lower end lies far beyond the upper.
  const above = word.minus(word.of(local), word.constant(from));
  return word.isWithin(above, word.constant(to - from));
}

/** How many of some ascending edges the word of a local has reached. */
export function edgesReached(local: number, edges: readonly number[]): Code {
  const always = edges.filter((edge) => edge <= LEAST).length;
  const reached = edges
    .filter((edge) => edge > LEAST && edge <= MOST)
    .map((edge) => word.isAtLeast(word.of(local), word.constant(edge)));
  return reached.reduce(word.plus, word.constant(always));
}

/** The word of a local held between two ends. */
export function heldIn(local: number, low: number, high: number): Code {
  const { of, constant, isAbove, isBelow, chosen } = word;
  const capped =
    high >= MOST
      ? []
      : [
          ...chosen(constant(high), of(local), isAbove(of(local), constant(high))),
          ...wasm.set(local),
        ];
  const floored =
    low <= LEAST
      ? []
      : [
          ...chosen(constant(low), of(local), isBelow(of(local), constant(low))),
          ...wasm.set(local),
        ];
  return [...capped, ...floored, ...of(local)];
}

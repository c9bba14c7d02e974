import { requireArgument } from './argument.js';
import { compress } from './sha256Block.js';
import { utf8, writeUtf8 } from './utf8.js';

/**
 * SHA-256 (FIPS 180-4), synchronous and without a platform's crypto, so that a browser page, a
 * worker and a server compute the same digest the same way. Held equal to `node:crypto` by test.
 *
 * The state is exposed because a draw's key fills exactly one block: its state after that block
 * (the midstate) is computed once, and a ticket then costs one compression.
 */
export type Sha256State = Int32Array;

/** The state before the first block (§5.3.3). */
export function initialState(): Sha256State {
  return new Int32Array(INITIAL);
}

const INITIAL = /* @__PURE__ */ Int32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab],
  0x5be0cd19,
);

/**
 * Takes the rest of a message into `state` and closes it with the padding of §5.1.1.
 *
 * @param state - the state after `taken` bytes (a multiple of 64); holds the digest afterwards
 * @param bytes - the rest of the message
 * @param length - how many of `bytes` belong to it
 * @param taken - bytes already compressed into `state`
 */
export function finish(state: Sha256State, bytes: Uint8Array, length: number, taken = 0): void {
  // One block that stays: nothing else runs before it is used up.
  const block = lastBlock;
  let at = takeBlocks(state, bytes, length, block);
  let i = 0;
  for (; at + 4 <= length; at += 4) block[i++] = wordAt(bytes, at);
  let word = 0;
  let shift = 24;
  for (; at < length; shift -= 8) word |= (bytes[at++] as number) << shift;
  block[i++] = word | (0x80 << shift);
  const hasRoom = i <= 14;
  while (i < 16) block[i++] = 0;
  if (!hasRoom) {
    compress(state, state, block, 0);
    block.fill(0);
  }
  const total = taken + length;
  block[14] = Math.floor(total / 0x20000000);
  block[15] = total << 3;
  compress(state, state, block, 0);
}

/** The four bytes from `j` as a big-endian word. */
function wordAt(bytes: Uint8Array, j: number): number {
  return (
    ((bytes[j] as number) << 24) |
    ((bytes[j + 1] as number) << 16) |
    ((bytes[j + 2] as number) << 8) |
    (bytes[j + 3] as number)
  );
}

const lastBlock = /* @__PURE__ */ new Int32Array(16);

/**
 * Takes the whole blocks of a message into `state`.
 *
 * @param block - room for one
 * @returns how many bytes they were
 */
export function takeBlocks(
  state: Sha256State,
  bytes: Uint8Array,
  length: number,
  block: Int32Array,
): number {
  let at = 0;
  for (; at + 64 <= length; at += 64) {
    for (let i = 0; i < 16; i++) block[i] = wordAt(bytes, at + 4 * i);
    compress(state, state, block, 0);
  }
  return at;
}

/** The 32 bytes of a finished state. */
export function stateBytes(state: Sha256State): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 8; i++) view.setInt32(i * 4, state[i] as number);
  return bytes;
}

const digits: number[] = /* @__PURE__ */ new Array<number>(64).fill(0);
/** The codes of `0` to `9` and `a` to `f`. */
const DIGITS = /* @__PURE__ */ Uint8Array.of(
  ...[0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37],
  ...[0x38, 0x39, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66],
);

/** The 64 lower-case hex digits of a finished state, which begins at word `at`. */
export function stateHex(state: Sha256State, at = 0): string {
  for (let i = 0, word = at; i < 64; i += 8) {
    const bits = state[word++] as number;
    // To go through it digit by digit takes half as long again.
    digits[i] = DIGITS[bits >>> 28] as number;
    digits[i + 1] = DIGITS[(bits >>> 24) & 15] as number;
    digits[i + 2] = DIGITS[(bits >>> 20) & 15] as number;
    digits[i + 3] = DIGITS[(bits >>> 16) & 15] as number;
    digits[i + 4] = DIGITS[(bits >>> 12) & 15] as number;
    digits[i + 5] = DIGITS[(bits >>> 8) & 15] as number;
    digits[i + 6] = DIGITS[(bits >>> 4) & 15] as number;
    digits[i + 7] = DIGITS[bits & 15] as number;
  }
  // One flat text out of one array that stays: eight words by `toString` take eight times as long.
  return String.fromCharCode.apply(null, digits);
}

/** The SHA-256 digest of bytes, as 32 bytes. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  requireArgument('sha256Bytes', 'bytes', bytes, 'array');
  const state = initialState();
  finish(state, bytes, bytes.length);
  return stateBytes(state);
}

/** Texts of up to so many bytes are written into one array that stays. */
const KEPT = 65_536;
const scratch = /* @__PURE__ */ new Uint8Array(KEPT);
const scratchState = /* @__PURE__ */ new Int32Array(8);

/**
 * The SHA-256 digest of a text's UTF-8 bytes, as 64 lower-case hex digits.
 *
 * @example
 * ```ts
 * import { sha256 } from 'evenhand/core';
 *
 * sha256('abc'); // => 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
 * ```
 */
export function sha256(text: string): string {
  if (typeof text !== 'string') requireArgument('sha256', 'text', text, 'string');
  const most = text.length * 3;
  const bytes = most > KEPT ? utf8(text) : scratch;
  return sha256Hex(bytes, most > KEPT ? bytes.length : writeUtf8(text, scratch, 0));
}

/** The SHA-256 digest of the first `length` bytes, as 64 lower-case hex digits. */
export function sha256Hex(bytes: Uint8Array, length: number): string {
  // `set` takes a tenth of a microsecond.
  for (let i = 0; i < 8; i++) scratchState[i] = INITIAL[i] as number;
  finish(scratchState, bytes, length);
  return stateHex(scratchState);
}

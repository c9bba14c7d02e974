import { utf8 } from './utf8.js';

/**
 * SHA-256 (FIPS 180-4), synchronous and without a platform's crypto, so that a browser page, a
 * worker and a server compute the same digest the same way. Held equal to `node:crypto` by test.
 *
 * The state is exposed because a draw's key fills exactly one block: its state after that block
 * (the midstate) is computed once, and a ticket then costs one compression.
 */
export type Sha256State = Int32Array;

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2). */
const K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** The state before the first block (§5.3.3). */
export function initialState(): Sha256State {
  return new Int32Array([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ]);
}

const schedule = /* @__PURE__ */ new Int32Array(64);

/** Takes the 64 bytes of `block` from `at` into `state` (§6.2.2). */
export function compress(state: Sha256State, block: Uint8Array, at: number): void {
  const w = schedule;
  for (let t = 0, i = at; t < 16; t++, i += 4) {
    w[t] =
      ((block[i] as number) << 24) |
      ((block[i + 1] as number) << 16) |
      ((block[i + 2] as number) << 8) |
      (block[i + 3] as number);
  }
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15] as number;
    const y = w[t - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = ((w[t - 16] as number) + s0 + (w[t - 7] as number) + s1) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[t] as number) + (w[t] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}

/**
 * Takes the rest of a message into `state` and closes it with the padding of §5.1.1.
 *
 * @param state - the state after `taken` bytes (a multiple of 64); holds the digest afterwards
 * @param bytes - the rest of the message
 * @param length - how many of `bytes` belong to it
 * @param taken - bytes already compressed into `state`
 */
export function finish(state: Sha256State, bytes: Uint8Array, length: number, taken = 0): void {
  let at = 0;
  for (; at + 64 <= length; at += 64) compress(state, bytes, at);
  const rest = length - at;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(at, length));
  tail[rest] = 0x80;
  const total = taken + length;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(total / 0x20000000));
  view.setUint32(tail.length - 4, (total << 3) >>> 0);
  for (let i = 0; i < tail.length; i += 64) compress(state, tail, i);
}

/** The 32 bytes of a finished state. */
export function stateBytes(state: Sha256State): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 8; i++) view.setInt32(i * 4, state[i] as number);
  return bytes;
}

/** The 64 lower-case hex digits of a finished state. */
export function stateHex(state: Sha256State): string {
  let hex = '';
  for (let i = 0; i < 8; i++) hex += ((state[i] as number) >>> 0).toString(16).padStart(8, '0');
  return hex;
}

/** The SHA-256 digest of bytes, as 32 bytes. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  const state = initialState();
  finish(state, bytes, bytes.length);
  return stateBytes(state);
}

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
  const bytes = utf8(text);
  const state = initialState();
  finish(state, bytes, bytes.length);
  return stateHex(state);
}

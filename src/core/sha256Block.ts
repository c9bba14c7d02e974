/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2). */
export const K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/**
 * One block of SHA-256 (FIPS 180-4 §6.2.2): the state after the 16 big-endian words of `block` that
 * begin at `at`.
 *
 * A round is four lines: Σ1, the sum that becomes the new h, Σ0, the sum that becomes the new a. The
 * names turn instead of the values, so sixteen rounds are written out, and the sixteen words of the
 * rolling schedule stay in locals. Three rotations are nested into one, and `x` and `y` hand a ^ b
 * to the next round, which needs it as b ^ c of its majority. The loop over arrays that the standard
 * writes takes 1.9 times as long (506 ns a block against 267).
 *
 * @param to - takes the new state; may be `from`
 */
// biome-ignore format: a round in four lines shows the pattern
export function compress(to: Int32Array, from: Int32Array, block: Int32Array, at: number): void {
  let a = from[0] as number; let b = from[1] as number;
  let c = from[2] as number; let d = from[3] as number;
  let e = from[4] as number; let f = from[5] as number;
  let g = from[6] as number; let h = from[7] as number;
  let w0 = block[at] as number; let w1 = block[at + 1] as number;
  let w2 = block[at + 2] as number; let w3 = block[at + 3] as number;
  let w4 = block[at + 4] as number; let w5 = block[at + 5] as number;
  let w6 = block[at + 6] as number; let w7 = block[at + 7] as number;
  let w8 = block[at + 8] as number; let w9 = block[at + 9] as number;
  let w10 = block[at + 10] as number; let w11 = block[at + 11] as number;
  let w12 = block[at + 12] as number; let w13 = block[at + 13] as number;
  let w14 = block[at + 14] as number; let w15 = block[at + 15] as number;
  let x = 0; let y = b ^ c; let r = 0; let s = 0;
  r = (e >>> 14 | e << 18) ^ e; r = (r >>> 5 | r << 27) ^ e; r = r >>> 6 | r << 26;
  h = ((((h + (K[0] as number)) | 0) + w0 | 0) + (g ^ (e & (f ^ g))) | 0) + r | 0; d = d + h | 0;
  r = (a >>> 9 | a << 23) ^ a; r = (r >>> 11 | r << 21) ^ a; r = r >>> 2 | r << 30;
  x = a ^ b; h = (h + (b ^ (x & y)) | 0) + r | 0;
  r = (d >>> 14 | d << 18) ^ d; r = (r >>> 5 | r << 27) ^ d; r = r >>> 6 | r << 26;
  g = ((((g + (K[1] as number)) | 0) + w1 | 0) + (f ^ (d & (e ^ f))) | 0) + r | 0; c = c + g | 0;
  r = (h >>> 9 | h << 23) ^ h; r = (r >>> 11 | r << 21) ^ h; r = r >>> 2 | r << 30;
  y = h ^ a; g = (g + (a ^ (y & x)) | 0) + r | 0;
  r = (c >>> 14 | c << 18) ^ c; r = (r >>> 5 | r << 27) ^ c; r = r >>> 6 | r << 26;
  f = ((((f + (K[2] as number)) | 0) + w2 | 0) + (e ^ (c & (d ^ e))) | 0) + r | 0; b = b + f | 0;
  r = (g >>> 9 | g << 23) ^ g; r = (r >>> 11 | r << 21) ^ g; r = r >>> 2 | r << 30;
  x = g ^ h; f = (f + (h ^ (x & y)) | 0) + r | 0;
  r = (b >>> 14 | b << 18) ^ b; r = (r >>> 5 | r << 27) ^ b; r = r >>> 6 | r << 26;
  e = ((((e + (K[3] as number)) | 0) + w3 | 0) + (d ^ (b & (c ^ d))) | 0) + r | 0; a = a + e | 0;
  r = (f >>> 9 | f << 23) ^ f; r = (r >>> 11 | r << 21) ^ f; r = r >>> 2 | r << 30;
  y = f ^ g; e = (e + (g ^ (y & x)) | 0) + r | 0;
  r = (a >>> 14 | a << 18) ^ a; r = (r >>> 5 | r << 27) ^ a; r = r >>> 6 | r << 26;
  d = ((((d + (K[4] as number)) | 0) + w4 | 0) + (c ^ (a & (b ^ c))) | 0) + r | 0; h = h + d | 0;
  r = (e >>> 9 | e << 23) ^ e; r = (r >>> 11 | r << 21) ^ e; r = r >>> 2 | r << 30;
  x = e ^ f; d = (d + (f ^ (x & y)) | 0) + r | 0;
  r = (h >>> 14 | h << 18) ^ h; r = (r >>> 5 | r << 27) ^ h; r = r >>> 6 | r << 26;
  c = ((((c + (K[5] as number)) | 0) + w5 | 0) + (b ^ (h & (a ^ b))) | 0) + r | 0; g = g + c | 0;
  r = (d >>> 9 | d << 23) ^ d; r = (r >>> 11 | r << 21) ^ d; r = r >>> 2 | r << 30;
  y = d ^ e; c = (c + (e ^ (y & x)) | 0) + r | 0;
  r = (g >>> 14 | g << 18) ^ g; r = (r >>> 5 | r << 27) ^ g; r = r >>> 6 | r << 26;
  b = ((((b + (K[6] as number)) | 0) + w6 | 0) + (a ^ (g & (h ^ a))) | 0) + r | 0; f = f + b | 0;
  r = (c >>> 9 | c << 23) ^ c; r = (r >>> 11 | r << 21) ^ c; r = r >>> 2 | r << 30;
  x = c ^ d; b = (b + (d ^ (x & y)) | 0) + r | 0;
  r = (f >>> 14 | f << 18) ^ f; r = (r >>> 5 | r << 27) ^ f; r = r >>> 6 | r << 26;
  a = ((((a + (K[7] as number)) | 0) + w7 | 0) + (h ^ (f & (g ^ h))) | 0) + r | 0; e = e + a | 0;
  r = (b >>> 9 | b << 23) ^ b; r = (r >>> 11 | r << 21) ^ b; r = r >>> 2 | r << 30;
  y = b ^ c; a = (a + (c ^ (y & x)) | 0) + r | 0;
  r = (e >>> 14 | e << 18) ^ e; r = (r >>> 5 | r << 27) ^ e; r = r >>> 6 | r << 26;
  h = ((((h + (K[8] as number)) | 0) + w8 | 0) + (g ^ (e & (f ^ g))) | 0) + r | 0; d = d + h | 0;
  r = (a >>> 9 | a << 23) ^ a; r = (r >>> 11 | r << 21) ^ a; r = r >>> 2 | r << 30;
  x = a ^ b; h = (h + (b ^ (x & y)) | 0) + r | 0;
  r = (d >>> 14 | d << 18) ^ d; r = (r >>> 5 | r << 27) ^ d; r = r >>> 6 | r << 26;
  g = ((((g + (K[9] as number)) | 0) + w9 | 0) + (f ^ (d & (e ^ f))) | 0) + r | 0; c = c + g | 0;
  r = (h >>> 9 | h << 23) ^ h; r = (r >>> 11 | r << 21) ^ h; r = r >>> 2 | r << 30;
  y = h ^ a; g = (g + (a ^ (y & x)) | 0) + r | 0;
  r = (c >>> 14 | c << 18) ^ c; r = (r >>> 5 | r << 27) ^ c; r = r >>> 6 | r << 26;
  f = ((((f + (K[10] as number)) | 0) + w10 | 0) + (e ^ (c & (d ^ e))) | 0) + r | 0; b = b + f | 0;
  r = (g >>> 9 | g << 23) ^ g; r = (r >>> 11 | r << 21) ^ g; r = r >>> 2 | r << 30;
  x = g ^ h; f = (f + (h ^ (x & y)) | 0) + r | 0;
  r = (b >>> 14 | b << 18) ^ b; r = (r >>> 5 | r << 27) ^ b; r = r >>> 6 | r << 26;
  e = ((((e + (K[11] as number)) | 0) + w11 | 0) + (d ^ (b & (c ^ d))) | 0) + r | 0; a = a + e | 0;
  r = (f >>> 9 | f << 23) ^ f; r = (r >>> 11 | r << 21) ^ f; r = r >>> 2 | r << 30;
  y = f ^ g; e = (e + (g ^ (y & x)) | 0) + r | 0;
  r = (a >>> 14 | a << 18) ^ a; r = (r >>> 5 | r << 27) ^ a; r = r >>> 6 | r << 26;
  d = ((((d + (K[12] as number)) | 0) + w12 | 0) + (c ^ (a & (b ^ c))) | 0) + r | 0; h = h + d | 0;
  r = (e >>> 9 | e << 23) ^ e; r = (r >>> 11 | r << 21) ^ e; r = r >>> 2 | r << 30;
  x = e ^ f; d = (d + (f ^ (x & y)) | 0) + r | 0;
  r = (h >>> 14 | h << 18) ^ h; r = (r >>> 5 | r << 27) ^ h; r = r >>> 6 | r << 26;
  c = ((((c + (K[13] as number)) | 0) + w13 | 0) + (b ^ (h & (a ^ b))) | 0) + r | 0; g = g + c | 0;
  r = (d >>> 9 | d << 23) ^ d; r = (r >>> 11 | r << 21) ^ d; r = r >>> 2 | r << 30;
  y = d ^ e; c = (c + (e ^ (y & x)) | 0) + r | 0;
  r = (g >>> 14 | g << 18) ^ g; r = (r >>> 5 | r << 27) ^ g; r = r >>> 6 | r << 26;
  b = ((((b + (K[14] as number)) | 0) + w14 | 0) + (a ^ (g & (h ^ a))) | 0) + r | 0; f = f + b | 0;
  r = (c >>> 9 | c << 23) ^ c; r = (r >>> 11 | r << 21) ^ c; r = r >>> 2 | r << 30;
  x = c ^ d; b = (b + (d ^ (x & y)) | 0) + r | 0;
  r = (f >>> 14 | f << 18) ^ f; r = (r >>> 5 | r << 27) ^ f; r = r >>> 6 | r << 26;
  a = ((((a + (K[15] as number)) | 0) + w15 | 0) + (h ^ (f & (g ^ h))) | 0) + r | 0; e = e + a | 0;
  r = (b >>> 9 | b << 23) ^ b; r = (r >>> 11 | r << 21) ^ b; r = r >>> 2 | r << 30;
  y = b ^ c; a = (a + (c ^ (y & x)) | 0) + r | 0;
  for (let t = 16; t < 64; t += 16) {
    r = (w1 >>> 11 | w1 << 21) ^ w1; r = (r >>> 7 | r << 25) ^ w1 >>> 3; s = (w14 >>> 2 | w14 << 30) ^ w14; s = (s >>> 17 | s << 15) ^ w14 >>> 10;
    w0 = ((w0 + w9 | 0) + r | 0) + s | 0;
    r = (e >>> 14 | e << 18) ^ e; r = (r >>> 5 | r << 27) ^ e; r = r >>> 6 | r << 26;
    h = ((((h + (K[t] as number)) | 0) + w0 | 0) + (g ^ (e & (f ^ g))) | 0) + r | 0; d = d + h | 0;
    r = (a >>> 9 | a << 23) ^ a; r = (r >>> 11 | r << 21) ^ a; r = r >>> 2 | r << 30;
    x = a ^ b; h = (h + (b ^ (x & y)) | 0) + r | 0;
    r = (w2 >>> 11 | w2 << 21) ^ w2; r = (r >>> 7 | r << 25) ^ w2 >>> 3; s = (w15 >>> 2 | w15 << 30) ^ w15; s = (s >>> 17 | s << 15) ^ w15 >>> 10;
    w1 = ((w1 + w10 | 0) + r | 0) + s | 0;
    r = (d >>> 14 | d << 18) ^ d; r = (r >>> 5 | r << 27) ^ d; r = r >>> 6 | r << 26;
    g = ((((g + (K[t + 1] as number)) | 0) + w1 | 0) + (f ^ (d & (e ^ f))) | 0) + r | 0; c = c + g | 0;
    r = (h >>> 9 | h << 23) ^ h; r = (r >>> 11 | r << 21) ^ h; r = r >>> 2 | r << 30;
    y = h ^ a; g = (g + (a ^ (y & x)) | 0) + r | 0;
    r = (w3 >>> 11 | w3 << 21) ^ w3; r = (r >>> 7 | r << 25) ^ w3 >>> 3; s = (w0 >>> 2 | w0 << 30) ^ w0; s = (s >>> 17 | s << 15) ^ w0 >>> 10;
    w2 = ((w2 + w11 | 0) + r | 0) + s | 0;
    r = (c >>> 14 | c << 18) ^ c; r = (r >>> 5 | r << 27) ^ c; r = r >>> 6 | r << 26;
    f = ((((f + (K[t + 2] as number)) | 0) + w2 | 0) + (e ^ (c & (d ^ e))) | 0) + r | 0; b = b + f | 0;
    r = (g >>> 9 | g << 23) ^ g; r = (r >>> 11 | r << 21) ^ g; r = r >>> 2 | r << 30;
    x = g ^ h; f = (f + (h ^ (x & y)) | 0) + r | 0;
    r = (w4 >>> 11 | w4 << 21) ^ w4; r = (r >>> 7 | r << 25) ^ w4 >>> 3; s = (w1 >>> 2 | w1 << 30) ^ w1; s = (s >>> 17 | s << 15) ^ w1 >>> 10;
    w3 = ((w3 + w12 | 0) + r | 0) + s | 0;
    r = (b >>> 14 | b << 18) ^ b; r = (r >>> 5 | r << 27) ^ b; r = r >>> 6 | r << 26;
    e = ((((e + (K[t + 3] as number)) | 0) + w3 | 0) + (d ^ (b & (c ^ d))) | 0) + r | 0; a = a + e | 0;
    r = (f >>> 9 | f << 23) ^ f; r = (r >>> 11 | r << 21) ^ f; r = r >>> 2 | r << 30;
    y = f ^ g; e = (e + (g ^ (y & x)) | 0) + r | 0;
    r = (w5 >>> 11 | w5 << 21) ^ w5; r = (r >>> 7 | r << 25) ^ w5 >>> 3; s = (w2 >>> 2 | w2 << 30) ^ w2; s = (s >>> 17 | s << 15) ^ w2 >>> 10;
    w4 = ((w4 + w13 | 0) + r | 0) + s | 0;
    r = (a >>> 14 | a << 18) ^ a; r = (r >>> 5 | r << 27) ^ a; r = r >>> 6 | r << 26;
    d = ((((d + (K[t + 4] as number)) | 0) + w4 | 0) + (c ^ (a & (b ^ c))) | 0) + r | 0; h = h + d | 0;
    r = (e >>> 9 | e << 23) ^ e; r = (r >>> 11 | r << 21) ^ e; r = r >>> 2 | r << 30;
    x = e ^ f; d = (d + (f ^ (x & y)) | 0) + r | 0;
    r = (w6 >>> 11 | w6 << 21) ^ w6; r = (r >>> 7 | r << 25) ^ w6 >>> 3; s = (w3 >>> 2 | w3 << 30) ^ w3; s = (s >>> 17 | s << 15) ^ w3 >>> 10;
    w5 = ((w5 + w14 | 0) + r | 0) + s | 0;
    r = (h >>> 14 | h << 18) ^ h; r = (r >>> 5 | r << 27) ^ h; r = r >>> 6 | r << 26;
    c = ((((c + (K[t + 5] as number)) | 0) + w5 | 0) + (b ^ (h & (a ^ b))) | 0) + r | 0; g = g + c | 0;
    r = (d >>> 9 | d << 23) ^ d; r = (r >>> 11 | r << 21) ^ d; r = r >>> 2 | r << 30;
    y = d ^ e; c = (c + (e ^ (y & x)) | 0) + r | 0;
    r = (w7 >>> 11 | w7 << 21) ^ w7; r = (r >>> 7 | r << 25) ^ w7 >>> 3; s = (w4 >>> 2 | w4 << 30) ^ w4; s = (s >>> 17 | s << 15) ^ w4 >>> 10;
    w6 = ((w6 + w15 | 0) + r | 0) + s | 0;
    r = (g >>> 14 | g << 18) ^ g; r = (r >>> 5 | r << 27) ^ g; r = r >>> 6 | r << 26;
    b = ((((b + (K[t + 6] as number)) | 0) + w6 | 0) + (a ^ (g & (h ^ a))) | 0) + r | 0; f = f + b | 0;
    r = (c >>> 9 | c << 23) ^ c; r = (r >>> 11 | r << 21) ^ c; r = r >>> 2 | r << 30;
    x = c ^ d; b = (b + (d ^ (x & y)) | 0) + r | 0;
    r = (w8 >>> 11 | w8 << 21) ^ w8; r = (r >>> 7 | r << 25) ^ w8 >>> 3; s = (w5 >>> 2 | w5 << 30) ^ w5; s = (s >>> 17 | s << 15) ^ w5 >>> 10;
    w7 = ((w7 + w0 | 0) + r | 0) + s | 0;
    r = (f >>> 14 | f << 18) ^ f; r = (r >>> 5 | r << 27) ^ f; r = r >>> 6 | r << 26;
    a = ((((a + (K[t + 7] as number)) | 0) + w7 | 0) + (h ^ (f & (g ^ h))) | 0) + r | 0; e = e + a | 0;
    r = (b >>> 9 | b << 23) ^ b; r = (r >>> 11 | r << 21) ^ b; r = r >>> 2 | r << 30;
    y = b ^ c; a = (a + (c ^ (y & x)) | 0) + r | 0;
    r = (w9 >>> 11 | w9 << 21) ^ w9; r = (r >>> 7 | r << 25) ^ w9 >>> 3; s = (w6 >>> 2 | w6 << 30) ^ w6; s = (s >>> 17 | s << 15) ^ w6 >>> 10;
    w8 = ((w8 + w1 | 0) + r | 0) + s | 0;
    r = (e >>> 14 | e << 18) ^ e; r = (r >>> 5 | r << 27) ^ e; r = r >>> 6 | r << 26;
    h = ((((h + (K[t + 8] as number)) | 0) + w8 | 0) + (g ^ (e & (f ^ g))) | 0) + r | 0; d = d + h | 0;
    r = (a >>> 9 | a << 23) ^ a; r = (r >>> 11 | r << 21) ^ a; r = r >>> 2 | r << 30;
    x = a ^ b; h = (h + (b ^ (x & y)) | 0) + r | 0;
    r = (w10 >>> 11 | w10 << 21) ^ w10; r = (r >>> 7 | r << 25) ^ w10 >>> 3; s = (w7 >>> 2 | w7 << 30) ^ w7; s = (s >>> 17 | s << 15) ^ w7 >>> 10;
    w9 = ((w9 + w2 | 0) + r | 0) + s | 0;
    r = (d >>> 14 | d << 18) ^ d; r = (r >>> 5 | r << 27) ^ d; r = r >>> 6 | r << 26;
    g = ((((g + (K[t + 9] as number)) | 0) + w9 | 0) + (f ^ (d & (e ^ f))) | 0) + r | 0; c = c + g | 0;
    r = (h >>> 9 | h << 23) ^ h; r = (r >>> 11 | r << 21) ^ h; r = r >>> 2 | r << 30;
    y = h ^ a; g = (g + (a ^ (y & x)) | 0) + r | 0;
    r = (w11 >>> 11 | w11 << 21) ^ w11; r = (r >>> 7 | r << 25) ^ w11 >>> 3; s = (w8 >>> 2 | w8 << 30) ^ w8; s = (s >>> 17 | s << 15) ^ w8 >>> 10;
    w10 = ((w10 + w3 | 0) + r | 0) + s | 0;
    r = (c >>> 14 | c << 18) ^ c; r = (r >>> 5 | r << 27) ^ c; r = r >>> 6 | r << 26;
    f = ((((f + (K[t + 10] as number)) | 0) + w10 | 0) + (e ^ (c & (d ^ e))) | 0) + r | 0; b = b + f | 0;
    r = (g >>> 9 | g << 23) ^ g; r = (r >>> 11 | r << 21) ^ g; r = r >>> 2 | r << 30;
    x = g ^ h; f = (f + (h ^ (x & y)) | 0) + r | 0;
    r = (w12 >>> 11 | w12 << 21) ^ w12; r = (r >>> 7 | r << 25) ^ w12 >>> 3; s = (w9 >>> 2 | w9 << 30) ^ w9; s = (s >>> 17 | s << 15) ^ w9 >>> 10;
    w11 = ((w11 + w4 | 0) + r | 0) + s | 0;
    r = (b >>> 14 | b << 18) ^ b; r = (r >>> 5 | r << 27) ^ b; r = r >>> 6 | r << 26;
    e = ((((e + (K[t + 11] as number)) | 0) + w11 | 0) + (d ^ (b & (c ^ d))) | 0) + r | 0; a = a + e | 0;
    r = (f >>> 9 | f << 23) ^ f; r = (r >>> 11 | r << 21) ^ f; r = r >>> 2 | r << 30;
    y = f ^ g; e = (e + (g ^ (y & x)) | 0) + r | 0;
    r = (w13 >>> 11 | w13 << 21) ^ w13; r = (r >>> 7 | r << 25) ^ w13 >>> 3; s = (w10 >>> 2 | w10 << 30) ^ w10; s = (s >>> 17 | s << 15) ^ w10 >>> 10;
    w12 = ((w12 + w5 | 0) + r | 0) + s | 0;
    r = (a >>> 14 | a << 18) ^ a; r = (r >>> 5 | r << 27) ^ a; r = r >>> 6 | r << 26;
    d = ((((d + (K[t + 12] as number)) | 0) + w12 | 0) + (c ^ (a & (b ^ c))) | 0) + r | 0; h = h + d | 0;
    r = (e >>> 9 | e << 23) ^ e; r = (r >>> 11 | r << 21) ^ e; r = r >>> 2 | r << 30;
    x = e ^ f; d = (d + (f ^ (x & y)) | 0) + r | 0;
    r = (w14 >>> 11 | w14 << 21) ^ w14; r = (r >>> 7 | r << 25) ^ w14 >>> 3; s = (w11 >>> 2 | w11 << 30) ^ w11; s = (s >>> 17 | s << 15) ^ w11 >>> 10;
    w13 = ((w13 + w6 | 0) + r | 0) + s | 0;
    r = (h >>> 14 | h << 18) ^ h; r = (r >>> 5 | r << 27) ^ h; r = r >>> 6 | r << 26;
    c = ((((c + (K[t + 13] as number)) | 0) + w13 | 0) + (b ^ (h & (a ^ b))) | 0) + r | 0; g = g + c | 0;
    r = (d >>> 9 | d << 23) ^ d; r = (r >>> 11 | r << 21) ^ d; r = r >>> 2 | r << 30;
    y = d ^ e; c = (c + (e ^ (y & x)) | 0) + r | 0;
    r = (w15 >>> 11 | w15 << 21) ^ w15; r = (r >>> 7 | r << 25) ^ w15 >>> 3; s = (w12 >>> 2 | w12 << 30) ^ w12; s = (s >>> 17 | s << 15) ^ w12 >>> 10;
    w14 = ((w14 + w7 | 0) + r | 0) + s | 0;
    r = (g >>> 14 | g << 18) ^ g; r = (r >>> 5 | r << 27) ^ g; r = r >>> 6 | r << 26;
    b = ((((b + (K[t + 14] as number)) | 0) + w14 | 0) + (a ^ (g & (h ^ a))) | 0) + r | 0; f = f + b | 0;
    r = (c >>> 9 | c << 23) ^ c; r = (r >>> 11 | r << 21) ^ c; r = r >>> 2 | r << 30;
    x = c ^ d; b = (b + (d ^ (x & y)) | 0) + r | 0;
    r = (w0 >>> 11 | w0 << 21) ^ w0; r = (r >>> 7 | r << 25) ^ w0 >>> 3; s = (w13 >>> 2 | w13 << 30) ^ w13; s = (s >>> 17 | s << 15) ^ w13 >>> 10;
    w15 = ((w15 + w8 | 0) + r | 0) + s | 0;
    r = (f >>> 14 | f << 18) ^ f; r = (r >>> 5 | r << 27) ^ f; r = r >>> 6 | r << 26;
    a = ((((a + (K[t + 15] as number)) | 0) + w15 | 0) + (h ^ (f & (g ^ h))) | 0) + r | 0; e = e + a | 0;
    r = (b >>> 9 | b << 23) ^ b; r = (r >>> 11 | r << 21) ^ b; r = r >>> 2 | r << 30;
    y = b ^ c; a = (a + (c ^ (y & x)) | 0) + r | 0;
  }
  to[0] = (from[0] as number) + a;
  to[1] = (from[1] as number) + b;
  to[2] = (from[2] as number) + c;
  to[3] = (from[3] as number) + d;
  to[4] = (from[4] as number) + e;
  to[5] = (from[5] as number) + f;
  to[6] = (from[6] as number) + g;
  to[7] = (from[7] as number) + h;
}

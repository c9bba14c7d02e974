import { mistake } from '../core/error.js';
import { compress, initialState, type Sha256State } from '../core/sha256.js';
import { writeUtf8 } from '../core/utf8.js';
import { isHexDigest } from './hexDigest.js';

/** Room for a pair of ids of 256 bytes, the separator and the padding, in whole blocks. */
const SCRATCH_BYTES = 576;

/**
 * SHA-256 of a key followed by a short text, for many texts.
 *
 * The key's 64 ASCII bytes fill exactly one block, so the state after it is computed once, and a
 * text of up to 55 bytes costs one compression.
 *
 * @returns a function whose answer is one scratch state: read it before the next call
 * @throws `bad-key`
 */
export function keyedHash(key: string): (text: string) => Sha256State {
  const midstate = stateAfter(key);
  const state = initialState();
  const scratch = new Uint8Array(SCRATCH_BYTES);
  return (text) => {
    const length = writeUtf8(text, scratch, 0);
    const end = (length + 9 + 63) & ~63;
    const bits = (64 + length) * 8;
    scratch[length] = 0x80;
    scratch.fill(0, length + 1, end - 2);
    scratch[end - 2] = bits >>> 8;
    scratch[end - 1] = bits & 0xff;
    state.set(midstate);
    for (let at = 0; at < end; at += 64) compress(state, scratch, at);
    return state;
  };
}

function stateAfter(key: string): Sha256State {
  if (!isHexDigest(key)) {
    const given = String(key).slice(0, 80);
    throw mistake('bad-key', `bad key: \`${given}\` (expected 64 lower-case hex digits)`, {
      given,
    });
  }
  const block = new Uint8Array(64);
  writeUtf8(key, block, 0);
  const state = initialState();
  compress(state, block, 0);
  return state;
}

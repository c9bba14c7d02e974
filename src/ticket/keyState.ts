import { mistake } from '../core/error.js';
import { initialState, type Sha256State } from '../core/sha256.js';
import { compress } from '../core/sha256Block.js';
import { shownValue } from '../core/shownValue.js';
import { isHexDigest } from './hexDigest.js';

/**
 * The state of SHA-256 after a key, whose 64 ASCII bytes fill exactly one block.
 *
 * @throws `bad-key`
 */
export function keyState(key: string): Sha256State {
  if (!isHexDigest(key)) {
    const given = shownValue(key).slice(0, 80);
    throw mistake('bad-key', `bad key: \`${given}\` (expected 64 lower-case hex digits)`, {
      given,
    });
  }
  const block = new Int32Array(16);
  for (let i = 0; i < 64; i++) {
    block[i >> 2] = ((block[i >> 2] as number) << 8) | key.charCodeAt(i);
  }
  const state = initialState();
  compress(state, state, block, 0);
  return state;
}

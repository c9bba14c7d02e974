import { mistake } from '../core/error.js';
import { sha256 } from '../core/sha256.js';
import { shownValue } from '../core/shownValue.js';
import { isHexDigest } from './hexDigest.js';
import { DRAW_METHOD } from './method.js';

const PURPOSE = /^(?:select:[A-Za-z0-9.:/+-]{1,64}|visit|level|pair|pair:(?:[2-9]|[1-9][0-9]+))$/;

/**
 * The key that gives every ticket of one purpose of a draw.
 *
 * Departments whose samples shall nest share a coordination group, and with it `select:<group>`.
 *
 * @param seed - what `drawSeed` gave
 * @param purpose - `select:<coordination group>`, `visit`, `level`, `pair`, or `pair:<2, 3, …>` for a re-run
 * after an absence
 * @returns 64 lower-case hex digits, K of the specification
 * @throws `bad-seed` | `bad-purpose`
 *
 * @source double-random/1 §1
 * @example
 * ```ts
 * import { drawKey, drawSeed } from 'evenhand/ticket';
 *
 * const seed = drawSeed({ drawId: 'EX-001', entropy: [{ label: 'dice', value: '4.1.9.0.3.3.7' }] });
 * drawKey(seed, 'select:all').length; // => 64
 * ```
 */
export function drawKey(seed: string, purpose: string): string {
  if (!isHexDigest(seed)) {
    const given = shownValue(seed).slice(0, 80);
    throw mistake('bad-seed', `bad seed: \`${given}\` (expected 64 lower-case hex digits)`, {
      given,
    });
  }
  if (typeof purpose !== 'string' || !PURPOSE.test(purpose)) {
    const given = shownValue(purpose).slice(0, 80);
    throw mistake(
      'bad-purpose',
      `bad purpose of a key: \`${given}\` (expected \`select:<group>\`, \`visit\`, \`level\`, \`pair\` or \`pair:<2, 3, …>\`)`,
      { given },
    );
  }
  return sha256(`${DRAW_METHOD}\nseed=${seed}\npurpose=${purpose}\n`);
}

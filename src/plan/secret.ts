import { mistake } from '../core/error.js';
import { sha256 } from '../core/sha256.js';

/**
 * A salt of 16 bytes for one purpose, as 32 hex digits: nobody without the secret can guess it, and
 * the secret gives it again.
 */
export function saltOf(secret: string, purpose: string): string {
  return sha256(`evenhand/salt/1\n${secret}\n${purpose}`).slice(0, 32);
}

/** The given secret once it is long enough, or one that hangs on the whole private input. */
export function secretOf(given: string | undefined, registerRoot: string, drawId: string): string {
  if (given === undefined) return sha256(`evenhand/secret/1\n${registerRoot}\n${drawId}`);
  if (/^(?:[0-9a-f]{2}){16,64}$/.test(given)) return given;
  throw mistake(
    'bad-secret',
    `the secret has ${given.length} characters (expected 32 to 128 lower-case hex digits)`,
    { given: String(given.length), expected: '[0-9a-f]{32,128}' },
  );
}

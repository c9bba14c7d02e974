import { requireArgument } from './argument.js';
import { canonicalPieces } from './canonicalJson.js';
import { sha256 } from './sha256.js';
import { sha256Pieces } from './sha256Pieces.js';

/**
 * The identity of plain data: SHA-256 of its canonical JSON, as 64 hex digits.
 *
 * @throws `not-canonical`
 * @example
 * ```ts
 * import { digest } from 'evenhand/core';
 *
 * digest({ b: 1, a: '0.5' }) === digest({ a: '0.5', b: 1 }); // => true
 * ```
 */
export function digest(value: unknown): string {
  const hash = sha256Pieces();
  canonicalPieces(value, hash.take);
  return hash.done();
}

/** The digest of a document without its own `digest` field, which is what that field holds. */
export function ownDigest(document: Readonly<Record<string, unknown>>): string {
  requireArgument('ownDigest', 'document', document, 'object');
  const { digest: _, ...rest } = document;
  return digest(rest);
}

/**
 * A commitment to a text that is opened later: `SHA-256(salt || 0x1F || text)`.
 *
 * @param salt - 16 bytes as 32 lower-case hex digits
 */
export function saltedCommitment(salt: string, text: string): string {
  requireArgument('saltedCommitment', 'salt', salt, 'string');
  requireArgument('saltedCommitment', 'text', text, 'string');
  return sha256(`${salt}\u001f${text}`);
}

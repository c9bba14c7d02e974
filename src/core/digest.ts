import { requireArgument } from './argument.js';
import { canonicalPieces } from './canonicalJson.js';
import { sha256, sha256Hex } from './sha256.js';
import { sha256Pieces } from './sha256Pieces.js';
import { shortBytes, writeShort } from './shortRecord.js';

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
  const length = typeof value === 'object' && value !== null ? writeShort(value) : -1;
  if (length >= 0) return sha256Hex(shortBytes, length);
  const hash = sha256Pieces();
  canonicalPieces(value, hash.take);
  return hash.done();
}

/** The digest of a document without its own `digest` field, which is what that field holds. */
export function ownDigest(document: Readonly<Record<string, unknown>>): string {
  requireArgument('ownDigest', 'document', document, 'object');
  return digestWithout(document, 'digest');
}

/** The digest of a record without one of its fields. */
export function digestWithout(record: object, field: string): string {
  const length = writeShort(record, field);
  if (length >= 0) return sha256Hex(shortBytes, length);
  const rest: Record<string, unknown> = {};
  for (const key of Object.keys(record)) {
    if (key !== field) rest[key] = (record as Readonly<Record<string, unknown>>)[key];
  }
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

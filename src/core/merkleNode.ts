import { sha256Bytes } from './sha256.js';

/** The hash of a leaf's bytes (RFC 9162 §2.1.1: prefix 0x00). */
export const leafHash = (bytes: Uint8Array): Uint8Array => hashed(0x00, bytes);

/** The hash of a node over its two parts (prefix 0x01). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  hashed(0x01, left, right);

function hashed(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return sha256Bytes(bytes);
}

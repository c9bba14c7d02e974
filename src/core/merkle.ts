import { sha256Bytes } from './sha256.js';
import { utf8 } from './utf8.js';

/**
 * The Merkle tree hash of RFC 9162 §2.1.1 over leaves in their order, as hex: leaf prefix 0x00, node
 * prefix 0x01, the empty tree is SHA-256 of nothing. Takes one pass and O(log N) memory.
 *
 * @param leaves - the leaves' texts, hashed as UTF-8
 */
export function merkleRoot(leaves: Iterable<string>): string {
  // Full subtrees by height, largest first: the binary digits of how many leaves have come.
  const stack: { height: number; hash: Uint8Array }[] = [];
  for (const leaf of leaves) {
    let node = { height: 0, hash: hashed(0x00, utf8(leaf)) };
    for (let top = stack.at(-1); top?.height === node.height; top = stack.at(-1)) {
      stack.pop();
      node = { height: node.height + 1, hash: hashed(0x01, top.hash, node.hash) };
    }
    stack.push(node);
  }
  let root = stack.pop()?.hash;
  if (root === undefined) return hex(sha256Bytes(new Uint8Array(0)));
  for (let left = stack.pop(); left !== undefined; left = stack.pop()) {
    root = hashed(0x01, left.hash, root);
  }
  return hex(root);
}

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

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

import { hex } from './hex.js';
import { leafHash, nodeHash } from './merkleNode.js';
import { sha256Bytes } from './sha256.js';

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
    let node = { height: 0, hash: leafHash(leaf) };
    for (let top = stack.at(-1); top?.height === node.height; top = stack.at(-1)) {
      stack.pop();
      node = { height: node.height + 1, hash: nodeHash(top.hash, node.hash) };
    }
    stack.push(node);
  }
  let root = stack.pop()?.hash;
  if (root === undefined) return hex(sha256Bytes(new Uint8Array(0)));
  for (let left = stack.pop(); left !== undefined; left = stack.pop()) {
    root = nodeHash(left.hash, root);
  }
  return hex(root);
}

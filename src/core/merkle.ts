import { requireArgument } from './argument.js';
import { compressMany } from './compressMany.js';
import { hex } from './hex.js';
import { leafHash, nodeHash } from './merkleNode.js';
import { pad, writeAscii, writeBytes } from './messageWords.js';
import { initialState, sha256Bytes, stateBytes } from './sha256.js';
import { utf8 } from './utf8.js';

/** Leaves that are hashed together: a power of two, so that they have a full subtree. */
const ROOM = 256;
const HEIGHT = 8;
/** Bytes of a message that fit one block with its padding. */
const ONE_BLOCK = 55;

/**
 * The Merkle tree hash of RFC 9162 §2.1.1 over leaves in their order, as hex: leaf prefix 0x00, node
 * prefix 0x01, the empty tree is SHA-256 of nothing. Takes one pass and O(log N) memory.
 *
 * @param leaves - the leaves' texts, hashed as UTF-8
 */
export function merkleRoot(leaves: Iterable<string>): string {
  requireArgument('merkleRoot', 'leaves', leaves, 'iterable');
  const tree = merkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** A tree that takes its leaves one by one, as texts or as the bytes from `from` to `to - 1`. */
export interface MerkleTree {
  readonly add: (leaf: string) => void;
  readonly addBytes: (bytes: Uint8Array, from: number, to: number) => void;
  /** The root over all leaves, after which none is added. */
  readonly root: () => string;
}

/** `merkleRoot` for leaves that come one by one. */
export function merkleTree(): MerkleTree {
  // Full subtrees by height, largest first: the binary digits of how many leaves have come.
  const stack: { height: number; hash: Uint8Array }[] = [];
  const push = (height: number, hash: Uint8Array): void => {
    let node = { height, hash };
    for (let top = stack.at(-1); top?.height === node.height; top = stack.at(-1)) {
      stack.pop();
      node = { height: node.height + 1, hash: nodeHash(top.hash, node.hash) };
    }
    stack.push(node);
  };
  const block = leafBlock();
  return {
    add(leaf) {
      if (block.add(leaf) === ROOM) push(HEIGHT, block.subtree());
    },
    addBytes(bytes, from, to) {
      if (block.addBytes(bytes, from, to) === ROOM) push(HEIGHT, block.subtree());
    },
    root() {
      for (const hash of block.rest()) push(0, hash);
      let root = stack.pop()?.hash;
      if (root === undefined) return hex(sha256Bytes(new Uint8Array(0)));
      for (let left = stack.pop(); left !== undefined; left = stack.pop()) {
        root = nodeHash(left.hash, root);
      }
      return hex(root);
    },
  };
}

/** Leaves hashed several at a time, and the subtree over a full block of them. */
function leafBlock() {
  const start = initialState();
  const rows = new Int32Array(16 * ROOM);
  const ends = new Int32Array(8 * ROOM);
  const hashes = new Int32Array(8 * ROOM);
  const long: { readonly at: number; readonly hash: Int32Array }[] = [];
  let count = 0;

  const hashLeaves = (): void => {
    compressMany(hashes, start, rows, count);
    for (const { at, hash } of long.splice(0)) hashes.set(hash, 8 * at);
    count = 0;
  };

  return {
    /** Adds a leaf; how many the block holds. */
    add(leaf: string): number {
      if (!writeLeaf(rows, 16 * count, leaf)) {
        long.push({ at: count, hash: stateOf(leafHash(utf8(leaf))) });
      }
      return ++count;
    },
    addBytes(bytes: Uint8Array, from: number, to: number): number {
      if (to - from < ONE_BLOCK) {
        writeLeafBytes(rows, 16 * count, bytes, from, to);
      } else long.push({ at: count, hash: stateOf(leafHash(bytes.subarray(from, to))) });
      return ++count;
    },
    /** The root over a full block, which is empty then. */
    subtree(): Uint8Array {
      hashLeaves();
      for (let nodes = ROOM / 2; nodes >= 1; nodes /= 2) {
        for (let node = 0; node < nodes; node++) writeNode(rows, ends, 16 * node, hashes);
        compressMany(hashes, start, rows, nodes);
        compressMany(hashes, hashes, ends, nodes);
      }
      return stateBytes(hashes);
    },
    /** The hashes of the leaves of a block that is not full. */
    rest(): Uint8Array[] {
      const length = count;
      hashLeaves();
      return Array.from({ length }, (_, i) => stateBytes(hashes.subarray(8 * i)));
    },
  };
}

/** Writes the message of a leaf from word `at`; false where it does not fit one block. */
function writeLeaf(rows: Int32Array, at: number, leaf: string): boolean {
  rows[at] = 0;
  if (typeof leaf !== 'string') requireArgument('merkleRoot', 'leaves', leaf, 'string');
  let length = leaf.length;
  if (length >= ONE_BLOCK) return false;
  if (!writeAscii(rows, leaf, 4 * at + 1, 0, 0x7f)) {
    const bytes = utf8(leaf);
    length = bytes.length;
    if (length >= ONE_BLOCK) return false;
    rows[at] = 0;
    writeBytes(rows, bytes, 4 * at + 1, length);
  }
  pad(rows, at, length + 1, 0);
  return true;
}

/** The same of a leaf's bytes, which fit. */
function writeLeafBytes(
  rows: Int32Array,
  at: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): void {
  let word = 0;
  let place = 1;
  for (let i = from; i < to; i++) {
    word = (word << 8) | (bytes[i] as number);
    rows[at + (place >> 2)] = word;
    place++;
  }
  if (place === 1) rows[at] = 0;
  pad(rows, at, place, 0);
}

/**
 * Writes the message of the node over two hashes that lie side by side, 65 bytes: its first block and
 * its second, each from word `at`.
 */
function writeNode(rows: Int32Array, ends: Int32Array, at: number, hashes: Int32Array): void {
  let left = 0x01;
  for (let i = 0; i < 16; i++) {
    const word = hashes[at + i] as number;
    rows[at + i] = (left << 24) | (word >>> 8);
    left = word;
  }
  ends[at] = (left << 24) | 0x800000;
  ends[at + 15] = 65 << 3;
}

/** The words of a hash. */
function stateOf(hash: Uint8Array): Int32Array {
  const view = new DataView(hash.buffer, hash.byteOffset);
  return Int32Array.from({ length: 8 }, (_, i) => view.getInt32(4 * i));
}

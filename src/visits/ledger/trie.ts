import { compareBytes } from '../../core/order.js';

/**
 * A table from text to values that is never changed: setting a key gives another table, which shares
 * all but three small nodes with the first. Two tables of the same keys and values are deeply equal.
 */
export interface Trie<V> {
  readonly size: number;
  readonly nodes: Branch<Branch<Branch<Leaf<V>>>>;
}

type Branch<T> = readonly (T | undefined)[];
type Leaf<V> = readonly { readonly key: string; readonly value: V }[];

/** The table without a key. */
export const emptyTrie: Trie<never> = { size: 0, nodes: [] };

/** The value of a key, or undefined. */
export function trieGet<V>({ nodes }: Trie<V>, key: string): V | undefined {
  const hash = hashOf(key);
  const leaf = nodes[hash >>> 12]?.[(hash >>> 6) & 63]?.[hash & 63];
  return leaf?.find((entry) => entry.key === key)?.value;
}

/** The table in which the key has this value. */
export function trieSet<V>({ size, nodes }: Trie<V>, key: string, value: V): Trie<V> {
  const hash = hashOf(key);
  const [a, b, c] = [hash >>> 12, (hash >>> 6) & 63, hash & 63];
  const second = nodes[a] ?? [];
  const third = second[b] ?? [];
  const leaf = third[c] ?? [];
  const rest = leaf.filter((entry) => entry.key !== key);
  const grown = [...rest, { key, value }].sort((x, y) => compareBytes(x.key, y.key));
  return {
    size: size + grown.length - leaf.length,
    nodes: put(nodes, a, put(second, b, put(third, c, grown))),
  };
}

/** The table of these keys, each once, and their values. */
export function trieOf<V>(entries: Iterable<readonly [string, V]>): Trie<V> {
  const nodes: Growing<Growing<Growing<{ readonly key: string; readonly value: V }[]>>> = [];
  let size = 0;
  for (const [key, value] of entries) {
    size++;
    const hash = hashOf(key);
    const third = at(at(nodes, hash >>> 12), (hash >>> 6) & 63);
    const leaf = at(third, hash & 63);
    leaf.push({ key, value });
    if (leaf.length > 1) leaf.sort((x, y) => compareBytes(x.key, y.key));
  }
  return { size, nodes };
}

type Growing<T> = (T | undefined)[];

/** The branch or leaf at a place, made where there is none. */
function at<T extends unknown[]>(branch: Growing<T>, place: number): T {
  const known = branch[place];
  if (known !== undefined) return known;
  while (branch.length < place) branch.push(undefined);
  const made = [] as unknown as T;
  branch[place] = made;
  return made;
}

/** The keys and values, in no order that means anything. */
export function trieEntries<V>({ nodes }: Trie<V>): Leaf<V> {
  return nodes.flatMap((second = []) =>
    second.flatMap((third = []) => third.flatMap((leaf = []) => leaf)),
  );
}

/** A copy with one more place filled; holes are filled too, so that the same table looks the same. */
function put<T>(branch: Branch<T>, at: number, value: T): Branch<T> {
  const copy = branch.slice();
  while (copy.length < at) copy.push(undefined);
  copy[at] = value;
  return copy;
}

/** 18 bits of FNV-1a over the text's units; many firms' ids differ in their last units only. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 18)) & 0x3ffff;
}

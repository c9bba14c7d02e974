import type { Candidates } from './candidates.js';

/**
 * The candidates of all slots as bits: those of slot `s` are the entries `first[s] .. first[s + 1] - 1`,
 * each a word of 32 inspectors, `word`, with a one in `mask` for each of them who is listed.
 *
 * A search that has seen most inspectors passes over a whole word of them at a time. Colleagues stand
 * close to each other in the order of ids, so a row has a tenth of the entries of a list; it never has
 * more.
 */
export interface CandidateRows {
  readonly first: Int32Array;
  readonly word: Int32Array;
  readonly mask: Int32Array;
}

/** How many words hold a bit for each of so many inspectors. */
export const wordsFor = (inspectors: number): number => (inspectors + 31) >> 5;

/** Lays out the rows of all slots. */
export function candidateRows(candidates: Candidates, inspectors: number): CandidateRows {
  const { first: begins, end: ends, inspector } = candidates;
  const slots = begins.length;
  const first = new Int32Array(slots + 1);
  const entryOf = new Int32Array(wordsFor(inspectors)).fill(-1);
  let word = new Int32Array(1 << 10);
  let mask = new Int32Array(1 << 10);
  let entries = 0;
  for (let slot = 0; slot < slots; slot++) {
    const begin = begins[slot] as number;
    const end = ends[slot] as number;
    if (entries + end - begin > word.length) {
      word = grown(word, entries + end - begin);
      mask = grown(mask, entries + end - begin);
    }
    const own = entries;
    for (let arc = begin; arc < end; arc++) {
      const i = inspector[arc] as number;
      const w = i >> 5;
      let entry = entryOf[w] as number;
      if (entry < own) {
        entry = entries++;
        entryOf[w] = entry;
        word[entry] = w;
        mask[entry] = 0;
      }
      mask[entry] = (mask[entry] as number) | (1 << (i & 31));
    }
    first[slot + 1] = entries;
  }
  return { first, word: word.subarray(0, entries), mask: mask.subarray(0, entries) };
}

function grown(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(least, 2 * array.length));
  more.set(array);
  return more;
}

/** Whether a slot lists an inspector. */
export function isListed({ first, word, mask }: CandidateRows, slot: number, inspector: number) {
  const w = inspector >> 5;
  const end = first[slot + 1] as number;
  for (let entry = first[slot] as number; entry < end; entry++) {
    if (word[entry] === w) return ((mask[entry] as number) & (1 << (inspector & 31))) !== 0;
  }
  return false;
}

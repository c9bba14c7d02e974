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
  readonly word: Uint16Array | Int32Array;
  readonly mask: Int32Array;
}

/** How many words hold a bit for each of so many inspectors. */
export const wordsFor = (inspectors: number): number => (inspectors + 31) >> 5;

/** Words whose numbers fit half a word, as those of two million inspectors do. */
const FEW_WORDS = 1 << 16;

/** Lays out the rows of all slots, counted before, so that nothing is laid out that has to grow. */
export function candidateRows(candidates: Candidates, inspectors: number): CandidateRows {
  const { first: begins, end: ends, inspector } = candidates;
  const slots = begins.length;
  const first = new Int32Array(slots + 1);
  const lastSlot = new Int32Array(wordsFor(inspectors)).fill(-1);
  let entries = 0;
  for (let slot = 0; slot < slots; slot++) {
    const end = ends[slot] as number;
    for (let arc = begins[slot] as number; arc < end; arc++) {
      const w = (inspector[arc] as number) >> 5;
      if (lastSlot[w] === slot) continue;
      lastSlot[w] = slot;
      entries++;
    }
    first[slot + 1] = entries;
  }
  const word =
    wordsFor(inspectors) <= FEW_WORDS ? new Uint16Array(entries) : new Int32Array(entries);
  const mask = new Int32Array(entries);
  const entryOf = new Int32Array(wordsFor(inspectors));
  lastSlot.fill(-1);
  entries = 0;
  for (let slot = 0; slot < slots; slot++) {
    const end = ends[slot] as number;
    for (let arc = begins[slot] as number; arc < end; arc++) {
      const i = inspector[arc] as number;
      const w = i >> 5;
      if (lastSlot[w] !== slot) {
        lastSlot[w] = slot;
        entryOf[w] = entries;
        word[entries++] = w;
      }
      const entry = entryOf[w] as number;
      mask[entry] = (mask[entry] as number) | (1 << (i & 31));
    }
  }
  return { first, word, mask };
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

import type { Candidates } from './candidates.js';

/**
 * The candidates of all slots as bits: those of slot `s` are the entries `first[s] .. end[s] - 1`,
 * each a word of 32 inspectors, `word`, with a one in `mask` for each of them who is listed.
 *
 * A search that has seen most inspectors passes over a whole word of them at a time. Colleagues stand
 * close to each other in the order of ids, so a row has a tenth of the entries of a list; it never has
 * more.
 */
export interface CandidateRows {
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly word: Uint16Array | Int32Array;
  readonly mask: Int32Array;
}

/** How many words hold a bit for each of so many inspectors. */
export const wordsFor = (inspectors: number): number => (inspectors + 31) >> 5;

/** Words whose numbers fit half a word, as those of two million inspectors do. */
const FEW_WORDS = 1 << 16;

/**
 * Lays out the rows of all slots, counted before, so that nothing is laid out that has to grow. Slots
 * that share their candidates share a row.
 *
 * @param candidates - laid out in the order of the slots, as `layOutCandidates` does
 */
export function candidateRows(candidates: Candidates, inspectors: number): CandidateRows {
  const { first: begins, end: ends, inspector } = candidates;
  const slots = begins.length;
  const first = new Int32Array(slots);
  const end = new Int32Array(slots);
  const lastSlot = new Int32Array(wordsFor(inspectors)).fill(-1);
  // The slots whose stretch is not that of one before, and where these begin: ascending.
  const owners = new Int32Array(slots);
  let owned = 0;
  let furthest = -1;
  let entries = 0;
  for (let slot = 0; slot < slots; slot++) {
    const [from, to] = [begins[slot] as number, ends[slot] as number];
    if (from === to) continue;
    if (from <= furthest) {
      const like = ownerOf(from);
      first[slot] = first[like] as number;
      end[slot] = end[like] as number;
      continue;
    }
    furthest = from;
    owners[owned++] = slot;
    first[slot] = entries;
    for (let arc = from; arc < to; arc++) {
      const w = (inspector[arc] as number) >> 5;
      if (lastSlot[w] === slot) continue;
      lastSlot[w] = slot;
      entries++;
    }
    end[slot] = entries;
  }
  const word =
    wordsFor(inspectors) <= FEW_WORDS ? new Uint16Array(entries) : new Int32Array(entries);
  const mask = new Int32Array(entries);
  const entryOf = new Int32Array(wordsFor(inspectors));
  lastSlot.fill(-1);
  for (let n = 0; n < owned; n++) {
    const slot = owners[n] as number;
    const [from, to] = [begins[slot] as number, ends[slot] as number];
    let entry = first[slot] as number;
    for (let arc = from; arc < to; arc++) {
      const i = inspector[arc] as number;
      const w = i >> 5;
      if (lastSlot[w] !== slot) {
        lastSlot[w] = slot;
        entryOf[w] = entry;
        word[entry++] = w;
      }
      const at = entryOf[w] as number;
      mask[at] = (mask[at] as number) | (1 << (i & 31));
    }
  }
  return { first, end, word, mask };

  function ownerOf(from: number): number {
    let low = 0;
    let high = owned - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((begins[owners[middle] as number] as number) <= from) low = middle;
      else high = middle - 1;
    }
    return owners[low] as number;
  }
}

/** Whether a slot lists an inspector. */
export function isListed(
  { first, end, word, mask }: CandidateRows,
  slot: number,
  inspector: number,
): boolean {
  const w = inspector >> 5;
  const to = end[slot] as number;
  for (let entry = first[slot] as number; entry < to; entry++) {
    if (word[entry] === w) return ((mask[entry] as number) & (1 << (inspector & 31))) !== 0;
  }
  return false;
}

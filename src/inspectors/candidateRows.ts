import type { Candidates } from './candidates.js';
import { addRow, newRowEntries, resize, wordsFor } from './rowEntries.js';

/**
 * The candidates of all slots as bits: those of slot `s` are the entries of row `row[s]`, which slots
 * with the same candidates share: a city's hundred thousands of slots have some thousand rows. The
 * entries of row `r` are `first[r] .. end[r] - 1`, each a word of 32 inspectors, `word`, with a one in
 * `mask` for each of them who is listed.
 *
 * A search that has seen most inspectors passes over a whole word of them at a time. Colleagues stand
 * close to each other in the order of ids, so a row has a tenth of the entries of a list; it never has
 * more.
 */
export interface CandidateRows {
  /** How many rows there are; they stand in the order of their last slots. */
  readonly count: number;
  readonly row: Int32Array;
  /** The slots of row `r`, ascending: `slot[firstSlot[r]] .. slot[firstSlot[r + 1] - 1]`. */
  readonly firstSlot: Int32Array;
  readonly slot: Int32Array;
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** 1 for rows that several slots share; their words ascend. */
  readonly shared: Uint8Array;
  readonly word: Uint16Array | Int32Array;
  readonly mask: Int32Array;
}

/** Lays out the rows of all slots; slots that share their candidates share a row. */
export function candidateRows(candidates: Candidates, inspectors: number): CandidateRows {
  const { first: begins, end: ends, inspector } = candidates;
  const { count, row, firstSlot, slot } = rowsOfSlots(candidates);
  const first = new Int32Array(count);
  const end = new Int32Array(count);
  const shared = new Uint8Array(count);
  const words = wordsFor(inspectors);
  let most = 0;
  for (let r = 0; r < count; r++) {
    const one = slot[firstSlot[r] as number] as number;
    most += Math.min(words, (ends[one] as number) - (begins[one] as number));
  }
  const entries = newRowEntries(inspectors, Math.min(most, inspector.length >> 3));
  for (let r = 0; r < count; r++) {
    const one = slot[firstSlot[r] as number] as number;
    shared[r] = (firstSlot[r + 1] as number) - (firstSlot[r] as number) > 1 ? 1 : 0;
    first[r] = entries.count;
    addRow(entries, inspector, begins[one] as number, ends[one] as number, shared[r] === 1);
    end[r] = entries.count;
  }
  resize(entries);
  const { word, mask } = entries;
  return { count, row, firstSlot, slot, first, end, shared, word, mask };
}

/** The rows that slots share, in the order of the last slot of each, and the slots of each. */
function rowsOfSlots({ first: begins, end: ends }: Candidates) {
  const slots = begins.length;
  const row = new Int32Array(slots);
  const known = new Map<number, number>();
  // From the last slot back, and turned round below.
  let count = 0;
  for (let s = slots - 1; s >= 0; s--) {
    // Where the candidates of a slot that has none begin, those of others may lie.
    const from = begins[s] === ends[s] ? -1 : (begins[s] as number);
    const like = known.get(from);
    row[s] = like ?? count;
    if (like === undefined) known.set(from, count++);
  }
  const firstSlot = new Int32Array(count + 1);
  for (let s = 0; s < slots; s++) {
    const r = count - 1 - (row[s] as number);
    row[s] = r;
    firstSlot[r + 1] = (firstSlot[r + 1] as number) + 1;
  }
  for (let r = 0; r < count; r++) {
    firstSlot[r + 1] = (firstSlot[r + 1] as number) + (firstSlot[r] as number);
  }
  const at = firstSlot.slice();
  const slot = new Int32Array(slots);
  for (let s = 0; s < slots; s++) {
    const r = row[s] as number;
    const place = at[r] as number;
    slot[place] = s;
    at[r] = place + 1;
  }
  return { count, row, firstSlot, slot };
}

/** Whether a slot lists an inspector. */
export function isListed(rows: CandidateRows, slot: number, inspector: number): boolean {
  return isInRow(rows, rows.row[slot] as number, inspector);
}

/** Whether a row holds an inspector. */
export function isInRow(rows: CandidateRows, row: number, inspector: number): boolean {
  const entry = entryOf(rows, row, inspector);
  return entry >= 0 && ((rows.mask[entry] as number) & (1 << (inspector & 31))) !== 0;
}

/** The entry of a row that has the bit of an inspector, -1 if there is none. */
export function entryOf(
  { first, end, shared, word }: CandidateRows,
  row: number,
  inspector: number,
): number {
  const w = inspector >> 5;
  let entry = first[row] as number;
  const stop = end[row] as number;
  if (shared[row] === 1) {
    let past = stop;
    while (entry < past) {
      const middle = (entry + past) >> 1;
      if ((word[middle] as number) < w) entry = middle + 1;
      else past = middle;
    }
  } else {
    while (entry < stop && word[entry] !== w) entry++;
  }
  return entry < stop && word[entry] === w ? entry : -1;
}

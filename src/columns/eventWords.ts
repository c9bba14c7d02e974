import { BLOCK } from './block.js';
import type { EventColumns } from './entityColumns.js';

/** Words that are added up in one passage over a block's events. */
export const TOGETHER = 4;

/** What half a word holds, with its sign. */
const HALF = 2 ** 15 - 1;

/** The table of one tally, and what a row may add up to. */
interface Sized {
  readonly most: number;
  readonly greatest: number;
}

/** Whether no row's sum can outgrow half a word. */
export function isHalf({ most, greatest }: Sized, mostEvents: number): boolean {
  return greatest * mostEvents <= HALF && most >= HALF;
}

/** So many events of a row can't add up to more than it may. */
export function allowedEvents({ most, greatest }: Sized): number {
  return greatest > 0 ? Math.floor(most / greatest) : Infinity;
}

/** The most events any row has. */
export function mostEvents({ offsets }: EventColumns): number {
  let most = 0;
  for (let i = 1; i < offsets.length; i++) {
    const count = (offsets[i] as number) - (offsets[i - 1] as number);
    if (count > most) most = count;
  }
  return most;
}

/** What one tally counts of every kind, unrepaired and repaired, at every step. */
interface Effects extends Sized {
  readonly sums: Int32Array;
  readonly units: Float64Array;
  readonly greatest: number;
}

/** A word of 32 bits that runs over the events: one sum, or two of half a word each. */
export interface Word {
  readonly low: Int32Array;
  /** Nothing is kept in it where the word holds one sum. */
  readonly high: Int32Array;
  /** How far a word is shifted for its lower half: 16, or 0 where it holds one sum. */
  readonly shift: number;
}

export interface Group {
  readonly words: readonly Word[];
  readonly effects: Int32Array;
}

/**
 * Sums that can't outgrow half a word in any row share one. The running sums may wrap: what matters
 * is that the differences fit, which `allowed` events of a row make sure of.
 */
export function groupsOf(
  tables: readonly Effects[],
  mostOfRow: number,
): { readonly groups: readonly Group[]; readonly allowed: number } {
  let allowed = Infinity;
  const nowhere = new Int32Array(BLOCK);
  const narrow: Effects[] = [];
  const words: (Word & { readonly units: readonly Float64Array[] })[] = [];
  for (const table of tables) {
    if (isHalf(table, mostOfRow)) narrow.push(table);
    else {
      allowed = Math.min(allowed, allowedEvents(table));
      words.push({ low: table.sums, high: nowhere, shift: 0, units: [table.units] });
    }
  }
  for (let i = 0; i < narrow.length; i += 2) {
    const [low, high] = [narrow[i] as Effects, narrow[i + 1]];
    words.push({
      ...{ low: low.sums, high: high?.sums ?? nowhere, shift: 16 },
      units: high === undefined ? [low.units] : [low.units, high.units],
    });
  }
  const groups: Group[] = [];
  for (let i = 0; i < words.length; i += TOGETHER) {
    const own = words.slice(i, i + TOGETHER);
    const places = own[0]?.units[0]?.length ?? 0;
    const effects = new Int32Array(places * own.length);
    own.forEach(({ units: [low, high] }, w) => {
      for (let place = 0; place < places; place++) {
        const upper = ((high?.[place] ?? 0) << 16) | 0;
        effects[place * own.length + w] = ((low?.[place] as number) + upper) | 0;
      }
    });
    groups.push({ words: own, effects });
  }
  return { groups, allowed };
}

/** Running sums of a group over the events of a block, the first before any event. */
export type AddUp = (
  effects: Int32Array,
  places: Int32Array,
  count: number,
  running: Int32Array,
) => void;

/** By how many words run together. */
export const addUp: readonly AddUp[] = [
  () => undefined,
  (effects, places, count, running) => {
    let a = 0;
    running[0] = 0;
    for (let e = 0; e < count; e++) {
      a = (a + (effects[places[e] as number] as number)) | 0;
      running[e + 1] = a;
    }
  },
  (effects, places, count, running) => {
    let a = 0;
    let b = 0;
    running.fill(0, 0, 2);
    for (let e = 0, to = 2; e < count; e++, to += 2) {
      const at = (places[e] as number) << 1;
      a = (a + (effects[at] as number)) | 0;
      b = (b + (effects[at + 1] as number)) | 0;
      running[to] = a;
      running[to + 1] = b;
    }
  },
  (effects, places, count, running) => {
    let a = 0;
    let b = 0;
    let c = 0;
    running.fill(0, 0, 3);
    for (let e = 0, to = 3; e < count; e++, to += 3) {
      const at = Math.imul(places[e] as number, 3);
      a = (a + (effects[at] as number)) | 0;
      b = (b + (effects[at + 1] as number)) | 0;
      c = (c + (effects[at + 2] as number)) | 0;
      running[to] = a;
      running[to + 1] = b;
      running[to + 2] = c;
    }
  },
  (effects, places, count, running) => {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    running.fill(0, 0, 4);
    for (let e = 0, to = 4; e < count; e++, to += 4) {
      const at = (places[e] as number) << 2;
      a = (a + (effects[at] as number)) | 0;
      b = (b + (effects[at + 1] as number)) | 0;
      c = (c + (effects[at + 2] as number)) | 0;
      d = (d + (effects[at + 3] as number)) | 0;
      running[to] = a;
      running[to + 1] = b;
      running[to + 2] = c;
      running[to + 3] = d;
    }
  },
];

/** The sums of each row from the running sums. */
export type Take = (
  running: Int32Array,
  offsets: Uint32Array,
  from: number,
  size: number,
  words: readonly Word[],
) => void;

/** By how many words run together. */
export const take: readonly Take[] = [
  () => undefined,
  (running, offsets, from, size, [one]) => {
    const { low, high, shift } = one as Word;
    const first = offsets[from] as number;
    let before = 0;
    for (let i = 0; i < size; i++) {
      const after = running[((offsets[from + i + 1] as number) - first) | 0] as number;
      const word = (after - before) | 0;
      const part = (word << shift) >> shift;
      low[i] = part;
      high[i] = (word - part) >> 16;
      before = after;
    }
  },
  (running, offsets, from, size, [one, two]) => {
    const { low: low1, high: high1, shift: shift1 } = one as Word;
    const { low: low2, high: high2, shift: shift2 } = two as Word;
    const first = offsets[from] as number;
    let a = 0;
    let b = 0;
    for (let i = 0; i < size; i++) {
      const to = (((offsets[from + i + 1] as number) - first) << 1) | 0;
      const wordA = ((running[to] as number) - a) | 0;
      const wordB = ((running[to + 1] as number) - b) | 0;
      a = (a + wordA) | 0;
      b = (b + wordB) | 0;
      const partA = (wordA << shift1) >> shift1;
      const partB = (wordB << shift2) >> shift2;
      low1[i] = partA;
      high1[i] = (wordA - partA) >> 16;
      low2[i] = partB;
      high2[i] = (wordB - partB) >> 16;
    }
  },
  (running, offsets, from, size, [one, two, three]) => {
    const { low: low1, high: high1, shift: shift1 } = one as Word;
    const { low: low2, high: high2, shift: shift2 } = two as Word;
    const { low: low3, high: high3, shift: shift3 } = three as Word;
    const first = offsets[from] as number;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let i = 0; i < size; i++) {
      const to = Math.imul((offsets[from + i + 1] as number) - first, 3);
      const wordA = ((running[to] as number) - a) | 0;
      const wordB = ((running[to + 1] as number) - b) | 0;
      const wordC = ((running[to + 2] as number) - c) | 0;
      a = (a + wordA) | 0;
      b = (b + wordB) | 0;
      c = (c + wordC) | 0;
      const partA = (wordA << shift1) >> shift1;
      const partB = (wordB << shift2) >> shift2;
      const partC = (wordC << shift3) >> shift3;
      low1[i] = partA;
      high1[i] = (wordA - partA) >> 16;
      low2[i] = partB;
      high2[i] = (wordB - partB) >> 16;
      low3[i] = partC;
      high3[i] = (wordC - partC) >> 16;
    }
  },
  (running, offsets, from, size, words) => {
    const [one, two, three, four] = words as [Word, Word, Word, Word];
    const first = offsets[from] as number;
    let at = 0;
    for (let i = 0; i < size; i++) {
      const to = (((offsets[from + i + 1] as number) - first) << 2) | 0;
      split(((running[to] as number) - (running[at] as number)) | 0, one, i);
      split(((running[to + 1] as number) - (running[at + 1] as number)) | 0, two, i);
      split(((running[to + 2] as number) - (running[at + 2] as number)) | 0, three, i);
      split(((running[to + 3] as number) - (running[at + 3] as number)) | 0, four, i);
      at = to;
    }
  },
];

function split(word: number, { low, high, shift }: Word, i: number): void {
  const part = (word << shift) >> shift;
  low[i] = part;
  high[i] = (word - part) >> 16;
}

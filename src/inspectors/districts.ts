import type { Candidates } from './candidates.js';

/** A part of a staffing that shares no inspector with another: its visits and inspectors, ascending. */
export interface District {
  readonly visits: Int32Array;
  readonly inspectors: Int32Array;
}

/**
 * The districts of a staffing: visits that have an inspector in common, directly or over others, are
 * in one. Who is listed nowhere, and visits that list nobody, go to the first.
 *
 * No exchange leads from one to another, so each can be drawn apart: the searches of ten districts
 * look at a tenth of the inspectors each.
 *
 * @param firstSlot - the first slot of each visit, and the number of slots
 */
export function districtsOf(
  { first, end: ends, inspector }: Candidates,
  firstSlot: Int32Array,
  inspectors: number,
): District[] {
  const above = Int32Array.from({ length: inspectors }, (_, i) => i);
  const top = (of: number): number => {
    let i = of;
    while (above[i] !== i) {
      above[i] = above[above[i] as number] as number;
      i = above[i] as number;
    }
    return i;
  };
  const visits = firstSlot.length - 1;
  // Slots that share a stretch begin no further than one before: it has to be gone through once.
  let furthest = -1;
  const someone = new Int32Array(visits).fill(-1);
  for (let v = 0; v < visits; v++) {
    for (let s = firstSlot[v] as number; s < (firstSlot[v + 1] as number); s++) {
      const begin = first[s] as number;
      const end = ends[s] as number;
      if (begin === end) continue;
      const one = inspector[begin] as number;
      if (someone[v] === -1) someone[v] = one;
      const root = top(someone[v] as number);
      if (begin <= furthest) {
        above[top(one)] = root;
        continue;
      }
      furthest = begin;
      for (let arc = begin; arc < end; arc++) {
        const i = inspector[arc] as number;
        if (above[i] !== root) above[top(i)] = root;
      }
    }
  }
  const number = new Int32Array(inspectors).fill(-1);
  let districts = 0;
  for (const i of someone) {
    if (i < 0) continue;
    const root = top(i);
    if ((number[root] as number) < 0) number[root] = districts++;
  }
  const districtOf = (i: number): number => (i < 0 ? 0 : Math.max(0, number[top(i)] as number));
  const visitLists = Array.from({ length: Math.max(1, districts) }, (): number[] => []);
  const staffLists = visitLists.map((): number[] => []);
  for (let v = 0; v < visits; v++) visitLists[districtOf(someone[v] as number)]?.push(v);
  for (let i = 0; i < inspectors; i++) staffLists[districtOf(i)]?.push(i);
  return visitLists.map((list, d) => ({
    visits: Int32Array.from(list),
    inspectors: Int32Array.from(staffLists[d] as number[]),
  }));
}

import { mistake } from '../core/error.js';
import { type StaffedVisit, slotsOf } from './staffing.js';

/**
 * The candidates of all slots as numbers, flat: those of slot `s` are `first[s] .. end[s] - 1`, leads
 * before the others, who begin at `other[s]`.
 */
export interface Candidates {
  readonly first: Int32Array;
  readonly other: Int32Array;
  readonly end: Int32Array;
  readonly inspector: Uint16Array | Int32Array;
}

/** Inspectors whose numbers fit half a word: half the memory, for millions of candidates. */
const FEW = 1 << 16;

/**
 * Numbers every candidate of every slot, visit after visit.
 *
 * @param numbers - each inspector's number
 * @throws `unknown-candidate` | `repeated-candidate`
 */
export function numberCandidates(
  visits: readonly StaffedVisit[],
  numbers: ReadonlyMap<string, number>,
  lead: Uint8Array,
): Candidates {
  let slots = 0;
  let arcs = 0;
  for (const visit of visits) {
    for (const { eligible } of slotsOf(visit)) {
      slots++;
      arcs += eligible.length;
    }
  }
  const bounds = new Int32Array(slots + 1);
  const other = new Int32Array(slots);
  const inspector = lead.length <= FEW ? new Uint16Array(arcs) : new Int32Array(arcs);
  const lastSeen = new Int32Array(lead.length).fill(-1);
  let slot = 0;
  let arc = 0;
  for (let v = 0; v < visits.length; v++) {
    const visit = visits[v] as StaffedVisit;
    for (const { eligible } of slotsOf(visit)) {
      const end = arc + eligible.length;
      let front = arc;
      let back = end;
      for (let n = 0; n < eligible.length; n++) {
        const i = numbers.get(eligible[n] as string);
        if (i === undefined) throw unknownCandidate(visit.id, eligible[n] as string);
        if (lastSeen[i] === v) throw repeatedCandidate(visit.id, eligible[n] as string);
        lastSeen[i] = v;
        inspector[lead[i] === 1 ? front++ : --back] = i;
      }
      other[slot] = front;
      bounds[++slot] = end;
      arc = end;
    }
  }
  return { first: bounds.subarray(0, slots), other, end: bounds.subarray(1), inspector };
}

/** Gives the candidates other numbers, in place: nothing so large should be there twice. */
export function renumber({ inspector }: Candidates, numbers: Int32Array): void {
  for (let arc = 0; arc < inspector.length; arc++) {
    inspector[arc] = numbers[inspector[arc] as number] as number;
  }
}

/**
 * The candidates of some of the visits, in the same memory.
 *
 * @param firstSlot - the first slot of each visit
 */
export function partOf(whole: Candidates, firstSlot: Int32Array, visits: Int32Array): Candidates {
  const slots: number[] = [];
  for (const v of visits) {
    for (let s = firstSlot[v] as number; s < (firstSlot[v + 1] as number); s++) slots.push(s);
  }
  const of = (bounds: Int32Array): Int32Array =>
    Int32Array.from(slots, (slot) => bounds[slot] as number);
  const { first, other, end, inspector } = whole;
  return { first: of(first), other: of(other), end: of(end), inspector };
}

function unknownCandidate(visit: string, id: string) {
  return mistake(
    'unknown-candidate',
    `the candidate \`${id}\` of visit \`${visit}\` is no inspector of the list`,
    { id, visit },
  );
}

function repeatedCandidate(visit: string, id: string) {
  return mistake(
    'repeated-candidate',
    `the candidates of visit \`${visit}\` hold \`${id}\` twice`,
    { id, visit },
  );
}

import { mistake } from '../core/error.js';
import { type StaffedVisit, slotsOf, type TeamSizes } from './staffing.js';

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

/** Who the candidates of a slot are, as numbers of inspectors in the order of id bytes. */
export interface CandidateLists<V> {
  readonly count: (visit: V, slot: number) => number;
  /** Puts them into `into`, in any order, and says how many; none twice. Visit after visit. */
  readonly read: (visit: V, slot: number, into: Int32Array) => number;
}

/**
 * The lists that visits name by id.
 *
 * @param ids - the inspectors by number
 * @throws `unknown-candidate` | `repeated-candidate`, when they are read
 */
export function namedCandidates(ids: readonly string[]): CandidateLists<StaffedVisit> {
  const numbers = new Map(ids.map((id, i) => [id, i]));
  // The turn in which each was last seen: visits are read one after the other, and compared as numbers.
  const lastSeen = new Int32Array(ids.length);
  let current: StaffedVisit | undefined;
  let turn = 0;
  const slotOf = (visit: StaffedVisit, slot: number) =>
    slot === 0 ? visit.eligible : (visit.partners?.[slot - 1]?.eligible ?? []);
  return {
    count: (visit, slot) => slotOf(visit, slot).length,
    read(visit, slot, into) {
      if (visit !== current) turn++;
      current = visit;
      const eligible = slotOf(visit, slot);
      for (let n = 0; n < eligible.length; n++) {
        const id = eligible[n] as string;
        const i = numbers.get(id);
        if (i === undefined) throw unknownCandidate(visit.id, id);
        if (lastSeen[i] === turn) throw repeatedCandidate(visit.id, id);
        lastSeen[i] = turn;
        into[n] = i;
      }
      return eligible.length;
    },
  };
}

/**
 * Lays out every candidate of every slot, visit after visit.
 *
 * @param lists - asked twice for each slot, so that nothing is laid out that has to grow
 */
export function layOutCandidates<V extends TeamSizes>(
  visits: readonly V[],
  lists: CandidateLists<V>,
  lead: Uint8Array,
): Candidates {
  let slots = 0;
  let arcs = 0;
  for (const visit of visits) {
    const own = slotsOf(visit).length;
    for (let s = 0; s < own; s++) arcs += lists.count(visit, s);
    slots += own;
  }
  const bounds = new Int32Array(slots + 1);
  const other = new Int32Array(slots);
  const inspector = lead.length <= FEW ? new Uint16Array(arcs) : new Int32Array(arcs);
  const listed = new Int32Array(lead.length);
  let slot = 0;
  let arc = 0;
  for (const visit of visits) {
    const own = slotsOf(visit).length;
    for (let s = 0; s < own; s++) {
      const count = lists.read(visit, s, listed);
      const end = arc + count;
      let front = arc;
      let back = end;
      for (let n = 0; n < count; n++) {
        const i = listed[n] as number;
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

import { mistake } from '../core/error.js';
import { idNumbers } from './idNumbers.js';
import { type StaffedVisit, slotsOf, type TeamSizes } from './staffing.js';

/**
 * The candidates of all slots as numbers, flat: those of slot `s` are `first[s] .. end[s] - 1`, leads
 * before the others, who begin at `other[s]`. Slots with the same candidates share one stretch.
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
  const numberOf = idNumbers(ids);
  // The turn in which each was last seen: visits are read one after the other, and compared as numbers.
  const lastSeen = new Int32Array(ids.length);
  let current: StaffedVisit | undefined;
  let turn = 0;
  const slotOf = (visit: StaffedVisit, slot: number) =>
    slot === 0 ? visit.eligible : (visit.partners?.[slot - 1]?.eligible ?? []);
  return {
    read(visit, slot, into) {
      if (visit !== current) turn++;
      current = visit;
      const eligible = slotOf(visit, slot);
      for (let n = 0; n < eligible.length; n++) {
        const id = eligible[n] as string;
        const i = numberOf(id);
        if (i === undefined) throw unknownCandidate(visit.id, id);
        if (lastSeen[i] === turn) throw repeatedCandidate(visit.id, id);
        lastSeen[i] = turn;
        into[n] = i;
      }
      return eligible.length;
    },
  };
}

/** The sets are laid out in memory that grows, beginning with so many candidates. */
const FIRST_ROOM = 1 << 16;

/**
 * Room for more than `needed`: for all slots, if they go on like those laid out, but at least half and at
 * most eight times as much again, since later slots may share what others have.
 */
function newRoom(needed: number, laidOut: number, slots: number): number {
  const expected = Math.ceil((1.02 * needed * slots) / (laidOut + 1));
  return Math.max(needed + (needed >> 1), Math.min(8 * needed, expected));
}

/**
 * Lays out the candidates of every slot, visit after visit, those of slots that list the same ones
 * only once: of a city's visits of one district, task and season nearly all do.
 */
export function layOutCandidates<V extends TeamSizes>(
  visits: readonly V[],
  lists: CandidateLists<V>,
  lead: Uint8Array,
): Candidates {
  const slots = visits.reduce((sum, visit) => sum + slotsOf(visit).length, 0);
  const first = new Int32Array(slots);
  const other = new Int32Array(slots);
  const end = new Int32Array(slots);
  const roomFor = (arcs: number) =>
    lead.length <= FEW ? new Uint16Array(arcs) : new Int32Array(arcs);
  let inspector = roomFor(Math.max(FIRST_ROOM, lead.length));
  const listed = new Int32Array(lead.length);
  // The last slot whose own candidates have this hash, and the one before it.
  const lastWith = new Map<number, number>();
  const before = new Int32Array(slots);
  let slot = 0;
  let arcs = 0;
  for (const visit of visits) {
    const own = slotsOf(visit).length;
    for (let s = 0; s < own; s++) {
      const count = lists.read(visit, s, listed);
      if (arcs + count > inspector.length) {
        const more = roomFor(newRoom(arcs + count, slot, slots));
        more.set(inspector);
        inspector = more;
      }
      const middle = parted(listed, count, lead, inspector, arcs);
      first[slot] = arcs;
      other[slot] = middle;
      end[slot] = arcs + count;
      const hash = hashOf(listed, count);
      const last = lastWith.get(hash) ?? -1;
      let like = last;
      while (like >= 0 && !isSame(like, slot)) like = before[like] as number;
      if (like >= 0) {
        first[slot] = first[like] as number;
        other[slot] = other[like] as number;
        end[slot] = end[like] as number;
      } else {
        before[slot] = last;
        lastWith.set(hash, slot);
        arcs += count;
      }
      slot++;
    }
  }
  return { first, other, end, inspector: inspector.subarray(0, arcs) };

  function isSame(a: number, b: number): boolean {
    const count = (end[a] as number) - (first[a] as number);
    if (count !== (end[b] as number) - (first[b] as number)) return false;
    const [x, y] = [first[a] as number, first[b] as number];
    for (let n = 0; n < count; n++) if (inspector[x + n] !== inspector[y + n]) return false;
    return true;
  }
}

/** Writes the first `count` listed from `at` on, leads in front and the others behind; where these begin. */
function parted(
  listed: Int32Array,
  count: number,
  lead: Uint8Array,
  inspector: Uint16Array | Int32Array,
  at: number,
): number {
  let front = at;
  let back = at + count - 1;
  for (let n = 0; n < count; n++) {
    const i = listed[n] as number;
    const isLead = lead[i] as number;
    // Both places are free: without a branch on who is a lead, which nothing foretells.
    inspector[front] = i;
    inspector[back] = i;
    front += isLead;
    back += isLead - 1;
  }
  return front;
}

function hashOf(listed: Int32Array, count: number): number {
  let hash = count;
  for (let n = 0; n < count; n++) hash = (Math.imul(hash, 0x01000193) + (listed[n] as number)) | 0;
  return hash ^ (hash >>> 15);
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

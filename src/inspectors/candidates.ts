import { mistake } from '../core/error.js';
import { type StaffedVisit, slotsOf } from './staffing.js';

/**
 * The candidates of all slots as numbers, flat: those of slot `s` are `first[s] .. first[s + 1] - 1`,
 * leads before the others, who begin at `other[s]`.
 */
export interface Candidates {
  readonly first: Int32Array;
  readonly other: Int32Array;
  readonly inspector: Int32Array;
}

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
  const first = new Int32Array(slots + 1);
  const other = new Int32Array(slots);
  const inspector = new Int32Array(arcs);
  const lastSeen = new Int32Array(lead.length).fill(-1);
  let slot = 0;
  let arc = 0;
  visits.forEach((visit, v) => {
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
      first[++slot] = end;
      arc = end;
    }
  });
  return { first, other, inspector };
}

/**
 * The candidates of some of the visits, under other numbers.
 *
 * @param firstSlot - the first slot of each visit
 * @param numbers - the new number of each inspector
 */
export function partOf(
  { first, other, inspector }: Candidates,
  firstSlot: Int32Array,
  visits: Int32Array,
  numbers: Int32Array,
): Candidates {
  let slots = 0;
  let arcs = 0;
  for (const v of visits) {
    const [from, to] = [firstSlot[v] as number, firstSlot[v + 1] as number];
    slots += to - from;
    arcs += (first[to] as number) - (first[from] as number);
  }
  const part = {
    first: new Int32Array(slots + 1),
    other: new Int32Array(slots),
    inspector: new Int32Array(arcs),
  };
  let slot = 0;
  let arc = 0;
  for (const v of visits) {
    for (let s = firstSlot[v] as number; s < (firstSlot[v + 1] as number); s++) {
      const begin = first[s] as number;
      const end = first[s + 1] as number;
      part.other[slot] = arc + (other[s] as number) - begin;
      for (let at = begin; at < end; at++) {
        part.inspector[arc++] = numbers[inspector[at] as number] as number;
      }
      part.first[++slot] = arc;
    }
  }
  return part;
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

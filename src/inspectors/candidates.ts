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

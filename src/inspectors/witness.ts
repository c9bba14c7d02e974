import { requireArgument } from '../core/argument.js';
import type { Network, NetworkStaffing } from './network.js';
import {
  type OpenVisit,
  type PartnerSlot,
  type StaffInspector,
  type Staffing,
  slotsOf,
  type TeamSizes,
} from './staffing.js';

/**
 * Why no assignment exists: the visits need more persons of `inspectors` than these can take.
 *
 * `needed` counts, visit by visit, the seats that nobody outside `inspectors` can fill; `capacity`
 * is what `inspectors` can take; `missing` is the difference, the number of persons short.
 */
export interface Witness {
  readonly inspectors: readonly string[];
  readonly needed: number;
  readonly capacity: number;
  readonly missing: number;
}

/**
 * Counts what a set of inspectors is needed for and what they can take.
 *
 * Of a visit of size k with a leads and b others among its candidates outside the set, at most
 * `a + min(b, k - 1)` seats can be filled without the set; the rest of the k is needed from it.
 *
 * @param staffing - visits and inspectors, as given to `assignInspectors`
 * @param inspectors - ids of the set
 * @source double-random/1 §3, step 1 (a cut of the flow network)
 * @example
 * ```ts
 * import { recountWitness } from 'evenhand/inspectors';
 *
 * const staffing = {
 *   visits: [
 *     { id: 'A', size: 2, eligible: ['JC-000003', 'JC-000004'] },
 *     { id: 'B', size: 2, eligible: ['JC-000003', 'JC-000006'] },
 *   ],
 *   inspectors: [
 *     { id: 'JC-000003', lead: true, capacity: 1 },
 *     { id: 'JC-000004', lead: false, capacity: 2 },
 *     { id: 'JC-000006', lead: false, capacity: 2 },
 *   ],
 * };
 * recountWitness(staffing, ['JC-000003']).needed; // => 2
 * recountWitness(staffing, ['JC-000003']).missing; // => 1
 * ```
 */
export function recountWitness(staffing: Staffing, inspectors: readonly string[]): Witness {
  requireArgument('recountWitness', 'staffing', staffing, { inspectors: 'array', visits: 'array' });
  requireArgument('recountWitness', 'inspectors', inspectors, 'array');
  const within = new Set(inspectors);
  const leads = new Set(staffing.inspectors.filter(({ lead }) => lead).map(({ id }) => id));
  const needed = sum(staffing.visits, (visit) => neededFrom(visit, within, leads));
  const capacity = sum(staffing.inspectors, ({ id, capacity }) => (within.has(id) ? capacity : 0));
  return { inspectors, needed, capacity, missing: needed - capacity };
}

/**
 * Whether a witness proves that no assignment exists: its sums are right and `needed` is above
 * `capacity`. Needs no search, only counting.
 *
 * @example
 * ```ts
 * import { checkWitness } from 'evenhand/inspectors';
 *
 * const staffing = {
 *   visits: [{ id: 'A', size: 2, eligible: ['JC-000004', 'JC-000006'] }],
 *   inspectors: [
 *     { id: 'JC-000004', lead: false, capacity: 9 },
 *     { id: 'JC-000006', lead: false, capacity: 9 },
 *   ],
 * };
 * // No lead at all: one seat needs an inspector who is not there.
 * checkWitness(staffing, { inspectors: [], needed: 1, capacity: 0, missing: 1 }); // => true
 * ```
 */
export function checkWitness(staffing: Staffing, witness: Witness): boolean {
  requireArgument('checkWitness', 'staffing', staffing, { visits: 'array', inspectors: 'array' });
  requireArgument('checkWitness', 'witness', witness, { inspectors: 'array' });
  const known = new Set(staffing.inspectors.map(({ id }) => id));
  const { needed, capacity, missing } = recountWitness(staffing, witness.inspectors);
  return (
    witness.inspectors.every((id) => known.has(id)) &&
    witness.needed === needed &&
    witness.capacity === capacity &&
    witness.missing === missing &&
    needed > capacity
  );
}

/** The network of a staffing some of whose slots can't be filled, and who was reached from these. */
export interface ShortNetwork {
  readonly network: Network;
  readonly staffing: NetworkStaffing;
  readonly reached: Int32Array;
}

/**
 * The witness of short networks that share nobody: what `recountWitness` gives for all they reached,
 * without a look at any id.
 *
 * @param ids - the ids of all they reached, by their bytes
 */
export function witnessOf(short: readonly ShortNetwork[], ids: readonly string[]): Witness {
  const needed = sum(short, neededFromReached);
  const capacity = sum(short, ({ staffing, reached }) =>
    sum(Array.from(reached), (i) => (staffing.inspectors[i] as StaffInspector).capacity),
  );
  return { inspectors: ids, needed, capacity, missing: needed - capacity };
}

function neededFromReached({ network, staffing, reached }: ShortNetwork): number {
  const { first, other, end, inspector } = network.candidates;
  const isOutside = new Uint8Array(network.inspectors).fill(1);
  for (const i of reached) isOutside[i] = 0;
  const outside = (from: number, to: number): number => {
    let count = 0;
    for (let arc = from; arc < to; arc++) count += isOutside[inspector[arc] as number] as number;
    return count;
  };
  let slot = 0;
  return sum(staffing.visits, (visit) =>
    neededSeats(visit, slotsOf(visit), () => {
      const middle = other[slot] as number;
      const a = outside(first[slot] as number, middle);
      const b = outside(middle, end[slot++] as number);
      return { a, b };
    }),
  );
}

/** The seats of a visit that only the set can fill, slot by slot: the first needs a lead. */
export function neededFrom(
  visit: OpenVisit,
  within: ReadonlySet<string>,
  leads: ReadonlySet<string>,
): number {
  return neededSeats(visit, slotsOf(visit), ({ eligible }: PartnerSlot) => {
    let a = 0;
    let b = 0;
    for (const id of eligible) {
      if (within.has(id)) continue;
      if (leads.has(id)) a++;
      else b++;
    }
    return { a, b };
  });
}

/** @param outside - of a slot, the leads and the others whom the set does not hold; in turn */
function neededSeats<S extends { readonly size: number }>(
  { hasLead }: Pick<TeamSizes, 'hasLead'>,
  slots: readonly S[],
  outside: (slot: S) => { readonly a: number; readonly b: number },
): number {
  let needed = 0;
  let gate = hasLead === true ? 0 : 1;
  for (const slot of slots) {
    const { a, b } = outside(slot);
    needed += Math.max(0, slot.size - (a + Math.min(b, Math.max(0, slot.size - gate))));
    gate = 0;
  }
  return needed;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { checkedName } from '../core/identifier.js';
import { compareBytes } from '../core/order.js';
import { checkedCount } from './count.js';

/** A stratum that shares in a total: its units, its weight, and the least it gets. */
export interface Share {
  readonly stratum: string;
  readonly size: number;
  readonly weight: number;
  readonly minimum?: number;
}

/**
 * Splits a total over strata by weight: Webster's method with minima.
 *
 * Unit after unit goes to the stratum with the largest `weight / (2 * got + 1)` that has room. A
 * larger total therefore only adds, and never takes an announced entity away. Ties: the larger
 * weight, then the smaller code in UTF-8 bytes. Takes O(total × log strata).
 *
 * @param input.total - how many units are drawn altogether
 * @param input.strata - sizes, weights and minima are safe integers of at least 0; a stratum of
 * weight 0 gets its minimum (0 where left out)
 * @returns for each stratum its quota; they add up to the total
 * @throws `bad-allocation` | `bad-name` | `repeated-stratum` | `minimum-above-size` |
 * `minima-above-total` | `total-not-placed`
 *
 * @source double-random/1 §2, total mode
 * @example
 * ```ts
 * import { allocate } from 'evenhand/draw';
 *
 * const strata = [
 *   { stratum: 's01', size: 100, weight: 53 },
 *   { stratum: 's02', size: 100, weight: 24 },
 *   { stratum: 's03', size: 100, weight: 23 },
 * ];
 * allocate({ total: 7, strata }); // => { s01: 3, s02: 2, s03: 2 }
 * ```
 */
export function allocate(input: {
  readonly total: number;
  readonly strata: readonly Share[];
}): Record<string, number> {
  requireArgument('allocate', 'input', input, { strata: 'array' });
  const total = checkedCount(input.total, 'bad-allocation', 'total');
  const claims = input.strata.map(checkedClaim);
  refuseRepeats(claims);
  let left = remaining(total, claims);
  const heap = claims.filter(isOpen);
  for (let i = heap.length >> 1; i-- > 0; ) sink(heap, i);
  for (; left > 0; left--) {
    const first = heap[0] as Claim;
    first.got++;
    if (!isOpen(first)) {
      const last = heap.pop() as Claim;
      if (last !== first) heap[0] = last;
    }
    sink(heap, 0);
  }
  return Object.fromEntries(claims.map(({ stratum, got }) => [stratum, got]));
}

interface Claim {
  readonly stratum: string;
  readonly size: number;
  readonly weight: number;
  got: number;
}

const isOpen = (claim: Claim): boolean => claim.weight > 0 && claim.got < claim.size;

function checkedClaim({ stratum, size, weight, minimum = 0 }: Share): Claim {
  checkedName(stratum, 'stratum code');
  checkedCount(size, 'bad-allocation', `${stratum}.size`);
  checkedCount(weight, 'bad-allocation', `${stratum}.weight`);
  checkedCount(minimum, 'bad-allocation', `${stratum}.minimum`);
  if (minimum > size) {
    throw mistake(
      'minimum-above-size',
      `the minimum of \`${stratum}\` is \`${minimum}\`, above its size \`${size}\``,
      { stratum, minimum, size },
    );
  }
  return { stratum, size, weight, got: minimum };
}

function refuseRepeats(claims: readonly Claim[]): void {
  const seen = new Set<string>();
  for (const { stratum } of claims) {
    if (seen.has(stratum)) {
      throw mistake('repeated-stratum', `stratum \`${stratum}\` stands twice; list it once`, {
        stratum,
      });
    }
    seen.add(stratum);
  }
}

/** What is left of the total after the minima; sums may pass 2^53. */
function remaining(total: number, claims: readonly Claim[]): number {
  const minima = claims.reduce((sum, { got }) => sum + BigInt(got), 0n);
  if (minima > BigInt(total)) {
    throw mistake(
      'minima-above-total',
      `the minima add up to \`${minima}\`, above the total \`${total}\``,
      { minima: String(minima), total },
    );
  }
  const room = claims.filter(isOpen).reduce((sum, c) => sum + BigInt(c.size - c.got), minima);
  if (room < BigInt(total)) {
    throw mistake(
      'total-not-placed',
      `the total \`${total}\` can't be placed: the strata with a weight have room for \`${room}\``,
      { total, room: String(room) },
    );
  }
  return total - Number(minima);
}

/** Lets the claim at `at` of a binary heap sink until no later one comes before it. */
function sink(heap: Claim[], at: number): void {
  for (let parent = at; ; ) {
    let first = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      if (child < heap.length && comesBefore(heap[child] as Claim, heap[first] as Claim)) {
        first = child;
      }
    }
    if (first === parent) return;
    [heap[parent], heap[first]] = [heap[first] as Claim, heap[parent] as Claim];
    parent = first;
  }
}

/** Whether the next unit goes to `a` rather than to `b`. */
function comesBefore(a: Claim, b: Claim): boolean {
  const order = compareClaims(a, b);
  if (order !== 0) return order > 0;
  if (a.weight !== b.weight) return a.weight > b.weight;
  return compareBytes(a.stratum, b.stratum) < 0;
}

/** Compares `weight / (2 * got + 1)` by products, in doubles only where these hold them exactly. */
function compareClaims(a: Claim, b: Claim): number {
  const left = a.weight * (2 * b.got + 1);
  const right = b.weight * (2 * a.got + 1);
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right;
  const exact =
    BigInt(a.weight) * (2n * BigInt(b.got) + 1n) - BigInt(b.weight) * (2n * BigInt(a.got) + 1n);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}

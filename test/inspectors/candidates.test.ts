import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateRows, isListed } from '../../src/inspectors/candidateRows.js';
import {
  type CandidateLists,
  layOutCandidates,
  namedCandidates,
} from '../../src/inspectors/candidates.js';
import { buildNetwork } from '../../src/inspectors/network.js';
import { rowsByInspector } from '../../src/inspectors/rowsByInspector.js';

const IDS = Array.from({ length: 70 }, (_, i) => `JC-${String(i).padStart(3, '0')}`);
const LEAD = Uint8Array.from(IDS, (_, i) => (i % 3 === 0 ? 1 : 0));
const INSPECTORS = IDS.map((id, i) => ({ id, lead: LEAD[i] === 1, capacity: 3 }));

/** Few sets and many visits, as a city has them: most slots name a set that another names too. */
const visits = fc
  .tuple(
    fc.array(fc.uniqueArray(fc.nat(69), { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
    fc.array(fc.nat(3), { maxLength: 30 }),
  )
  .map(([sets, named]) =>
    named.map((n, v) => {
      const numbers = sets[n % sets.length] as number[];
      return { id: `V-${v}`, size: 2, eligible: numbers.map((i) => IDS[i] as string) };
    }),
  );

describe('the candidates of many visits', () => {
  it('are those of each list, leads first, and stand once for all that list the same', () => {
    let shared = 0;
    fc.assert(
      fc.property(visits, (given) => {
        const laidOut = layOutCandidates(given, namedCandidates(IDS), LEAD);
        const rows = candidateRows(laidOut, IDS.length);
        given.forEach(({ eligible }, s) => {
          const { first, other, end, inspector } = laidOut;
          const named = [...inspector.subarray(first[s], end[s])];
          expect(named.map((i) => IDS[i]).sort()).toEqual([...eligible].sort());
          expect(named.map((i) => LEAD[i])).toEqual(
            named
              .map((i) => LEAD[i])
              .sort()
              .reverse(),
          );
          expect((other[s] as number) - (first[s] as number)).toBe(
            named.filter((i) => LEAD[i] === 1).length,
          );
          IDS.forEach((id, i) => {
            expect(isListed(rows, s, i)).toBe(eligible.includes(id));
          });
        });
        const sets = new Set(given.map(({ eligible }) => eligible.join()));
        const once = [...sets].reduce(
          (sum, set) => sum + (set === '' ? 0 : set.split(',').length),
          0,
        );
        expect(laidOut.inspector.length).toBe(once);
        if (sets.size < given.length) shared++;
      }),
    );
    expect(shared).toBeGreaterThan(50);
  });

  it('are told apart where all else than a few of them is the same', () => {
    // More sets than a hash of a few bits could tell apart, each but one short of the next.
    const many = Array.from({ length: 2000 }, (_, v) => ({ id: `V-${v}`, size: 2 }));
    const lists: CandidateLists<{ readonly id: string; readonly size: number }> = {
      read({ id }, _, into) {
        const without = Number(id.slice(2));
        let count = 0;
        for (let i = 0; i < 3000; i++) if (i !== without) into[count++] = i;
        return count;
      },
    };
    const laidOut = layOutCandidates(many, lists, new Uint8Array(3000));
    expect(laidOut.inspector.length).toBe(2000 * 2999);
    const own = laidOut.inspector.subarray(laidOut.first[1999], laidOut.end[1999]);
    expect(own.includes(1999)).toBe(false);
    expect(own.includes(1998)).toBe(true);
  });

  it('are found by inspector, each slot in one row of those with the same candidates', () => {
    fc.assert(
      fc.property(visits, fc.array(fc.nat(6), { maxLength: 4 }), (given, asked) => {
        const network = buildNetwork(given, INSPECTORS, namedCandidates(IDS));
        const { count, row, firstSlot, slot } = network.rows;
        const slotsIn = (r: number) => [...slot.subarray(firstSlot[r], firstSlot[r + 1])];
        expect(count).toBe(new Set(given.map(({ eligible }) => eligible.toSorted().join())).size);
        given.forEach(({ eligible }, s) => {
          const alike = (other: (typeof given)[number]) =>
            other.eligible.toSorted().join() === eligible.toSorted().join();
          expect(slotsIn(row[s] as number)).toEqual(
            given.flatMap((other, n) => (alike(other) ? [n] : [])),
          );
        });
        const last = Array.from({ length: count }, (_, r) => slotsIn(r).at(-1) as number);
        expect(last).toEqual(last.toSorted((a, b) => a - b));
        const listed = rowsByInspector(network, 5);
        for (const n of asked) {
          if (count === 0) return;
          const chunk = n % listed.chunks;
          const { from, first, row: places } = listed.of(chunk);
          const within = given.flatMap((_, s) =>
            (row[s] as number) >= from && (row[s] as number) < from + 5 ? [s] : [],
          );
          const own = IDS.map((_, i) =>
            [...places.subarray(first[i], first[i + 1])]
              .flatMap((r) => slotsIn(from + r))
              .toSorted((a, b) => a - b),
          );
          expect(own).toEqual(
            IDS.map((id) => within.filter((s) => given[s]?.eligible.includes(id))),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundlesOf } from '../../src/inspectors/bundles.js';
import { bundlesByInspector } from '../../src/inspectors/bundlesByInspector.js';
import { candidateRows, isListed } from '../../src/inspectors/candidateRows.js';
import {
  type CandidateLists,
  layOutCandidates,
  namedCandidates,
} from '../../src/inspectors/candidates.js';
import { buildNetwork } from '../../src/inspectors/network.js';

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

  it('are found by inspector, each slot in one bundle of those with the same candidates', () => {
    fc.assert(
      fc.property(visits, fc.array(fc.nat(6), { maxLength: 4 }), (given, asked) => {
        const network = buildNetwork(given, INSPECTORS, namedCandidates(IDS));
        const bundles = bundlesOf(network.candidates);
        const slotsIn = (b: number) => [
          ...bundles.slot.subarray(bundles.first[b], bundles.first[b + 1]),
        ];
        given.forEach((_, s) => {
          expect(slotsIn(bundles.of[s] as number)[bundles.place[s] as number]).toBe(s);
        });
        const last = Array.from({ length: bundles.count }, (_, b) => slotsIn(b)[0] as number);
        expect(last).toEqual(last.toSorted((a, b) => a - b));
        const listed = bundlesByInspector(network, bundles, 5);
        for (const n of asked) {
          const chunk = n % Math.max(1, Math.ceil(bundles.count / 5));
          const { from, first, bundle } = listed(chunk);
          const within = given.flatMap((_, s) => {
            const b = bundles.of[s] as number;
            return b >= from && b < from + 5 ? [s] : [];
          });
          const own = IDS.map((_, i) =>
            [...bundle.subarray(first[i], first[i + 1])]
              .flatMap((b) => slotsIn(from + b))
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

  it('make more than one bundle where more than 32 slots share them', () => {
    const many = Array.from({ length: 70 }, (_, v) => ({ id: `V-${v}`, size: 2, eligible: IDS }));
    const { candidates } = buildNetwork(many, INSPECTORS, namedCandidates(IDS));
    const { count, of, place, first } = bundlesOf(candidates);
    expect([count, [...first]]).toEqual([3, [0, 6, 38, 70]]);
    expect([of[69], place[69], of[38], place[38], of[37], of[6], of[5], of[0]]).toEqual([
      2, 0, 2, 31, 1, 1, 0, 0,
    ]);
  });
});

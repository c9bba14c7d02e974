import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateRows, isListed } from '../../src/inspectors/candidateRows.js';
import {
  type CandidateLists,
  layOutCandidates,
  namedCandidates,
} from '../../src/inspectors/candidates.js';
import { listedSlots } from '../../src/inspectors/listedSlots.js';
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

  it('are found by inspector whatever part of them is kept at a time', () => {
    fc.assert(
      fc.property(
        visits,
        fc.nat(40),
        fc.array(fc.nat(6), { maxLength: 30 }),
        (given, most, asked) => {
          const network = buildNetwork(given, INSPECTORS, namedCandidates(IDS));
          const listed = listedSlots(network, 5, most);
          for (const n of asked) {
            const chunk = n % Math.max(1, Math.ceil(given.length / 5));
            const { from, first, slot } = listed(chunk);
            IDS.forEach((id, i) => {
              const own = [...slot.subarray(first[i], first[i + 1])].map((s) => from + s);
              const wanted = given.flatMap(({ eligible }, s) =>
                s >= from && s < from + 5 && eligible.includes(id) ? [s] : [],
              );
              expect(own).toEqual(wanted);
            });
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

import { assignInspectors } from 'evenhand/inspectors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districtsOf } from '../../src/inspectors/districts.js';
import { drawByFlows } from './flowDefinition.js';
import { type Lottery, lotteries } from './staffings.js';

const lists = fc.array(fc.uniqueArray(fc.nat(11), { maxLength: 4 }), { maxLength: 8 });

/** Districts by looking again and again until nothing joins, each as its visits and inspectors. */
function plainDistricts(visits: readonly (readonly number[])[], inspectors: number) {
  const labels = Array.from({ length: inspectors }, (_, i) => i);
  for (let round = 0; round < inspectors; round++) {
    for (const list of visits) {
      const least = Math.min(...list.map((i) => labels[i] as number));
      for (const i of list) labels[i] = least;
    }
  }
  const of = new Map<number, number>();
  for (const [first] of visits) {
    if (first === undefined) continue;
    const label = labels[first] as number;
    if (!of.has(label)) of.set(label, of.size);
  }
  const numberOf = (i: number | undefined): number =>
    i === undefined ? 0 : (of.get(labels[i] as number) ?? 0);
  return Array.from({ length: Math.max(1, of.size) }, (_, d) => ({
    visits: [...visits.keys()].filter((v) => numberOf(visits[v]?.[0]) === d),
    inspectors: [...labels.keys()].filter((i) => numberOf(i) === d),
  }));
}

describe('the districts of a staffing', () => {
  it('hold whoever is joined by visits, and nobody twice', () => {
    fc.assert(
      fc.property(lists, (visits) => {
        const first = Int32Array.from([
          0,
          ...visits.map((_, v) => visits.slice(0, v + 1).flat().length),
        ]);
        const inspector = Int32Array.from(visits.flat());
        const [begins, end] = [first.subarray(0, -1), first.subarray(1)];
        const candidates = { first: begins, other: begins, end, inspector };
        const firstSlot = Int32Array.from([...visits.keys(), visits.length]);
        const given = districtsOf(candidates, firstSlot, 12).map((district) => ({
          visits: [...district.visits],
          inspectors: [...district.inspectors],
        }));
        expect(given).toEqual(plainDistricts(visits, 12));
      }),
    );
  });

  it('are drawn as the whole is by its definition, short ones and all', () => {
    const parts = lotteries({ inspectors: 5, visits: 4, capacity: 5, size: 2, eligible: 7 });
    const count = { assigned: 0, infeasible: 0 };
    fc.assert(
      fc.property(parts, parts, parts, (a, b, c) => {
        const whole = joined([a, b, c]);
        const { result } = drawByFlows(whole);
        expect(assignInspectors(whole)).toEqual(result);
        count[result.status]++;
      }),
      { numRuns: 300 },
    );
    expect(count.assigned).toBeGreaterThan(30);
    expect(count.infeasible).toBeGreaterThan(60);
  });
});

/** Lotteries side by side: ids of one are in no other. */
function joined(parts: readonly [Lottery, ...Lottery[]]): Lottery {
  return {
    ...parts[0],
    inspectors: parts.flatMap(({ inspectors }, p) =>
      inspectors.map((inspector) => ({ ...inspector, id: `${inspector.id}/${p}` })),
    ),
    visits: parts.flatMap(({ visits }, p) =>
      visits.map(({ id, size, eligible }) => ({
        id: `${id}/${p}`,
        size,
        eligible: eligible.map((one) => `${one}/${p}`),
      })),
    ),
  };
}

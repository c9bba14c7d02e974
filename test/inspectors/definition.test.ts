import { assignInspectors, checkWitness, recountWitness } from 'evenhand/inspectors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/sha256.js';
import { type CityShape, cityStaffing } from '../bench/city.js';
import {
  allAssignments,
  bandsOf,
  bytes,
  drawByDefinition,
  fairest,
  mostSeats,
  subsets,
} from './bruteForce.js';
import { drawByFlows } from './flowDefinition.js';
import { lotteries, manyInspectors, reversed } from './staffings.js';

const tiny = lotteries({ inspectors: 6, visits: 4, capacity: 4, size: 3 });

describe('the lottery against its definition, on staffings small enough to list every assignment', () => {
  it('prints the same teams, loads and bands, and refuses where there is no assignment', () => {
    const count = { assigned: 0, infeasible: 0, rejected: 0 };
    fc.assert(
      fc.property(tiny, (lottery) => {
        const result = assignInspectors(lottery);
        const assignments = allAssignments(lottery);
        expect(result.status).toBe(assignments.length > 0 ? 'assigned' : 'infeasible');
        count[result.status]++;
        if (result.status === 'infeasible') return;
        const { result: expected, rejected } = drawByDefinition(lottery, assignments);
        count.rejected += rejected;
        expect(result).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
    expect(count.infeasible).toBeGreaterThan(1000);
    expect(count.assigned).toBeGreaterThan(1000);
    expect(count.rejected).toBeGreaterThan(500);
  });

  it('finds the same bands from every fairest assignment', () => {
    let several = 0;
    fc.assert(
      fc.property(lotteries({ inspectors: 5, visits: 3, capacity: 4, size: 3 }), (lottery) => {
        const result = assignInspectors(lottery);
        fc.pre(result.status === 'assigned');
        const optima = fairest(lottery, allAssignments(lottery));
        if (optima.length > 1) several++;
        const bands = result.loads.map(({ inspector, low, high }) => [inspector, [low, high]]);
        for (const teams of optima) {
          expect([...bandsOf(lottery, teams)].sort(([a], [b]) => bytes(a, b))).toEqual(bands);
        }
      }),
      { numRuns: 600 },
    );
    expect(several).toBeGreaterThan(50);
  });

  it('gives the smallest of the witnesses that miss most, and misses exactly the empty seats', () => {
    fc.assert(
      fc.property(tiny, (lottery) => {
        const result = assignInspectors(lottery);
        fc.pre(result.status === 'infeasible');
        const { witness } = result;
        expect(checkWitness(lottery, witness)).toBe(true);
        const seats = lottery.visits.reduce((sum, { size }) => sum + size, 0);
        expect(witness.missing).toBe(seats - mostSeats(lottery));

        const ids = lottery.inspectors.map(({ id }) => id).sort(bytes);
        const all = ids.flatMap((_, size) => [...subsets(ids, size)]).concat([ids]);
        const recounts = all.map((set) => recountWitness(lottery, set));
        const most = Math.max(...recounts.map(({ missing }) => missing));
        const best = recounts.filter(({ missing }) => missing === most);
        expect(witness).toEqual(best[0]);
        for (const { inspectors } of best) {
          expect(inspectors).toEqual(expect.arrayContaining([...witness.inspectors]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same result for any order of the input', () => {
    fc.assert(
      fc.property(tiny, (lottery) => {
        const before = structuredClone(lottery);
        expect(assignInspectors(reversed(lottery))).toEqual(assignInspectors(lottery));
        expect(lottery).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the lottery against a maximum flow for each question, on larger staffings', () => {
  it.each([
    { inspectors: 8, visits: 8, capacity: 6, size: 4, eligible: 7 },
    { inspectors: 14, visits: 12, capacity: 12, size: 3, eligible: 5 },
    { inspectors: 24, visits: 20, capacity: 12, size: 3, eligible: 3 },
    { inspectors: 8, visits: 16, capacity: 8, size: 3, eligible: 6, lists: 2 },
    { inspectors: 14, visits: 24, capacity: 7, size: 4, eligible: 5, lists: 3 },
    { inspectors: 24, visits: 30, capacity: 5, size: 3, eligible: 3, lists: 5 },
  ])('prints the same for up to $visits visits and $inspectors inspectors', (shape) => {
    const count = { assigned: 0, infeasible: 0, rejected: 0 };
    fc.assert(
      fc.property(lotteries(shape), (lottery) => {
        const { result, rejected } = drawByFlows(lottery);
        expect(assignInspectors(lottery)).toEqual(result);
        count[result.status]++;
        count.rejected += rejected;
      }),
      { numRuns: 300 },
    );
    expect(count.assigned).toBeGreaterThan(60);
    expect(count.infeasible).toBeGreaterThan(30);
    expect(count.rejected).toBeGreaterThan(60);
  });

  it('prints the same for more inspectors than a word has bits', () => {
    const count = { assigned: 0, infeasible: 0, rejected: 0 };
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const lottery = manyInspectors(seed);
        const { result, rejected } = drawByFlows(lottery);
        expect(assignInspectors(lottery)).toEqual(result);
        count[result.status]++;
        count.rejected += rejected;
      }),
      { numRuns: 40 },
    );
    expect(count.assigned).toBeGreaterThan(20);
    expect(count.rejected).toBeGreaterThan(20);
  });
});

it('draws the same teams where there are more inspectors than half a word can number', () => {
  const key = '0123456789abcdef'.repeat(4);
  const staff = Array.from({ length: 6 }, (_, i) => ({ id: `JC-${i}`, lead: i < 4, capacity: 2 }));
  const idle = Array.from({ length: 66_000 }, (_, i) => ({ id: `J${i}`, lead: true, capacity: 1 }));
  const visits = Array.from({ length: 4 }, (_, v) => ({
    id: `V${v}`,
    size: 2,
    eligible: staff.filter((_, i) => i !== v).map(({ id }) => id),
  }));
  const [few, many] = [staff, [...idle, ...staff]].map((inspectors) =>
    assignInspectors({ visitKey: key, pairKey: key, visits, inspectors }),
  );
  if (few?.status !== 'assigned' || many?.status !== 'assigned') throw new Error('not assigned');
  expect(many.teams).toEqual(few.teams);
  expect(many.loads.filter(({ inspector }) => inspector.startsWith('JC'))).toEqual(few.loads);
});

describe('a city, of which an earlier search for exchanges gave the same', () => {
  it.each([
    [
      { visits: 3000, inspectors: 150, candidates: [6, 30], districts: 1, slack: 1.3 },
      'ecced2fb3fc3b0ba49967e777218dc89bd11af8cf209f6337bd2097d6477de7d',
    ],
    [
      { visits: 3000, inspectors: 240, candidates: [10, 60], districts: 1, slack: 1.05 },
      'd335df8d7e83d51668dc6b92cf20ebf6a6dd93e59548687c16e9d2989c2215b2',
    ],
    [
      { visits: 4000, inspectors: 400, candidates: [8, 24], districts: 3, slack: 1.2 },
      '4349eba55705e61f427101d35d0d3d60e17863bd2b2598d0ee5c640fa17f48e9',
    ],
  ] satisfies [CityShape, string][])('%o', (shape, digest) => {
    const keys = { visitKey: sha256('visit'), pairKey: sha256('pair') };
    const result = assignInspectors({ ...keys, ...cityStaffing(shape) });
    const given = result.status === 'assigned' ? result.teams : result.witness;
    expect(sha256(JSON.stringify(given))).toBe(digest);
  });
});

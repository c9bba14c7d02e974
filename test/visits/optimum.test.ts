import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Demand } from '../../src/register/nouns.js';
import type { Cap } from '../../src/visits/cap.js';
import { type MergedVisits, mergeVisits } from '../../src/visits/mergeVisits.js';
import { bestWorth, worth } from './bruteForce.js';
import { anyCap, crowded } from './demands.js';

function worthOf(merged: MergedVisits, demands: readonly Demand[]) {
  const done = new Set(merged.visits.flatMap((visit) => visit.demands));
  return worth(
    demands.filter((one) => one.duty && !done.has(one.id)).length,
    merged.visits.filter((visit) => visit.beyondCap).length,
    demands.filter((one) => done.has(one.id)),
    merged.visits.map((visit) => visit.day),
  );
}

function agree(
  arbitrary: fc.Arbitrary<[Demand[], Cap]>,
  days: number,
  anchored: boolean,
): { cases: number; deferring: number } {
  let cases = 0;
  let deferring = 0;
  fc.assert(
    fc.property(arbitrary, ([demands, cap]) => {
      const merged = mergeVisits(demands, cap);
      cases++;
      if (merged.deferred.length > 0) deferring++;
      expect(worthOf(merged, demands)).toEqual(bestWorth(demands, cap, days, anchored));
    }),
  );
  return { cases, deferring };
}

it('finds as good a year as trying every day and kind, under caps like the pilot’s', () => {
  const { cases, deferring } = agree(fc.tuple(crowded({ days: 6, most: 8 }), anyCap(1)), 6, false);
  expect(deferring).toBeGreaterThan(cases / 5);
});

it('finds as good a year as trying every day and kind, under larger caps', () => {
  agree(fc.tuple(crowded({ days: 6, most: 8 }), anyCap(3)), 6, true);
});

it('finds as good a year as trying every day and kind at two sites under one cap', () => {
  const { cases, deferring } = agree(
    fc.tuple(crowded({ days: 3, most: 7, sites: [undefined, 'S1'] }), anyCap(1)),
    3,
    false,
  );
  expect(deferring).toBeGreaterThan(cases / 5);
});

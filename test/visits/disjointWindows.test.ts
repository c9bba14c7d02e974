import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { disjointWindows } from '../../src/visits/disjointWindows.js';

const window = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 5 }))
  .map(([from, length]) => ({ from, to: from + length }));
const windows = fc.array(window, { maxLength: 7 });

it('finds none among none', () => {
  expect(disjointWindows([])).toEqual([]);
});

it('takes windows that touch in one day for meeting ones', () => {
  expect(
    disjointWindows([
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ]),
  ).toHaveLength(1);
  expect(
    disjointWindows([
      { from: 1, to: 1 },
      { from: 2, to: 3 },
    ]),
  ).toHaveLength(2);
});

it('finds windows of which no two meet, and whose first days meet all', () => {
  fc.assert(
    fc.property(windows, (all) => {
      const found = disjointWindows(all);
      found.slice(1).forEach((one, i) => {
        expect(one.from).toBeGreaterThan((found[i] as (typeof all)[number]).to);
      });
      for (const one of all) {
        expect(found.some(({ from }) => one.from <= from && from <= one.to)).toBe(true);
      }
    }),
  );
});

it('gives days of which none is later than in any other choice of as few days', () => {
  fc.assert(
    fc.property(windows, (all) => {
      const days = disjointWindows(all).map((one) => one.from);
      for (let choice = 0; choice < 2 ** 15; choice++) {
        const others = Array.from({ length: 15 }, (_, day) => day).filter((d) => (choice >> d) & 1);
        if (others.length > days.length) continue;
        if (!all.every((w) => others.some((day) => w.from <= day && day <= w.to))) continue;
        expect(others.length).toBe(days.length);
        expect(days.every((day, i) => day <= (others[i] as number))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

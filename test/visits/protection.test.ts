import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demand } from '../../src/register/nouns.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { arbitraryDemands } from '../../src/testing/arbitraries/demands.js';
import type { Cap, CapLimit } from '../../src/visits/cap.js';
import { dayTable } from '../../src/visits/dayTable.js';
import { mergeColumns } from '../../src/visits/mergeColumns.js';
import { type MergedVisits, mergeVisits } from '../../src/visits/mergeVisits.js';
import { type Protection, protectionOf } from '../../src/visits/protection.js';
import { yearCap } from '../../src/visits/yearCap.js';

const of = (...levels: string[]): CapLimit['eligible'] => ({
  levels: [{ scale: 'tier', levels }],
});

/** A budget of visits by tier (年度检查总量), and at most one census visit for everybody. */
const budget: Cap = {
  ...twoInspections,
  id: 'budget',
  eligible: {},
  limits: [
    {
      id: 'one-census',
      unit: { visits: 1 },
      window: 'calendar-year',
      counts: { kinds: ['census'] },
      cite: 'x',
    },
    {
      id: 'tier-a',
      unit: { visits: 1 },
      window: 'calendar-year',
      counts: {},
      eligible: of('A') as never,
      cite: 'x',
    },
    {
      id: 'tier-b',
      unit: { visits: 2 },
      window: 'calendar-year',
      counts: {},
      eligible: of('B') as never,
      cite: 'x',
    },
  ],
};
const at = (level: string): Protection => protectionOf(budget, [{ scale: 'tier', level }]);

describe('who is protected by which limits', () => {
  it('is told by the ids of the limits where they protect a part each', () => {
    expect([at('A'), at('B'), at('C')]).toEqual([
      ['one-census', 'tier-a'],
      ['one-census', 'tier-b'],
      ['one-census'],
    ]);
  });

  it('is nobody where no limit is left, and whom the cap itself leaves out', () => {
    const tiers = { ...budget, limits: budget.limits.slice(1) };
    expect(protectionOf(tiers, [{ scale: 'tier', level: 'C' }])).toBe(false);
    const none = { ...budget, eligible: of('A') ?? {} };
    expect(protectionOf(none, [{ scale: 'tier', level: 'B' }])).toBe(false);
  });

  it('is all or none where the limits are for everybody', () => {
    const cap = { ...twoInspections, eligible: of('A') ?? {} };
    expect(protectionOf(cap, [{ scale: 'tier', level: 'A' }])).toBe(true);
    expect(protectionOf(cap, [{ scale: 'tier', level: 'B' }])).toBe(false);
  });

  it('is not told without a level of the scale, or without the facts', () => {
    expect(() => protectionOf(budget, [{ scale: 'other', level: 'A' }])).toThrow(
      expect.objectContaining({ code: 'cap-on-other-scale' }),
    );
    const where = { where: { field: 'staff', lte: 10 } } as const;
    const [first] = budget.limits as [CapLimit];
    expect(() => protectionOf({ ...budget, limits: [{ ...first, eligible: where }] }, [])).toThrow(
      expect.objectContaining({ code: 'fact-missing' }),
    );
  });
});

describe('visits under limits that protect a part each', () => {
  const tiers = ['A', 'B', 'C'] as const;
  const tierOf = (entity: string): string => tiers[(entity.charCodeAt(1) - 49) % 3] as string;
  const eligible = (entity: string): Protection => at(tierOf(entity));

  it('are those of each entity under its own limits alone', () => {
    let deferred = 0;
    fc.assert(
      fc.property(arbitraryDemands({ from: '2026-03-01', days: 20 }), (demands) => {
        const merged = mergeVisits(demands, budget, { eligible });
        const apart = tiers.map((tier) => {
          const own = demands.filter(({ entity }) => tierOf(entity) === tier);
          const limits = budget.limits.flatMap(({ eligible: whom, ...limit }) =>
            whom?.levels?.[0]?.levels.includes(tier) === false ? [] : [limit],
          );
          return mergeVisits(own, { ...budget, limits });
        });
        expect(said(merged)).toEqual(said(...apart));
        deferred += merged.deferred.length;
      }),
      { numRuns: 400 },
    );
    expect(deferred).toBeGreaterThan(30);
  });

  it('are told day by day under the limits of the entity that is asked about', () => {
    const on = (id: string, day: string): Demand => ({
      ...{ id, entity: 'E1', authority: 'fire', item: id, kind: 'spot-check', cause: 'draw' },
      ...{ window: { from: day, to: day }, weight: id === 'a' ? 2 : 1, duty: false },
    });
    const demands = [on('a', '2026-03-02'), on('b', '2026-03-03')];
    const table = (tier: string) => dayTable(demands, budget, 'b', { eligible: () => at(tier) });
    expect(table('A').chosen).toMatchObject({ weight: 2, demands: 1 });
    expect(table('B').chosen).toMatchObject({ weight: 3, demands: 2 });
  });

  it('are not merged in columns, which do not tell whom which limit protects', () => {
    const none = new Uint32Array(0);
    const demands = {
      ...{ first: Uint32Array.of(0), from: new Int32Array(0), to: new Int32Array(0) },
      ...{ census: new Uint8Array(0), duty: new Uint8Array(0) },
      ...{ weight: new Float64Array(0), item: none },
    };
    expect(() => mergeColumns(demands, budget)).toThrow(
      expect.objectContaining({
        code: 'cap-not-plannable',
        issues: [
          expect.objectContaining({ params: { cap: 'budget', given: ['tier-a', 'tier-b'] } }),
        ],
      }),
    );
  });
});

it('counts by the limits that are named', () => {
  expect(yearCap(budget, ['one-census', 'tier-b']).visits).toMatchObject({ census: 1, total: 2 });
  expect(yearCap(budget, ['one-census']).visits.total).toBeUndefined();
});

/** Visits and deferrals of all, by entity. */
function said(...all: readonly Pick<MergedVisits, 'visits' | 'deferred'>[]) {
  const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    visits: byId(all.flatMap(({ visits }) => visits)),
    deferred: byId(
      all.flatMap(({ deferred }) => deferred.map((one) => ({ ...one, id: one.demand }))),
    ),
  };
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/core/day.js';
import { sortedBy } from '../../src/core/order.js';
import type { Demand } from '../../src/register/nouns.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import type { Cap } from '../../src/visits/cap.js';
import { type DemandColumns, mergeColumns } from '../../src/visits/mergeColumns.js';
import { mergeVisits } from '../../src/visits/mergeVisits.js';
import { anyCap, CAP_FIRST, crowded } from './demands.js';

const ENTITIES = ['E1', 'E2', 'E3'];
const SITES = ['', 'S1', 'S2'];
const ITEMS = ['a', 'b', 'c', 'd', 'e'];

/** Demands by entity and id, as columns. */
function columnsOf(demands: readonly Demand[], capped: readonly number[]) {
  const rows = ENTITIES.flatMap((entity) =>
    sortedBy(
      demands.filter((one) => one.entity === entity),
      ({ id }) => id,
    ),
  );
  const first = new Uint32Array(ENTITIES.length + 1);
  ENTITIES.forEach((entity, e) => {
    const own = rows.filter((one) => one.entity === entity).length;
    first[e + 1] = (first[e] as number) + own;
  });
  const columns: DemandColumns = {
    first,
    from: Int32Array.from(rows, ({ window }) => dayNumber(window.from)),
    to: Int32Array.from(rows, ({ window }) => dayNumber(window.to)),
    census: Uint8Array.from(rows, ({ kind }) => (kind === 'census' ? 1 : 0)),
    duty: Uint8Array.from(rows, ({ duty }) => (duty ? 1 : 0)),
    weight: Float64Array.from(rows, ({ weight }) => weight),
    item: Uint32Array.from(rows, ({ item }) => ITEMS.indexOf(item)),
    site: Uint32Array.from(rows, ({ site = '' }) => SITES.indexOf(site)),
    capped: Uint8Array.from(capped),
  };
  return { rows, columns };
}

const gapped: Cap = {
  ...twoInspections,
  precedence: CAP_FIRST,
  limits: [{ id: 'gap', unit: { gap: { days: 3 } }, counts: {}, cite: 'plan-2021-24' }],
};

function agree(cases: fc.Arbitrary<Demand[]>, caps: fc.Arbitrary<Cap>): number {
  let plain = 0;
  const protectedOnes = fc.array(fc.nat(1), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(cases, caps, protectedOnes, (demands, cap, capped) => {
      const { rows, columns } = columnsOf(demands, capped);
      const found = mergeColumns(columns, cap);
      plain += ENTITIES.length - found.planned;
      const { visits } = mergeVisits(demands, cap, {
        eligible: (entity) => capped[ENTITIES.indexOf(entity)] === 1,
      });
      const told = visits.map(({ entity, day, kind, beyondCap, demands: done }) => ({
        entity,
        day: dayNumber(day),
        census: kind === 'census' ? 1 : 0,
        beyond: beyondCap === true ? 1 : 0,
        done,
      }));
      const read = ENTITIES.flatMap((entity, e) => {
        const [start = 0, end = 0] = found.first.subarray(e, e + 2);
        return Array.from({ length: end - start }, (_, n) => ({
          entity,
          day: found.day[start + n],
          census: found.census[start + n],
          beyond: found.beyond[start + n],
          done: rows.filter((_row, i) => found.visitOf[i] === start + n).map(({ id }) => id),
        }));
      });
      expect(read).toEqual(told);
      const done = new Set(told.flatMap((visit) => visit.done));
      rows.forEach(({ id }, i) => {
        expect(found.visitOf[i] === -1).toBe(!done.has(id));
      });
    }),
    { numRuns: 100 },
  );
  return plain;
}

const crowd = { days: 8, most: 14, entities: ENTITIES };

describe('columns give the visits that mergeVisits gives', () => {
  it('at one place', () => {
    expect(agree(crowded(crowd), anyCap(3))).toBeGreaterThan(50);
  });

  it('at several sites, in two years', () => {
    expect(
      agree(crowded({ ...crowd, sites: [undefined, 'S1', 'S2'], years: 2 }), anyCap(3)),
    ).toBeGreaterThan(20);
  });

  it('with time between visits', () => {
    agree(crowded(crowd), fc.constant(gapped));
  });
});

describe('columns that do not fit each other', () => {
  const good = columnsOf([], [1, 1, 1]).columns;
  it.each<[string, Partial<DemandColumns>]>([
    ['from', { from: new Int32Array(1) }],
    ['site', { site: new Uint32Array(2) }],
    ['capped', { capped: new Uint8Array(2) }],
    ['first', { first: Uint32Array.of(0, 2, 1, 0) }],
    ['first', { first: Uint32Array.of(1, 1, 1, 1) }],
  ])('are refused by name: %s', (column, more) => {
    try {
      mergeColumns({ ...good, ...more }, twoInspections);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-demand-columns', issues: [{ params: { column } }] });
    }
  });

  it('are none of none', () => {
    expect(mergeColumns(good, twoInspections).day).toHaveLength(0);
  });
});

import { type RegisterOptions, registerFromRows, registerIntake } from 'evenhand/register';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawRow } from '../../src/register/index.js';
import { throughIntake } from './throughIntake.js';

const options: RegisterOptions = { facts: { seats: 'integer' }, asOf: '2026-01-01' };

/** Mostly one of the good ones. */
const mostly = <G>(good: fc.Arbitrary<G>, ...bad: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: good, weight: 9 }, { arbitrary: fc.constantFrom(...bad), weight: 1 });
const anyId = mostly(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRST'), '', 7);
const anyDay = mostly(fc.constantFrom('2020-01-01', '2025-05-05'), '2026-06-06', '2025-02-30');
const anyUntil = mostly(fc.constantFrom('2025-06-01', '2027-01-01'), '2019-01-01');
const anyEvent = fc.record(
  {
    ...{ id: mostly(fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5'), undefined), on: anyDay },
    ...{ kind: fc.constantFrom('p', 'q'), source: fc.constant('city'), until: anyUntil },
    values: mostly(fc.constantFrom({ amount: 5 }, undefined), 7),
  },
  { requiredKeys: ['id', 'on', 'kind', 'source'] },
);
const anyFirm = fc.record(
  {
    ...{ id: anyId, since: anyDay, facts: fc.constantFrom({}, { seats: '80' }, { seats: 'x' }) },
    events: mostly(fc.array(anyEvent, { maxLength: 3 }), 'none'),
  },
  { requiredKeys: ['id'] },
);
const anyOwned = fc.tuple(anyEvent, anyId).map(([event, entity]) => ({ ...event, entity }));
const anyStaff = fc.constantFrom([], [{ id: 'P', recusals: 'A:x;E:y' }]);

/** Rows of a file or two. */
const inFiles = <T extends object>(name: string, values: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(values, fc.constantFrom('1', '2')), { maxLength: 8 }).map((list) =>
    list.map(
      ([one, file], i): RawRow => ({
        ...{ file: `${name}${file}`, row: i + 2 },
        values: JSON.parse(JSON.stringify(one)),
      }),
    ),
  );

describe('a register taken row by row', () => {
  it('is the register of all rows at once, with the same issues in the same order', () => {
    let good = 0;
    fc.assert(
      fc.property(
        inFiles('firms', anyFirm),
        inFiles('events', anyOwned),
        anyStaff,
        (entities, events, staff) => {
          const inspectors = staff.map((values, i) => ({ file: 'staff', row: i + 2, values }));
          const rows = { entities, events, inspectors };
          const read = registerFromRows(rows, options);
          expect(throughIntake(rows, options)).toEqual(read);
          good += read.register.entities.filter(({ events }) => events.length > 1).length;
        },
      ),
      { numRuns: 200 },
    );
    expect(good).toBeGreaterThan(20);
  });

  const firm = (id: string) => ({ file: 'firms.csv', row: 2, values: { id } });

  it('knows of each id whether it was met, whether it goes on, and where it stands', () => {
    const intake = registerIntake({}, options);
    for (const [i, id] of ['A', 'B', 'B', 'C'].entries()) {
      intake.takeEntity({ file: 'firms.csv', row: i + 2, values: { id } });
    }
    const { met, has, rowOf } = intake.done();
    expect(['A', 'B', 'D'].map(met)).toEqual([true, true, false]);
    expect(['A', 'B', 'D'].map(has)).toEqual([true, false, false]);
    expect(rowOf('C')).toEqual({ file: 'firms.csv', row: 5 });
    expect(rowOf('D')).toBeUndefined();
  });

  it('refuses rows that are not what they were', () => {
    const intake = registerIntake({}, options);
    intake.takeEntity(firm('A'));
    const { again } = intake.done();
    expect(again()(firm('A'))).toMatchObject({ id: 'A' });
    expect(() => again()(firm('B'))).toThrow(expect.objectContaining({ code: 'rows-changed' }));
    const take = again();
    take(firm('A'));
    expect(() => take(firm('C'))).toThrow(expect.objectContaining({ code: 'rows-changed' }));
  });

  it('finds its own among a hundred thousand ids, in any script', () => {
    const intake = registerIntake({}, options);
    const id = (i: number): string => (i % 2 === 0 ? `示例${i}` : `e${i * 7}`);
    for (let i = 0; i < 100_000; i++) intake.takeEntity({ ...firm(id(i)), row: i + 2 });
    const { has, rowOf, count } = intake.done();
    expect(count.entities).toBe(100_000);
    for (let i = 0; i < 100_000; i += 37) expect(rowOf(id(i))?.row).toBe(i + 2);
    expect(has('示例1')).toBe(false);
  });
});

import { compareBytes } from 'evenhand/core';
import { eligibleInspectors, inspectorIndex } from 'evenhand/inspectors';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateFinder } from '../../src/inspectors/candidateFinder.js';

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const AUTHORITIES = ['fire', 'food', 'tax'];
const ITEMS = AUTHORITIES.flatMap((authority) => [
  { id: `${authority}-1`, authority },
  { id: `${authority}-2`, authority },
]);
const ITEM_IDS = ITEMS.map(({ id }) => id);
const ENTITIES = ['firm-1', 'firm-2'];
const day = fc.constantFrom('2026-01-01', '2026-06-01', '2026-06-15', '2026-12-31');
const district = fc.constantFrom('110101', '110105');

const inspector = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', '丁', '\u{20000}', '\uff21'),
  authority: fc.constantFrom(...AUTHORITIES),
  lead: fc.boolean(),
  districts: some(['110101', '110105']),
  items: some(ITEM_IDS),
  certificates: fc.array(fc.record({ id: fc.constant('c'), to: day }), { maxLength: 2 }),
  capacity: fc.nat(3),
  absences: fc.array(
    fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a })),
    { maxLength: 2 },
  ),
  recusals: fc.array(
    fc.record(
      {
        entity: fc.constantFrom(...ENTITIES),
        reason: fc.constant('x'),
        rule: fc.constantFrom('twice-running', 'neighbour'),
      },
      { requiredKeys: ['entity', 'reason'] },
    ),
    { maxLength: 2 },
  ),
});
const staff = fc.uniqueArray(inspector, { selector: ({ id }) => id });
const question = fc.record(
  {
    visit: fc.record({
      entity: fc.constantFrom(...ENTITIES),
      lead: fc.constantFrom(...AUTHORITIES),
      partners: some(AUTHORITIES),
    }),
    items: some(ITEMS),
    day,
    district,
  },
  { requiredKeys: ['visit', 'items', 'day'] },
);

describe('candidateFinder', () => {
  it('names by place whom eligibleInspectors names by id, question after question', () => {
    let named = 0;
    fc.assert(
      fc.property(
        staff,
        fc.array(question, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('one-item' as const, 'all-items' as const),
        some(['district', 'twice-running', 'neighbour']),
        (inspectors, questions, covers, waived) => {
          const index = inspectorIndex(inspectors);
          const ids = inspectors.map(({ id }) => id).sort(compareBytes);
          const finder = candidateFinder(index, { covers, waived });
          for (const asked of questions) {
            const { eligible } = eligibleInspectors({
              ...asked,
              inspectors: index,
              covers,
              waived,
            });
            const count = finder.find(asked);
            const found = Array.from(finder.places.subarray(0, count), (place) => ids[place]);
            expect(found).toEqual(eligible);
            named += count;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(named).toBeGreaterThan(0);
  });

  it('throws no-such-day for a day that does not exist', () => {
    const finder = candidateFinder(inspectorIndex([]), {});
    const visit = { entity: 'firm-1', lead: 'fire', partners: [] };
    expect(() => finder.find({ visit, items: [], day: '2026-02-30' })).toThrow(
      expect.objectContaining({ code: 'no-such-day' }),
    );
  });
});

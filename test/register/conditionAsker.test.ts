import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Condition, holds, type Subject } from '../../src/register/condition.js';
import { conditionAsker } from '../../src/register/conditionAsker.js';
import type { Fact } from '../../src/register/nouns.js';

const asOf = '2025-06-30';

const values: fc.Arbitrary<Fact> = fc.constantFrom<Fact>(
  ...['6210', '62', '2.5', '2.50', '2025-01-01', 'x', ''],
  ...[0, -0, 2.5, 3, 50, true, false],
);
const days = ['2024-12-31', '2025-06-30', '2025-07-01'];
const fields = fc.constantFrom('a', 'b', 'district', 'state', 'since', 'id', 'list', '__proto__');
const bounds = fc.constantFrom<number | string>(0, 3, '2.5', '2025-01-01');
const conditions = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ field: fields, eq: values }),
    fc.record({ field: fields, in: fc.array(values, { maxLength: 3 }) }),
    fc.record({
      field: fields,
      under: fc.array(fc.constantFrom('6', '62', '2'), { maxLength: 2 }),
    }),
    fc.record({ field: fields, exists: fc.boolean() }),
    ...(['gt', 'gte', 'lt', 'lte'] as const).map((is) =>
      fc
        .record({ field: fields, bound: bounds })
        .map(({ field, bound }) => ({ field, [is]: bound })),
    ),
    fc.record({
      events: fc.record({ kinds: fc.constant(['award']), atLeast: fc.constantFrom(0, 1) }),
    }),
    fc.record({ all: fc.array(tie('any'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { maxLength: 3 }) }),
    fc.record({ not: tie('any') }),
  ) as fc.Arbitrary<Condition>,
})).any;
const subjects = fc.record(
  {
    facts: fc.record({ a: values, b: values }, { requiredKeys: [] }),
    events: fc.constantFrom([], [{ id: 'e', kind: 'award', on: '2025-01-01', source: '' }]),
    lists: fc.subarray(['x', '62']),
    ...{ district: fc.constantFrom('62', '7'), since: fc.constantFrom(...days) },
    ...{ state: fc.constantFrom('active', 'closed' as const), id: fc.constantFrom('x', '6210') },
  },
  { requiredKeys: ['facts', 'events', 'lists'] },
) as fc.Arbitrary<Subject>;

it('answers many entities as each alone is answered, missing facts included', () => {
  fc.assert(
    fc.property(conditions, fc.array(subjects, { maxLength: 12 }), (condition, some) => {
      const ask = conditionAsker(condition, asOf);
      const twice = [...some, ...some];
      expect(twice.map(ask)).toEqual(twice.map((one) => holds(condition, one, asOf)));
    }),
  );
});

it('goes on where there are more values than it remembers', () => {
  const condition: Condition = { field: 'seats', gte: 5000 };
  const ask = conditionAsker(condition, asOf);
  const firms = Array.from({ length: 10_000 }, (_, seats) => ({
    ...{ facts: { seats }, events: [], lists: [] },
  }));
  for (let round = 0; round < 2; round++) {
    expect(firms.filter((firm) => ask(firm) === 'yes')).toHaveLength(5000);
  }
});

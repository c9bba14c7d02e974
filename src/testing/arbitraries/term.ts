import * as fc from 'fast-check';
import { decimalText } from '../../core/decimal.js';
import type { Condition, FieldCondition } from '../../register/condition.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import type { EventEffect } from '../../scoring/constructs/events.js';
import type { Input, Missing } from '../../scoring/scheme.js';
import { MADE_UP } from './documentFrame.js';

/** The inputs of every arbitrary scheme, so that two of one programme agree on their domains. */
export const INPUTS = {
  crowd: { type: 'integer', min: 0, max: 500, changeable: true },
  area: { type: 'decimal', places: 1, min: '0', max: '1000' },
  premises: { type: 'category', values: ['shop', 'workshop', '仓库'] },
  licensed: { type: 'boolean' },
  industry: { type: 'code' },
  age: { type: 'full-years', since: 'since' },
} satisfies Record<string, Input>;

/** Kinds of events by what they do, in every arbitrary scheme. */
const BAD_KINDS = ['penalty', 'complaint', '失信'];
const GOOD_KINDS = ['award', 'commitment-kept'];

/** How points are written: at how many places, and which sign is the worse one. */
export interface Points {
  readonly places: number;
  readonly bad: 1 | -1;
}

/** A term of any kind without a name; events that are bad weigh in the bad direction or not at all. */
export function arbitraryTerm(points: Points): fc.Arbitrary<Construct> {
  return fc.oneof(bins(points), lookup(points), conditional(points), events(points));
}

/** Conditions over fields, alone or joined. */
export function arbitraryCondition(): fc.Arbitrary<Condition> {
  return fc.oneof(
    { weight: 4, arbitrary: fieldCondition },
    { weight: 1, arbitrary: fieldCondition.map((not): Condition => ({ not })) },
    { weight: 1, arbitrary: fc.array(fieldCondition, { maxLength: 2 }).map((all) => ({ all })) },
    { weight: 1, arbitrary: fc.array(fieldCondition, { maxLength: 2 }).map((any) => ({ any })) },
  );
}

/** That some number of bad events is reached within a window: one more makes it only truer. */
export const badEventsReached: fc.Arbitrary<Condition> = fc
  .record({
    kinds: fc.subarray(BAD_KINDS, { minLength: 1 }),
    years: fc.integer({ min: 1, max: 3 }),
    unrepaired: fc.boolean(),
    atLeast: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ years, ...rest }) => ({ events: { ...rest, within: { years } } }));

const fieldCondition: fc.Arbitrary<FieldCondition> = fc.oneof(
  fc.constantFrom<FieldCondition>(
    { field: 'licensed', eq: true },
    { field: 'premises', in: ['shop', '仓库'] },
    { field: 'industry', under: ['62', '51'] },
    { field: 'list', eq: 'watched' },
    { field: 'crowd', exists: true },
    { field: 'area', gt: 100 },
    { field: 'since', lt: '2020-02-29' },
    { field: 'district', eq: '110105' },
  ),
  fc.integer({ min: 0, max: 500 }).map((gte) => ({ field: 'crowd', gte })),
  fc
    .tuple(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 250 }))
    .map(([from, more]) => ({ field: 'crowd', between: [from, from + more] as const })),
);

const base = { id: '', cite: MADE_UP };

const text = (units: number, { places }: Points): string => decimalText(units, places);

const anyPoints = (points: Points): fc.Arbitrary<string> =>
  fc.integer({ min: -400, max: 400 }).map((units) => text(units, points));

const missing = (points: Points): fc.Arbitrary<Missing> =>
  fc.oneof(
    fc.constant('refuse' as const),
    anyPoints(points).map((given) => ({ points: given })),
  );

/** Ascending lower bounds of each number input, as integers at its places. */
const EDGES = { crowd: [0, 500, 0], area: [0, 10_000, 1], age: [0, 12, 0] } as const;

function bins(points: Points): fc.Arbitrary<Construct> {
  return fc.constantFrom('crowd' as const, 'area' as const, 'age' as const).chain((input) => {
    const [min, max, places] = EDGES[input];
    return fc
      .record({
        edges: fc.uniqueArray(fc.integer({ min: min + 1, max }), { maxLength: 3 }),
        steps: fc.array(anyPoints(points), { minLength: 4, maxLength: 4 }),
        missing: missing(points),
      })
      .map(({ edges, steps, ...rest }): Construct => {
        const ascending = [...edges].sort((a, b) => a - b);
        const [first = '0', ...others] = steps;
        return {
          kind: 'bins',
          ...base,
          input,
          bins: [
            { points: first },
            ...ascending.map((edge, i) => ({
              from: decimalText(edge, places),
              points: others[i] as string,
            })),
          ],
          ...rest,
        };
      });
  });
}

function lookup(points: Points): fc.Arbitrary<Construct> {
  const table = (...entries: string[]): fc.Arbitrary<Record<string, string>> =>
    fc.record(Object.fromEntries(entries.map((entry) => [entry, anyPoints(points)])));
  const exact = (input: string, ...entries: string[]): fc.Arbitrary<Construct> =>
    fc
      .record({ table: table(...entries), missing: missing(points) })
      .map((term) => ({ kind: 'lookup', ...base, input, ...term }));
  return fc.oneof(
    exact('premises', ...INPUTS.premises.values),
    exact('licensed', 'true', 'false'),
    fc
      .record({
        table: table('51', '62', '6222', '8'),
        otherwise: anyPoints(points),
        missing: missing(points),
      })
      .map(
        (term): Construct => ({
          kind: 'lookup',
          ...base,
          input: 'industry',
          match: 'longest-prefix',
          ...term,
        }),
      ),
  );
}

function conditional(points: Points): fc.Arbitrary<Construct> {
  const onEvents = fc
    .record({ when: badEventsReached, size: fc.nat(400) })
    .map(({ when, size }) => ({ when, points: text(size * points.bad, points) }));
  const onFields = fc.record(
    { when: arbitraryCondition(), points: anyPoints(points), otherwise: anyPoints(points) },
    { requiredKeys: ['when', 'points'] },
  );
  return fc
    .tuple(fc.oneof(onFields, onEvents), missing(points))
    .map(([term, rule]): Construct => ({ kind: 'conditional', ...base, ...term, missing: rule }));
}

const DECAYS = [
  [],
  [{ after: { years: 1 }, share: '1/2' }],
  [
    { after: { months: 6 }, share: '2/3' },
    { after: { months: 18 }, share: '0.25' },
    { after: { days: 700 }, share: '0' },
  ],
];

function events(points: Points): fc.Arbitrary<Construct> {
  const effects = (kinds: readonly string[], sign: number): fc.Arbitrary<EventEffect[]> =>
    fc.subarray([...kinds]).chain((chosen) =>
      fc.tuple(
        ...chosen.map((event) =>
          fc.tuple(fc.nat(300), fc.nat(100)).map(
            ([size, share]): EventEffect => ({
              event,
              points: text(size * sign, points),
              repaired: text(Math.floor((size * share) / 100) * sign, points),
            }),
          ),
        ),
      ),
    );
  return fc
    .record(
      {
        effects: fc
          .tuple(effects(BAD_KINDS, points.bad), effects(GOOD_KINDS, -points.bad))
          .map((parts) => parts.flat())
          .filter((list) => list.length > 0),
        window: fc.constantFrom({ years: 2 }, { years: 3 }, { months: 30 }, { days: 1000 }),
        decay: fc.constantFrom(...DECAYS),
        min: fc.integer({ min: -500, max: 0 }).map((units) => text(units, points)),
        max: fc.integer({ min: 0, max: 500 }).map((units) => text(units, points)),
      },
      { requiredKeys: ['effects', 'window'] },
    )
    .map((term): Construct => ({ kind: 'events', ...base, ...term }));
}

import { addDays, addPeriod, decimalText, type Period } from 'evenhand/core';
import type { Condition, Fact } from 'evenhand/register';
import type { Missing, Override, Scheme } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { schemeWith } from './schemes.js';

// Schemes over one set of inputs, with every construct; entities whose events lie on and beside the
// ends of windows. Small numbers, so that things meet.

export const LEVELS = ['A', 'B', 'C', 'D'];
const KINDS = ['k1', 'k2', 'k3'];
const inputs: Scheme['inputs'] = {
  count: { type: 'integer', min: 0, max: 20, changeable: true },
  share: { type: 'decimal', places: 1, min: '-2', max: '2.5', changeable: true },
  word: { type: 'category', values: ['x', 'y', 'z'], changeable: true },
  flag: { type: 'boolean', changeable: true },
  code: { type: 'code' },
  day: { type: 'day' },
  age: { type: 'full-years', since: 'since' },
};

export const period: fc.Arbitrary<Period> = fc.oneof(
  fc.integer({ min: 0, max: 800 }).map((days) => ({ days })),
  fc.integer({ min: 0, max: 30 }).map((months) => ({ months })),
  fc.integer({ min: 0, max: 4 }).map((years) => ({ years })),
);

export const asOfs = fc.constantFrom(
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-03-31',
  '2025-02-28',
  '2025-03-31',
  '2025-12-31',
  '2026-01-01',
);

const kinds = fc.subarray(KINDS, { minLength: 1 });
const days = fc.constantFrom('2022-02-28', '2023-06-30', '2024-02-29', '2025-01-01');

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant('count'), gte: fc.nat(20) }),
  fc.record({ field: fc.constant('count'), eq: fc.nat(20) }),
  fc.record({ field: fc.constant('count'), in: fc.array(fc.nat(9)) }),
  fc.record({ field: fc.constant('share'), lt: fc.constantFrom('-1.5', '0.05', 1, '2') }),
  fc.record({ field: fc.constant('share'), gt: fc.constantFrom('-1.5', '0.05', 1, '2') }),
  fc.record({ field: fc.constant('share'), lte: fc.constantFrom('-1.5', 1, '2') }),
  fc
    .tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }))
    .map((between) => ({ field: 'share', between })),
  fc.record({ field: fc.constant('word'), eq: fc.constantFrom('x', 'y') }),
  fc.record({ field: fc.constant('word'), in: fc.subarray(['x', 'y', 'z']) }),
  fc.record({ field: fc.constantFrom('word', 'day', 'list'), exists: fc.boolean() }),
  fc.record({ field: fc.constant('flag'), eq: fc.boolean() }),
  fc.record({ field: fc.constant('code'), under: fc.subarray(['6', '62', '71']) }),
  fc.record({ field: fc.constantFrom('day', 'since'), gte: days }),
  fc.record({ field: fc.constantFrom('day', 'since'), lt: days }),
  fc.record({ field: fc.constant('district'), eq: fc.constant('110105') }),
  fc.record({ field: fc.constant('list'), eq: fc.constantFrom('l1', 'l2') }),
  fc.record({ field: fc.constant('list'), in: fc.subarray(['l1', 'l2']) }),
  fc.record({
    events: fc.record(
      { kinds, within: period, unrepaired: fc.boolean(), atLeast: fc.nat(3), atMost: fc.nat(3) },
      { requiredKeys: ['kinds'] },
    ),
  }),
) as fc.Arbitrary<Condition>;

const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  fc.array(leaf, { maxLength: 3 }).map((all) => ({ all })),
  fc.array(leaf, { maxLength: 3 }).map((any) => ({ any })),
  leaf.map((not) => ({ not })),
  fc.tuple(leaf, leaf, leaf).map(([a, b, c]) => ({ all: [{ any: [a, { not: b }] }, c] })),
);

/** The rest of a scheme depends on the places of its points. */
export const schemes: fc.Arbitrary<Scheme> = fc.integer({ min: 0, max: 2 }).chain((places) => {
  const points = fc.integer({ min: -999, max: 999 }).map((units) => decimalText(units, places));
  const missing: fc.Arbitrary<Missing> = fc.oneof(
    { weight: 4, arbitrary: points.map((one) => ({ points: one })) },
    fc.constant<Missing>('refuse'),
  );
  const part = fc.option(fc.constantFrom('p', 'q'), { nil: undefined });
  const ends = fc
    .tuple(points, points)
    .map(([a, b]) => (Number(a) <= Number(b) ? { min: a, max: b } : { min: b, max: a }));
  const someEnds = fc.oneof(
    fc.constant({}),
    ends,
    ends.map(({ min }) => ({ min })),
  );
  const edges = (min: number, max: number, of: number) =>
    fc
      .uniqueArray(fc.integer({ min, max }), { maxLength: 3 })
      .map((list) => list.toSorted((a, b) => a - b).map((units) => decimalText(units, of)));
  const bins = (input: string, min: number, max: number, of: number) =>
    fc
      .tuple(edges(min, max, of), fc.array(points, { minLength: 4, maxLength: 4 }), missing)
      .map(([bounds, list, rule]) => ({
        kind: 'bins' as const,
        input,
        bins: [undefined, ...bounds].map((from, i) => ({
          ...(from === undefined ? {} : { from }),
          points: list[i] as string,
        })),
        missing: rule,
      }));
  const table = (keys: readonly string[]) =>
    fc
      .array(points, { minLength: keys.length, maxLength: keys.length })
      .map((list) => Object.fromEntries(keys.map((key, i) => [key, list[i] as string])));
  const lookup = fc.oneof(
    fc.record({ input: fc.constant('word'), table: table(['x', 'y', 'z']), missing }),
    fc.record({ input: fc.constant('word'), table: table(['x']), otherwise: points, missing }),
    fc.record({ input: fc.constant('flag'), table: table(['true', 'false']), missing }),
    fc.record(
      {
        input: fc.constant('code'),
        match: fc.constant('longest-prefix' as const),
        table: table(['6', '62', '6210', '7']),
        otherwise: points,
        missing,
      },
      { requiredKeys: ['input', 'match', 'table', 'missing'] },
    ),
  );
  const steps = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 });
  const shares = fc.array(fc.constantFrom('1', '2/3', '50%', '1/3', '0.25', '0'), {
    minLength: 2,
    maxLength: 2,
  });
  const windows = fc
    .tuple(steps, shares, fc.constantFrom('days', 'months'))
    .map(([list, of, unit]) => {
      const ascending = list.toSorted((a, b) => a - b);
      const length = (n: number): Period => (unit === 'days' ? { days: n * 13 } : { months: n });
      const value = ['1', '2/3', '50%', '1/3', '0.25', '0'];
      const falling = of.toSorted((a, b) => value.indexOf(a) - value.indexOf(b));
      return {
        window: length(ascending.at(-1) as number),
        decay: ascending
          .slice(0, -1)
          .map((n, i) => ({ after: length(n), share: falling[i] as string })),
      };
    });
  const repair = fc.oneof(
    period.map((after) => ({ after })),
    fc.constant('never' as const),
  );
  const effect = fc.record({ points, repaired: points, repair }, { requiredKeys: ['points'] });
  const events = fc
    .tuple(kinds, fc.array(effect, { minLength: 3, maxLength: 3 }), windows, someEnds)
    .map(([names, list, window, held]) => ({
      kind: 'events' as const,
      effects: names.map((name, i) => ({ event: name, ...(list[i] as { points: string }) })),
      ...window,
      ...held,
    }));
  const conditional = fc.record(
    {
      kind: fc.constant('conditional' as const),
      when: condition,
      points,
      otherwise: points,
      missing,
    },
    { requiredKeys: ['kind', 'when', 'points', 'missing'] },
  );
  const term = fc.oneof(
    bins('count', 1, 20, 0),
    bins('share', -19, 25, 1),
    bins('age', 1, 5, 0),
    lookup.map((one) => ({ kind: 'lookup' as const, ...one })),
    conditional,
    events,
  );
  const override = fc.record(
    {
      when: condition,
      effect: fc.oneof(
        fc.record({ set: fc.constantFrom(...LEVELS) }),
        fc.record({ atBest: fc.constantFrom(...LEVELS) }),
        fc.record({ atWorst: fc.constantFrom(...LEVELS) }),
        fc.record({
          step: fc.constantFrom('better' as const, 'worse' as const),
          by: fc.integer({ min: 1, max: 3 }),
        }),
      ),
      sunset: fc.constantFrom('2024-02-29', '2025-03-30', '2026-12-31'),
      missing: fc.constantFrom('skip' as const, 'apply' as const, 'refuse' as const),
    },
    { requiredKeys: ['when', 'effect'] },
  );
  return fc
    .record({
      terms: fc.array(fc.tuple(term, part), { minLength: 1, maxLength: 5 }),
      overrides: fc.array(override, { maxLength: 2 }),
      start: fc.option(points, { nil: undefined }),
      partEnds: fc.tuple(someEnds, someEnds),
      total: someEnds,
      bands: edges(-1500, 1500, places),
      direction: fc.constantFrom('more-is-better' as const, 'more-is-worse' as const),
      worse: fc.constantFrom('first' as const, 'last' as const),
    })
    .map(({ terms, overrides, start, partEnds, total, bands, direction, worse }) => {
      const best = worse === 'last' ? LEVELS : LEVELS.toReversed();
      const rising = direction === 'more-is-better' ? best.toReversed() : best;
      return schemeWith({
        places,
        direction,
        inputs,
        scale: { id: 'test', levels: LEVELS, worse },
        ...(start === undefined ? {} : { start }),
        parts: ['p', 'q'].map((id, i) => ({ id, cite: 'law', ...partEnds[i] })),
        terms: terms.map(
          ([one, name], i) =>
            ({
              id: `t${i}`,
              cite: 'law',
              ...(name === undefined ? {} : { part: name }),
              ...one,
            }) as Scheme['terms'][number],
        ),
        total: { cite: 'law', ...total },
        bands: [undefined, ...bands].map((from, i) => ({
          ...(from === undefined ? {} : { from }),
          level: rising[i] as string,
          cite: 'law',
        })),
        overrides: overrides.map(
          (one, i): Override =>
            ({ id: `o${i}`, reason: { zh: '因', en: 'why' }, cite: 'law', ...one }) as Override,
        ),
      });
    });
});

/** Facts of each input: mostly in the domain, sometimes missing, wrong or beyond it. */
export const facts: fc.Arbitrary<Readonly<Record<string, Fact>>> = fc.record(
  {
    count: often(
      fc.oneof(fc.nat(20), fc.nat(20).map(String)),
      fc.constantFrom<Fact>(21, -1, 0.5, 'many', true),
    ),
    share: often(
      fc.oneof(
        fc.integer({ min: -20, max: 25 }).map((n) => n / 10),
        fc.constantFrom('1', '-1.5', '0.0'),
      ),
      fc.constantFrom<Fact>(2.6, 0.25, '-2.1', Number.NaN),
    ),
    word: often(fc.constantFrom('x', 'y', 'z'), fc.constantFrom<Fact>('w', 7)),
    flag: often(fc.boolean(), fc.constantFrom<Fact>('true')),
    code: often(fc.constantFrom('6210', '6299', '6', '7100', '8'), fc.constantFrom<Fact>(6210)),
    day: often(days, fc.constantFrom<Fact>('2024-02-30x', 7)),
  },
  { requiredKeys: [] },
);

function often(good: fc.Arbitrary<Fact>, bad: fc.Arbitrary<Fact>): fc.Arbitrary<Fact> {
  return fc.oneof({ weight: 24, arbitrary: good }, { weight: 1, arbitrary: bad });
}

/** Entities with up to six events on, before and after the ends of windows that end on `asOf`. */
export function firms(asOf: string, given: fc.Arbitrary<Readonly<Record<string, Fact>>> = facts) {
  const day = fc
    .tuple(period, fc.integer({ min: -1, max: 1 }))
    .map(([length, step]) => addDays(addPeriod(asOf, length, -1), step));
  const event = fc.record(
    {
      kind: fc.constantFrom(...KINDS, 'other'),
      on: day,
      knownOn: day,
      until: fc.constantFrom(addDays(asOf, -1), asOf, addDays(asOf, 40)),
      repairedOn: fc.constantFrom(addDays(asOf, -40), asOf, addDays(asOf, 1)),
      source: fc.constant('test'),
    },
    { requiredKeys: ['kind', 'on', 'source'] },
  );
  return fc.record(
    {
      id: fc.constant('firm'),
      since: fc.oneof(day, fc.constantFrom('2020-02-29', asOf, addDays(asOf, 1))),
      district: fc.constantFrom('110105', '110108'),
      facts: given,
      lists: fc.subarray(['l1', 'l2']),
      events: fc
        .array(event, { maxLength: 6 })
        .map((list) => list.map((one, i) => ({ ...one, id: `e${i}` }))),
    },
    { requiredKeys: ['id', 'facts', 'lists', 'events'] },
  );
}

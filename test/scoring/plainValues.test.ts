import { addDays, addPeriod } from 'evenhand/core';
import type { Event } from 'evenhand/register';
import {
  checkScheme,
  compileScheme,
  evaluate,
  rate,
  type Scheme,
  schemeAt,
} from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOfs, period } from './arbitraries.js';
import { fraction, plainEvents, plainNumber } from './plainValues.js';
import { firmWith, schemeWith } from './schemes.js';

type Value = NonNullable<Scheme['values']>[number];
type Numbers = Extract<Value, { kind: 'combine' | 'ratio' }>;

const inputs: Scheme['inputs'] = {
  a: { type: 'integer' },
  b: { type: 'decimal', places: 1 },
  c: { type: 'decimal', places: 2 },
};
const facts = fc.record(
  {
    a: fc.integer({ min: -20, max: 20 }),
    b: fc.integer({ min: -99, max: 99 }).map((n) => n / 10),
    c: fc.integer({ min: -300, max: 300 }).map((n) => n / 100),
  },
  { requiredKeys: [] },
);
const small = fc.constantFrom('0', '1', '2', '-1', '0.5', '1.25', '-0.1');
const name = fc.constantFrom('a', 'b', 'c');
const member = (weight: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.record({ value: name, weight }, { requiredKeys: ['value'] }),
    small.map((constant) => ({ constant })),
  );
const rounding = fc.constantFrom(
  'half-up' as const,
  'floor' as const,
  'ceil' as const,
  'between' as const,
);
const missing = fc.oneof(
  fc.constantFrom('refuse' as const, 'skip' as const, 'unknown' as const),
  small.map((is) => ({ is })),
);
const frame = { id: 'v', cite: 'law' };
const combine = (op: 'sum' | 'max' | 'min' | 'mean' | 'count-of-top' | 'count') =>
  fc.record({
    kind: fc.constant('combine' as const),
    op: fc.constant(op),
    of: fc.array(member(op === 'mean' ? fc.constantFrom('0', '1', '0.7', '3') : small), {
      minLength: 1,
      maxLength: 4,
    }),
    ...(op === 'count'
      ? {
          that: fc
            .tuple(fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'), small)
            .map(([sign, bound]) => ({ [sign]: bound })),
        }
      : {}),
    ...(op === 'mean' || op === 'sum' ? { places: fc.integer({ min: 1, max: 3 }), rounding } : {}),
    missing,
  });
const numbers = fc
  .oneof(
    ...(['sum', 'max', 'min', 'mean', 'count-of-top', 'count'] as const).map(combine),
    fc.record(
      {
        kind: fc.constant('ratio' as const),
        of: fc.array(fc.record({ upper: member(small), lower: member(small) }), {
          minLength: 1,
          maxLength: 3,
        }),
        times: fc.constantFrom(100, '0.5', -1),
        places: fc.integer({ min: 1, max: 3 }),
        rounding,
        missing: fc.constantFrom('refuse' as const, 'skip' as const, 'unknown' as const),
      },
      { requiredKeys: ['kind', 'of', 'places', 'rounding', 'missing'] },
    ),
  )
  .map((value) => ({ ...frame, ...value }) as Numbers);

describe('a number worked out', () => {
  it('is that of fractions of big integers, for every operation, weight, rounding and gap', () => {
    let known = 0;
    fc.assert(
      fc.property(numbers, facts, (value, given) => {
        const scheme = schemeWith({ inputs, values: [value] });
        expect(checkScheme(scheme)).toEqual([]);
        const firm = firmWith({ facts: given });
        const plain = plainNumber(
          value,
          Object.fromEntries(Object.entries(given).map(([key, one]) => [key, fraction(one)])),
        );
        const compiled = compileScheme(scheme);
        if (plain === 'refused') {
          const issues = evaluate(schemeAt(compiled, '2026-01-15'), firm);
          expect('units' in issues || issues.map(({ code }) => code)).toContain('missing-input');
          return;
        }
        const gives = rate(compiled, firm, { asOf: '2026-01-15' }).values?.[0]?.gives;
        if (plain === undefined || gives === undefined) {
          expect([plain, gives]).toEqual([undefined, undefined]);
          return;
        }
        known++;
        const mine = fraction(gives);
        expect(mine.n * plain.d).toBe(plain.n * mine.d);
      }),
      { numRuns: 1500 },
    );
    expect(known).toBeGreaterThan(500);
  });
});

const windows = fc.oneof(
  period.filter((one) => !Object.values(one).includes(0)),
  fc.integer({ min: -2, max: 0 }).map((year) => ({ year })),
  fc.integer({ min: 1, max: 4 }).map((last) => ({ last })),
  fc.constant({ since: ['reset'] }),
  fc.constant({ ever: true as const }),
);
const sums = fc
  .record(
    {
      window: windows,
      where: fc.nat(3).map((gte) => ({ field: 'size', gte })),
      consolidate: fc.record({
        by: fc.subarray(['site', 'kind', 'on'], { minLength: 1 }),
        keep: fc.constantFrom('max', 'first'),
      }),
      suspend: fc.record(
        { event: fc.constant('pause'), same: fc.constant('site') },
        { requiredKeys: ['event'] },
      ),
      repeat: fc.record(
        {
          same: fc.constantFrom('site', 'size'),
          within: period.filter((one) => !Object.values(one).includes(0)),
          by: fc.constantFrom([1, 2, 3], [1, 0], [2]),
        },
        { requiredKeys: ['within', 'by'] },
      ),
    },
    { requiredKeys: ['window'] },
  )
  .map(
    (more) =>
      ({
        ...frame,
        kind: 'sum-events',
        effects: [
          { event: 'k1', points: 7 },
          { event: 'k2', points: -3 },
          { event: 'k3', points: 11 },
        ],
        ...more,
      }) as Extract<Value, { kind: 'sum-events' }>,
  );

const history = (asOf: string): fc.Arbitrary<Event[]> => {
  const day = fc
    .tuple(period, fc.integer({ min: -1, max: 1 }))
    .map(([length, step]) => addDays(addPeriod(asOf, length, -1), step));
  const event = fc.record(
    {
      kind: fc.constantFrom('k1', 'k2', 'k3', 'k1', 'k2', 'pause', 'reset', 'other'),
      on: day,
      until: fc.constantFrom(addDays(asOf, -1), asOf),
      values: fc.record({ site: fc.constantFrom('s', 't'), size: fc.nat(3) }, { requiredKeys: [] }),
      source: fc.constant('test'),
    },
    { requiredKeys: ['kind', 'on', 'source'] },
  );
  return fc
    .array(event, { maxLength: 9 })
    .map((list) => list.map((one, i) => ({ ...one, id: `e${i}` })));
};

describe('events added up', () => {
  it('agree with asking each event on its own, in any order, for every window and rule', () => {
    const cases = asOfs.chain((asOf) => fc.tuple(fc.constant(asOf), sums, history(asOf)));
    fc.assert(
      fc.property(cases, ([asOf, value, events]) => {
        const scheme = schemeWith({ values: [value] });
        expect(checkScheme(scheme)).toEqual([]);
        const compiled = compileScheme(scheme);
        const gives = rate(compiled, firmWith({ events }), { asOf }).values?.[0];
        expect(gives?.gives).toBe(String(plainEvents(value, events, asOf)));
        const turned = rate(compiled, firmWith({ events: events.toReversed() }), { asOf });
        expect(turned.values?.[0]).toEqual(gives);
      }),
      { numRuns: 1200 },
    );
  });
});

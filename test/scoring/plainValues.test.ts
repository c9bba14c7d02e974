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
import { facts, frame, inputs, numbers } from './numberValues.js';
import { fraction, plainEvents, plainNumber } from './plainValues.js';
import { firmWith, schemeWith } from './schemes.js';

type Value = NonNullable<Scheme['values']>[number];

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

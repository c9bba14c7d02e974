import { decimalText } from 'evenhand/core';
import {
  checkScheme,
  compileScheme,
  evaluate,
  explain,
  type Scheme,
  schemeAt,
} from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOfs, firms, schemes } from './arbitraries.js';
import { plainEvaluate } from './plainEvaluate.js';
import { always, firmWith, schemeWith } from './schemes.js';

const cases = fc
  .record({ scheme: schemes, asOf: asOfs })
  .chain(({ scheme, asOf }) =>
    fc.record({ scheme: fc.constant(scheme), asOf: fc.constant(asOf), firm: firms(asOf) }),
  );

/** An exact decimal text as a count of 10^-9. */
const nano = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(9, '0'));
};

describe('the evaluator', () => {
  it('is given schemes without errors here', () => {
    fc.assert(
      fc.property(schemes, (scheme) => {
        expect(checkScheme(scheme).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
    );
  });

  it('gives the score, the level, the overrides or the issues of the plain second evaluator', () => {
    let scored = 0;
    fc.assert(
      fc.property(cases, ({ scheme, asOf, firm }) => {
        const at = schemeAt(compileScheme(scheme), asOf);
        const score = evaluate(at, firm);
        const plain = plainEvaluate(scheme, firm, asOf);
        if (!('units' in score)) {
          const found = score.map(({ code, params }) => `${code} ${params['input']}`);
          expect([...new Set(found)].toSorted()).toEqual(plain);
          return;
        }
        scored++;
        const rating = explain(at, firm, score);
        const overrides = rating.overrides.map(({ id, from, to }) => [id, from, to]);
        expect({ score: rating.score, level: rating.level, overrides }).toEqual(plain);
      }),
      { numRuns: 3000 },
    );
    expect(scored).toBeGreaterThan(1000);
  });

  it('is explained by points that add up to score minus start, each with its article', () => {
    fc.assert(
      fc.property(cases, ({ scheme, asOf, firm }) => {
        const at = schemeAt(compileScheme(scheme), asOf);
        const score = evaluate(at, firm);
        if (!('units' in score)) return;
        const { start, reasons, score: total, band } = explain(at, firm, score);
        const sum = reasons.reduce((units, { points }) => units + nano(points), nano(start));
        expect(sum).toBe(nano(total));
        expect(reasons.every(({ article }) => article === '§ 1')).toBe(true);
        expect(scheme.bands?.some(({ level }) => level === band.level)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes neither the scheme nor the entity, and does not care for the order of events', () => {
    fc.assert(
      fc.property(cases, ({ scheme, asOf, firm }) => {
        const before = structuredClone({ scheme, firm });
        const at = schemeAt(compileScheme(scheme), asOf);
        const score = evaluate(at, firm);
        expect({ scheme, firm }).toEqual(before);
        expect(evaluate(at, { ...firm, events: firm.events.toReversed() })).toEqual(score);
      }),
    );
  });
});

describe('a total on an edge', () => {
  it('lies in the band above, and one unit below it does not, for any number of places', () => {
    const sums = fc.integer({ min: 0, max: 9 }).chain((places) =>
      fc.record({
        places: fc.constant(places),
        units: fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 }),
      }),
    );
    fc.assert(
      fc.property(sums, ({ places, units }) => {
        const sum = units.reduce((total, one) => total + BigInt(one), 0n);
        const level = (edge: bigint): string => {
          const scheme = schemeWith({
            places,
            terms: units.map((one, i) => always(decimalText(one, places), `t${i}`)),
            bands: [
              { level: 'B', cite: 'law' },
              { from: decimalText(Number(edge), places), level: 'A', cite: 'law' },
            ],
          });
          const at = schemeAt(compileScheme(scheme), '2026-01-15');
          const score = evaluate(at, firmWith({}));
          return 'units' in score ? explain(at, firmWith({}), score).level : 'none';
        };
        expect([level(sum), level(sum + 1n), level(sum - 1n)]).toEqual(['A', 'B', 'A']);
      }),
    );
  });

  it('0.1 a hundred and one times is 10.1, which doubles miss', () => {
    const scheme = schemeWith({
      places: 1,
      terms: Array.from({ length: 101 }, (_, i) => always('0.1', `t${i}`)),
      bands: [
        { level: 'B', cite: 'law' },
        { from: '10.1', level: 'A', cite: 'law' },
      ],
    });
    const at = schemeAt(compileScheme(scheme), '2026-01-15');
    expect(evaluate(at, firmWith({}))).toMatchObject({ units: 101, level: 0 });
    expect(Array.from({ length: 101 }, () => 0.1).reduce((a, b) => a + b) >= 10.1).toBe(false);
  });
});

describe('the compiled tables', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]): [string, unknown] => [key, turned(item)])
        .reverse(),
    );
  };

  it('have a digest that survives JSON and any order of keys', () => {
    fc.assert(
      fc.property(schemes, (scheme) => {
        const { tables, reference } = compileScheme(scheme);
        const again = compileScheme(turned(JSON.parse(JSON.stringify(scheme))) as Scheme);
        expect([again.tables, again.reference]).toEqual([tables, reference]);
      }),
    );
  });

  it('have another digest where a number differs', () => {
    const digestOf = (points: string) =>
      compileScheme(schemeWith({ terms: [always(points)] })).tables;
    expect(digestOf('1')).not.toBe(digestOf('2'));
  });
});

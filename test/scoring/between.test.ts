import { checkScheme, compileScheme, evaluate, rate, schemeAt } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed } from './changed.js';
import { firmWith, gated, schemeWith } from './schemes.js';

const asOf = '2026-01-15';

/** Low below 50 %, medium to 70 %, the 70 still inside, of what could be reached. */
const scheme = schemeWith({
  scale: { id: 's', levels: ['low', 'medium', 'high'], worse: 'last' },
  direction: 'more-is-worse',
  inputs: { got: { type: 'integer', min: 0 }, could: { type: 'integer', min: 1 } },
  values: [
    {
      kind: 'ratio',
      id: 'percent',
      of: [{ upper: { value: 'got' }, lower: { value: 'could' } }],
      times: 100,
      places: 1,
      rounding: 'between',
      missing: 'refuse',
      cite: 'law',
    },
  ],
  bandsOn: 'percent',
  bands: [
    { level: 'low', cite: 'law' },
    { from: 50, level: 'medium', cite: 'law' },
    { above: 70, level: 'high', cite: 'law' },
  ],
});
const levelOf = (got: number, could: number) => {
  const rating = rate(compileScheme(scheme), firmWith({ facts: { got, could } }), { asOf });
  return 'level' in rating ? [rating.values?.[0]?.gives, rating.level] : rating.status;
};

describe('a number brought between its places', () => {
  it.each([
    [70, 100, '70', 'medium'],
    [70_004, 100_000, '70.5', 'high'],
    [69_996, 100_000, '69.5', 'medium'],
    [49_999, 100_000, '49.5', 'low'],
    [1, 2, '50', 'medium'],
    [2, 3, '66.5', 'medium'],
    [0, 7, '0', 'low'],
  ])('%i of %i: %s %%, %s', (got, could, percent, level) => {
    expect(checkScheme(scheme)).toEqual([]);
    expect(levelOf(got, could)).toEqual([percent, level]);
  });

  it('by any rounding would be put on the wrong side of an edge somewhere, by this one never', () => {
    const wrong = { 'half-up': 0, floor: 0, ceil: 0, between: 0 };
    const levels = scheme.scale.levels;
    for (const rounding of ['half-up', 'floor', 'ceil', 'between'] as const) {
      const at = schemeAt(
        compileScheme(changed(scheme, ['values', 0, 'rounding'], rounding)),
        asOf,
      );
      for (const could of [1, 2, 3, 7, 10, 97, 299, 601, 999, 1001]) {
        for (let got = 0; got <= could; got++) {
          const exact =
            100 * got > 70 * could ? 'high' : 100 * got >= 50 * could ? 'medium' : 'low';
          const score = evaluate(at, firmWith({ facts: { got, could } }));
          if (!('units' in score) || levels[score.level] !== exact) wrong[rounding]++;
        }
      }
    }
    expect(wrong.between).toBe(0);
    expect(Math.min(wrong['half-up'], wrong.floor, wrong.ceil)).toBeGreaterThan(0);
  });

  it('answers every comparison of one place fewer as fractions do', () => {
    const signs = ['gt', 'gte', 'lt', 'lte'] as const;
    const cases = fc.record({
      got: fc.nat(5000),
      could: fc.integer({ min: 1, max: 700 }),
      places: fc.integer({ min: 1, max: 4 }),
      shift: fc.integer({ min: -2, max: 2 }),
      sign: fc.constantFrom(...signs),
    });
    fc.assert(
      fc.property(cases, ({ got, could, places, shift, sign }) => {
        // An edge on or beside the exact quotient, in steps of one place fewer.
        const one = 10n ** BigInt(places - 1);
        const edge = (BigInt(got) * one) / BigInt(could) + BigInt(shift);
        const size = edge < 0n ? -edge : edge;
        const digits = String(size).padStart(places, '0');
        const cut = digits.length - (places - 1);
        const minus = edge < 0n ? '-' : '';
        const text = `${minus}${digits.slice(0, cut)}${places > 1 ? `.${digits.slice(cut)}` : ''}`;
        const gates = gated({
          inputs: scheme.inputs,
          values: [
            {
              kind: 'ratio',
              id: 'share',
              of: [{ upper: { value: 'got' }, lower: { value: 'could' } }],
              places,
              rounding: 'between',
              missing: 'refuse',
              cite: 'law',
            },
          ],
          terms: [],
          gates: [
            { level: 'A', all: [{ field: 'share', [sign]: text }] as never, cite: 'law' },
            { level: 'B', cite: 'law' },
          ],
        });
        expect(checkScheme(gates)).toEqual([]);
        const rating = rate(compileScheme(gates), firmWith({ facts: { got, could } }), { asOf });
        const left = BigInt(got) * one;
        const right = edge * BigInt(could);
        const isSo = { gt: left > right, gte: left >= right, lt: left < right, lte: left <= right };
        expect('level' in rating && rating.level).toBe(isSo[sign] ? 'A' : 'B');
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, readonly (string | number)[], unknown]>([
    ['too-many-places bands.2.above', ['bands', 2, 'above'], '70.5'],
    ['between-without-place values.0.places', ['values', 0, 'places'], 0],
    [
      'between-added terms.0.input',
      ['terms', 0],
      { kind: 'number', id: 'n', input: 'percent', missing: 'refuse', cite: 'law' },
    ],
    [
      'too-many-places terms.0.when',
      ['terms', 0, 'when'],
      { all: [{ not: { field: 'percent', between: [1, '2.5'] } }] },
    ],
    [
      'too-many-places terms.0.bins.1.from',
      ['terms', 0],
      {
        kind: 'bins',
        id: 'b',
        input: 'percent',
        bins: [{ points: 0 }, { from: '0.5', points: 1 }],
        missing: 'refuse',
        cite: 'law',
      },
    ],
    [
      'too-many-places overrides.0.when',
      ['overrides'],
      [
        {
          id: 'o',
          when: { field: 'percent', gt: '99.5' },
          effect: { set: 'high' },
          reason: { zh: '因', en: 'why' },
          cite: 'law',
        },
      ],
    ],
    [
      'between-added values.1.of.0.value',
      ['values', 1],
      {
        kind: 'combine',
        id: 'sum',
        op: 'sum',
        of: [{ value: 'percent' }],
        missing: 'refuse',
        cite: 'law',
      },
    ],
    [
      'too-many-places values.1.axes.0.bins.1.from',
      ['values', 1],
      {
        kind: 'table',
        id: 't',
        axes: [{ input: 'percent', bins: [{ key: 'a' }, { from: '0.5', key: 'b' }] }],
        gives: 'number',
        table: { a: 0, b: 1 },
        missing: 'refuse',
        cite: 'law',
      },
    ],
  ])('%s is for comparing alone, with coarser edges', (expected, path, to) => {
    const found = checkScheme(changed(scheme, path, to));
    expect(found.map(({ code, path: at }) => `${code} ${at.join('.')}`)).toContain(expected);
  });
});

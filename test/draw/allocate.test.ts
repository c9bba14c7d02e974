import { allocate, type Share, splitByRecency } from 'evenhand/draw';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';

/** The definition, unit by unit, over all strata and in BigInt. */
function plainWebster(total: number, strata: readonly Share[]): Record<string, number> {
  const got = new Map(strata.map(({ stratum, minimum = 0 }) => [stratum, minimum]));
  const held = (): number => [...got.values()].reduce((sum, a) => sum + a, 0);
  while (held() < total) {
    const open = strata.filter((s) => s.weight > 0 && (got.get(s.stratum) as number) < s.size);
    const [next] = open.sort((a, b) => {
      const left = BigInt(b.weight) * (2n * BigInt(got.get(a.stratum) as number) + 1n);
      const right = BigInt(a.weight) * (2n * BigInt(got.get(b.stratum) as number) + 1n);
      if (left !== right) return left < right ? -1 : 1;
      return b.weight - a.weight || Buffer.compare(Buffer.from(a.stratum), Buffer.from(b.stratum));
    });
    if (next === undefined) throw new Error('cannot be placed');
    got.set(next.stratum, (got.get(next.stratum) as number) + 1);
  }
  return Object.fromEntries(got);
}

const capacity = (strata: readonly Share[]): number =>
  strata.reduce((sum, { size, weight, minimum = 0 }) => sum + (weight > 0 ? size : minimum), 0);
const least = (strata: readonly Share[]): number =>
  strata.reduce((sum, { minimum = 0 }) => sum + minimum, 0);

const problems = fc
  .array(
    fc.record({
      size: fc.nat({ max: 30 }),
      weight: fc.oneof(
        fc.nat({ max: 5 }),
        fc.nat({ max: 1000 }),
        fc.integer({ min: Number.MAX_SAFE_INTEGER - 3, max: Number.MAX_SAFE_INTEGER }),
      ),
      minimum: fc.nat({ max: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ size, weight, minimum }, i) => ({
      stratum: `s${i}`,
      size,
      weight,
      minimum: Math.min(minimum, size),
    })),
  )
  .chain((strata) =>
    fc.record({
      strata: fc.constant(strata),
      total: fc.integer({ min: least(strata), max: capacity(strata) }),
    }),
  );

describe('a total split over strata', () => {
  it('agrees with the definition', () => {
    fc.assert(
      fc.property(problems, ({ total, strata }) => {
        expect(allocate({ total, strata })).toEqual(plainWebster(total, strata));
      }),
    );
  });

  it('never takes a unit away when the total grows', () => {
    fc.assert(
      fc.property(problems, ({ total, strata }) => {
        fc.pre(total < capacity(strata));
        const [less, more] = [allocate({ total, strata }), allocate({ total: total + 1, strata })];
        for (const { stratum } of strata) {
          expect(more[stratum]).toBeGreaterThanOrEqual(less[stratum] as number);
        }
      }),
    );
  });

  it('does not depend on the order of the strata and changes no argument', () => {
    fc.assert(
      fc.property(problems, ({ total, strata }) => {
        const before = structuredClone(strata);
        expect(allocate({ total, strata: strata.toReversed() })).toEqual(
          allocate({ total, strata }),
        );
        expect(strata).toEqual(before);
      }),
    );
  });

  it('gives a tie to the larger weight, then to the smaller code', () => {
    const size = 10;
    // After one unit for s02, 3/3 of it ties with 1/1 of s01.
    const tied = [
      { stratum: 's01', size, weight: 1 },
      { stratum: 's02', size, weight: 3 },
    ];
    expect(allocate({ total: 2, strata: tied })).toEqual({ s01: 0, s02: 2 });
    const equal = ['b', 'a', 'B'].map((stratum) => ({ stratum, size, weight: 7 }));
    expect(allocate({ total: 1, strata: equal })).toEqual({ b: 0, a: 0, B: 1 });
  });

  it('compares exactly where doubles would tie', () => {
    const [light, heavy] = [5404319552844593, 9007199254740988];
    expect(light * 5).toBe(heavy * 3);
    expect(BigInt(light) * 5n).toBeGreaterThan(BigInt(heavy) * 3n);
    const strata = [
      { stratum: 'light', size: 9, weight: light, minimum: 1 },
      { stratum: 'heavy', size: 9, weight: heavy, minimum: 2 },
    ];
    expect(allocate({ total: 4, strata })).toEqual({ light: 2, heavy: 2 });
  });

  it('keeps a minimum where the weight is 0, and gives nothing more', () => {
    const strata = [
      { stratum: 'a', size: 9, weight: 0, minimum: 2 },
      { stratum: 'b', size: 9, weight: 1 },
      { stratum: 'c', size: 9, weight: 0 },
    ];
    expect(allocate({ total: 7, strata })).toEqual({ a: 2, b: 5, c: 0 });
  });

  it('of 0 over nothing is empty', () => expect(allocate({ total: 0, strata: [] })).toEqual({}));

  const a = { stratum: 'a', size: 5, weight: 1 };
  it.each([
    ['a fraction as total', 1.5, [a], 'bad-allocation'],
    ['a negative size', 1, [{ ...a, size: -1 }], 'bad-allocation'],
    ['a negative weight', 1, [{ ...a, weight: -1 }], 'bad-allocation'],
    ['a weight that is no number', 1, [{ ...a, weight: Number.NaN }], 'bad-allocation'],
    ['a fraction as minimum', 1, [{ ...a, minimum: 0.5 }], 'bad-allocation'],
    ['a bad code', 1, [{ ...a, stratum: 'a_b' }], 'bad-name'],
    ['a code twice', 1, [a, a], 'repeated-stratum'],
    ['a minimum above its size', 6, [{ ...a, minimum: 6 }], 'minimum-above-size'],
    ['minima above the total', 1, [{ ...a, minimum: 2 }], 'minima-above-total'],
    ['a total above the sizes', 6, [a], 'total-not-placed'],
    ['a total that only weight 0 could take', 1, [{ ...a, weight: 0 }], 'total-not-placed'],
    ['a total over nothing', 1, [], 'total-not-placed'],
  ])('refuses %s', (_, total, strata, code) =>
    expect(codeOf(() => allocate({ total, strata }))).toBe(code),
  );
});

describe('a cell split by recency', () => {
  const tiers = [
    { stratum: 'old', size: 40, multiplier: '1' },
    { stratum: 'mid', size: 100, multiplier: '1/5' },
    { stratum: 'late', size: 10, multiplier: '0' },
    { stratum: 'new', size: 5, multiplier: '0' },
  ];

  it('follows size times multiplier: 40 to 20 gives 4 to 2', () =>
    expect(splitByRecency({ quota: 6, tiers })).toEqual({ old: 4, mid: 2, late: 0, new: 0 }));

  it('fills the tiers of multiplier 0 only with the rest, one before the next', () => {
    expect(splitByRecency({ quota: 140, tiers })).toEqual({ old: 40, mid: 100, late: 0, new: 0 });
    expect(splitByRecency({ quota: 145, tiers })).toEqual({ old: 40, mid: 100, late: 5, new: 0 });
    expect(splitByRecency({ quota: 152, tiers })).toEqual({ old: 40, mid: 100, late: 10, new: 2 });
    expect(splitByRecency({ quota: 155, tiers })).toEqual({ old: 40, mid: 100, late: 10, new: 5 });
  });

  it('fills in order where every multiplier is 0', () =>
    expect(splitByRecency({ quota: 12, tiers: tiers.slice(2) })).toEqual({ late: 10, new: 2 }));

  it('clears denominators exactly', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            size: fc.nat({ max: 20 }),
            p: fc.nat({ max: 9 }),
            q: fc.integer({ min: 9, max: 40 }),
          }),
          { maxLength: 5 },
        ),
        fc.nat(),
        (list, pick) => {
          const all = list.reduce((sum, { size }) => sum + size, 0);
          const quota = pick % (all + 1);
          const given = list.map(({ size, p, q }, i) => ({
            stratum: `t${i}`,
            size,
            multiplier: `${p}/${q}`,
          }));
          const common = list.reduce((product, { q }) => product * BigInt(q), 1n);
          const positive = list.reduce((sum, { size, p }) => sum + (p > 0 ? size : 0), 0);
          let rest = Math.max(0, quota - positive);
          const strata = list.map(({ size, p, q }, i) => {
            const minimum = p === 0 ? Math.min(rest, size) : 0;
            rest -= minimum;
            const weight = Number((BigInt(size * p) * common) / BigInt(q));
            return { stratum: `t${i}`, size, weight, minimum };
          });
          fc.pre(strata.every(({ weight }) => Number.isSafeInteger(weight)));
          expect(splitByRecency({ quota, tiers: given })).toEqual(plainWebster(quota, strata));
        },
      ),
    );
  });

  it('refuses what allocate refuses, bad ratios, and multipliers too fine for whole numbers', () => {
    const one = { stratum: 'a', size: 3, multiplier: '1' };
    const code = (quota: number, list: (typeof one)[]) =>
      codeOf(() => splitByRecency({ quota, tiers: list }));
    expect(code(4, [one])).toBe('total-not-placed');
    expect(code(-1, [one])).toBe('bad-allocation');
    expect(code(1, [{ ...one, size: 1.5 }])).toBe('bad-allocation');
    expect(code(1, [one, one])).toBe('repeated-stratum');
    expect(code(1, [{ ...one, multiplier: '2' }])).toBe('bad-ratio');
    expect(code(1, [{ ...one, stratum: '' }])).toBe('bad-name');
    expect(code(1, [one, { stratum: 'b', size: 1, multiplier: '1/9007199254740993' }])).toBe(
      'multipliers-too-fine',
    );
  });
});

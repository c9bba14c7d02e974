import { germanyBarometer, germanyFood } from 'evenhand/schemes';
import { checkScheme } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, expectPublished, quickly } from './published.js';

/** The most of each criterion as printed. */
const MOST = {
  'business-and-product': 120,
  'compliance-record': 5,
  traceability: 3,
  training: 7,
  haccp: 12,
  'product-testing': 5,
  temperature: 8,
  building: 5,
  cleaning: 11,
  'staff-hygiene': 11,
  'production-hygiene': 13,
  pests: 3,
};
const none = Object.fromEntries(Object.keys(MOST).map((name) => [name, 0]));
const { 'business-and-product': _, training: __, ...NRW } = none;

const HYGIENE = ['building', 'cleaning', 'staff-hygiene', 'production-hygiene', 'pests'];

/** All points, those of hygiene management no more than 40. */
function slowly(facts: Readonly<Record<string, number>>): number {
  let hygiene = 0;
  let others = 0;
  for (const [name, points] of Object.entries(facts)) {
    if (HYGIENE.includes(name)) hygiene += points;
    else others += points;
  }
  return others + (hygiene > 40 ? 40 : hygiene);
}

const classOf = (total: number): string =>
  String(total > 40 ? 9 - Math.ceil((total - 40) / 20) : 9);

const anyFacts = fc.record(
  Object.fromEntries(
    Object.entries(MOST).map(([name, max]) => [name, fc.integer({ min: 0, max })]),
  ),
);

describe('Germany: risk class of a food business', () => {
  it('is plain data without a finding', () => expectPublished(germanyFood));

  it.each([
    [0, '9'],
    [40, '9'],
    [41, '8'],
    [60, '8'],
    [61, '7'],
    [80, '7'],
    [81, '6'],
    [100, '6'],
    [101, '5'],
    [120, '5'],
  ])('%i points of I alone: class %s', (points, level) => {
    expect(answer(germanyFood, { facts: { ...none, 'business-and-product': points } })).toBe(
      `${points} → ${level}`,
    );
  });

  it.each([
    ['120 + 5 + 3 + 7 = 135', { training: 7, traceability: 3, 'compliance-record': 5 }, '135 → 4'],
    ['120 + 12 + 8 = 140, the last of class 4', { haccp: 12, temperature: 8 }, '140 → 4'],
    ['120 + 12 + 8 + 1 = 141', { haccp: 12, temperature: 8, pests: 1 }, '141 → 3'],
    [
      '120 + 15 + 25 = 160',
      {
        training: 7,
        traceability: 3,
        'compliance-record': 5,
        haccp: 12,
        'product-testing': 5,
        temperature: 8,
      },
      '160 → 3',
    ],
    [
      '120 + 25 + 11 + 5 = 161',
      { haccp: 12, 'product-testing': 5, temperature: 8, 'staff-hygiene': 11, building: 5 },
      '161 → 2',
    ],
  ])('%s', (_, facts, expected) => {
    expect(answer(germanyFood, { facts: { ...none, 'business-and-product': 120, ...facts } })).toBe(
      expected,
    );
  });

  it('ends at 200, in class 1', () => expect(answer(germanyFood, { facts: MOST })).toBe('200 → 1'));

  it('keeps the conflict: IV prints 5 + 11 + 11 + 13 + 3 = 43, and has 40', () => {
    const cleaning = {
      ...none,
      building: 5,
      cleaning: 11,
      'staff-hygiene': 11,
      'production-hygiene': 13,
      pests: 3,
    };
    expect(answer(germanyFood, { facts: cleaning })).toBe('40 → 9');
    const invariants = [
      ...(germanyFood.invariants ?? []),
      { of: 'terms', part: 'hygiene', end: 'max', equals: 40, cite: 'criteria' } as const,
    ];
    expect(checkScheme({ ...germanyFood, invariants })).toMatchObject([
      { code: 'invariant-broken', params: { given: '43', expected: '40' } },
    ]);
    const inferred = {
      ...germanyFood,
      invariants,
      inputs: { ...germanyFood.inputs, cleaning: { type: 'integer', min: 0, max: 8 } as const },
    };
    expect(checkScheme(inferred)).toEqual([]);
  });

  it('agrees with a sum by hand, whatever the points', () => {
    const fast = quickly(germanyFood);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const points = slowly(facts);
        expect(fast(facts)).toEqual({ points, level: classOf(points) });
      }),
    );
  });
});

describe('North Rhine-Westphalia: control barometer', () => {
  it('is plain data without a finding', () => expectPublished(germanyBarometer));

  it.each([
    [
      '12 + 5 + 8 + 11 = 36: grün 0-36',
      { haccp: 12, 'product-testing': 5, temperature: 8, cleaning: 11 },
      '36 → green',
    ],
    [
      '37: gelb 37-54',
      { haccp: 12, 'product-testing': 5, temperature: 8, cleaning: 11, pests: 1 },
      '37 → yellow',
    ],
    [
      '54, the last yellow: 25 + 13 + 11 + 5',
      {
        haccp: 12,
        'product-testing': 5,
        temperature: 8,
        'production-hygiene': 13,
        cleaning: 11,
        building: 5,
      },
      '54 → yellow',
    ],
    [
      '55: rot 55-73',
      {
        haccp: 12,
        'product-testing': 5,
        temperature: 8,
        'production-hygiene': 13,
        cleaning: 11,
        building: 5,
        traceability: 1,
      },
      '55 → red',
    ],
  ])('%s', (_, facts, expected) => {
    expect(answer(germanyBarometer, { facts: { ...NRW, ...facts } })).toBe(expected);
  });

  it('ends at 73 = 80 − 7, since training is not scored', () => {
    const { 'business-and-product': _, training, ...rest } = MOST;
    expect(answer(germanyBarometer, { facts: rest })).toBe(`${80 - training} → red`);
  });
});

import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import { visitsTexts } from '../../src/texts/visits.js';
import type { CapLimit } from '../../src/visits/cap.js';
import { capConflicts } from '../../src/visits/capConflicts.js';
import { capSchema } from '../../src/visits/capSchema.js';
import { checkCap } from '../../src/visits/checkCap.js';
import { VISITS_CODES } from '../../src/visits/codes.js';
import { isEligible } from '../../src/visits/isEligible.js';
import { CAP_FIRST, capOf } from './demands.js';

const [census] = twoInspections.limits as [CapLimit, CapLimit];

describe('the document of the pilot', () => {
  it('keeps its own schema, survives JSON and has nothing wrong', () => {
    const text = JSON.stringify(twoInspections);
    expect(capSchema.parse(JSON.parse(text))).toEqual(twoInspections);
    expect(checkCap(twoInspections)).toEqual([]);
  });

  it.each([
    ['a share of a visit', { limits: [{ ...census, unit: { visits: 0.5 } }] }],
    ['fewer than no visits', { limits: [{ ...census, unit: { visits: -1 } }] }],
    ['two units at once', { limits: [{ ...census, unit: { visits: 1, days: 1 } }] }],
    ['an exemption after nothing', { limits: [{ ...census, unit: { exempt: { months: 1 } } }] }],
    ['no limit', { limits: [] }],
    ['a cause without a name', { exceptions: [{ cause: '' }] }],
    ['no precedence', { precedence: undefined }],
    ['an unknown field', { most: 2 }],
    ['a sunset that is no day', { sunset: '2026-02-30' }],
  ])('does not parse with %s', (_, change) => {
    expect(capSchema.safeParse({ ...twoInspections, ...change }).success).toBe(false);
  });

  it('has a sunset on its first day or later', () => {
    expect(checkCap({ ...twoInspections, sunset: twoInspections.from })).toEqual([]);
    expect(checkCap({ ...twoInspections, sunset: '2020-01-01' })).toMatchObject([
      { code: 'validity-inverted', path: ['sunset'] },
    ]);
  });
});

describe('a floor over the cap', () => {
  it('is a warning that names the winner, and a floor as high as the cap is none', () => {
    const cap = capOf(1, 2, { precedence: CAP_FIRST });
    const floors = [
      { cell: 'low/A', visitsPerYear: 3 },
      { cell: 'low/B', visitsPerYear: 3.5 },
    ];
    expect(capConflicts(cap, floors)).toEqual([
      {
        code: 'floor-over-cap',
        severity: 'warning',
        path: ['limits'],
        params: {
          cell: 'low/B',
          given: 3.5,
          expected: 3,
          cap: 'beijing-two-inspections',
          precedence: 'cap-over-duty',
        },
      },
    ]);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('is a mistake with %s visits', (given) => {
    expect(() => capConflicts(twoInspections, [{ cell: 'c', visitsPerYear: given }])).toThrow(
      expect.objectContaining({ code: 'bad-floor' }),
    );
  });
});

describe('eligible', () => {
  const low = { scale: 'example-risk', level: 'low' };
  it.each([
    ['A', 'low', true],
    ['B', 'low', true],
    ['C', 'low', false],
    ['A', 'medium', false],
  ])('with credit %s and risk %s: %s', (grade, level, expected) => {
    const credit = { scale: 'example-credit', level: grade };
    expect(isEligible(twoInspections, [credit, { ...low, level }])).toBe(expected);
  });

  it('is not decided by a letter of another scale', () => {
    expect(() => isEligible(twoInspections, [{ scale: 'tax-credit', level: 'A' }, low])).toThrow(
      expect.objectContaining({ code: 'cap-on-other-scale' }),
    );
  });
});

it('has a text in both languages for every code, each naming a value that was given', () => {
  for (const code of VISITS_CODES) {
    const { zh, en } = visitsTexts[code];
    const names = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
    expect(names(zh)).toEqual(names(en));
    expect(names(zh).length).toBeGreaterThan(0);
  }
});

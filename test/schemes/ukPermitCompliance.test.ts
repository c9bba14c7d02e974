import { ukPermitCompliance } from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, expectPublished, type Happening, quickly } from './published.js';

const asOf = '2026-01-15';
const breach = (
  category: number,
  on = '2025-06-01',
  values?: { condition: string; assessment: string },
): Happening =>
  values === undefined
    ? [`breach-category-${category}`, on]
    : [`breach-category-${category}`, on, values];
const times = (n: number, category: number) => Array.from({ length: n }, () => breach(category));
const band = (events: readonly Happening[], day = asOf) =>
  answer(ukPermitCompliance, { events }, day);

describe('Environment Agency compliance band', () => {
  it('is plain data without a finding', () => expectPublished(ukPermitCompliance));

  it.each([
    ['no breach', [], '0 → A'],
    ['one of category 4', times(1, 4), '0.1 → B'],
    ['a hundred of category 4: 10', times(100, 4), '10 → B'],
    ['a hundred and one: exactly 10.1', times(101, 4), '10.1 → C'],
    ['7 × 4 + 20 × 0.1 = 30', [...times(7, 3), ...times(20, 4)], '30 → C'],
    ['7 × 4 + 21 × 0.1 = 30.1', [...times(7, 3), ...times(21, 4)], '30.1 → D'],
    ['60', times(1, 1), '60 → D'],
    ['60 + 0.1', [...times(1, 1), ...times(1, 4)], '60.1 → E'],
    [
      '60 + 60 + 7 × 4 + 19 × 0.1 = 149.9',
      [...times(2, 1), ...times(7, 3), ...times(19, 4)],
      '149.9 → E',
    ],
    [
      '60 + 60 + 7 × 4 + 20 × 0.1 = 150',
      [...times(2, 1), ...times(7, 3), ...times(20, 4)],
      '150 → F',
    ],
    ['60 + 60 + 31 = 151', [...times(2, 1), ...times(1, 2)], '151 → F'],
  ])('%s', (_, events, expected) => expect(band(events)).toBe(expected));

  it('is exact where doubles are not: 0.1 a hundred and one times', () => {
    expect(Array.from({ length: 101 }, () => 0.1).reduce((a, b) => a + b) >= 10.1).toBe(false);
    expect(band(times(101, 4))).toBe('10.1 → C');
  });

  it('counts the previous calendar year, its first and its last day', () => {
    expect(band([breach(1, '2024-12-31')])).toBe('0 → A');
    expect(band([breach(1, '2025-01-01')])).toBe('60 → D');
    expect(band([breach(1, '2025-12-31')])).toBe('60 → D');
    expect(band([breach(1, '2026-01-01')])).toBe('0 → A');
    expect(band([breach(1, '2025-01-01')], '2026-12-31')).toBe('60 → D');
    expect(band([breach(1, '2025-01-01')], '2027-01-01')).toBe('0 → A');
  });

  it('consolidates breaches of one condition at one assessment into the worst', () => {
    const one = { condition: '2.3', assessment: 'r1' };
    expect(band([breach(3, '2025-02-01', one), breach(2, '2025-02-01', one)])).toBe('31 → D');
    expect(
      band([breach(3, '2025-02-01', one), breach(2, '2025-02-01', { ...one, assessment: 'r2' })]),
    ).toBe('35 → D');
    expect(
      band([breach(3, '2025-02-01', one), breach(2, '2025-02-01', { ...one, condition: '2.4' })]),
    ).toBe('35 → D');
  });

  it('suspends points while an improvement is agreed, six months at most', () => {
    const found = breach(2, '2025-08-01', { condition: '2.3', assessment: 'r1' });
    const agreed: Happening = ['improvement-agreed', '2025-08-10', { condition: '2.3' }];
    expect(band([found, agreed], '2026-02-09')).toBe('0 → A');
    expect(band([found, agreed], '2026-02-10')).toBe('31 → D');
    expect(band([found, ['improvement-agreed', '2025-08-10', { condition: '9.9' }]])).toBe(
      '31 → D',
    );
    expect(
      band([found, ['improvement-agreed', '2025-08-10', { condition: '2.3' }, '2025-12-31']]),
    ).toBe('31 → D');
  });

  it('exempts members of the assurance scheme', () => {
    expect(
      answer(ukPermitCompliance, { events: times(3, 1), lists: ['assurance-scheme'] }, asOf),
    ).toBe('exempt');
  });

  it('agrees with tenths added as whole numbers', () => {
    const tenths = [600, 310, 40, 1];
    const edges = [0, 1, 101, 301, 601, 1500];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 120 }), (list) => {
        const points = list.reduce((sum, category) => sum + (tenths[category - 1] as number), 0);
        const level = 'ABCDEF'[edges.filter((edge) => points >= edge).length - 1];
        expect(
          quickly(
            ukPermitCompliance,
            list.map((one) => breach(one)),
            asOf,
          )({}),
        ).toEqual({ points, level });
      }),
    );
  });
});

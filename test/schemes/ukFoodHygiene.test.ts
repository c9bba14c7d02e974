import { ukFoodHygiene2008, ukFoodHygiene2014 } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { answer, every, expectPublished, quickly } from './published.js';

const before = '2014-03-31';
const after = '2014-04-01';

/** 30 open high-risk food, nothing else scored. */
const takeaway = {
  foodType: 'open-high-risk',
  specialProcess: false,
  consumers: 'few',
  highRiskFood: true,
  vulnerablePersons: 0,
  hygiene: 0,
  structure: 0,
  confidence: 0,
  significantRisk: false,
};

const space = {
  foodType: ['high-risk-manufacture', 'open-high-risk', 'packed-or-low-risk-manufacture', 'other'],
  specialProcess: [false, true],
  consumers: ['national', 'wide', 'local', 'few'],
  vulnerablePersons: [20, 21],
  hygiene: [0, 5, 10, 15, 20, 25],
  structure: [0, 5, 10, 15, 20, 25],
  confidence: [0, 5, 10, 20, 30],
  significantRisk: [false, true],
};

const FOOD: Record<string, number> = {
  'high-risk-manufacture': 40,
  'open-high-risk': 30,
  'packed-or-low-risk-manufacture': 10,
  other: 5,
};
const CONSUMERS: Record<string, number> = { national: 15, wide: 10, local: 5, few: 0 };

/** The annex as a person with a pencil would add it up. */
function slowly(facts: Record<string, string | number | boolean>): number {
  let total = FOOD[String(facts['foodType'])] as number;
  if (facts['specialProcess'] === true) total += 20;
  total += CONSUMERS[String(facts['consumers'])] as number;
  if (Number(facts['vulnerablePersons']) > 20) total += 22;
  for (const part of ['hygiene', 'structure', 'confidence']) total += Number(facts[part]);
  if (facts['significantRisk'] === true) total += 20;
  return total;
}

const category = (total: number, c: number): string => {
  if (total >= 92) return 'A';
  if (total >= 72) return 'B';
  if (total >= c) return 'C';
  return total >= 31 ? 'D' : 'E';
};

describe('UK food hygiene intervention rating', () => {
  it('is plain data without a finding', () => {
    expectPublished(ukFoodHygiene2008);
    expectPublished(ukFoodHygiene2014);
  });

  it.each([
    ['30', {}, '30 → E'],
    ['30 + 5', { hygiene: 5 }, '35 → D'],
    ['30 + 5 + 5 + 10', { consumers: 'local', hygiene: 5, structure: 10 }, '50 → D'],
    ['30 + 22: «more than 20 persons» of a vulnerable group', { vulnerablePersons: 21 }, '52 → C'],
    ['30: 20 persons are not more than 20', { vulnerablePersons: 20 }, '30 → E'],
    ['30: the 22 are for high-risk food', { vulnerablePersons: 99, highRiskFood: false }, '30 → E'],
    ['30 + 22 + 20', { vulnerablePersons: 21, significantRisk: true }, '72 → B'],
    ['30 + 20 + 20', { specialProcess: true, significantRisk: true }, '70 → C'],
    ['30 + 22 + 20 + 20', { vulnerablePersons: 21, significantRisk: true, hygiene: 20 }, '92 → A'],
    ['30 + 60', { hygiene: 25, structure: 5, confidence: 30 }, '90 → B'],
    ['5, the least there is', { foodType: 'other', highRiskFood: false }, '5 → E'],
    [
      '40 + 20 + 15 + 22 + 25 + 25 + 30 + 20, the most',
      {
        foodType: 'high-risk-manufacture',
        specialProcess: true,
        consumers: 'national',
        vulnerablePersons: 21,
        hygiene: 25,
        structure: 25,
        confidence: 30,
        significantRisk: true,
      },
      '197 → A',
    ],
  ])('adds up %s', (_, facts, expected) => {
    expect(answer(ukFoodHygiene2014, { facts: { ...takeaway, ...facts } }, after)).toBe(expected);
  });

  it('moved the edge of C from 42 to 52 in April 2014: 20 + 22 on either side of the day', () => {
    const facts = {
      ...takeaway,
      foodType: 'packed-or-low-risk-manufacture',
      consumers: 'wide',
      vulnerablePersons: 21,
    };
    expect(answer(ukFoodHygiene2008, { facts }, before)).toBe('42 → C');
    expect(answer(ukFoodHygiene2014, { facts }, after)).toBe('42 → D');
  });

  it('agrees with a pencil on all 23,040 inputs, before and after', () => {
    const old = quickly(ukFoodHygiene2008, [], before);
    const now = quickly(ukFoodHygiene2014, [], after);
    const totals = new Set<number>();
    let inputs = 0;
    for (const facts of every(space)) {
      const known = { ...facts, highRiskFood: true };
      const total = slowly(facts);
      totals.add(total);
      inputs++;
      const given = [old(known), now(known)];
      const expected = [category(total, 42), category(total, 52)].map((level) => ({
        points: total,
        level,
      }));
      if (JSON.stringify(given) !== JSON.stringify(expected)) expect(given).toEqual(expected);
    }
    expect(inputs).toBe(23_040);
    expect(totals.size).toBe(70);
    expect([42, 52, 72, 92].every((edge) => totals.has(edge))).toBe(true);
    expect([31, 41, 51, 71, 91].some((edge) => totals.has(edge))).toBe(false);
  });

  it('counts the scores above 10: none is «broadly compliant», no more than 10 in each', () => {
    const at = (hygiene: number) =>
      answer(
        {
          ...ukFoodHygiene2014,
          bandsOn: 'scores-above-10',
          bands: [
            { level: 'E', cite: 'bands' },
            { from: 1, level: 'A', cite: 'bands' },
          ],
        },
        { facts: { ...takeaway, hygiene, confidence: 10 } },
        after,
      );
    expect([at(10), at(15)]).toEqual(['50 → E', '55 → A']);
  });
});

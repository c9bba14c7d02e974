import { chinaFood2016, chinaFood2022 } from 'evenhand/schemes';
import { checkScheme, compileScheme, evaluate, type Scheme, schemeAt } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { type Case, expectSound, levelOn, refusal } from './documents.js';

const asOf = '2025-12-31';
const none = { operatingYears: 1 };

/** A firm of a static and a dynamic score, with what else is known of it. */
function graded(scheme: Scheme, facts: object, more: Omit<Case, 'facts'> = {}): string {
  return levelOn(scheme, asOf, {
    facts: { ...none, ...facts } as NonNullable<Case['facts']>,
    ...more,
  });
}

/** 「0–30(含)为 A 级,30–45(含)为 B 级,45–60(含)为 C 级,60 以上为 D 级」, in tenths of a point. */
function plainGrade(tenths: number): number {
  if (tenths <= 300) return 0;
  if (tenths <= 450) return 1;
  return tenths <= 600 ? 2 : 3;
}

describe('food production and trade 2016', () => {
  it('is sound', () => {
    expectSound(chinaFood2016);
  });

  // 静态 40 + 动态 60; 「含」: the edge itself is still the better grade.
  it.each([
    [13.5, 0, 'A'], // 13.5
    [13.5, 16.5, 'A'], // 13.5 + 16.5 = 30, 30(含)
    [14, 16.5, 'B'], // 14 + 16.5 = 30.5
    [25, 20, 'B'], // 25 + 20 = 45, 45(含)
    [25, 20.5, 'C'], // 45.5
    [40, 20, 'C'], // 40 + 20 = 60, 60(含)
    [40, 20.5, 'D'], // 60.5
    [40, 60, 'D'], // 100
    [0, 0, 'A'],
    [13.5, 16.6, 'B'], // 30.1, one tenth above the edge
    [25, 20.1, 'C'],
    [40, 20.1, 'D'],
  ])('static %d and dynamic %d are grade %s', (fixed, dynamic, grade) => {
    expect(graded(chinaFood2016, { static: fixed, dynamic })).toBe(grade);
  });

  it.each([
    [{ static: 40.1, dynamic: 0 }],
    [{ static: 0, dynamic: 60.1 }],
    [{ static: -0.1, dynamic: 0 }],
  ])('refuses %o, never clamps it', (facts) => {
    expect(refusal(() => graded(chinaFood2016, facts))).toEqual([
      'not-assessable',
      'out-of-domain',
    ]);
  });

  it('has no grade for whom the dynamic points are not known', () => {
    expect(refusal(() => graded(chinaFood2016, { static: 13.5 }))).toEqual([
      'not-assessable',
      'missing-input',
    ]);
  });

  it('agrees with the passage over all 241,001 pairs of points', () => {
    const at = schemeAt(compileScheme(chinaFood2016), asOf);
    const events: never[] = [];
    const wrong: string[] = [];
    for (let fixed = 0; fixed <= 400; fixed++) {
      for (let dynamic = 0; dynamic <= 600; dynamic++) {
        const facts = { static: fixed / 10, dynamic: dynamic / 10 };
        const score = evaluate(at, { facts, lists: [], events });
        const level = 'level' in score ? score.level : -1;
        if (level !== plainGrade(fixed + dynamic)) wrong.push(`${fixed} + ${dynamic}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  // 「上调一个或者两个等级」: which of the two is decided by the authority, never here.
  const b = { static: 25, dynamic: 20 };
  const accident = { events: [['food-accident', '2025-06-01']] } as const;

  it.each([
    [1, 'C'],
    [2, 'D'],
  ])('B with a food accident, %i up, is %s', (raiseBy, grade) => {
    expect(graded(chinaFood2016, { ...b, raiseBy }, accident)).toBe(grade);
  });

  it('does not guess by how many grades', () => {
    expect(refusal(() => graded(chinaFood2016, b, accident))).toContain('missing-input');
  });

  it('D stays D and A stays A: both ends hold', () => {
    expect(graded(chinaFood2016, { static: 40, dynamic: 60, raiseBy: 2 }, accident)).toBe('D');
    expect(graded(chinaFood2016, { static: 10, dynamic: 0, qualityAward: true })).toBe('A');
  });

  it('one grade down, however many reasons there are', () => {
    const facts = { static: 40, dynamic: 20, certified: 'haccp', infantOrMedicalFood: false };
    expect(graded(chinaFood2016, { ...facts, qualityAward: true }, { since: '2010-01-01' })).toBe(
      'B',
    );
  });

  it('does not go down for the certificate of a maker of infant or medical food', () => {
    const facts = { ...b, certified: 'gmp' };
    expect(graded(chinaFood2016, { ...facts, infantOrMedicalFood: true })).toBe('B');
    expect(graded(chinaFood2016, { ...facts, infantOrMedicalFood: false })).toBe('A');
    expect(graded(chinaFood2016, facts)).toBe('B');
  });

  it('a step up is not lost where a step down meets the end of the scale', () => {
    const facts = { static: 10, dynamic: 0, qualityAward: true, raiseBy: 1 };
    expect(graded(chinaFood2016, facts, accident)).toBe('B');
  });

  it('reasons up count from 1 January to 31 December of the year', () => {
    const facts = { ...b, raiseBy: 1 };
    const of = (on: string): string =>
      graded(chinaFood2016, facts, { events: [['obstruction', on]] });
    expect([of('2024-12-31'), of('2025-01-01'), of('2025-12-31')]).toEqual(['B', 'C', 'C']);
  });

  // 「三年内无记录」: three years that end on 2025-12-31 begin on 2023-01-01.
  it('three years without a record, to the day', () => {
    const clean = (since: string, offence: string): string =>
      levelOn(chinaFood2016, asOf, { facts: b, since, events: [['offence', offence]] });
    expect(clean('2022-12-31', '2022-12-31')).toBe('A');
    expect(clean('2022-12-31', '2023-01-01')).toBe('B');
    expect(clean('2023-01-01', '2022-12-31')).toBe('B');
  });

  it('keeps the page that prints 41 and 61 as a note, and its numbers break the total', () => {
    expect(chinaFood2016.citations[0]?.note).toContain('41 and 61');
    const garbled = (chinaFood2016.parts ?? []).map((part, i) => ({
      ...part,
      max: [41, 61][i] ?? 0,
    }));
    const issues = checkScheme({ ...chinaFood2016, parts: garbled });
    expect(
      issues.map(({ code, params }) => [code, params['given'], params['expected']]),
    ).toContainEqual(['invariant-broken', '102', '100']);
  });
});

describe('food production, 40 + 40 + 20', () => {
  it('is sound', () => {
    expectSound(chinaFood2022);
  });

  it.each([
    [13.5, 10, 6.5, 'A'], // 30, the borrowed edge
    [13.5, 10, 6.6, 'B'],
    [20, 20, 5, 'B'], // 45
    [20, 20, 5.1, 'C'],
    [20, 20, 20, 'C'], // 60
    [40, 40, 20, 'D'], // 100
  ])('static %d, dynamic %d and credit %d are grade %s', (fixed, dynamic, creditRisk, grade) => {
    expect(graded(chinaFood2022, { static: fixed, dynamic, creditRisk })).toBe(grade);
  });

  it.each([
    [{ static: 40.1, dynamic: 0, creditRisk: 0 }],
    [{ static: 0, dynamic: 40.1, creditRisk: 0 }],
    [{ static: 0, dynamic: 0, creditRisk: 20.1 }],
  ])('refuses %o', (facts) => {
    expect(refusal(() => graded(chinaFood2022, facts))).toEqual([
      'not-assessable',
      'out-of-domain',
    ]);
  });

  it('agrees with the passage over all whole points', () => {
    const at = schemeAt(compileScheme(chinaFood2022), asOf);
    const wrong: string[] = [];
    for (let fixed = 0; fixed <= 40; fixed++) {
      for (let dynamic = 0; dynamic <= 40; dynamic++) {
        for (let creditRisk = 0; creditRisk <= 20; creditRisk++) {
          const facts = { static: fixed, dynamic, creditRisk };
          const score = evaluate(at, { facts, lists: [], events: [] });
          const level = 'level' in score ? score.level : -1;
          if (level !== plainGrade(10 * (fixed + dynamic + creditRisk))) {
            wrong.push(`${fixed} + ${dynamic} + ${creditRisk}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('does not pass its borrowed edges off as the draft’s', () => {
    const confidence = new Map(chinaFood2022.citations.map(({ id, confidence: how }) => [id, how]));
    expect(chinaFood2022.bands?.map(({ cite }) => confidence.get(cite))).toEqual(
      Array(4).fill('example'),
    );
  });
});

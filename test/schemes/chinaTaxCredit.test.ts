import { policyBook } from 'evenhand/document';
import { chinaTaxCredit } from 'evenhand/schemes';
import { compileScheme, evaluate, schemeAt } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { type Case, expectSound, levelOn, refusal } from './documents.js';

const asOf = '2025-04-30';
const usual = {
  nonRoutine: true,
  deductions: 0,
  newFirm: false,
  noIncome: false,
  directD: false,
  barredFromA: false,
};

const graded = (
  facts: Partial<Record<keyof typeof usual, number | boolean>>,
  more: Case = {},
): string => levelOn(chinaTaxCredit, asOf, { ...more, facts: { ...usual, ...facts } });

describe('tax credit', () => {
  it('is sound', () => {
    expectSound(chinaTaxCredit);
  });

  // 「A 级 90 分以上,B 级 70 分以上不满 90 分,C 级 40 分以上不满 70 分,D 级不满 40 分」, from 100 points.
  it.each([
    [0, 'A'], // 100 − 0 = 100
    [10, 'A'], // 90
    [10.01, 'B'], // 89.99
    [30, 'B'], // 70
    [30.01, 'C'], // 69.99
    [60, 'C'], // 40
    [60.01, 'D'], // 39.99
    [100, 'D'], // 0
  ])('%d points off from 100 is grade %s', (deductions, grade) => {
    expect(graded({ deductions })).toBe(grade);
  });

  it.each([
    [0, 'A'], // 90
    [0.01, 'B'], // 89.99
    [20, 'B'], // 70
    [50.01, 'D'], // 39.99
    [95, 'D'], // 90 − 95, held at 0
  ])('%d points off from 90 is grade %s', (deductions, grade) => {
    expect(graded({ nonRoutine: false, deductions })).toBe(grade);
  });

  // 「M 级:新设立企业;无生产经营业务收入且评价指标得分 70 分以上」
  it('a new firm is M, whatever its points', () => {
    expect([graded({ newFirm: true }), graded({ newFirm: true, deductions: 100 })]).toEqual([
      'M',
      'M',
    ]);
  });

  it.each([
    [30, 'M'], // 70
    [31, 'C'], // 69
    [0, 'M'],
  ])('no income and %d points off is %s', (deductions, grade) => {
    expect(graded({ noIncome: true, deductions })).toBe(grade);
  });

  it('direct D comes before all points, and is kept for two years to the day', () => {
    expect(graded({ directD: true })).toBe('D');
    expect(graded({ directD: true, newFirm: true })).toBe('D');
    const kept = (on: string): string => graded({}, { events: [['tax-direct-d', on]] });
    expect([kept('2023-05-01'), kept('2023-04-30')]).toEqual(['D', 'A']);
  });

  it('whoever is barred from A is B with 100 points', () => {
    expect(graded({ barredFromA: true })).toBe('B');
  });

  it('gives no grade where it is not known whether a firm is new', () => {
    const { newFirm: _, ...facts } = usual;
    expect(refusal(() => levelOn(chinaTaxCredit, asOf, { facts }))).toContain('missing-input');
  });

  it('ends before the rule of 2025-07-01, which was not read', () => {
    const gradeOn = (day: string): string =>
      levelOn(policyBook([chinaTaxCredit]).at(day).document('cn-tax-credit'), day, {
        facts: usual,
      });
    expect(gradeOn('2025-06-30')).toBe('A');
    expect(refusal(() => gradeOn('2025-07-01'))[0]).toBe('not-in-force');
  });

  it('agrees with the passage over every cent of a point and every yes or no', () => {
    const at = schemeAt(compileScheme(chinaTaxCredit), asOf);
    const wrong: string[] = [];
    for (let bits = 0; bits < 32; bits++) {
      const [nonRoutine, newFirm, noIncome, directD, barredFromA] = [1, 2, 4, 8, 16].map(
        (bit) => (bits & bit) > 0,
      ) as [boolean, boolean, boolean, boolean, boolean];
      for (let cents = 0; cents <= 10_000; cents += bits < 2 ? 1 : 25) {
        const left = Math.max(0, (nonRoutine ? 10_000 : 9000) - cents);
        const expected = plainGrade(left, { newFirm, noIncome, directD, barredFromA });
        const deductions = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const facts = { nonRoutine, newFirm, noIncome, directD, barredFromA, deductions };
        const score = evaluate(at, { facts, lists: [], events: [] });
        if (!('level' in score) || chinaTaxCredit.scale.levels[score.level] !== expected) {
          wrong.push(`${bits} ${deductions}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

function plainGrade(
  cents: number,
  firm: { newFirm: boolean; noIncome: boolean; directD: boolean; barredFromA: boolean },
): string {
  if (firm.directD) return 'D';
  if (firm.newFirm || (firm.noIncome && cents >= 7000)) return 'M';
  if (cents >= 9000) return firm.barredFromA ? 'B' : 'A';
  if (cents >= 7000) return 'B';
  return cents >= 4000 ? 'C' : 'D';
}

import { chosenRatio, quota } from 'evenhand/draw';
import type { Schedule } from 'evenhand/matrix';
import { holds } from 'evenhand/register';
import {
  bayannurRatios2022,
  henanRatios2021,
  lindianRatios2024,
  yuexiuRatios2021,
} from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { expectSoundSchedule, refusal } from './documents.js';

/** The ratio of every level, in the scale's order. */
const ratios = (schedule: Schedule) =>
  schedule.scale.levels.map((level) => schedule.levels[level]?.ratio);

describe('ratios by credit risk', () => {
  it.each([lindianRatios2024, henanRatios2021, bayannurRatios2022, yuexiuRatios2021])(
    '$id is sound',
    (schedule) => {
      expectSoundSchedule(schedule);
    },
  );

  // 「A 类不超过 5%…B 类 5%–20%…C 类 21%–60%…D 类 61%–100%」
  it('林甸 2024: says the four ranges as they are printed', () => {
    expect(ratios(lindianRatios2024)).toEqual([
      { from: '0%', to: '5%' },
      { from: '5%', to: '20%' },
      { from: '21%', to: '60%' },
      { from: '61%', to: '100%' },
    ]);
  });

  it('林甸 2024: keeps the gaps 20–21 and 60–61 %, and reports them', () => {
    const permille = Array.from({ length: 1001 }, (_, i) => i);
    const classesOf = (n: number): string[] =>
      lindianRatios2024.scale.levels.filter((level) => {
        const { ratio: range } = lindianRatios2024.levels[level];
        if (typeof range !== 'object') return false;
        const choice = { ratio: `${n}‰`, by: 'county' };
        return refusal(() => chosenRatio(range, choice)).length === 0;
      });
    const nobody = permille.filter((n) => classesOf(n).length === 0);
    expect(nobody).toEqual(
      [201, 202, 203, 204, 205, 206, 207, 208, 209].concat([
        601, 602, 603, 604, 605, 606, 607, 608, 609,
      ]),
    );
    expect(classesOf(50)).toEqual(['A', 'B']);
    expect([classesOf(0), classesOf(200), classesOf(210), classesOf(600), classesOf(610)]).toEqual([
      ['A'],
      ['B'],
      ['C'],
      ['C'],
      ['D'],
    ]);
    expect(lindianRatios2024.untranslated[0]).toContain('20–21 % and 60–61 %');
    expect(lindianRatios2024.citations[0]?.note).toContain('Nothing is filled in');
  });

  it('林甸 2024: no firm of class A is certain of a visit in any year', () => {
    const { A } = lindianRatios2024.levels;
    expect([A.floor, A.effects?.['frequency']]).toEqual([undefined, '< 1 a year']);
  });

  // 「低 1%、一般 2%、较高 10%、高 30%;…全部为零的 100%」
  it('河南 2021: 1, 2, 10 and 30 %, and all whose report is all zero', () => {
    expect(ratios(henanRatios2021)).toEqual(['1%', '2%', '10%', '30%']);
    const [rule] = henanRatios2021.reliance ?? [];
    expect(rule?.effect).toEqual({ tempo: { ratio: '100%' } });
    const asked = (facts: Record<string, boolean>) =>
      holds(rule?.when ?? { all: [] }, { facts, events: [], lists: [] }, '2021-06-30');
    expect([
      asked({ allZeroReport2020: true }),
      asked({ allZeroReport2020: false }),
      asked({}),
    ]).toEqual(['yes', 'no', 'missing']);
  });

  // 22186 × 2 % = 443.72; 5658 × 5 % = 282.9; 1581 and 898 whole. Sums: 3206 half up, 3204 down, 3206 up.
  it.each([
    ['half-up', [444, 283, 1581, 898], 3206],
    ['at-most', [443, 282, 1581, 898], 3204],
    ['at-least', [444, 283, 1581, 898], 3206],
  ] as const)('巴彦淖尔 2022, rounded %s: %o, %i in all', (rule, expected, total) => {
    const { A, B, C, D } = bayannurRatios2022.levels;
    const sizes = [22_186, 5658, 1581, 898];
    const drawn = [A, B, C, D].map(({ ratio }, i) => quota(sizes[i] ?? 0, String(ratio), rule));
    expect(drawn).toEqual(expected);
    expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(total);
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(30_323);
  });

  it('巴彦淖尔 2022: doubles would not have 5658 × 5 % exactly', () => {
    expect(5658 * 0.05).not.toBe(282.9);
  });

  // 「低 5%、一般 15%、较高 30%、高 50%;本年度已被抽取的不再抽取」
  it('越秀 2021: 5, 15, 30 and 50 %, nobody twice in a year', () => {
    expect(ratios(yuexiuRatios2021)).toEqual(['5%', '15%', '30%', '50%']);
    for (const { cap } of Object.values(yuexiuRatios2021.levels)) {
      expect(cap).toEqual({ visits: 1, per: 'calendar-year' });
    }
  });

  it('never compares the classes of two places: three scales are three', () => {
    const scales = [lindianRatios2024, bayannurRatios2022, henanRatios2021, yuexiuRatios2021].map(
      ({ scale }) => scale.id,
    );
    expect(scales).toEqual([
      'cn-credit-risk',
      'cn-credit-risk',
      'henan-credit-risk',
      'yuexiu-credit-risk',
    ]);
  });
});

import { checkSchedule, nextDue, type Tempo } from 'evenhand/matrix';
import { chinaFood2016, chinaFoodVisits2016, chinaFoodVisits2022 } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { expectSoundSchedule } from './documents.js';

const yearly = (visits: number) => ({ visits, per: 'calendar-year' });

describe('checks of food firms', () => {
  it('are sound, on the scale of the grades', () => {
    expectSoundSchedule(chinaFoodVisits2016);
    expectSoundSchedule(chinaFoodVisits2022);
    expect(chinaFoodVisits2016.scale).toEqual(chinaFood2016.scale);
  });

  // 「A 级每年至少 1 次,B 级 1–2 次,C 级 2–3 次,D 级 3–4 次」
  it.each([
    ['A', 1, undefined],
    ['B', 1, 2],
    ['C', 2, 3],
    ['D', 3, 4],
  ] as const)('2016: grade %s has at least %i and at most %s a year', (grade, least, most) => {
    const { least: fewest, cap, floor } = chinaFoodVisits2016.levels[grade] as Tempo;
    expect([fewest, cap, floor]).toEqual([
      yearly(least),
      most === undefined ? undefined : yearly(most),
      undefined,
    ]);
  });

  // 「A 级每两年至少 1 次,B 级每年至少 1 次,C 级 2 次,D 级 3 次」: 24 months, not half a visit a year.
  it('2022: grade A has a longest gap of 24 months, the others 1, 2 and 3 visits a year', () => {
    const { A, B, C, D } = chinaFoodVisits2022.levels as Record<string, Tempo>;
    expect(A?.floor).toEqual({ months: 24 });
    expect([B, C, D].map((one) => one?.least)).toEqual([1, 2, 3].map(yearly));
  });

  it.each([
    ['none of two made', [], '2026-12-31'],
    ['one of two', ['2026-01-01'], '2026-12-31'],
    ['one of two, on the last day of the year before', ['2025-12-31', '2026-03-01'], '2026-12-31'],
    ['both: the next year’s', ['2026-01-01', '2026-06-30'], '2027-12-31'],
  ])('a firm of grade C in July 2026, %s: due by %s', (_, days, due) => {
    const { C } = chinaFoodVisits2016.levels;
    expect(nextDue(C, { days }, '2026-07-01')).toMatchObject({ due, by: 'least' });
  });

  it('would be refused with one visit less than a year needs', () => {
    const { C } = chinaFoodVisits2016.levels;
    const levels = {
      ...chinaFoodVisits2016.levels,
      C: { ...C, cap: { visits: 1, per: 'calendar-year' } as const },
    };
    const issues = checkSchedule({ ...chinaFoodVisits2016, levels });
    expect(issues.map(({ code }) => code)).toEqual(['floor-above-cap']);
  });
});

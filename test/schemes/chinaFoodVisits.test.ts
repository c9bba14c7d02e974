import type { Period } from 'evenhand/core';
import { addPeriod } from 'evenhand/core';
import { checkSchedule } from 'evenhand/matrix';
import { chinaFood2016, chinaFoodVisits2016, chinaFoodVisits2022 } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { expectSoundSchedule } from './documents.js';

/** How many visits a longest gap leaves in 2025 to one visited on its last day but one year. */
function visitsIn2025(floor: Period): number {
  let visits = 0;
  for (let day = addPeriod('2024-12-31', floor); day <= '2025-12-31'; day = addPeriod(day, floor)) {
    visits++;
  }
  return visits;
}

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
    const { floor = { years: 100 }, cap } = chinaFoodVisits2016.levels[grade];
    expect(visitsIn2025(floor)).toBe(least);
    expect(cap).toEqual(most === undefined ? undefined : { visits: most, per: 'calendar-year' });
  });

  // 「A 级每两年至少 1 次,B 级每年至少 1 次,C 级 2 次,D 级 3 次」: 24 months, not half a visit a year.
  it.each([
    ['A', { months: 24 }, 0],
    ['B', { months: 12 }, 1],
    ['C', { months: 6 }, 2],
    ['D', { months: 4 }, 3],
  ] as const)('2022: grade %s has a longest gap of %o', (grade, floor, visits) => {
    expect(chinaFoodVisits2022.levels[grade].floor).toEqual(floor);
    expect(visitsIn2025(floor)).toBe(visits);
  });

  it('would be refused with one visit less than the longest gap needs', () => {
    const { C } = chinaFoodVisits2016.levels;
    const levels = {
      ...chinaFoodVisits2016.levels,
      C: { ...C, cap: { visits: 1, per: 'calendar-year' } as const },
    };
    const issues = checkSchedule({ ...chinaFoodVisits2016, levels });
    expect(issues.map(({ code }) => code)).toEqual(['floor-above-cap']);
  });
});

import { cycleQuotas, quota, staffQuota } from 'evenhand/draw';
import type { Tempo } from 'evenhand/matrix';
import {
  guangdongCityPolluters,
  guangdongCountyPolluters,
  jiangxiCityPolluters,
  jiangxiCountyPolluters,
} from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { expectSoundSchedule } from './documents.js';

/** The cycle a tempo says: its least ratio, so many times. */
function cycleOf({ ratio, parts = 0 }: Tempo) {
  return { ratio: typeof ratio === 'object' ? ratio.from : '0%', parts };
}

describe('polluters', () => {
  it.each([
    jiangxiCityPolluters,
    jiangxiCountyPolluters,
    guangdongCityPolluters,
    guangdongCountyPolluters,
  ])('$id is sound', (schedule) => {
    expectSoundSchedule(schedule);
  });

  // 「A 类县级每季度不低于 25%(每年全覆盖)」: 10 × 25 % = 2.5, so 3, 3, 3 and then the rest, 1.
  it.each([
    [10, [3, 3, 3, 1]],
    [8, [2, 2, 2, 2]],
    [1, [1, 0, 0, 0]],
    [101, [26, 26, 26, 23]],
  ])('Jiangxi A, county: %i are all drawn in four quarters, %o', (size, quotas) => {
    const { A } = jiangxiCountyPolluters.levels;
    expect(cycleQuotas(cycleOf(A), size)).toEqual(quotas);
    expect([A.floor, A.ratioPer]).toEqual([{ years: 1 }, { months: 3 }]);
  });

  // 「B 类县级每年不低于 50%(两年全覆盖)」: 11 × 50 % = 5.5, so 6, then 5.
  it.each([
    [11, [6, 5]],
    [10, [5, 5]],
  ])('Jiangxi B, county: %i are all drawn in two years, %o', (size, quotas) => {
    expect(cycleQuotas(cycleOf(jiangxiCountyPolluters.levels.B), size)).toEqual(quotas);
    expect(jiangxiCountyPolluters.levels.B.floor).toEqual({ years: 2 });
  });

  // 「A 类市级每年不低于 5%」, 「B 类市级每年不低于 1%」: at least rounds up.
  it('Jiangxi, city: 5 % of 41 are 3, 1 % of 101 are 2', () => {
    const least = ({ ratio }: Tempo): string => (typeof ratio === 'object' ? ratio.from : '');
    const { A, B } = jiangxiCityPolluters.levels;
    expect([quota(41, least(A), 'at-least'), quota(101, least(B), 'at-least')]).toEqual([3, 2]);
  });

  it('Jiangxi’s A has the highest attention, unlike the A of food', () => {
    expect(jiangxiCityPolluters.scale).toEqual({
      id: 'jiangxi-polluters',
      levels: ['A', 'B', 'C'],
      worse: 'first',
    });
  });

  // 「一般按人员,市级 1:5、县级 1:10」: 8 officers × 5 = 40, × 10 = 80.
  it('Guangdong, general: five units an officer for the city, ten for the county', () => {
    const of = ({ staffRatio = '' }: Tempo): number => staffQuota(8, staffRatio);
    expect(of(guangdongCityPolluters.levels.general)).toBe(40);
    expect(of(guangdongCountyPolluters.levels.general)).toBe(80);
    expect(of(jiangxiCityPolluters.levels.C)).toBe(40);
  });

  // 「重点市级每季度不低于 5%、县级每季度不低于 25%」
  it('Guangdong, key: 5 % and 25 % a quarter at the least', () => {
    const { key: city } = guangdongCityPolluters.levels;
    const { key: county } = guangdongCountyPolluters.levels;
    expect([city.ratio, county.ratio]).toEqual([
      { from: '5%', to: '100%' },
      { from: '25%', to: '100%' },
    ]);
    expect([city.ratioPer, county.ratioPer]).toEqual([{ months: 3 }, { months: 3 }]);
  });
});

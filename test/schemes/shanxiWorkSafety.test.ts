import type { Schedule } from 'evenhand/matrix';
import {
  shanxiCoal,
  shanxiHazardous,
  shanxiMines,
  shanxiOther,
  shanxiSupervision,
} from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { expectSoundSchedule } from './documents.js';

/** 「同一企业年度检查频次上限」, cell by cell. */
const cells: readonly (readonly [Schedule, string, number])[] = [
  [shanxiSupervision, 'any', 3],
  [shanxiCoal, 'A', 2],
  [shanxiCoal, 'B', 4],
  [shanxiCoal, 'C', 6],
  [shanxiCoal, 'D', 4], // long idle: fewer than C, and right
  [shanxiMines, 'A', 1],
  [shanxiMines, 'B', 1],
  [shanxiMines, 'C', 2],
  [shanxiMines, 'D', 4],
  [shanxiHazardous, '1', 2],
  [shanxiHazardous, '2', 4],
  [shanxiHazardous, '3', 8],
  [shanxiHazardous, 'none', 12],
  [shanxiOther, '1', 1],
  [shanxiOther, '2', 2],
  [shanxiOther, '3', 4],
  [shanxiOther, 'none', 6],
];

describe('work safety in Shanxi', () => {
  it.each([shanxiSupervision, shanxiCoal, shanxiMines, shanxiHazardous, shanxiOther])(
    '$id is sound, and coal’s turn is no fault',
    (schedule) => {
      expectSoundSchedule(schedule);
    },
  );

  it.each(
    cells.map(([schedule, level, visits]) => [schedule.id, level, visits, schedule] as const),
  )('%s, %s: at most %i a year', (_, level, visits, schedule) => {
    expect(schedule.levels[level]?.cap).toEqual({ visits, per: 'calendar-year' });
  });

  it('has these cells and no other', () => {
    const schedules = [...new Set(cells.map(([schedule]) => schedule))];
    const levels = schedules.flatMap(({ id, levels: of }) =>
      Object.keys(of).map((level) => `${id} ${level}`),
    );
    expect(levels).toEqual(cells.map(([{ id }, level]) => `${id} ${level}`));
  });

  it('only coal turns round', () => {
    const turns = [shanxiCoal, shanxiMines, shanxiHazardous, shanxiOther].map((schedule) => {
      const visits = cells.filter(([one]) => one === schedule).map(([, , most]) => most);
      return visits.some((most, i) => most < (visits[i - 1] ?? 0));
    });
    expect(turns).toEqual([true, false, false, false]);
  });
});

import { movesBetween, preparePlan } from 'evenhand/plan';
import { expect, it } from 'vitest';
import { firm, firms, task, townInput } from './town.js';

const before = [...firms(3, 'low', 'A'), firm('friend', 'medium', 'D'), firm('gone', 'low', 'A')];
const after = [
  ...firms(2, 'low', 'A'),
  firm('low-A-003', 'low', 'D'),
  firm('friend', 'medium', 'A'),
  firm('new', 'low', 'B'),
];
const planOf = (entities: typeof before) => preparePlan(townInput(entities, [task('one')]));

it('a friend moved to a cell that is drawn less, and a firm that got worse, are counted apart', () => {
  expect(movesBetween(planOf(before), planOf(after))).toEqual([
    {
      from: { level: 'low', grade: 'A' },
      to: { level: 'low', grade: 'D' },
      isLighter: false,
      ids: ['low-A-003'],
    },
    {
      from: { level: 'medium', grade: 'D' },
      to: { level: 'medium', grade: 'A' },
      isLighter: true,
      ids: ['friend'],
    },
  ]);
});

it('who stays in his cell, comes or goes is no move', () => {
  expect(movesBetween(planOf(before), planOf(before))).toEqual([]);
  expect(movesBetween(planOf(before), planOf([...before, firm('new', 'low', 'B')]))).toEqual([]);
});

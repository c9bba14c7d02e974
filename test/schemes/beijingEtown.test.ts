import { addMonths } from 'evenhand/core';
import type { Demand } from 'evenhand/register';
import { beijingEtownBudget, beijingEtownTier } from 'evenhand/schemes';
import { isEligible, mergeVisits } from 'evenhand/visits';
import { describe, expect, it } from 'vitest';
import { capSchema } from '../../src/visits/capSchema.js';
import { checkCap } from '../../src/visits/checkCap.js';
import { expectPlainData, expectSound, levelOn } from './documents.js';

const asOf = '2025-01-15';

/** The n-th check of the year, due on one day. */
function check(n: number, more: Partial<Demand> = {}): Demand {
  const month = addMonths('2025-01-10', Math.floor(n / 2));
  const day = n % 2 === 0 ? month : month.replace('-10', '-20');
  return {
    id: `d${String(n).padStart(2, '0')}`,
    entity: 'display-maker',
    authority: `department-${n}`,
    item: 'on-site',
    kind: 'spot-check',
    cause: 'draw',
    window: { from: day, to: day },
    weight: 1,
    duty: false,
    ...more,
  };
}

describe('Beijing E-Town', () => {
  it('knows one cell of the matrix and says so: its known warnings are the tiers nothing gives', () => {
    expectSound(beijingEtownTier, [
      'level-without-band A',
      'level-without-band C',
      'level-without-band D',
    ]);
  });

  // 「风险Ⅰ类、信用 A:综合等级 B」; the other seven cells are not published.
  it('gives tier B to risk Ⅰ with credit A, and guesses nothing else', () => {
    const cells = ['I', 'II'].flatMap((risk) =>
      ['A', 'B', 'C', 'D'].map((credit) =>
        levelOn(beijingEtownTier, asOf, { facts: { risk, credit } }),
      ),
    );
    expect(cells).toEqual(['B', ...Array(7).fill('not-published')]);
  });

  it('has a sound budget', () => {
    expectPlainData(beijingEtownBudget, capSchema);
    expect(checkCap(beijingEtownBudget)).toEqual([]);
    const tier = { scale: 'beijing-etown-tier', level: 'B' };
    expect(isEligible(beijingEtownBudget, [tier])).toBe(true);
    expect(isEligible(beijingEtownBudget, [{ ...tier, level: 'A' }])).toBe(false);
  });

  // 「年度现场检查总量 12 次」, 7 used by November: 12 − 7 = 5 are left, and a thirteenth is refused.
  it('after seven visits has room for five, whoever makes them', () => {
    const visited = mergeVisits(
      Array.from({ length: 12 }, (_, n) => check(n)),
      beijingEtownBudget,
    );
    expect(visited.visits.filter(({ day = '' }) => day < '2025-05-01')).toHaveLength(8);
    expect(visited.visits.length - 7).toBe(5);
    expect(visited.deferred).toEqual([]);
  });

  it('defers the thirteenth, though it were a duty', () => {
    const all = Array.from({ length: 13 }, (_, n) => check(n));
    const merged = mergeVisits(all, beijingEtownBudget);
    expect([merged.visits.length, merged.deferred.map(({ reason }) => reason)]).toEqual([
      12,
      ['cap-reached'],
    ]);
    const duties = mergeVisits(
      all.map((one) => ({ ...one, duty: true })),
      beijingEtownBudget,
    );
    expect([duties.visits.length, duties.deferred.length]).toEqual([12, 1]);
  });

  it('lets a complaint through, outside the twelve', () => {
    const complaint = check(12, {
      cause: 'for-cause',
      evidence: { cause: 'complaint', reference: '12345-2025-11' },
    } as Partial<Demand>);
    const twelve = Array.from({ length: 12 }, (_, n) => check(n));
    const merged = mergeVisits([...twelve, complaint], beijingEtownBudget);
    expect([merged.visits.length, merged.outside.length, merged.deferred.length]).toEqual([
      12, 1, 0,
    ]);
  });
});

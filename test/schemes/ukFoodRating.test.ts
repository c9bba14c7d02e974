import { ukFoodRating } from 'evenhand/schemes';
import { compileScheme, rate } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { answer, every, expectPublished, type Happening, quickly, subjectOf } from './published.js';

const events: Happening[] = [['inspection', '2025-06-01']];
const scores = (hygiene: number, structure: number, confidence: number) => ({
  facts: { hygiene, structure, confidence },
  events,
});

function byTotal(list: readonly number[]): number {
  const total = list.reduce((sum, one) => sum + one);
  return [50, 40, 30, 20, 15].filter((most) => total <= most).length;
}

/** The other way to say it: the worse of a rating by the total and one by the worst score. */
function closedForm(list: readonly number[]): number {
  const worst = Math.max(...list);
  const byWorst = worst <= 5 ? 5 : worst <= 10 ? 4 : worst <= 15 ? 2 : worst <= 20 ? 1 : 0;
  return Math.min(byTotal(list), byWorst);
}

const space = {
  hygiene: [0, 5, 10, 15, 20, 25],
  structure: [0, 5, 10, 15, 20, 25],
  confidence: [0, 5, 10, 20, 30],
};

describe('UK food hygiene rating', () => {
  it('is plain data without a finding', () => expectPublished(ukFoodRating));

  it.each([
    ['0-15, none above 5', scores(5, 5, 5), '15 → 5'],
    ['15, but one of 10: not 5; 4 asks for ≤ 20 and ≤ 10', scores(0, 5, 10), '15 → 4'],
    ['20, none above 10', scores(5, 5, 10), '20 → 4'],
    ['25-30, none above 10', scores(10, 10, 10), '30 → 3'],
    ['15, but one of 15: 2 is the next that fits', scores(15, 0, 0), '15 → 2'],
    ['35-40, none above 15', scores(15, 15, 10), '40 → 2'],
    ['20, but one of 20: 1', scores(0, 0, 20), '20 → 1'],
    ['45-50, none above 20', scores(15, 15, 20), '50 → 1'],
    ['30, but one of 30: 0', scores(0, 0, 30), '30 → 0'],
    ['above 50', scores(20, 15, 20), '55 → 0'],
  ])('%s', (_, known, expected) => expect(answer(ukFoodRating, known)).toBe(expected));

  it('agrees with the closed form in all 180 cells, where totals alone are wrong in 112', () => {
    const fast = quickly(ukFoodRating, events);
    let cells = 0;
    let differ = 0;
    for (const facts of every(space)) {
      const list = Object.values(facts).map(Number);
      const rating = closedForm(list);
      expect(fast(facts)).toEqual({ points: list.reduce((a, b) => a + b), level: String(rating) });
      if (byTotal(list) !== rating) differ++;
      cells++;
    }
    expect(cells).toBe(180);
    expect(differ).toBe(112);
  });

  it('tells which gate failed and by how much: 20 in one score is 10 too many for a 4', () => {
    const rating = rate(compileScheme(ukFoodRating), subjectOf(scores(0, 0, 20)), {
      asOf: '2026-01-15',
    });
    expect('gates' in rating && rating.gates?.[1]).toMatchObject({
      failed: [{ condition: { field: 'worst', lte: 10 }, given: '20', by: '10' }],
    });
  });

  it('knows three standings outside the scale', () => {
    const { facts } = scores(0, 0, 0);
    expect(answer(ukFoodRating, { facts, events, lists: ['rating-exempt'] })).toBe('exempt');
    expect(answer(ukFoodRating, {})).toBe('awaiting-inspection');
    expect(answer(ukFoodRating, { facts: { ...facts, published: false }, events })).toBe(
      'awaiting-publication',
    );
    expect(answer(ukFoodRating, { facts: { ...facts, published: true }, events })).toBe('0 → 5');
  });
});

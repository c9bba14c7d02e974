import { nycRestaurant } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { answer, every, expectPublished, quickly } from './published.js';

const visit = (
  inspection: string,
  hazards: number,
  critical: number,
  general: number,
  conditionPoints = 0,
) => ({
  facts: { inspection, hazards, critical, general, conditionPoints },
});

describe('New York City restaurant grade', () => {
  it('is plain data without a finding', () => expectPublished(nycRestaurant));

  it.each([
    ['nothing found', visit('initial', 0, 0, 0), '0 → A'],
    ['7 + 2 + 2 + 2 = 13, the last A', visit('initial', 1, 0, 3), '13 → A'],
    ['7 + 7 = 14 at first: not graded', visit('initial', 2, 0, 0), 'ungraded'],
    ['7 + 7 = 14 again: B', visit('re-inspection', 2, 0, 0), '14 → B'],
    ['5 × 5 + 2 = 27, the last B', visit('re-inspection', 0, 5, 1), '27 → B'],
    ['7 × 4 = 28: C', visit('re-inspection', 4, 0, 0), '28 → C'],
    ['5 with condition level points 8: 13', visit('initial', 0, 1, 0, 8), '13 → A'],
    ['5 with condition level points 9: 14', visit('re-inspection', 0, 1, 0, 9), '14 → B'],
  ])('%s', (_, known, expected) => expect(answer(nycRestaurant, known)).toBe(expected));

  it('agrees with 7, 5 and 2 points over every small re-inspection', () => {
    const fast = quickly(nycRestaurant);
    const few = [0, 1, 2, 3, 4, 5];
    for (const facts of every({
      hazards: few,
      critical: few,
      general: few,
      conditionPoints: [0, 1],
    })) {
      const [h, c, g, more] = ['hazards', 'critical', 'general', 'conditionPoints'].map((name) =>
        Number(facts[name]),
      ) as [number, number, number, number];
      const points = h * 7 + c * 5 + g * 2 + more;
      const level = points > 27 ? 'C' : points > 13 ? 'B' : 'A';
      expect(fast({ ...facts, inspection: 're-inspection' })).toEqual({ points, level });
    }
  });
});

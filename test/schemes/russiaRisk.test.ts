import { russiaPoints, russiaRisk3x3, russiaRisk4x4 } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { answer, every, expectPublished, quickly } from './published.js';

const FOUR: Record<string, string> = {
  high: 'A1 B1',
  significant: 'A2 B2 V1 V2',
  medium: 'A3 A4 B3 V3 G1 G2',
  low: 'B4 V4 G3 G4',
};
const THREE: Record<string, string> = { high: 'A1 B1', medium: 'A2 B2 V1 V2', low: 'A3 B3 V3' };

const levelIn = (lists: Record<string, string>, cell: string) =>
  Object.keys(lists).find((level) => lists[level]?.split(' ').includes(cell));

describe('Russia: severity by likelihood', () => {
  it('is plain data without a finding', () => {
    expectPublished(russiaRisk4x4);
    expectPublished(russiaRisk3x3);
    expectPublished(russiaPoints);
  });

  it.each([
    ['4 × 4', russiaRisk4x4, FOUR, ['A', 'B', 'V', 'G'], [1, 2, 3, 4], 16],
    ['3 × 3', russiaRisk3x3, THREE, ['A', 'B', 'V'], [1, 2, 3], 9],
  ] as const)(
    'has the published list in every cell of %s',
    (_, scheme, lists, severity, likelihood, size) => {
      const fast = quickly(scheme);
      let cells = 0;
      for (const facts of every({ severity, likelihood })) {
        expect(fast(facts).level).toBe(
          levelIn(lists, `${facts['severity']}${facts['likelihood']}`),
        );
        cells++;
      }
      expect(cells).toBe(size);
    },
  );

  it.each([
    [0, 'low'],
    [9, 'low'],
    [10, 'moderate'],
    [14, 'moderate'],
    [15, 'medium'],
    [99, 'medium'],
  ])('%i points: %s («15 и более», «10–14», «менее 10»)', (points, level) => {
    expect(answer(russiaPoints, { facts: { points } })).toBe(`${points} → ${level}`);
  });
});

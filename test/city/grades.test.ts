import { describe, expect, it } from 'vitest';
import { type City, sampleCity } from '../../src/city/sampleCity.js';
import { classify } from '../../src/programme/classify.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';

// 巴彦淖尔 2022, as the doc comment of `sampleCity` cites it.
const AIM = { A: 22_186, B: 5658, C: 1581, D: 898 };
const ALL = 30_323;

const cells = ['low', 'medium', 'high']
  .flatMap((level) => ['A', 'B', 'C', 'D'].map((grade) => `${level} ${grade}`))
  .sort();

/** How many firms stand in each cell of the example matrix. */
function census({ register, programme, asOf }: City): Map<string, number> {
  const at = parseProgramme(programme).at(asOf);
  const counts = new Map<string, number>();
  for (const entity of register.entities) {
    const found = classify(at, entity);
    const cell = 'grade' in found ? `${found.level} ${found.grade}` : 'not assessable';
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

describe('the sample city in the example matrix', () => {
  const counts = census(sampleCity());

  it('stands in every cell, and every firm in one', () => {
    expect([...counts.keys()].sort()).toEqual(cells);
    expect([...census(sampleCity({ entities: 2000 })).keys()].sort()).toEqual(cells);
  });

  it.each([
    ['evenhand', counts],
    ['another', census(sampleCity({ seed: 'another' }))],
  ])('has the cited shares of credit grades (seed %s)', (_, found) => {
    for (const [grade, aimed] of Object.entries(AIM)) {
      const share = aimed / ALL;
      const count = [...found].reduce((sum, [cell, n]) => sum + (cell.endsWith(grade) ? n : 0), 0);
      // Four standard deviations of a binomial count: one false alarm in 16,000 such comparisons.
      const tolerance = 4 * Math.sqrt(20_000 * share * (1 - share));
      expect(Math.abs(count - 20_000 * share)).toBeLessThan(tolerance);
    }
  });

  it('has more low risk than medium, and more medium than high', () => {
    const of = (level: string) =>
      [...counts].reduce((sum, [cell, n]) => sum + (cell.startsWith(level) ? n : 0), 0);
    expect(of('low')).toBeGreaterThan(2 * of('medium'));
    expect(of('medium')).toBeGreaterThan(2 * of('high'));
    expect(of('high')).toBeGreaterThan(200);
  });
});

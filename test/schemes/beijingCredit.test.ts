import { beijingCredit, beijingCreditFour } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { expectSound, levelOn, refusal } from './documents.js';

const asOf = '2026-01-15';

describe('public credit of firms in Beijing', () => {
  it('is sound, with nine grades and with four', () => {
    expectSound(beijingCredit);
    expectSound(beijingCreditFour);
  });

  // 「A、A-、B+、B、B-、C+、C、C-、D」, A 优、B 良、C 中、D 差
  it('orders nine grades and makes them four by their letter', () => {
    const { levels, worse } = beijingCredit.scale;
    expect([...levels, worse]).toEqual(['A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D', 'last']);
    for (const grade of levels) {
      expect(levelOn(beijingCredit, asOf, { facts: { grade } })).toBe(grade);
      expect(levelOn(beijingCreditFour, asOf, { facts: { grade } })).toBe(grade[0]);
    }
  });

  it('never turns the order round', () => {
    const four = beijingCredit.scale.levels.map((grade) =>
      beijingCreditFour.scale.levels.indexOf(
        levelOn(beijingCreditFour, asOf, { facts: { grade } }) as 'A',
      ),
    );
    expect(four).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 3]);
  });

  it.each(['A+', 'D+', 'D-', 'E', 'a'])('knows no grade %s', (grade) => {
    expect(refusal(() => levelOn(beijingCreditFour, asOf, { facts: { grade } }))).toContain(
      'out-of-domain',
    );
  });

  it('gives no grade to whom the city gave none', () => {
    for (const scheme of [beijingCredit, beijingCreditFour]) {
      expect(refusal(() => levelOn(scheme, asOf, {}))).toContain('missing-input');
    }
  });

  it('keeps the two scales apart', () => {
    expect(beijingCredit.scale.id).not.toBe(beijingCreditFour.scale.id);
  });
});

import { singaporeSafeA, singaporeSafeLicence } from 'evenhand/schemes';
import { compileScheme, evaluate, schemeAt } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { type Case, entityOf, expectSound, expectSoundSchedule, levelOn } from './documents.js';

const asOf = '2025-06-30';
const best = { system: 'certified', advancedHygieneOfficer: true, firstLicence: '2000-01-01' };

const award = (facts: object, events: Case['events'] = []): string =>
  levelOn(singaporeSafeA, asOf, { facts: { ...best, ...facts }, events });

describe('SAFE awards, category A', () => {
  it('is sound', () => {
    expectSound(singaporeSafeA);
  });

  // Gold: "10 years, a certified system and an advanced food hygiene officer"; silver: "5 years and a
  // food safety management system"; bronze: "2 years without major lapse".
  it.each([
    ['2015-06-30', 'gold'], // ten full years on the day
    ['2015-07-01', 'silver'],
    ['2020-06-30', 'silver'],
    ['2020-07-01', 'bronze'],
    ['2023-06-30', 'bronze'],
    ['2023-07-01', 'none'],
    ['2025-06-30', 'none'],
  ])('licensed since %s and clean is %s', (firstLicence, level) => {
    expect(award({ firstLicence })).toBe(level);
  });

  it.each([
    ['2015-06-30', 'gold'], // ten years that end on 2025-06-30 begin on 2015-07-01
    ['2015-07-01', 'silver'],
    ['2020-06-30', 'silver'],
    ['2020-07-01', 'bronze'],
    ['2023-06-30', 'bronze'],
    ['2023-07-01', 'none'],
  ])('a major lapse on %s leaves %s', (on, level) => {
    expect(award({}, [['major-lapse', on]])).toBe(level);
  });

  it('agrees with the table over every year, lapse, system and officer', () => {
    const at = schemeAt(compileScheme(singaporeSafeA), asOf);
    const wrong: string[] = [];
    for (let years = 0; years <= 12; years++) {
      for (let lapse = 0; lapse <= 12; lapse++) {
        for (const system of ['none', 'in-place', 'certified']) {
          for (const officer of [false, true]) {
            const one = entityOf({
              facts: {
                system,
                advancedHygieneOfficer: officer,
                firstLicence: `${2025 - years}-06-30`,
              },
              events: lapse > 11 ? [] : [['major-lapse', `${2025 - lapse}-06-30`]],
            });
            const score = evaluate(at, one);
            const clean = lapse > 11 ? years : Math.min(years, lapse);
            const expected = plainAward(clean, system, officer);
            if (!('level' in score) || singaporeSafeA.scale.levels[score.level] !== expected) {
              wrong.push(`${years} ${lapse} ${system} ${String(officer)}`);
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  // "no award 1, Bronze 3, Silver 5, Gold 10 years"
  it('gives licences of 10, 5, 3 and 1 years', () => {
    expectSoundSchedule(singaporeSafeLicence);
    expect(singaporeSafeLicence.scale).toEqual(singaporeSafeA.scale);
    const years = singaporeSafeA.scale.levels.map(
      (level) => singaporeSafeLicence.levels[level].effects?.['licenceYears'],
    );
    expect(years).toEqual(['10', '5', '3', '1']);
  });

  it('keeps the letter grades of 2026 as a note, and ends before them', () => {
    expect(singaporeSafeA.citations[0]?.note).toContain('letter grades');
    expect(singaporeSafeA.to).toBe('2026-01-18');
  });
});

function plainAward(clean: number, system: string, officer: boolean): string {
  if (clean >= 10 && system === 'certified' && officer) return 'gold';
  if (clean >= 5 && system !== 'none') return 'silver';
  return clean >= 2 ? 'bronze' : 'none';
}

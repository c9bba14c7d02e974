import { strataFor } from 'evenhand/matrix';
import { oshaTargeting2011, oshaTargetingStrata } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { answer, every, expectPublished, expectTempo, quickly } from './published.js';

const asOf = '2011-10-01';
const site = (sector: string, dart: string, daysAway: string) => ({
  facts: { sector, responded: true, dart, daysAway },
});
const MARKS: Record<string, readonly [number, number]> = {
  manufacturing: [7, 5],
  other: [15, 14],
  nursing: [16, 13],
};

describe('OSHA Site-Specific Targeting 2011', () => {
  it('is plain data without a finding', () => {
    expectPublished(oshaTargeting2011);
    expectTempo(oshaTargetingStrata, oshaTargeting2011);
  });

  // «random sample of non-responders, random sample of low-rate sites to test data quality»
  it('draws from those who did not answer and from those with low rates, beside the list', () => {
    const strataOf = (known: Parameters<typeof answer>[1]) => {
      const text = answer(oshaTargeting2011, known, asOf);
      const standing = text.includes('→') ? { level: text.slice(4) } : { status: text };
      const subject = { facts: {}, lists: [], events: [] };
      return strataFor(oshaTargetingStrata, standing, subject, asOf).map(({ id }) => id);
    };
    expect(strataOf({ facts: { responded: false } })).toEqual(['non-responders']);
    expect(strataOf(site('manufacturing', '6.99', '4.99'))).toEqual(['low-rates']);
    expect(strataOf(site('manufacturing', '7', '0'))).toEqual([]);
    expect(oshaTargetingStrata.levels.primary.ratio).toBe('100%');
  });

  it.each([
    ['DART of 7.0 or greater', site('manufacturing', '7.0', '0'), '0 → primary'],
    ['6.99', site('manufacturing', '6.99', '4.99'), '0 → not-listed'],
    ['or DAFWII of 5.0 or greater', site('manufacturing', '0', '5.00'), '0 → primary'],
    ['non-manufacturing 15.0', site('other', '15', '0'), '0 → primary'],
    ['14.99 and 13.99', site('other', '14.99', '13.99'), '0 → not-listed'],
    ['nursing 13.0', site('nursing', '0', '13'), '0 → primary'],
    ['nursing 15.99 and 12.99', site('nursing', '15.99', '12.99'), '0 → not-listed'],
    [
      'one rate above its mark is enough, the other not known',
      { facts: { sector: 'nursing', responded: true, dart: '20' } },
      '0 → primary',
    ],
    ['no answer to the survey', { facts: { responded: false } }, 'non-responder'],
  ])('%s', (_, known, expected) => expect(answer(oshaTargeting2011, known, asOf)).toBe(expected));

  it('refuses where a rate that decides is not known', () => {
    const known = { facts: { sector: 'nursing', responded: true, dart: '2' } };
    expect(() => answer(oshaTargeting2011, known, asOf)).toThrow('daysAway');
  });

  it('agrees with the two marks of each sector on and around them', () => {
    const fast = quickly(oshaTargeting2011, [], asOf);
    const near = [0, 4.99, 5, 6.99, 7, 12.99, 13, 13.99, 14, 14.99, 15, 15.99, 16, 50];
    for (const facts of every({ sector: Object.keys(MARKS), dart: near, daysAway: near })) {
      const [dart, away] = MARKS[String(facts['sector'])] as readonly [number, number];
      const isListed = Number(facts['dart']) >= dart || Number(facts['daysAway']) >= away;
      expect(fast({ ...facts, responded: true }).level).toBe(isListed ? 'primary' : 'not-listed');
    }
  });
});

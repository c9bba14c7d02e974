import { checkPopulation } from 'evenhand/matrix';
import type { Demand } from 'evenhand/register';
import { holds } from 'evenhand/register';
import {
  italyAfterCompliant,
  italyLowRiskCap,
  polandDays,
  ukraineGaps,
  vietnamCap,
} from 'evenhand/schemes';
import { isEligible, mergeVisits } from 'evenhand/visits';
import { describe, expect, it } from 'vitest';
import { capSchema } from '../../src/visits/capSchema.js';
import { checkCap } from '../../src/visits/checkCap.js';
import { expectPlainData, expectSoundSchedule } from './documents.js';

const demand = (id: string, from: string, to: string, more: Partial<Demand> = {}): Demand => ({
  id,
  entity: 'firm',
  authority: `body-${id}`,
  item: 'check',
  kind: 'spot-check',
  cause: 'draw',
  window: { from, to },
  weight: 1,
  duty: false,
  ...more,
});

describe('caps and gaps elsewhere', () => {
  it('the caps are sound', () => {
    for (const cap of [vietnamCap, italyLowRiskCap]) {
      expectPlainData(cap, capSchema);
      expect(checkCap(cap)).toEqual([]);
    }
  });

  it.each([italyAfterCompliant, polandDays, ukraineGaps])('$id is sound', (schedule) => {
    expectSoundSchedule(schedule);
  });

  // "one visit in a calendar year, interdisciplinary ones included"
  it('Vietnam: two bodies share the one visit of a year, a third body’s is deferred', () => {
    const merged = mergeVisits(
      [
        demand('tax', '2026-03-01', '2026-06-30'),
        demand('fire', '2026-05-01', '2026-09-30'),
        demand('labour', '2026-11-01', '2026-12-31'),
      ],
      vietnamCap,
    );
    expect(merged.visits.map(({ demands }) => demands)).toEqual([['fire', 'tax']]);
    expect(merged.deferred.map(({ demand: id }) => id)).toEqual(['labour']);
  });

  it('Vietnam: the year is the calendar’s, 31 December and 1 January are two', () => {
    const merged = mergeVisits(
      [demand('a', '2026-12-31', '2026-12-31'), demand('b', '2027-01-01', '2027-01-01')],
      vietnamCap,
    );
    expect([merged.visits.length, merged.deferred.length]).toEqual([2, 0]);
  });

  it('Vietnam: clear signs of violation go through, a complaint without them does not', () => {
    const cause = (code: 'case' | 'complaint'): Demand =>
      demand(code, '2026-05-01', '2026-05-01', {
        cause: 'for-cause',
        evidence: { cause: code, reference: 'file 7' },
      });
    const merged = mergeVisits(
      [demand('a', '2026-01-01', '2026-01-31'), cause('case'), cause('complaint')],
      vietnamCap,
    );
    expect([merged.visits.length, merged.outside.length]).toEqual([1, 1]);
    expect(merged.outside.map(({ demands }) => demands)).toEqual([['case']]);
  });

  it('Vietnam: keeps what is not sure as a note', () => {
    expect(vietnamCap.citations[0]?.note).toContain('one visit each or one together is not sure');
  });

  // "low-risk certified: ordinary checks at most once a year"
  it('Italy: only firms certified to be of low risk, whatever their credit', () => {
    expect(isEligible(italyLowRiskCap, [{ scale: 'it-risk', level: 'low' }])).toBe(true);
    expect(isEligible(italyLowRiskCap, [{ scale: 'it-risk', level: 'high' }])).toBe(false);
    const [a, b] = [
      demand('a', '2026-01-01', '2026-01-31'),
      demand('b', '2026-10-01', '2026-10-31'),
    ];
    expect(mergeVisits([a, b], italyLowRiskCap).visits).toHaveLength(1);
  });

  // "no check of the same type within ten months after a compliant one": from 2025-03-16 on to 2026-01-15.
  it('Italy: ten months after a passed check, to the day, and not twelve', () => {
    const [rule] = italyAfterCompliant.reliance ?? [];
    const free = (on: string): string => {
      const events = [{ id: 'e', kind: 'check-passed', on, source: 'test' }];
      return holds(rule?.when ?? { any: [] }, { facts: {}, lists: [], events }, '2026-01-15');
    };
    expect([free('2025-03-15'), free('2025-03-16'), free('2026-01-15')]).toEqual([
      'no',
      'yes',
      'yes',
    ]);
    expect(free('2025-01-16')).toBe('no');
    expect(rule?.effect).toEqual({ tempo: { cap: { visits: 0, per: { months: 10 } } } });
    expect(italyAfterCompliant.citations[0]?.note).toContain('twelve months');
  });

  // "art. 55: micro 12, small 18, medium 24, large 48 days"
  it.each([
    ['micro', 12, 'verified'],
    ['small', 18, 'recalled'],
    ['medium', 24, 'recalled'],
    ['large', 48, 'recalled'],
  ] as const)(
    'Poland: %s has at most %i days in a calendar year (%s)',
    (size, days, confidence) => {
      const { cap, cite } = polandDays.levels[size];
      expect(cap).toEqual({ days, per: 'calendar-year' });
      expect(polandDays.citations.find(({ id }) => id === cite)?.confidence).toBe(confidence);
    },
  );

  // "not more often than once in 2 / 3 / 5 years at high / medium / insignificant risk"
  it.each([
    ['high', 2],
    ['medium', 3],
    ['insignificant', 5],
  ] as const)('Ukraine: %s risk, once in %i years at most', (level, years) => {
    expect(ukraineGaps.levels[level].cap).toEqual({ gap: { years } });
  });

  // "high at most 10 %, medium at most 30 %, low at least 60 % of firms"
  it.each([
    [{ high: 10, medium: 30, insignificant: 60 }, [true, true, true]],
    [{ high: 11, medium: 29, insignificant: 60 }, [false, true, true]],
    [{ high: 10, medium: 31, insignificant: 59 }, [true, false, false]],
    [{ high: 1001, medium: 0, insignificant: 8999 }, [false, true, true]],
  ])('Ukraine: of %o the shares hold %o', (levels, expected) => {
    expect(checkPopulation(ukraineGaps, { levels }).map(({ holds: kept }) => kept)).toEqual(
      expected,
    );
  });
});

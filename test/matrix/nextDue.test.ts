import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/day.js';
import { nextDue } from '../../src/matrix/nextDue.js';
import type { Schedule, Tempo } from '../../src/matrix/schedule.js';
import { tempoFor } from '../../src/matrix/tempoFor.js';
import { italyAfterCompliant, ukraineGaps } from '../../src/schemes/foreignCaps.js';
import { parisMouTempo } from '../../src/schemes/portStateControl.js';
import { ukFoodHygieneTempo } from '../../src/schemes/ukFoodHygiene.js';
import { arbitraryDay } from '../../src/testing/arbitraries/day.js';

describe('the next visit', () => {
  const levels: Readonly<Record<string, Tempo>> = parisMouTempo.levels;

  // A standard-risk ship: the window opens 10 months and closes 12 months after the last inspection.
  it.each([
    ['2026-01-09', 'closed'],
    ['2026-01-10', 'open'],
    ['2026-03-10', 'open'],
    ['2026-03-11', 'overdue'],
  ] as const)('inspected on 2025-03-10, as of %s: %s', (asOf, state) => {
    expect(nextDue(levels['standard'] as Tempo, { last: '2025-03-10' }, asOf)).toEqual({
      state,
      opens: '2026-01-10',
      due: '2026-03-10',
      by: 'window',
    });
  });

  it.each([
    ['four months, over the end of February', 4, '2025-10-31', '2026-02-28'],
    ['six months, in a leap year', 6, '2023-08-31', '2024-02-29'],
    ['a year, from a leap day', 12, '2024-02-29', '2025-02-28'],
  ] as const)('by a longest gap of %s', (_, months, last, due) => {
    expect(nextDue({ floor: { months }, cite: 'x' }, { last }, last)).toEqual({
      state: 'closed',
      opens: addDays(last, 1),
      due,
      by: 'floor',
    });
  });

  it('waits out the shortest gap, where a law forbids to come sooner', () => {
    // Ukraine: not more often than once in two years for those of high risk.
    const [tempo] = Object.values(ukraineGaps.levels).filter(
      ({ cap }) => cap !== undefined && 'gap' in cap && JSON.stringify(cap.gap) === '{"years":2}',
    ) as [Tempo];
    const last = '2024-05-31';
    expect(nextDue(tempo, { last }, '2026-05-30').state).toBe('closed');
    expect(nextDue(tempo, { last }, '2026-05-31')).toEqual({ state: 'open', opens: '2026-05-31' });
  });

  it('of one never visited counts from its first day, if the rule says so', () => {
    const tempo: Tempo = { firstWithin: { months: 3 }, floor: { years: 1 }, cite: 'x' };
    const first = { since: '2025-11-30' };
    expect(nextDue(tempo, first, '2025-11-29').state).toBe('closed');
    expect(nextDue(tempo, first, '2026-02-28')).toEqual({
      state: 'open',
      opens: '2025-11-30',
      due: '2026-02-28',
      by: 'first',
    });
    expect(nextDue(tempo, first, '2026-03-01').state).toBe('overdue');
    expect(nextDue({ cite: 'x' }, first, '2026-03-01')).toEqual({
      state: 'open',
      opens: '2025-11-30',
    });
    expect(nextDue(tempo, {}, '2026-03-01')).toEqual({ state: 'open' });
  });

  it('keeps the earlier of longest gap and window, and asks for nothing where nothing is said', () => {
    const window = { opens: { months: 1 }, closes: { months: 6 } };
    const last = '2026-01-01';
    const by = (tempo: Omit<Tempo, 'cite'>) => nextDue({ ...tempo, cite: 'x' }, { last }, last).by;
    expect(by({ window, floor: { months: 5 } })).toBe('floor');
    expect(by({ window, floor: { months: 7 } })).toBe('window');
    expect(by({ window, floor: { months: 6 } })).toBe('floor');
    expect(nextDue({ cite: 'x' }, { last }, last)).toEqual({
      state: 'closed',
      opens: '2026-01-02',
    });
  });

  it('is closed, open and overdue in this order as days go by', () => {
    const tempo = levels['standard'] as Tempo;
    const order = ['closed', 'open', 'overdue'];
    fc.assert(
      fc.property(arbitraryDay(), fc.nat(600), fc.nat(200), (last, days, more) => {
        const at = (n: number) => order.indexOf(nextDue(tempo, { last }, addDays(last, n)).state);
        expect(at(days)).toBeLessThanOrEqual(at(days + more));
      }),
    );
  });

  it('is refused for a day that is none', () => {
    const code = 'no-such-day';
    for (const [last, asOf] of [
      ['2025-02-29', '2026-01-01'],
      ['2025-01-01', 'today'],
    ] as const) {
      expect(() => nextDue({ cite: 'x' }, { last }, asOf)).toThrow(
        expect.objectContaining({ code }),
      );
    }
  });
});

describe('reliance on others', () => {
  const passed = { id: 'p1', kind: 'check-passed', on: '2025-09-01', source: 'example' };
  const firm = { facts: {}, lists: [], events: [passed] };
  const reliances = (asOf: string) => tempoFor(italyAfterCompliant, 'any', firm, asOf).reliance;

  it('Italy: no check within ten months after one that was passed', () => {
    expect(reliances('2025-09-01')).toEqual(['passed-check']);
    expect(reliances('2026-06-30')).toEqual(['passed-check']);
    expect(reliances('2026-07-01')).toEqual([]);
  });

  const schedule: Schedule = {
    ...ukFoodHygieneTempo,
    reliance: [
      {
        id: 'iso',
        when: { field: 'certified', eq: true },
        effect: 'replaces-visit',
        cite: 'frequency',
      },
      {
        id: 'slower',
        when: { field: 'certified', eq: true },
        effect: { tempo: { floor: { years: 2 } } },
        cite: 'frequency',
        sunset: '2026-06-30',
      },
    ],
  };
  const certified = { facts: { certified: true }, lists: [], events: [] };

  it('overrides what it names and leaves the rest, to its last day', () => {
    const before = tempoFor(schedule, 'D', certified, '2026-06-30');
    expect(before).toEqual({
      tempo: { ...schedule.levels['D'], floor: { years: 2 } },
      reliance: ['iso', 'slower'],
      replaced: true,
    });
    const after = tempoFor(schedule, 'D', certified, '2026-07-01');
    expect(after).toEqual({ tempo: schedule.levels['D'], reliance: ['iso'], replaced: true });
  });

  it('never relieves on what is not known', () => {
    const unknown = tempoFor(schedule, 'D', { facts: {}, lists: [], events: [] }, '2026-01-01');
    expect(unknown).toEqual({ tempo: schedule.levels['D'], reliance: [], replaced: false });
  });

  it('is refused for a level the scale has not', () => {
    const code = 'unknown-level';
    for (const level of ['F', 'toString']) {
      expect(() => tempoFor(schedule, level, certified, '2026-01-01')).toThrow(
        expect.objectContaining({ code }),
      );
    }
  });
});

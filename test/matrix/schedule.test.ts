import {
  checkPopulation,
  checkSchedule,
  defineSchedule,
  parseSchedule,
  type Schedule,
  safeParseSchedule,
  type Tempo,
} from 'evenhand/matrix';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed } from '../scoring/changed.js';

const scheduleWith = (more: Partial<Schedule>): Schedule => ({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'test',
  version: '2',
  from: '2026-01-01',
  status: 'draft',
  citations: [{ id: 'law', title: 'Law', article: '§ 1', confidence: 'verified' }],
  untranslated: [],
  scale: { id: 'risk', levels: ['low', 'medium', 'high'], worse: 'last' },
  levels: { low: { cite: 'law' }, medium: { cite: 'law' }, high: { cite: 'law' } },
  ...more,
});

const rich = scheduleWith({
  transition: { replaces: 'test@1', keep: 'old-level-until', until: '2027-12-31' },
  levels: {
    low: {
      floor: { months: 36 },
      ratio: { from: '1%', to: '5%' },
      methods: ['questionnaire', 'inspection'],
      firstWithin: { days: 28 },
      effects: { charge: '0.95', licence: '5 years' },
      cite: 'law',
    },
    medium: { window: { opens: { months: 10 }, closes: { months: 12 } }, cite: 'law' },
    high: { floor: { months: 6 }, cap: { visits: 2, per: 'calendar-year' }, cite: 'law' },
  },
  population: [
    { id: 'quota', kind: 'share', levels: ['high'], atMost: '10%', cite: 'law' },
    { id: 'rest', kind: 'share', levels: ['low', 'medium'], atLeast: '0.6', cite: 'law' },
    { id: 'average', kind: 'rate', upper: 'months', lower: 'gaps', atMost: 12, cite: 'law' },
    {
      id: 'growth',
      kind: 'rate',
      upper: 'abroad',
      lower: 'abroad-before',
      atLeast: 2,
      cite: 'law',
    },
    {
      id: 'samples',
      kind: 'rate',
      upper: 'samples',
      lower: 'people',
      times: 1000,
      atLeast: '5.5',
      cite: 'law',
    },
    { id: 'staff', kind: 'capacity', visitsAYear: 'capacity', cite: 'law' },
  ],
  reliance: [
    {
      id: 'other-body',
      when: { field: 'iso22000', eq: true },
      effect: 'replaces-visit',
      cite: 'law',
    },
    {
      id: 'certified',
      when: { field: 'certified', eq: true },
      effect: { tempo: { floor: { months: 5 } } },
      sunset: '2030-12-31',
      cite: 'law',
    },
  ],
});

describe('a schedule', () => {
  it('with nothing wrong is taken as it is, and survives JSON', () => {
    expect(checkSchedule(rich)).toEqual([]);
    expect(parseSchedule(JSON.parse(JSON.stringify(rich)))).toEqual(rich);
  });

  it.each<[string, readonly (string | number)[], unknown]>([
    ['tempo-missing', ['levels', 'low'], undefined],
    ['unknown-level', ['levels', 'huge'], { cite: 'law' }],
    ['unknown-level', ['population', 0, 'levels', 0], 'huge'],
    [
      'tempo-window-inverted',
      ['levels', 'medium', 'window'],
      { opens: { years: 1 }, closes: { months: 12 } },
    ],
    ['ratio-inverted', ['levels', 'low', 'ratio'], { from: '6%', to: '5%' }],
    ['limit-missing', ['population', 0], { id: 'q', kind: 'share', levels: ['high'], cite: 'law' }],
    ['citation-dangling', ['levels', 'low', 'cite'], 'rumour'],
    ['transition-wrong', ['transition', 'until'], '2025-12-31'],
    ['transition-wrong', ['transition', 'replaces'], 'test@2'],
  ])('%s at its place', (code, path, to) => {
    const bad = changed(rich, path, to);
    const [issue] = checkSchedule(bad);
    expect(issue).toMatchObject({ code });
    expect(path.join('.')).toContain(issue?.path.slice(0, path.length - 1).join('.'));
    expect(safeParseSchedule(bad)).toMatchObject({ ok: false });
    expect(() => parseSchedule(bad)).toThrow(code);
  });

  it('has a shape', () => {
    expect(safeParseSchedule(changed(rich, ['levels', 'low', 'floor'], 'often'))).toMatchObject({
      ok: false,
    });
  });

  it.each<[Tempo['floor'], Tempo['cap'], boolean]>([
    [{ months: 6 }, { visits: 1, per: 'calendar-year' }, false],
    [{ months: 6 }, { visits: 2, per: { years: 1 } }, true],
    [{ months: 12 }, { visits: 1, per: 'calendar-year' }, true],
    [{ years: 1 }, { days: 0, per: { months: 12 } }, false],
    [{ years: 2 }, { visits: 0, per: 'calendar-year' }, false],
    // Visits at most five months apart are more than two in twelve months, however they lie.
    [{ months: 5 }, { visits: 2, per: { years: 1 } }, false],
    [{ months: 4 }, { visits: 3, per: { years: 1 } }, true],
    [{ years: 1 }, { gap: { years: 2 } }, false],
    [{ years: 2 }, { gap: { months: 24 } }, true],
  ])('a longest gap of %j under a cap of %j can be kept: %s', (floor, cap, isKept) => {
    const levels = { ...rich.levels, high: { floor, cap, cite: 'law' } as Tempo };
    const issues = checkSchedule({ ...rich, levels });
    expect(issues.map(({ code }) => code)).toEqual(isKept ? [] : ['floor-above-cap']);
    expect(checkSchedule({ ...rich, levels, precedence: ['floor', 'cap'] })).toEqual([]);
  });

  it('is known to the compiler', () => {
    const { levels: _, ...rest } = rich;
    const scale = { id: 'risk', levels: ['low', 'high'], worse: 'last' } as const;
    defineSchedule({
      ...rest,
      scale,
      // @ts-expect-error `high` has no tempo
      levels: { low: { cite: 'law' } },
    });
    expect(defineSchedule(rich)).toBe(rich);
  });
});

describe('the rules over a population', () => {
  const counts = {
    levels: { low: 60, medium: 30, high: 10 },
    others: {
      months: 1200,
      gaps: 100,
      abroad: 1200,
      'abroad-before': 600,
      samples: 5500,
      people: 1_000_000,
      capacity: 43,
    },
  };
  it('hold on their edges', () => {
    expect(checkPopulation(rich, counts)).toEqual([
      { rule: 'quota', holds: true, given: '0.1', expected: '<= 10%', cite: 'law' },
      { rule: 'rest', holds: true, given: '0.9', expected: '>= 0.6', cite: 'law' },
      { rule: 'average', holds: true, given: '12', expected: '<= 12', cite: 'law' },
      { rule: 'growth', holds: true, given: '2', expected: '>= 2', cite: 'law' },
      { rule: 'samples', holds: true, given: '5.5', expected: '>= 5.5', cite: 'law' },
      // 60 × 12/36 = 20, 30 × 0, 10 × 12/6 = 20: 40 visits a year.
      { rule: 'staff', holds: true, given: '40', expected: '<= 43', cite: 'law' },
    ]);
  });

  it('break one beyond', () => {
    const others = { ...counts.others, months: 1201, abroad: 1199, samples: 5499, capacity: 39 };
    const found = checkPopulation(rich, { levels: { low: 39, medium: 20, high: 41 }, others });
    expect(found.map(({ rule, holds }) => [rule, holds])).toEqual([
      ['quota', false],
      ['rest', false],
      ['average', false],
      ['growth', false],
      ['samples', false],
      ['staff', false],
    ]);
  });

  it('expect the larger of what a share and a longest gap ask for, rounded up', () => {
    const visits = (tempo: Omit<Tempo, 'cite'>, n: number) => {
      const levels = { ...rich.levels, low: { ...tempo, cite: 'law' } };
      const only = scheduleWith({
        levels: { ...levels, high: { cite: 'law' } },
        population: rich.population?.slice(5) ?? [],
      });
      const found = checkPopulation(only, {
        levels: { low: n, medium: 0, high: 0 },
        others: { capacity: 0 },
      });
      return found[0]?.given;
    };
    expect(visits({ floor: { years: 2 } }, 3)).toBe('2');
    expect(visits({ floor: { days: 100 } }, 2)).toBe('8');
    expect(visits({ floor: { years: 2 }, ratio: '60%' }, 10)).toBe('6');
    expect(visits({ floor: { years: 2 }, ratio: { from: '1%', to: '40%' } }, 10)).toBe('5');
    expect(visits({}, 10)).toBe('0');
  });

  it('never call a share kept that is not, whatever the numbers', () => {
    const number = fc.nat(1000);
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 1000 }), (low, medium, high) => {
        const rules = scheduleWith({ population: rich.population?.slice(0, 1) ?? [] });
        const [found] = checkPopulation(rules, { levels: { low, medium, high } });
        expect(found?.holds).toBe(10 * high <= low + medium + high);
      }),
    );
  });

  it('ask for their counts', () => {
    expect(() => checkPopulation(rich, { levels: counts.levels })).toThrow('the count `months`');
    expect(() =>
      checkPopulation(rich, { ...counts, levels: { low: 0.5, medium: 0, high: 0 } }),
    ).toThrow('the count `low`');
    expect(() =>
      checkPopulation(rich, { ...counts, levels: { low: 0, medium: 0, high: 0 } }),
    ).toThrow('count of 0');
  });
});

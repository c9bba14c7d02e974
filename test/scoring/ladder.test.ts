import { addDays } from 'evenhand/core';
import { checkScheme, compileScheme, type Ladder, rate, type Scheme } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeParsed } from '../../src/register/parsed.js';
import { schemeSchema } from '../../src/scoring/schemeSchema.js';
import { changed } from './changed.js';
import { event, firmWith, gated } from './schemes.js';

function schemeOf(
  ladder: Omit<Ladder, 'kind' | 'id' | 'cite'>,
  more: Partial<Scheme> = {},
): Scheme {
  return gated({
    scale: { id: 's', levels: ladder.states.map(({ id }) => id), worse: 'last' },
    values: [{ kind: 'ladder', id: 'rung', cite: 'law', ...ladder }],
    terms: [],
    levelFrom: 'rung',
    ...more,
  });
}

/** Outcomes one a day from 1 January 2025 on. */
const daily = (kinds: readonly string[]) =>
  kinds.map((kind, i) => {
    const on = addDays('2025-01-01', i);
    return event(kind, on, { id: `e${String(i).padStart(3, '0')}` });
  });

function stateOf(scheme: Scheme, events: readonly object[], asOf = '2026-01-15', facts = {}) {
  const rating = rate(compileScheme(scheme), firmWith({ events, facts } as never), { asOf });
  return 'level' in rating ? rating.level : rating.status;
}

const times = (n: number, kind: string): string[] => Array.from({ length: n }, () => kind);

describe('switching rules of lot inspection', () => {
  // Start normal; tightened when 2 of 5 or fewer are rejected; normal after 5 accepted in a row;
  // reduced at a switching score of 30, with consent; discontinued at 5 rejected on tightened.
  const scheme = schemeOf(
    {
      outcomes: [
        { event: 'lot', where: { field: 'accepted', eq: false }, as: 'rejected' },
        { event: 'lot', where: { field: 'number', gte: 2 }, as: 'accepted-2' },
        { event: 'lot', as: 'accepted' },
        { event: 'resumed' },
      ],
      states: [{ id: 'reduced' }, { id: 'normal' }, { id: 'tightened' }, { id: 'discontinued' }],
      start: 'normal',
      transitions: [
        {
          from: 'normal',
          when: { countLast: { of: ['rejected'], window: 5, atLeast: 2 } },
          to: 'tightened',
        },
        {
          from: 'normal',
          when: { counter: 'switching', atLeast: 30 },
          to: 'reduced',
          requires: { field: 'consent', eq: true },
          missing: 'skip',
        },
        {
          from: 'tightened',
          when: { run: { of: ['accepted', 'accepted-2'], count: 5 } },
          to: 'normal',
        },
        {
          from: 'tightened',
          when: { inState: { of: ['rejected'], count: 5 } },
          to: 'discontinued',
        },
        { from: 'reduced', when: { last: ['rejected'] }, to: 'normal' },
        { from: 'discontinued', when: { last: ['resumed'] }, to: 'tightened' },
      ],
      counters: [
        {
          id: 'switching',
          add: { accepted: 2, 'accepted-2': 3 },
          resetOn: ['rejected'],
          resetIn: ['normal'],
        },
      ],
    },
    { inputs: { consent: { type: 'boolean' } } },
  );
  const lots = (marks: string) =>
    [...marks].map((mark, i) =>
      mark === 'R'
        ? event('resumed', addDays('2025-01-01', i), { id: `e${1000 + i}` })
        : event('lot', addDays('2025-01-01', i), {
            id: `e${1000 + i}`,
            values: { accepted: mark !== 'x', number: mark === '+' ? 2 : 0 },
          }),
    );

  it.each([
    ['', 'normal'],
    ['xo', 'normal'],
    ['xx', 'tightened'],
    ['xooox', 'tightened'],
    ['xoooox', 'normal'],
    ['xxooooo', 'normal'],
    ['xxoooox', 'tightened'],
    // The two that brought it here do not count on tightened.
    ['xxxxxx', 'tightened'],
    ['xxxxxxx', 'discontinued'],
    ['xxxxxxxooooo', 'discontinued'],
    ['xxxxxxxR', 'tightened'],
    ['xxxxxxxRooooo', 'normal'],
    ['o'.repeat(14), 'normal'],
    ['o'.repeat(15), 'reduced'],
    ['+'.repeat(9), 'normal'],
    ['+'.repeat(10), 'reduced'],
    [`${'o'.repeat(14)}xo`, 'normal'],
    [`${'o'.repeat(15)}x`, 'normal'],
    [`${'o'.repeat(15)}x${'o'.repeat(15)}`, 'reduced'],
  ])('after %j: %s', (marks, state) => {
    expect(checkScheme(scheme)).toEqual([]);
    expect(safeParsed(schemeSchema, scheme).ok).toBe(true);
    expect(stateOf(scheme, lots(marks), '2026-01-15', { consent: true })).toBe(state);
  });

  it('a step that needs consent is not taken without it', () => {
    expect(stateOf(scheme, lots('o'.repeat(20)), '2026-01-15', { consent: false })).toBe('normal');
    expect(stateOf(scheme, lots('o'.repeat(20)))).toBe('normal');
    const asked = changed(scheme, ['values', 0, 'transitions', 1, 'missing'], undefined);
    expect(() => stateOf(asked, lots('o'.repeat(20)))).toThrow('missing-input `consent`');
  });

  it('the trace has every state with the day and the event that brought it', () => {
    const firm = firmWith({ events: lots('xxooooo'), facts: { consent: true } });
    const rating = rate(compileScheme(scheme), firm, { asOf: '2026-01-15' });
    expect(rating.values?.[0]?.states).toEqual([
      { state: 'normal' },
      { state: 'tightened', on: '2025-01-02', event: 'e1001' },
      { state: 'normal', on: '2025-01-07', event: 'e1006' },
    ]);
  });
});

describe('rates of import inspection', () => {
  // Tightened; after 5 passes normal, after 20 more reduced; any fail brings it back.
  const scheme = schemeOf({
    outcomes: [{ event: 'pass' }, { event: 'fail' }],
    states: [{ id: 'reduced' }, { id: 'normal' }, { id: 'tightened' }],
    start: 'tightened',
    transitions: [
      { from: '*', when: { last: ['fail'] }, to: 'tightened' },
      { from: 'tightened', when: { run: { of: ['pass'], count: 5 } }, to: 'normal' },
      { from: 'normal', when: { run: { of: ['pass'], count: 20 } }, to: 'reduced' },
    ],
  });

  it('agree with counting the passes since the last fail', () => {
    const history = fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 4 });
    fc.assert(
      fc.property(history, (runs) => {
        const kinds = runs.flatMap((n, i) => [
          ...times(i === 0 ? 0 : 1, 'fail'),
          ...times(n, 'pass'),
        ]);
        const passes = runs.at(-1) ?? 0;
        const expected = passes >= 25 ? 'reduced' : passes >= 5 ? 'normal' : 'tightened';
        expect(stateOf(scheme, daily(kinds).toReversed())).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('demerit points', () => {
  // 15 points within 12 months: suspended for 7 days, then watched; again 15 within 12 months of the
  // last offence: suspended for 14 days; again: cancelled. Points are used up. 12 quiet months clear.
  const scheme = schemeOf({
    outcomes: [{ event: 'serious' }, { event: 'minor' }],
    states: [
      { id: 'clear' },
      { id: 'watched-once' },
      { id: 'watched-twice' },
      { id: 'suspended-once' },
      { id: 'suspended-twice' },
      { id: 'cancelled', final: true },
    ],
    start: 'clear',
    transitions: [
      { from: 'clear', when: { counter: 'points', atLeast: 15 }, to: 'suspended-once' },
      { from: 'suspended-once', when: { after: { days: 7 } }, to: 'watched-once' },
      { from: 'watched-once', when: { counter: 'points', atLeast: 15 }, to: 'suspended-twice' },
      { from: 'watched-once', when: { quiet: { months: 12 } }, to: 'clear' },
      { from: 'suspended-twice', when: { after: { days: 14 } }, to: 'watched-twice' },
      { from: 'watched-twice', when: { counter: 'points', atLeast: 15 }, to: 'cancelled' },
      { from: 'watched-twice', when: { quiet: { months: 12 } }, to: 'clear' },
    ],
    counters: [
      {
        id: 'points',
        add: { serious: 15, minor: 5 },
        within: { months: 12 },
        resetIn: ['suspended-once', 'suspended-twice'],
        repeat: { same: 'offence', within: { months: 12 }, by: [1, 2, 3] },
      },
    ],
  });
  const minor = (on: string, offence = on) => event('minor', on, { values: { offence } });
  it.each([
    ['two minor ones are 10', [minor('2025-01-01'), minor('2025-02-01')], '2025-02-01', 'clear'],
    [
      'the second of its like counts twice',
      [minor('2025-01-01', 'a'), minor('2025-02-01', 'a')],
      '2025-02-01',
      'suspended-once',
    ],
    [
      'eleven months and a bit apart',
      [minor('2025-01-02', 'a'), minor('2026-01-01', 'a')],
      '2026-01-01',
      'suspended-once',
    ],
    ['a year apart', [minor('2025-01-01', 'a'), minor('2026-01-01', 'a')], '2026-01-01', 'clear'],
    ['the sixth day', [event('serious', '2025-01-01')], '2025-01-07', 'suspended-once'],
    ['the seventh day', [event('serious', '2025-01-01')], '2025-01-08', 'watched-once'],
    ['quiet for a year since then', [event('serious', '2025-01-01')], '2026-01-07', 'watched-once'],
    ['and a day', [event('serious', '2025-01-01')], '2026-01-08', 'clear'],
    [
      'an offence on the day it clears comes after',
      [event('serious', '2025-01-01'), event('serious', '2026-01-08')],
      '2026-01-08',
      'suspended-once',
    ],
    [
      'an offence the day before does not',
      [event('serious', '2025-01-01'), event('serious', '2026-01-07')],
      '2026-01-07',
      'suspended-twice',
    ],
    [
      'three times',
      ['2025-01-01', '2025-02-01', '2025-03-01'].map((on) => event('serious', on)),
      '2025-12-31',
      'cancelled',
    ],
    [
      'for ever',
      ['2025-01-01', '2025-02-01', '2025-03-01'].map((on) => event('serious', on)),
      '2035-12-31',
      'cancelled',
    ],
  ])('%s', (_, events, asOf, state) => {
    expect(checkScheme(scheme)).toEqual([]);
    expect(stateOf(scheme, events, asOf)).toBe(state);
  });
});

describe('a bad ladder', () => {
  const good = schemeOf({
    outcomes: [{ event: 'pass' }, { event: 'fail' }],
    states: [{ id: 'a' }, { id: 'b' }],
    start: 'a',
    transitions: [
      { from: 'a', when: { last: ['fail'] }, to: 'b' },
      { from: 'b', when: { counter: 'n', atLeast: 3 }, to: 'a' },
    ],
    counters: [{ id: 'n', add: { pass: 1 } }],
  });
  const at = (...path: (string | number)[]) => ['values', 0, ...path];
  it.each([
    ['unknown-state', at('start'), 'z', at('start')],
    ['unknown-state', at('transitions', 0, 'from'), 'z', at('transitions', 0, 'from')],
    ['unknown-state', at('transitions', 0, 'to'), 'z', at('transitions', 0, 'to')],
    [
      'unknown-outcome',
      at('transitions', 0, 'when'),
      { last: ['z'] },
      at('transitions', 0, 'when'),
    ],
    [
      'unknown-outcome',
      at('transitions', 0, 'when'),
      { inState: { of: ['z'], count: 1 } },
      at('transitions', 0, 'when'),
    ],
    ['unknown-outcome', at('counters', 0, 'add'), { z: 1 }, at('counters', 0, 'add')],
    ['unknown-outcome', at('counters', 0, 'resetOn'), ['z'], at('counters', 0, 'resetOn')],
    ['unknown-state', at('counters', 0, 'resetIn'), ['z'], at('counters', 0, 'resetIn')],
    ['unknown-counter', at('counters', 0, 'id'), 'm', at('transitions', 1, 'when', 'counter')],
    ['ladder-no-exit', at('transitions', 1, 'from'), 'a', at('states', 1)],
    ['ladder-final-exit', at('states', 1), { id: 'b', final: true }, at('states', 1)],
    ['state-unreachable', at('transitions', 0, 'to'), 'a', at('states', 1)],
    ['repeated-name', at('states', 2), { id: 'b' }, at('states', 2, 'id')],
    [
      'period-empty',
      at('transitions', 0, 'when'),
      { quiet: { days: 0 } },
      at('transitions', 0, 'when'),
    ],
    [
      'unknown-input',
      at('transitions', 0, 'requires'),
      { field: 'z', eq: 1 },
      at('transitions', 0, 'requires'),
    ],
  ])('%s at its place', (code, path, to, place) => {
    expect(checkScheme(good)).toEqual([]);
    expect(checkScheme(changed(good, path, to)).map((one) => [one.code, one.path])).toContainEqual([
      code,
      place,
    ]);
  });
});

import {
  checkScheme,
  compileScheme,
  evaluate,
  rate,
  type Scheme,
  schemeAt,
} from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { safeParsed } from '../../src/register/parsed.js';
import { schemeSchema } from '../../src/scoring/schemeSchema.js';
import { event, firmWith, gated } from './schemes.js';

const asOf = '2026-01-15';
const STEPS = [0, 5, 10, 15, 20, 25];
const TRUST = [0, 5, 10, 20, 30];

/** A rating by total and by the worst single score, each gate asking for both. */
const scheme: Scheme = gated({
  scale: { id: 'hygiene', levels: ['5', '4', '3', '2', '1', '0'], worse: 'last' },
  direction: 'more-is-worse',
  inputs: {
    hygiene: { type: 'integer', values: STEPS },
    structure: { type: 'integer', values: STEPS },
    trust: { type: 'integer', values: TRUST },
    registered: { type: 'boolean' },
  },
  statuses: [
    { id: 'exempt', when: { field: 'list', eq: 'low-risk' }, cite: 'law' },
    {
      id: 'awaiting',
      when: { field: 'inspections', eq: 0 },
      title: { zh: '待检查', en: 'Awaiting inspection' },
      cite: 'law',
    },
  ],
  values: [
    {
      kind: 'count-events',
      id: 'inspections',
      events: ['inspection'],
      window: { ever: true },
      cite: 'law',
    },
    {
      kind: 'combine',
      id: 'sum',
      op: 'sum',
      of: [{ value: 'hygiene' }, { value: 'structure' }, { value: 'trust' }],
      missing: 'refuse',
      cite: 'law',
    },
    {
      kind: 'combine',
      id: 'worst',
      op: 'max',
      of: [{ value: 'hygiene' }, { value: 'structure' }, { value: 'trust' }],
      missing: 'refuse',
      cite: 'law',
    },
  ],
  terms: [],
  gates: (
    [
      ['5', 15, 5],
      ['4', 20, 10],
      ['3', 30, 10],
      ['2', 40, 15],
      ['1', 50, 20],
    ] as const
  )
    .map(([level, sum, worst]): NonNullable<Scheme['gates']>[number] => ({
      level,
      all: [
        { field: 'sum', lte: sum },
        { field: 'worst', lte: worst },
      ],
      cite: 'law',
    }))
    .concat([{ level: '0', cite: 'law' }]),
});
const seen = [event('inspection', '2025-06-01')];
const facts = (hygiene: number, structure: number, trust: number) => ({
  hygiene,
  structure,
  trust,
});

describe('gates over values', () => {
  it('are a scheme with nothing wrong, which survives JSON', () => {
    expect(checkScheme(scheme)).toEqual([]);
    const copy = JSON.parse(JSON.stringify(scheme));
    expect(safeParsed(schemeSchema, copy)).toEqual({ ok: true, value: scheme });
  });

  it('agree with the closed form min(by total, by worst) over the whole input space', () => {
    const at = schemeAt(compileScheme(scheme), asOf);
    const byTotal = (total: number) =>
      total <= 15 ? 5 : total <= 20 ? 4 : total <= 30 ? 3 : total <= 40 ? 2 : total <= 50 ? 1 : 0;
    const byWorst = (worst: number) =>
      worst <= 5 ? 5 : worst <= 10 ? 4 : worst <= 15 ? 2 : worst <= 20 ? 1 : 0;
    let cells = 0;
    let totalsOnly = 0;
    for (const a of STEPS) {
      for (const b of STEPS) {
        for (const c of TRUST) {
          cells++;
          const score = evaluate(at, firmWith({ facts: facts(a, b, c), events: seen }));
          const expected = Math.min(byTotal(a + b + c), byWorst(Math.max(a, b, c)));
          expect('units' in score && at.compiled.levels[score.level]).toBe(String(expected));
          if (expected !== byTotal(a + b + c)) totalsOnly++;
        }
      }
    }
    // 112 of 180 cells are wrong for who looks at the total alone.
    expect([cells, totalsOnly]).toEqual([180, 112]);
  });

  it('say which condition failed, by how much, and what they were worked out from', () => {
    const rating = rate(
      compileScheme(scheme),
      firmWith({ facts: facts(10, 0, 10), events: seen }),
      {
        asOf,
      },
    );
    expect(rating).toMatchObject({
      level: '4',
      band: { range: 'gate 2 of 6', level: '4' },
      gates: [
        {
          level: '5',
          holds: false,
          failed: [
            { condition: { field: 'sum', lte: 15 }, given: '20', by: '5' },
            { condition: { field: 'worst', lte: 5 }, given: '10', by: '5' },
          ],
        },
        { level: '4', holds: true, failed: [], article: '§ 1' },
      ],
      values: [
        { value: 'inspections', gives: '1', events: [{ points: '1' }] },
        { value: 'sum', what: 'combine', gives: '20' },
        { value: 'worst', gives: '10', from: [{ name: 'hygiene', given: '10' }, {}, {}] },
      ],
    });
  });

  it('refuse a value out of the closed set', () => {
    const at = schemeAt(compileScheme(scheme), asOf);
    expect(evaluate(at, firmWith({ facts: facts(7, 0, 0), events: seen }))).toMatchObject([
      {
        code: 'out-of-domain',
        params: { input: 'hygiene', expected: '0 | 5 | 10 | 15 | 20 | 25' },
      },
    ]);
  });
});

describe('a status', () => {
  it('stands in the place of score and level, and asks for no more than it needs', () => {
    const compiled = compileScheme(scheme);
    const awaiting = rate(compiled, firmWith({}), { asOf });
    expect(awaiting).toMatchObject({
      status: 'awaiting',
      title: { en: 'Awaiting inspection' },
      article: '§ 1',
      values: [{ value: 'inspections', gives: '0' }],
    });
    expect(awaiting).not.toHaveProperty('level');
    expect(rate(compiled, firmWith({ lists: ['low-risk'] }), { asOf })).toMatchObject({
      status: 'exempt',
    });
  });

  it('is an issue for who needs a level', () => {
    const at = schemeAt(compileScheme(scheme), asOf);
    expect(evaluate(at, firmWith({}))).toMatchObject([
      { code: 'no-level', params: { status: 'awaiting' } },
    ]);
  });
});

describe('gates over the total', () => {
  const profile: Scheme = gated({
    scale: { id: 'profile', levels: ['low', 'standard', 'high'], worse: 'last' },
    direction: 'more-is-worse',
    inputs: {
      age: { type: 'full-years', since: 'since' },
      flag: { type: 'category', values: ['white', 'grey', 'black'] },
    },
    terms: [
      {
        kind: 'bins',
        id: 'old',
        input: 'age',
        bins: [{ points: 0 }, { above: 12, points: 3 }],
        missing: 'refuse',
        cite: 'law',
      },
      {
        kind: 'lookup',
        id: 'flag',
        input: 'flag',
        table: { white: 0, grey: 1, black: 2 },
        missing: 'refuse',
        cite: 'law',
      },
    ],
    gates: [
      {
        level: 'high',
        any: [
          { field: 'total', gte: 5 },
          { field: 'list', eq: 'banned' },
        ],
        cite: 'law',
      },
      {
        level: 'low',
        all: [
          { field: 'flag', eq: 'white' },
          { events: { kinds: ['inspection'], within: { months: 36 }, atLeast: 1 } },
        ],
        cite: 'law',
      },
      { level: 'standard', cite: 'law' },
    ],
  });
  it.each([
    ['high', '2012-01-15', 'black', []],
    ['standard', '2013-01-16', 'black', []],
    ['low', '2013-01-16', 'white', ['2023-01-16']],
    ['standard', '2013-01-16', 'white', ['2023-01-15']],
  ])('%s for one of %s under a %s flag with inspections %j', (level, since, flag, days) => {
    expect(checkScheme(profile)).toEqual([]);
    const firm = firmWith({
      since,
      facts: { flag },
      events: days.map((on) => event('inspection', on)),
    });
    expect(rate(compileScheme(profile), firm, { asOf })).toMatchObject({ level });
  });
});

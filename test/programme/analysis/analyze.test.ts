import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/programme/analysis/analyze.js';
import { exampleMatrix } from '../../../src/schemes/exampleMatrix.js';
import { exampleProgramme } from '../../../src/schemes/exampleProgramme.js';
import { exampleRisk } from '../../../src/schemes/exampleRisk.js';
import { exampleSampling } from '../../../src/schemes/exampleSampling.js';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import { compileScheme, schemeAt } from '../../../src/scoring/compile.js';
import { evaluateStanding } from '../../../src/scoring/evaluate.js';
import type { Scheme } from '../../../src/scoring/scheme.js';
import { base, questions } from './base.js';

const codes = (value: unknown, options = {}) => analyze(value, options).map(({ code }) => code);
const find = (value: unknown, code: string, options = {}) =>
  analyze(value, options).find((one) => one.code === code);
const cite = 'doc';

/** Every total, by trying everybody. */
function totals(scheme: Scheme): Set<number> {
  let sums = new Set([0]);
  for (const input of Object.values(scheme.inputs)) {
    const values = 'values' in input ? (input.values ?? []) : [];
    sums = new Set([...sums].flatMap((sum) => values.map((value) => sum + Number(value))));
  }
  return sums;
}

describe('bands', () => {
  it('names an edge no total lies on, with the totals on either side', () => {
    const found = find(
      questions(
        [31, 60],
        [
          [0, 10, 20],
          [0, 10, 20],
          [0, 20, 30],
        ],
      ),
      'edge-unattained',
    );
    expect(found?.params).toEqual({ given: '31', expected: ['30', '40'], level: 'mid' });
    expect(found?.counterexample?.facts).toMatchObject({ q0: expect.any(Number) });
  });

  it('names a band and a level nobody comes to', () => {
    const scheme = questions(
      [10, 71],
      [
        [0, 10, 20],
        [0, 20],
        [0, 30],
      ],
    );
    expect(codes(scheme)).toEqual(['band-unreachable', 'level-unreachable']);
  });

  it('agrees with trying everybody', () => {
    const values = fc.uniqueArray(fc.integer({ min: -20, max: 40 }), {
      minLength: 1,
      maxLength: 4,
    });
    const edges = fc.tuple(fc.integer({ min: -30, max: 40 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 4 }),
        edges,
        (points, [low, more]) => {
          const scheme = questions([low, low + more], points);
          const found = analyze(scheme);
          const all = [...totals(scheme)];
          const bands = [
            all.some((sum) => sum < low),
            all.some((sum) => sum >= low && sum < low + more),
            all.some((sum) => sum >= low + more),
          ];
          const unreached = found
            .filter(({ code }) => code === 'band-unreachable')
            .map(({ path }) => path[1]);
          expect(unreached).toEqual([0, 1, 2].filter((i) => !bands[i]));
          const off = found
            .filter(({ code }) => code === 'edge-unattained')
            .map(({ path }) => path[1]);
          expect(off).toEqual(
            [1, 2].filter((i) => bands[i] && !all.includes(i === 1 ? low : low + more)),
          );
        },
      ),
    );
  });

  it('stops at ends of parts, exactly', () => {
    const part = { part: 'p' };
    const scheme: Scheme = {
      ...questions(
        [40, 41],
        [
          [0, 20],
          [0, 23],
        ],
      ),
      parts: [{ id: 'p', max: 40, cite }],
    };
    const terms = scheme.terms.map((term) => ({ ...term, ...part }));
    expect(codes({ ...scheme, terms })).toEqual([
      'cap-cuts',
      'band-unreachable',
      'level-unreachable',
    ]);
    expect(find({ ...scheme, terms }, 'cap-cuts')?.params).toEqual({
      given: '40',
      expected: '43',
      part: 'p',
    });
    const wide = { ...scheme, terms, parts: [{ id: 'p', max: 50, cite }] };
    expect(find(wide, 'cap-unreachable')?.params).toEqual({
      given: '50',
      expected: '43',
      part: 'p',
    });
    const floor = { ...scheme, terms, parts: [{ id: 'p', min: -5, max: 43, cite }] };
    expect(codes(floor)).toContain('floor-unreachable');
  });
});

describe('terms', () => {
  const withTerm = (input: object, term: object): unknown => ({
    ...base,
    inputs: { x: input },
    terms: [{ id: 't', cite, missing: 'refuse', ...term }],
    bands: [
      { level: 'low', cite },
      { from: 1, level: 'mid', cite },
      { from: 2, level: 'high', cite },
    ],
  });
  const number = { type: 'integer', min: 0, max: 10 };

  it('names a bin outside the domain', () => {
    const bins = [{ points: 0 }, { from: 5, points: 1 }, { from: 11, points: 2 }];
    const found = find(withTerm(number, { kind: 'bins', input: 'x', bins }), 'bin-unreachable');
    expect(found?.path).toEqual(['terms', 0, 'bins', 2]);
  });

  it('names an entry that a longer one always takes', () => {
    const input = { type: 'category', values: ['ab', 'abc'] };
    const table = { a: 0, ab: 1, abc: 2 };
    const term = { kind: 'lookup', input: 'x', match: 'longest-prefix', table };
    expect(find(withTerm(input, term), 'entry-unreachable')?.params['given']).toBe('a');
  });

  it('shows two entities between which points turn round', () => {
    const bins = [{ points: 0 }, { from: 3, points: 2 }, { from: 6, points: 1 }];
    const found = find(withTerm(number, { kind: 'bins', input: 'x', bins }), 'points-turn-round');
    expect([found?.against?.facts, found?.counterexample?.facts]).toEqual([{ x: 3 }, { x: 6 }]);
  });

  it.each([
    [{ points: 2 }, false],
    [{ points: 1 }, true],
  ])('says whether it pays to withhold: %j', (missing, isRewarded) => {
    const bins = [{ points: 0 }, { from: 3, points: 1 }, { from: 6, points: 2 }];
    const scheme = withTerm(number, { kind: 'bins', input: 'x', bins, missing });
    const found = find(scheme, 'missing-rewarded');
    expect(found?.counterexample?.facts).toEqual(isRewarded ? {} : undefined);
    expect(found?.against?.facts).toEqual(isRewarded ? { x: 6 } : undefined);
  });

  it.each([
    [{ field: 'x', gt: 10 }, 'never-holds'],
    [{ field: 'x', gte: 0 }, 'always-holds'],
  ])('names a condition %j that %s', (when, code) => {
    expect(codes(withTerm(number, { kind: 'conditional', when, points: 2 }))).toContain(code);
  });
});

describe('gates, tables and overrides', () => {
  const gated = (gates: unknown): unknown => ({
    ...questions(
      [1, 2],
      [
        [0, 10],
        [0, 5],
      ],
    ),
    bands: undefined,
    gates,
  });

  it('names a gate another takes everything from', () => {
    const scheme = gated([
      { level: 'low', all: [{ field: 'q0', eq: 0 }], cite },
      { level: 'mid', all: [{ field: 'total', lt: 10 }], cite },
      { level: 'high', cite },
    ]);
    const plain = JSON.parse(JSON.stringify(scheme));
    expect(codes(plain)).toEqual(['gate-never', 'level-unreachable']);
  });

  it('shows two entities of which the one with worse points has the better level', () => {
    const plain = JSON.parse(
      JSON.stringify(
        gated([
          { level: 'low', all: [{ field: 'q0', eq: 10 }], cite },
          { level: 'mid', all: [{ field: 'q1', eq: 0 }], cite },
          { level: 'high', cite },
        ]),
      ),
    );
    const found = find(plain, 'level-turns-round');
    expect([found?.against?.facts, found?.counterexample?.facts]).toEqual([
      { q0: 0, q1: 0 },
      { q0: 10, q1: 0 },
    ]);
  });

  it('names a cell nobody stands in', () => {
    const values = [
      {
        kind: 'combine',
        id: 'top',
        op: 'max',
        of: [{ value: 'q0' }, { constant: 5 }],
        missing: 'refuse',
        cite,
      },
      {
        ...{ kind: 'table', id: 'cell', gives: 'number', missing: 'refuse', cite },
        axes: [{ input: 'top', bins: [{ key: 'a' }, { from: 5, key: 'b' }] }],
        table: { a: 0, b: 1 },
      },
    ];
    const scheme = questions([5, 6], [[0, 10]]);
    const terms = [
      ...scheme.terms,
      { kind: 'number', id: 'c', input: 'cell', missing: 'refuse', cite },
    ];
    expect(find({ ...scheme, values, terms }, 'cell-unreachable')?.params['given']).toBe('a');
  });

  it('names relief without a last day, and a last day that is over', () => {
    const rule = (more: object) => ({
      ...{ id: 'o', when: { field: 'list', eq: 'l' }, reason: { zh: '原因', en: 'why' }, cite },
      ...{ effect: { step: 'better', by: 1 }, ...more },
    });
    const scheme = questions([5, 10], [[0, 5, 10]]);
    expect(codes({ ...scheme, overrides: [rule({})] })).toEqual(['no-sunset']);
    expect(codes({ ...scheme, overrides: [rule({ sunset: '2025-12-31' })] })).toContain(
      'sunset-over',
    );
    expect(codes({ ...scheme, overrides: [rule({ sunset: '2026-12-31' })] })).toEqual([]);
  });

  it('knows the levels an input or a value gives by itself', () => {
    const grade = { type: 'category', values: ['low', 'mid', 'high'] };
    const given = { ...base, inputs: { grade }, terms: [], levelFrom: 'grade' };
    const codesOf = (value: unknown) => codes(value).filter((code) => code !== 'citation-unused');
    expect(codesOf(given)).toEqual([]);
    const inputs = { size: { type: 'integer', min: 0, max: 15 } };
    const bands = [
      { level: 'low', cite },
      { from: 10, level: 'mid', cite },
      { from: 20, level: 'high', cite },
    ];
    const sized = { ...base, inputs, terms: [], bandsOn: 'size', bands };
    expect(codesOf(sized)).toEqual(['level-unreachable']);
  });

  it('says where it could not decide', () => {
    const points = Array.from({ length: 5 }, () => [0, 1, 2]);
    const gates = [
      { level: 'low', all: [{ field: 'total', lt: 2 }], cite },
      { level: 'high', cite },
    ];
    const { bands: _, ...scheme } = questions([1, 2], points);
    expect(codes({ ...scheme, gates }, { limit: 100 })).toContain('undecided');
  });
});

describe('other documents', () => {
  it('counts visits against those that can be made', () => {
    const entities = { low: { A: 1000 }, high: { D: 10 } };
    const options = { profile: { entities, capacity: 9 } };
    expect(find(exampleMatrix, 'over-capacity', options)?.params).toEqual({
      given: 10,
      expected: 9,
    });
    expect(codes(exampleMatrix, { profile: { entities, capacity: 10 } })).toEqual([]);
    expect(() => analyze(exampleMatrix, { profile: { entities: { x: {} }, capacity: 1 } })).toThrow(
      '`x`',
    );
    expect(() =>
      analyze(exampleMatrix, { profile: { entities: { low: { Z: 1 } }, capacity: 1 } }),
    ).toThrow('`Z`');
  });

  it('names zero shares, worse cells visited less, and better tiers of worse cells', () => {
    const { cells } = exampleMatrix;
    const low = { ...cells.low, A: { ...cells.low.A, ratio: '0%' } };
    expect(codes({ ...exampleMatrix, cells: { ...cells, low } })).toEqual(['zero-share']);
    const rare = {
      ...cells.high,
      D: { ...cells.high.D, frequency: { visits: 1, months: 24 }, tier: 'I' },
    };
    const found = codes({ ...exampleMatrix, cells: { ...cells, high: rare } });
    expect(new Set(found)).toEqual(new Set(['often-turns-round', 'tier-turns-round']));
    const recency = exampleSampling.recency.map((tier) => ({ ...tier, multiplier: '0' }));
    expect(codes({ ...exampleSampling, recency })).toContain('zero-chance');
  });

  it('names levels of a cap without a source, and sources nobody leans on', () => {
    const eligible = { levels: [{ scale: 'example-credit', levels: ['A'] }] };
    expect(codes({ ...twoInspections, eligible })).toContain('citation-missing');
    const citations = [
      ...exampleRisk.citations,
      { id: 'more', title: 'More', confidence: 'example' },
    ];
    expect(codes({ ...exampleRisk, citations })).toContain('citation-unused');
  });

  it('names gaps between versions, documents without a role, and events no scheme counts', () => {
    const old = { ...exampleRisk, version: '2024', from: '2023-01-01', to: '2024-11-30' };
    const documents = [...exampleProgramme.documents, old, { ...exampleRisk, id: 'spare' }];
    const options = { eventKinds: ['award', 'picnic'] };
    const found = analyze({ ...exampleProgramme, documents }, options);
    const given = (code: string) =>
      found.filter((one) => one.code === code).map(({ params }) => params['given']);
    expect(found.find(({ code }) => code === 'validity-gap')?.params['expected']).toBe(
      '2024-12-01..2024-12-31',
    );
    expect(given('document-unused')).toEqual(['spare']);
    expect(given('event-unused')).toEqual(['picnic']);
  });

  it('names cells of the matrix whose level no scheme gives', () => {
    const bands = exampleRisk.bands.map((band) =>
      band.level === 'high' ? { ...band, from: '101' } : band,
    );
    const documents = exampleProgramme.documents.map((one) =>
      one === exampleRisk ? { ...exampleRisk, bands } : one,
    );
    const found = analyze({ ...exampleProgramme, documents }).filter(
      ({ code }) => code === 'cell-unreachable',
    );
    expect(found.map(({ params }) => params['given'])).toEqual([
      'high × A',
      'high × B',
      'high × C',
      'high × D',
    ]);
  });

  it('names inputs, values and parts nothing reads', () => {
    const scheme = questions([5, 10], [[0, 5, 10]]);
    const inputs = { ...scheme.inputs, spare: { type: 'boolean' } };
    const values = [
      { kind: 'combine', id: 'v', op: 'sum', of: [{ value: 'q0' }], missing: 'refuse', cite },
    ];
    const parts = [{ id: 'p', cite }];
    const found = codes({ ...scheme, inputs, values, parts });
    expect(found).toEqual(expect.arrayContaining(['input-unused', 'value-unused', 'part-unused']));
  });

  it('gives the errors alone where there are any', () => {
    expect(codes({ ...exampleRisk, bands: [] })).toEqual(['bad-value']);
    expect(codes({ ...exampleRisk, inputs: {} }).every((code) => code === 'unknown-input')).toBe(
      true,
    );
    expect(
      codes({ ...exampleProgramme, roles: { ...exampleProgramme.roles, credit: 'x' } }),
    ).toContain('unknown-document');
  });
});

describe('a counterexample', () => {
  it('is an entity the evaluator answers', () => {
    for (const { counterexample, against, path } of analyze(exampleRisk)) {
      for (const entity of [counterexample, against]) {
        if (entity === undefined) continue;
        const score = evaluateStanding(
          schemeAt(compileScheme(exampleRisk), exampleRisk.from),
          entity,
        );
        expect([path, 'units' in score]).toEqual([path, true]);
      }
    }
  });
});

describe('a large policy', () => {
  it('of 200 indicators and 5000 cells is analysed in seconds', () => {
    const sides = { a: 50, b: 100 };
    const side = (count: number) => Array.from({ length: count }, (_, i) => i);
    const points = Array.from({ length: 198 }, (_, i) => [0, 1 + (i % 7), 5, 9]);
    const scheme = questions([300, 900], points);
    const table = Object.fromEntries(
      side(sides.a).map((x) => [x, Object.fromEntries(side(sides.b).map((y) => [y, x + y]))]),
    );
    const inputs = {
      ...scheme.inputs,
      a: { type: 'integer', values: side(sides.a) },
      b: { type: 'integer', values: side(sides.b) },
    };
    const values = [
      {
        kind: 'table',
        id: 'cells',
        gives: 'number',
        axes: [{ input: 'a' }, { input: 'b' }],
        table,
        missing: 'refuse',
        cite,
      },
    ];
    const terms = [
      ...scheme.terms,
      { kind: 'number', id: 'cells', input: 'cells', missing: 'refuse', cite },
    ];
    const began = performance.now();
    expect(codes({ ...scheme, inputs, values, terms })).toEqual([]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

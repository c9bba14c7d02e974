import {
  checkScheme,
  compileScheme,
  evaluate,
  rate,
  type Scheme,
  schemeAt,
} from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firmWith, gated, schemeWith } from './schemes.js';

const asOf = '2026-01-15';
type Value = NonNullable<Scheme['values']>[number];
const decimal = (places: number) => ({ type: 'decimal' as const, places });

/** What the last of some values gives; undefined where it is unknown. */
function gives(values: readonly Value[], inputs: Scheme['inputs'], facts: object) {
  const scheme = schemeWith({ inputs, values });
  expect(checkScheme(scheme)).toEqual([]);
  return rate(compileScheme(scheme), firmWith({ facts } as never), { asOf }).values?.at(-1)?.gives;
}

const mean = (places: number, rounding: 'half-up' | 'floor' | 'ceil'): Value => ({
  kind: 'combine',
  id: 'mean',
  op: 'mean',
  of: [
    { value: 'a', weight: '0.7' },
    { value: 'b', weight: '0.3' },
  ],
  places,
  rounding,
  missing: 'skip',
  cite: 'law',
});
const ab = { a: decimal(1), b: decimal(1) };

describe('a weighted mean', () => {
  it.each([
    [1, 2, 0, 'half-up', '1'],
    [1, 2, 0, 'floor', '1'],
    [1, 2, 0, 'ceil', '2'],
    [-1, -2, 0, 'floor', '-2'],
    [-1, -2, 0, 'ceil', '-1'],
    [0, 5, 0, 'half-up', '2'],
    [0, -5, 0, 'half-up', '-2'],
    [1, 2, 1, 'half-up', '1.3'],
    [0.1, 0.2, 2, 'half-up', '0.13'],
  ] as const)('of %d and %d at %d places, %s, is %s', (a, b, places, rounding, result) => {
    expect(gives([mean(places, rounding)], ab, { a, b })).toBe(result);
  });

  it('leaves out what is not known, above and below; over nothing it is unknown', () => {
    expect(gives([mean(1, 'half-up')], ab, { b: 2 })).toBe('2');
    expect(gives([mean(1, 'half-up')], ab, {})).toBeUndefined();
  });
});

describe('the highest and how many share it', () => {
  // The highest impact decides, one step lower where it stands alone; the operator moves it by at
  // most one. Impacts 5, 4, 3, 3, 2 and an operator of -0.6 give 5 - 1 - 1 = 3.
  const impacts = ['i1', 'i2', 'i3', 'i4', 'i5'];
  const inputs: Scheme['inputs'] = {
    ...Object.fromEntries(impacts.map((name) => [name, { type: 'integer', min: 0, max: 5 }])),
    o1: { type: 'integer', values: [-1, 0, 1] },
    o2: { type: 'integer', values: [-1, 0, 1] },
  };
  const of = impacts.map((value) => ({ value }));
  const base = { cite: 'law', missing: 'refuse' } as const;
  const values: Value[] = [
    { kind: 'combine', id: 'top', op: 'max', of, ...base },
    { kind: 'combine', id: 'top-count', op: 'count-of-top', of, ...base },
    {
      kind: 'table',
      id: 'alone',
      axes: [{ input: 'top-count', bins: [{ key: 'alone' }, { from: 2, key: 'shared' }] }],
      gives: 'number',
      table: { alone: -1, shared: 0 },
      ...base,
    },
    {
      kind: 'combine',
      id: 'operator',
      op: 'mean',
      of: [
        { value: 'o1', weight: 4 },
        { value: 'o2', weight: 1 },
      ],
      places: 0,
      rounding: 'half-up',
      ...base,
    },
    {
      kind: 'combine',
      id: 'category',
      op: 'sum',
      of: [{ value: 'top' }, { value: 'alone' }, { value: 'operator' }],
      ...base,
    },
  ];
  it('is the rule by hand', () => {
    const facts = { i1: 5, i2: 4, i3: 3, i4: 3, i5: 2, o1: -1, o2: 1 };
    expect(gives(values, inputs, facts)).toBe('3');
    expect(gives(values, inputs, { ...facts, i2: 5, o1: 1 })).toBe('6');
  });

  it('agrees with sorting, over any numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }), (list) => {
        const facts = Object.fromEntries(list.map((value, i) => [`i${i + 1}`, value]));
        const top = list.toSorted((a, b) => b - a)[0];
        const alike = list.filter((one) => one === top).length;
        expect(gives(values.slice(0, 1), inputs, facts)).toBe(String(top));
        expect(gives(values.slice(0, 2), inputs, facts)).toBe(String(alike));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a sum', () => {
  it('is exact at all the places its members and weights have, or rounded once by its rule', () => {
    const sum = (more: object): Value => ({
      kind: 'combine',
      id: 'sum',
      op: 'sum',
      of: [{ value: 'a', weight: '0.05' }, { value: 'b' }, { constant: '-0.125' }],
      missing: { is: '1.5' },
      cite: 'law',
      ...more,
    });
    expect(gives([sum({})], ab, { a: 2.5, b: 1 })).toBe('1');
    expect(gives([sum({})], ab, { b: 1 })).toBe('0.95');
    expect(gives([sum({ places: 1, rounding: 'ceil' })], ab, { b: 1 })).toBe('1');
    const bad = schemeWith({ inputs: ab, values: [sum({ places: 1 })] });
    expect(checkScheme(bad)).toMatchObject([{ code: 'rounding-missing', path: ['values', 0] }]);
  });

  it('that no safe integer holds is an issue, never a near miss', () => {
    const value: Value = {
      kind: 'combine',
      id: 'sum',
      op: 'sum',
      of: [{ value: 'a', weight: 1000 }, { value: 'b' }],
      missing: 'refuse',
      cite: 'law',
    };
    const at = schemeAt(
      compileScheme(schemeWith({ inputs: { a: decimal(0), b: decimal(0) }, values: [value] })),
      asOf,
    );
    expect(evaluate(at, firmWith({ facts: { a: 9_100_000_000_000, b: 1 } }))).toMatchObject([
      { code: 'value-too-large', params: { input: 'a' } },
    ]);
  });
});

describe('a count', () => {
  it('says how many satisfy a comparison', () => {
    const value: Value = {
      kind: 'combine',
      id: 'n',
      op: 'count',
      of: [{ value: 'a' }, { value: 'b' }],
      that: { gt: '1.5' },
      missing: 'skip',
      cite: 'law',
    };
    expect(gives([value], ab, { a: 1.5, b: 1.6 })).toBe('1');
    expect(gives([{ ...value, that: { gte: '1.5' } }], ab, { a: 1.5, b: 1.6 })).toBe('2');
    expect(gives([{ ...value, that: { lt: '1.6' } }], ab, { a: 1.5, b: 1.6 })).toBe('1');
    expect(gives([{ ...value, that: { lte: '1.6' } }], ab, { a: 1.5, b: 1.6 })).toBe('2');
    expect(gives([{ ...value, that: { eq: '1.6' } }], ab, { b: 1.6 })).toBe('1');
  });
});

describe('a percentage of what could be reached', () => {
  // High above 70 %, medium 50 to 70 % of the most that the indicators at hand could give.
  const percent: Value = {
    kind: 'ratio',
    id: 'percent',
    of: ['a', 'b', 'c'].map((value, i) => ({
      upper: { value },
      lower: { constant: [10, 20, 30][i] as number },
    })),
    times: 100,
    places: 2,
    rounding: 'half-up',
    missing: 'skip',
    cite: 'law',
  };
  const scheme = schemeWith({
    scale: { id: 's', levels: ['low', 'medium', 'high'], worse: 'last' },
    direction: 'more-is-worse',
    inputs: { a: decimal(0), b: decimal(0), c: decimal(0) },
    values: [percent],
    bandsOn: 'percent',
    bands: [
      { level: 'low', cite: 'law' },
      { from: 50, level: 'medium', cite: 'law' },
      { above: 70, level: 'high', cite: 'law' },
    ],
  });
  it.each([
    [{ a: 7, b: 14, c: 21 }, '70', 'medium', '>= 50, <= 70'],
    [{ a: 7, b: 14, c: 22 }, '71.67', 'high', '> 70'],
    [{ a: 5, b: 10 }, '50', 'medium', '>= 50, <= 70'],
    [{ a: 5, b: 9 }, '46.67', 'low', '< 50'],
    [{ a: 0 }, '0', 'low', '< 50'],
  ])('of %j is %s %%: %s', (facts, value, level, range) => {
    expect(checkScheme(scheme)).toEqual([]);
    expect(rate(compileScheme(scheme), firmWith({ facts } as never), { asOf })).toMatchObject({
      level,
      band: { range },
      values: [{ gives: value }],
    });
  });

  it('says what was divided by what', () => {
    const rating = rate(compileScheme(scheme), firmWith({ facts: { a: 7, c: 22 } }), { asOf });
    expect(rating.values?.[0]).toMatchObject({
      quotient: { upper: '29', lower: '40' },
      from: [{ given: '7' }, { name: 'b' }, { given: '22' }],
    });
  });

  it('of nothing is no answer', () => {
    const at = schemeAt(compileScheme(scheme), asOf);
    expect(evaluate(at, firmWith({}))).toMatchObject([
      { code: 'missing-input', params: { input: 'percent' } },
    ]);
  });
});

describe('a table', () => {
  const inputs: Scheme['inputs'] = {
    severity: { type: 'category', values: ['A', 'B', 'V', 'G'] },
    likelihood: { type: 'integer', values: [1, 2, 3, 4] },
  };
  const rows = {
    A: ['high', 'significant', 'medium', 'medium'],
    B: ['high', 'significant', 'medium', 'low'],
    V: ['significant', 'significant', 'medium', 'low'],
    G: ['medium', 'medium', 'low', 'low'],
  };
  const table: Value = {
    kind: 'table',
    id: 'matrix',
    axes: [{ input: 'severity' }, { input: 'likelihood' }],
    gives: 'text',
    table: Object.fromEntries(
      Object.entries(rows).map(([row, cells]) => [
        row,
        Object.fromEntries(cells.map((cell, i) => [String(i + 1), cell])),
      ]),
    ),
    missing: 'refuse',
    cite: 'law',
  };
  const scheme = gated({
    scale: { id: 's', levels: ['low', 'medium', 'significant', 'high'], worse: 'last' },
    inputs,
    values: [table],
    terms: [],
    levelFrom: 'matrix',
  });

  it('gives the level of every cell', () => {
    expect(checkScheme(scheme)).toEqual([]);
    const compiled = compileScheme(scheme);
    for (const [severity, cells] of Object.entries(rows)) {
      cells.forEach((level, i) => {
        const facts = { severity, likelihood: i + 1 };
        expect(rate(compiled, firmWith({ facts }), { asOf })).toMatchObject({
          level,
          band: { range: `matrix = ${level}` },
          values: [{ cell: [severity, String(i + 1)] }],
        });
      });
    }
  });

  it('with a cell missing, or one too many, is an issue at its place', () => {
    const { G: _, ...short } = table.table as Record<string, object>;
    const bad = { ...scheme, values: [{ ...table, table: { ...short, X: 'low' } }] } as Scheme;
    expect(checkScheme(bad)).toMatchObject([
      { code: 'unknown-value', path: ['values', 0, 'table', 'X'] },
      { code: 'cell-gap', path: ['values', 0, 'table', 'G'] },
    ]);
  });
});

describe('values', () => {
  const sum = (id: string, ...names: string[]): Value => ({
    kind: 'combine',
    id,
    op: 'sum',
    of: names.map((value) => ({ value })),
    missing: 'refuse',
    cite: 'law',
  });
  it('that read nobody, a later one or themselves are all found at once', () => {
    const bad = schemeWith({
      values: [sum('a', 'b'), sum('b', 'a'), sum('c', 'd', 'nobody'), sum('d', 'd')],
    });
    expect(checkScheme(bad).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['value-cycle', 'values.0.of.0.value'],
      ['value-later', 'values.2.of.0.value'],
      ['unknown-input', 'values.2.of.1.value'],
      ['value-cycle', 'values.3.of.0.value'],
    ]);
  });

  it('cannot bear the name of a field of the entity, or of the score', () => {
    const bad = schemeWith({
      inputs: { x: { type: 'integer' } },
      values: [sum('state', 'x'), sum('total', 'x')],
    });
    expect(checkScheme(bad).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['reserved-name', 'values.0.id'],
      ['reserved-name', 'values.1.id'],
    ]);
  });

  it('are never taken from a fact of their name, and one wrong input is one issue', () => {
    const scheme = schemeWith({
      inputs: { x: { type: 'integer', max: 9 } },
      values: [sum('a', 'x'), sum('b', 'a')],
      terms: [{ kind: 'number', id: 't', input: 'b', missing: 'refuse', cite: 'law' }],
    });
    const at = schemeAt(compileScheme(scheme), asOf);
    expect(evaluate(at, firmWith({ facts: { x: 3, b: 100 } }))).toMatchObject({ units: 3 });
    expect(evaluate(at, firmWith({ facts: { x: 10 } }))).toMatchObject([{ code: 'out-of-domain' }]);
    expect(evaluate(at, firmWith({ facts: {} }))).toMatchObject([
      { code: 'missing-input', params: { input: 'x', rule: 'a' } },
    ]);
  });
});

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
import { changed } from './changed.js';
import { always, event, firmWith, gated, schemeWith } from './schemes.js';

const asOf = '2026-01-15';
type Path = readonly (string | number)[];

/** A scheme with one of each kind of value, in which nothing is wrong. */
const good = schemeWith({
  places: 1,
  inputs: {
    count: { type: 'integer', min: 0, max: 9 },
    share: { type: 'decimal', places: 2 },
    word: { type: 'category', values: ['x', 'y'] },
    flag: { type: 'boolean' },
    step: { type: 'integer', values: [0, 5] },
    age: { type: 'full-years', since: 'since' },
    file: { type: 'code' },
  },
  statuses: [{ id: 'exempt', when: { field: 'word', eq: 'z' }, missing: 'skip', cite: 'law' }],
  values: [
    {
      kind: 'combine',
      id: 'mean',
      op: 'mean',
      of: [{ value: 'count', weight: '0.5' }, { value: 'age' }, { constant: '1.5' }],
      places: 1,
      rounding: 'half-up',
      missing: { is: '2.5' },
      cite: 'law',
    },
    {
      kind: 'ratio',
      id: 'percent',
      of: [{ upper: { value: 'count' }, lower: { constant: 9 } }],
      times: 100,
      places: 1,
      rounding: 'floor',
      missing: 'unknown',
      cite: 'law',
    },
    {
      kind: 'count-events',
      id: 'n',
      events: ['k', 'l'],
      window: { years: 1 },
      where: { field: 'size', gte: 1 },
      cite: 'law',
    },
    {
      kind: 'sum-events',
      id: 'sum',
      places: 1,
      effects: [{ event: 'k', points: '1.5', repaired: '0.5' }],
      window: { years: 2 },
      decay: [{ after: { years: 1 }, share: '1/2' }],
      repeat: { within: { years: 1 }, by: ['1', '1.5'] },
      suspend: { event: 'pause' },
      min: '-5',
      max: '9',
      cite: 'law',
    },
    {
      kind: 'table',
      id: 'table',
      axes: [
        { input: 'word' },
        { input: 'flag' },
        { input: 'step' },
        { input: 'share', bins: [{ key: 'low' }, { above: '0.05', key: 'high' }] },
      ],
      gives: 'number',
      places: 1,
      table: Object.fromEntries(
        ['x', 'y'].map((word) => [
          word,
          Object.fromEntries(
            ['true', 'false'].map((flag) => [
              flag,
              { 0: { low: '0.5', high: 1 }, 5: { low: 2, high: 3 } },
            ]),
          ),
        ]),
      ),
      missing: { is: 7 },
      cite: 'law',
    },
  ],
  parts: [{ id: 'p', min: 0, max: 9, cite: 'law' }],
  terms: [
    {
      kind: 'number',
      id: 'mean',
      part: 'p',
      input: 'mean',
      times: -1,
      missing: { points: '0.5' },
      cite: 'law',
    },
    { kind: 'number', id: 'step', part: 'p', input: 'step', missing: 'refuse', cite: 'law' },
    { ...always('1'), id: 'one' },
  ],
  invariants: [
    { of: 'parts', end: 'max', equals: 9, cite: 'law' },
    { of: 'parts', part: 'p', end: 'min', equals: 0, cite: 'law' },
  ],
  bandsOn: 'percent',
  bands: [
    { level: 'B', cite: 'law' },
    { above: '50.5', level: 'A', cite: 'law' },
  ],
  overrides: [
    {
      id: 'o',
      when: { field: 'total', gte: 3 },
      effect: { addVisit: { within: { months: 6 } } },
      evidence: ['file'],
      reason: { zh: '因', en: 'why' },
      cite: 'law',
    },
    {
      id: 'p',
      when: { field: 'sum', gt: 0 },
      effect: { suspend: { until: { zh: '整改完成', en: 'until it is put right' } } },
      reason: { zh: '因', en: 'why' },
      cite: 'law',
    },
  ],
});
const facts = { count: 8, word: 'x', flag: true, step: 5, share: 0.06, file: 'R-7' };

const found = (scheme: Scheme) =>
  checkScheme(scheme)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => [code, path.join('.')]);

describe('a scheme with one of each value', () => {
  it('has nothing wrong, and survives JSON', () => {
    expect(found(good)).toEqual([]);
    const copy = JSON.parse(JSON.stringify(good));
    expect(safeParsed(schemeSchema, copy)).toEqual({ ok: true, value: good });
    expect(compileScheme(copy).tables).toBe(compileScheme(good).tables);
  });

  it.each<[code: string, at: string, path: Path, to: unknown]>([
    ['input-type', 'values.0.of.0.value', ['values', 0, 'of', 0, 'value'], 'word'],
    ['input-type', 'values.1.of.0.upper.value', ['values', 1, 'of', 0, 'upper', 'value'], 'flag'],
    ['input-type', 'values.1.of.0.lower.value', ['values', 1, 'of', 0, 'lower'], { value: 'file' }],
    ['input-type', 'values.4.axes.3.input', ['values', 4, 'axes', 3, 'input'], 'word'],
    ['input-type', 'values.4.axes.2.input', ['values', 4, 'axes', 2, 'input'], 'count'],
    ['unknown-input', 'values.4.axes.2.input', ['values', 4, 'axes', 2, 'input'], 'nobody'],
    [
      'bounds-not-ascending',
      'values.4.axes.3.bins.2.from',
      ['values', 4, 'axes', 3, 'bins', 2],
      { from: '0.06', key: 'x' },
    ],
    [
      'cell-gap',
      'values.4.table.x.true.5.high',
      ['values', 4, 'table', 'x', 'true', '5', 'high'],
      undefined,
    ],
    ['cell-depth', 'values.4.table.y', ['values', 4, 'table', 'y'], 1],
    [
      'cell-depth',
      'values.4.table.y.true.5.low',
      ['values', 4, 'table', 'y', 'true', '5', 'low'],
      { deep: 1 },
    ],
    ['unknown-value', 'values.4.table.z', ['values', 4, 'table', 'z'], 1],
    [
      'too-many-places',
      'values.4.table.x.true.0.low',
      ['values', 4, 'table', 'x', 'true', '0', 'low'],
      '0.55',
    ],
    [
      'not-a-decimal',
      'values.4.table.x.true.0.low',
      ['values', 4, 'table', 'x', 'true', '0', 'low'],
      'much',
    ],
    [
      'too-many-places',
      'values.4.axes.3.bins.1.above',
      ['values', 4, 'axes', 3, 'bins', 1, 'above'],
      '0.055',
    ],
    ['too-many-places', 'values.4.missing.is', ['values', 4, 'missing', 'is'], '0.55'],
    ['too-many-places', 'values.3.effects.0.points', ['values', 3, 'effects', 0, 'points'], '1.55'],
    ['too-many-places', 'values.3.max', ['values', 3, 'max'], '9.55'],
    ['too-many-places', 'values.0.of', ['values', 0, 'of', 2, 'constant'], '0.0000000000001'],
    ['decimal-too-large', 'values.3.repeat.by.1', ['values', 3, 'repeat', 'by', 1], 10_000_000],
    [
      'decimal-too-large',
      'values.3.effects.0.points',
      ['values', 3, 'effects', 0, 'points'],
      1_000_000_000,
    ],
    ['decimal-too-large', 'values.0.of.0.weight', ['values', 0, 'of', 0, 'weight'], 10_000_000],
    ['decimal-too-large', 'values.1.times', ['values', 1, 'times'], 10_000_000],
    [
      'decay-grows',
      'values.3.decay.1.share',
      ['values', 3, 'decay', 1],
      { after: { months: 18 }, share: '2/3' },
    ],
    ['ends-inverted', 'values.3.min', ['values', 3, 'min'], '9.5'],
    ['repeated-name', 'values.3.suspend.event', ['values', 3, 'suspend', 'event'], 'k'],
    ['repeated-name', 'values.2.events.1', ['values', 2, 'events', 1], 'k'],
    ['repeated-name', 'values.1.id', ['values', 1, 'id'], 'count'],
    ['rounding-missing', 'values.0', ['values', 0, 'rounding'], undefined],
    ['weight-negative', 'values.0.of', ['values', 0, 'of', 0, 'weight'], '-0.5'],
    ['comparison-misplaced', 'values.0.that', ['values', 0, 'that'], { gt: 1 }],
    ['where-counts-events', 'values.2.where', ['values', 2, 'where'], { events: { kinds: ['k'] } }],
    ['too-many-places', 'inputs.step.values.1', ['inputs', 'step', 'values', 1], '0.5'],
    ['unknown-input', 'statuses.0.when', ['statuses', 0, 'when', 'field'], 'total'],
    ['input-type', 'terms.0.input', ['terms', 0, 'input'], 'word'],
    ['too-many-places', 'terms.1.input', ['terms', 1, 'input'], 'share'],
    ['unknown-input', 'terms.1.input', ['terms', 1, 'input'], 'total'],
    ['too-many-places', 'terms.0.missing.points', ['terms', 0, 'missing', 'points'], '0.55'],
    ['unknown-input', 'bandsOn', ['bandsOn'], 'nobody'],
    ['input-type', 'bandsOn', ['bandsOn'], 'word'],
    ['bound-doubled', 'bands.1', ['bands', 1, 'from'], 60],
    ['bin-gap', 'bands.0.above', ['bands', 0, 'above'], 0],
    ['level-ways', '', ['levelFrom'], 'table'],
    ['level-ways', '', ['bands'], undefined],
    ['unknown-input', 'overrides.0.evidence.0', ['overrides', 0, 'evidence', 0], 'nobody'],
    ['invariant-broken', 'invariants.0', ['invariants', 0, 'equals'], 10],
    ['invariant-broken', 'invariants.0', ['parts', 0, 'max'], undefined],
    ['unknown-part', 'invariants.1.part', ['invariants', 1, 'part'], 'q'],
    ['too-many-places', 'invariants.0.equals', ['invariants', 0, 'equals'], '9.55'],
  ])('%s at %s', (code, at, path, to) => {
    expect(found(changed(good, path, to))).toContainEqual([code, at]);
  });

  it.each<[code: string, at: string, path: Path, to: unknown]>([
    ['not-one-of', 'values.0.kind', ['values', 0, 'kind'], 'guess'],
    ['missing-field', 'values.0.of.0.value', ['values', 0, 'of', 0], { weight: 1 }],
    ['multiplier-negative', 'values.3.repeat.by.1', ['values', 3, 'repeat', 'by', 1], '-1'],
    ['missing-field', 'values.2.window.days', ['values', 2, 'window'], { weeks: 1 }],
    ['bad-value', 'values.4.table.x', ['values', 4, 'table', 'x'], true],
    ['unknown-field', 'gate', ['gate'], []],
  ])('has a shape: %s at %s', (code, at, path, to) => {
    const result = safeParsed(schemeSchema, changed(good, path, to));
    expect(
      result.ok ? [] : result.issues.map((one) => [one.code, one.path.join('.')]),
    ).toContainEqual([code, at]);
  });

  it('is rated with all its effects, evidence and account', () => {
    const firm = firmWith({
      since: '2020-01-15',
      facts,
      events: [
        event('k', '2024-12-01', { values: { size: 3 } }),
        event('k', '2025-06-01', { values: { size: 0 } }),
      ],
    });
    // The mean is (8 × 0.5 + 6 + 1.5) / 2.5 = 4.6; -4.6 + 5 = 0.4; with 1 that is 1.4.
    expect(rate(compileScheme(good), firm, { asOf })).toMatchObject({
      score: '1.4',
      level: 'A',
      band: { range: '> 50.5' },
      values: [
        {
          value: 'mean',
          gives: '4.6',
          from: [
            { name: 'count', given: '8' },
            { name: 'age', given: '6' },
          ],
        },
        { value: 'percent', gives: '88.8' },
        { value: 'n', gives: '0' },
        {
          value: 'sum',
          gives: '3.1',
          events: [
            { share: '1/2', points: '0.8' },
            { times: '1.5', points: '2.3' },
          ],
        },
        { value: 'table', gives: '3' },
      ],
      reasons: [
        { what: 'number', input: 'mean', given: '4.6', points: '-4.6' },
        { points: '5' },
        { points: '1' },
      ],
      overrides: [
        { id: 'p', from: 'A', to: 'A', suspend: { until: { en: 'until it is put right' } } },
      ],
    });
  });

  it('asks for the proof of an override that fires', () => {
    const compiled = compileScheme(changed(good, ['overrides', 0, 'when', 'gte'], 1));
    const firm = (more: object) => firmWith({ since: '2020-01-15', facts: { ...facts, ...more } });
    expect(rate(compiled, firm({}), { asOf })).toMatchObject({
      overrides: [{ id: 'o', addVisit: { within: { months: 6 } }, evidence: { file: 'R-7' } }],
    });
    const { file: _, ...bare } = facts;
    const at = schemeAt(compiled, asOf);
    expect(evaluate(at, firmWith({ since: '2020-01-15', facts: bare }))).toMatchObject([
      { code: 'missing-evidence', params: { input: 'file', rule: 'o' } },
    ]);
  });

  it('says what it does where its inputs are not known', () => {
    // The mean stands on what replaces its members; the table on its own cell; the ratio is unknown.
    const at = schemeAt(compileScheme(good), asOf);
    expect(evaluate(at, firmWith({ facts: { step: 0 } }))).toMatchObject([
      { code: 'missing-input', params: { input: 'percent' } },
    ]);
    const rating = rate(compileScheme(good), firmWith({ facts: { step: 0, count: 9 } }), { asOf });
    expect(rating.values?.map(({ gives }) => gives)).toEqual(['3.4', '100', '0', '0', '7']);
    expect(rating.values?.[4]?.from).toContainEqual({ name: 'word' });
  });
});

describe('invariants over terms', () => {
  it('hold the ends of every kind of term against the stated total', () => {
    const scheme = schemeWith({
      inputs: {
        n: { type: 'integer', min: 0, max: 4 },
        word: { type: 'category', values: ['x'] },
        flag: { type: 'boolean' },
      },
      parts: [{ id: 'p', cite: 'law' }],
      terms: [
        {
          kind: 'number',
          id: 'n',
          part: 'p',
          input: 'n',
          times: 2,
          missing: { points: 9 },
          cite: 'law',
        },
        {
          kind: 'bins',
          id: 'b',
          part: 'p',
          input: 'n',
          bins: [{ points: 3 }, { from: 2, points: 5 }],
          missing: 'refuse',
          cite: 'law',
        },
        {
          kind: 'lookup',
          id: 'l',
          part: 'p',
          input: 'word',
          table: { x: 7 },
          otherwise: 1,
          missing: 'refuse',
          cite: 'law',
        },
        {
          kind: 'conditional',
          id: 'c',
          part: 'p',
          when: { field: 'flag', eq: true },
          points: 11,
          missing: 'refuse',
          cite: 'law',
        },
        {
          kind: 'events',
          id: 'e',
          part: 'p',
          effects: [{ event: 'k', points: 1 }],
          window: { years: 1 },
          max: 13,
          cite: 'law',
        },
        always(100, 'elsewhere'),
      ],
      invariants: [{ of: 'terms', part: 'p', end: 'max', equals: 45, cite: 'law' }],
    });
    expect(found(scheme)).toEqual([]);
    expect(checkScheme(changed(scheme, ['invariants', 0, 'equals'], 43))).toMatchObject([
      { code: 'invariant-broken', params: { given: '45', expected: '43' } },
    ]);
    expect(checkScheme(changed(scheme, ['terms', 4, 'max'], undefined))).toMatchObject([
      { code: 'invariant-broken', params: { given: '∞' } },
    ]);
    expect(
      found(
        changed(scheme, ['invariants', 0], { of: 'terms', end: 'max', equals: 145, cite: 'law' }),
      ),
    ).toEqual([]);
    const least = changed(scheme, ['invariants', 0], {
      of: 'terms',
      part: 'p',
      end: 'min',
      equals: 0,
      cite: 'law',
    });
    expect(checkScheme(least)).toMatchObject([{ params: { given: '-∞' } }]);
  });
});

describe('bad gates', () => {
  const gates = gated({
    inputs: {
      n: { type: 'integer' },
      age: { type: 'full-years', since: 'since' },
      day: { type: 'day' },
    },
    gates: [
      { level: 'A', all: [{ field: 'n', gte: 1 }], cite: 'law' },
      { level: 'B', cite: 'law' },
    ],
  });
  it.each<[code: string, at: string, path: Path, to: unknown]>([
    ['gates-open', 'gates.1', ['gates', 1, 'any'], [{ field: 'n', gte: 1 }]],
    ['gate-unreachable', 'gates.0', ['gates', 0, 'all'], []],
    ['unknown-level', 'gates.0.level', ['gates', 0, 'level'], 'X'],
    ['unknown-input', 'gates.0.all.0', ['gates', 0, 'all', 0, 'field'], 'nobody'],
    ['input-type', 'gates.0.all.0', ['gates', 0, 'all', 0, 'field'], 'age'],
  ])('%s at %s', (code, at, path, to) => {
    expect(found(gates)).toEqual([]);
    expect(found(changed(gates, path, to))).toContainEqual([code, at]);
  });

  it('fail where a fact is not known, if they say so, and give no answer if they do not', () => {
    const at = (scheme: Scheme) => schemeAt(compileScheme(scheme), asOf);
    expect(evaluate(at(gates), firmWith({}))).toMatchObject([
      { code: 'missing-input', params: { input: 'n' } },
    ]);
    const skipping = changed(gates, ['gates', 0, 'missing'], 'skip');
    expect(evaluate(at(skipping), firmWith({}))).toMatchObject({ band: 1, level: 1 });
    expect(rate(compileScheme(skipping), firmWith({}), { asOf })).toMatchObject({
      gates: [{ failed: [{ condition: { field: 'n', gte: 1 } }] }, {}],
    });
  });

  it.each([
    [
      { field: 'n', eq: 3 },
      { given: '1', by: '2' },
    ],
    [
      { field: 'n', between: [3, 5] },
      { given: '1', by: '2' },
    ],
    [
      { field: 'n', between: [-5, -3] },
      { given: '1', by: '4' },
    ],
    [
      { field: 'n', lt: '0.5' },
      { given: '1', by: '0.5' },
    ],
    [{ field: 'n', gt: '9007199254740993' }, { given: '1' }],
    [{ field: 'n', in: [2, 3] }, { given: '1' }],
    [{ field: 'day', gt: '2026-01-01' }, { given: '2025-01-01' }],
    [{ field: 'list', eq: 'good' }, { given: 'bad, worse' }],
    [{ events: { kinds: ['k'], atLeast: 1 } }, { given: '0', by: '1' }],
    [{ not: { field: 'n', eq: 1 } }, { given: '1' }],
    [
      {
        any: [
          { field: 'n', gte: 3 },
          {
            all: [
              { field: 'n', gte: 1 },
              { field: 'n', gte: 5 },
            ],
          },
        ],
      },
      {
        parts: [
          { condition: { field: 'n', gte: 3 }, given: '1', by: '2' },
          {
            condition: {
              all: [
                { field: 'n', gte: 1 },
                { field: 'n', gte: 5 },
              ],
            },
            parts: [{ condition: { field: 'n', gte: 5 }, given: '1', by: '4' }],
          },
        ],
      },
    ],
  ])('say how far %j is away', (condition, failed) => {
    const scheme = changed(gates, ['gates', 0, 'all'], [condition]);
    const firm = firmWith({ facts: { n: 1, day: '2025-01-01' }, lists: ['bad', 'worse'] });
    const rating = rate(compileScheme(scheme), firm, { asOf });
    expect('gates' in rating && rating.gates?.[0]?.failed).toEqual([{ condition, ...failed }]);
  });
});

describe('a level from a value', () => {
  const scheme = gated({
    inputs: { word: { type: 'category', values: ['x', 'y'] }, n: { type: 'integer' } },
    values: [
      {
        kind: 'table',
        id: 't',
        axes: [{ input: 'word' }],
        gives: 'text',
        table: { x: 'A', y: 'B' },
        missing: 'unknown',
        cite: 'law',
      },
    ],
    levelFrom: 't',
  });
  it('must be a text, and every text of it a level', () => {
    expect(found(scheme)).toEqual([]);
    expect(found(changed(scheme, ['levelFrom'], 'n'))).toEqual([['input-type', 'levelFrom']]);
    expect(found(changed(scheme, ['levelFrom'], 'nobody'))).toEqual([
      ['unknown-input', 'levelFrom'],
    ]);
    expect(found(changed(scheme, ['values', 0, 'table', 'y'], 'C'))).toEqual([
      ['unknown-level', 'levelFrom'],
    ]);
  });

  it('that is unknown is no answer; what is stated for it is one', () => {
    expect(evaluate(schemeAt(compileScheme(scheme), asOf), firmWith({}))).toMatchObject([
      { code: 'missing-input', params: { input: 't' } },
    ]);
    const stated = changed(scheme, ['values', 0, 'missing'], { is: 'B' });
    expect(rate(compileScheme(stated), firmWith({}), { asOf })).toMatchObject({ level: 'B' });
    const refusing = changed(scheme, ['values', 0, 'missing'], 'refuse');
    expect(evaluate(schemeAt(compileScheme(refusing), asOf), firmWith({}))).toMatchObject([
      { params: { input: 'word', rule: 't' } },
    ]);
  });
});

describe('a number that counts', () => {
  const scheme = schemeWith({
    inputs: { n: { type: 'integer' } },
    terms: [
      { kind: 'number', id: 'n', input: 'n', times: 1000, missing: { points: 3 }, cite: 'law' },
    ],
  });
  it('has points for its absence, and none it cannot hold exactly', () => {
    expect(rate(compileScheme(scheme), firmWith({}), { asOf })).toMatchObject({
      score: '3',
      reasons: [{ what: 'missing' }],
    });
    expect(rate(compileScheme(scheme), firmWith({ facts: { n: 0 } }), { asOf })).toMatchObject({
      score: '0',
    });
    expect(
      evaluate(schemeAt(compileScheme(scheme), asOf), firmWith({ facts: { n: 1e10 } })),
    ).toMatchObject([{ code: 'value-too-large' }]);
  });
});

describe('a status that hangs on a missing fact', () => {
  const scheme = schemeWith({
    inputs: { n: { type: 'integer' } },
    statuses: [{ id: 's', when: { field: 'n', eq: 1 }, cite: 'law' }],
  });
  it('is no answer unless it says that it does not hold', () => {
    expect(() => rate(compileScheme(scheme), firmWith({}), { asOf })).toThrow('missing-input `n`');
    const skipping = changed(scheme, ['statuses', 0, 'missing'], 'skip');
    expect(rate(compileScheme(skipping), firmWith({}), { asOf })).toMatchObject({ level: 'A' });
  });
});

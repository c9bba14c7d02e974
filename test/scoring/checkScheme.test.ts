import { exampleCredit, exampleRisk } from 'evenhand/schemes';
import {
  checkScheme,
  compileScheme,
  defineScheme,
  SCORING_CODES,
  type Scheme,
} from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { safeParsed } from '../../src/register/parsed.js';
import { schemeSchema } from '../../src/scoring/schemeSchema.js';
import { scoringTexts } from '../../src/texts/scoring.js';
import { changed } from './changed.js';
import { always, schemeWith } from './schemes.js';

type Path = readonly (string | number)[];

/** A scheme with one of each construct, in which nothing is wrong. */
const good = schemeWith({
  places: 1,
  inputs: {
    count: { type: 'integer', min: 1, max: 9 },
    word: { type: 'category', values: ['x', 'y'] },
    flag: { type: 'boolean' },
    code: { type: 'code' },
    opened: { type: 'day' },
    age: { type: 'full-years', since: 'opened' },
  },
  parts: [{ id: 'p', min: '0', max: '9', cite: 'law' }],
  terms: [
    {
      kind: 'bins',
      id: 'bins',
      part: 'p',
      input: 'count',
      bins: [
        { from: 1, points: '1' },
        { from: 5, points: '2' },
      ],
      missing: { points: '0.5' },
      cite: 'law',
    },
    {
      kind: 'lookup',
      id: 'lookup',
      input: 'word',
      table: { x: '1', y: '2' },
      missing: 'refuse',
      cite: 'law',
    },
    {
      kind: 'lookup',
      id: 'codes',
      input: 'code',
      match: 'longest-prefix',
      table: { '62': '1' },
      otherwise: '0',
      missing: 'refuse',
      cite: 'law',
    },
    {
      kind: 'conditional',
      id: 'conditional',
      when: { field: 'flag', eq: true },
      points: '1',
      otherwise: '0.5',
      missing: 'refuse',
      cite: 'law',
    },
    {
      kind: 'events',
      id: 'events',
      effects: [
        { event: 'k', points: '-1', repaired: '-0.5' },
        { event: 'l', points: '-2' },
      ],
      window: { years: 3 },
      decay: [
        { after: { months: 6 }, share: '1/2' },
        { after: { years: 1 }, share: '1/4' },
      ],
      min: '-5',
      max: '0',
      cite: 'law',
    },
  ],
  total: { min: '-5', max: '20', cite: 'law' },
  bands: [
    { level: 'B', cite: 'law' },
    { from: '0', level: 'A', cite: 'law' },
  ],
  overrides: [
    {
      id: 'o',
      when: { field: 'list', eq: 'l' },
      effect: { set: 'B' },
      reason: { zh: '因', en: 'why' },
      cite: 'law',
    },
  ],
});

const found = (scheme: Scheme) =>
  checkScheme(scheme).map(({ code, path }) => [code, path.join('.')]);

describe('a scheme', () => {
  it('with nothing wrong has no issues', () => {
    expect(found(good)).toEqual([]);
    expect(safeParsed(schemeSchema, good).ok).toBe(true);
    expect([...checkScheme(exampleCredit), ...checkScheme(exampleRisk)]).toEqual([]);
  });

  it('survives JSON', () => {
    const copy = JSON.parse(JSON.stringify(good));
    expect(safeParsed(schemeSchema, copy)).toEqual({ ok: true, value: good });
    expect(compileScheme(copy).tables).toBe(compileScheme(good).tables);
  });

  it.each<[code: string, at: string, path: Path, to: unknown]>([
    ['bin-gap', 'terms.0.bins.0.from', ['terms', 0, 'bins', 0, 'from'], 2],
    ['bin-gap', 'bands.0.from', ['bands', 0, 'from'], '-5'],
    ['bound-missing', 'terms.0.bins.1', ['terms', 0, 'bins', 1, 'from'], undefined],
    ['bound-missing', 'bands.1', ['bands', 1, 'from'], undefined],
    ['bounds-not-ascending', 'terms.0.bins.1.from', ['terms', 0, 'bins', 1, 'from'], 1],
    [
      'bounds-not-ascending',
      'bands.2.from',
      ['bands', 2],
      { from: '0.0', level: 'A', cite: 'law' },
    ],
    ['lookup-gap', 'terms.1.table', ['terms', 1, 'table', 'y'], undefined],
    ['lookup-gap', 'terms.1.table', ['inputs', 'word', 'values'], ['x', 'y', 'z']],
    ['unknown-value', 'terms.1.table.z', ['terms', 1, 'table', 'z'], '1'],
    ['input-type', 'terms.0.input', ['terms', 0, 'input'], 'word'],
    ['input-type', 'terms.1.input', ['terms', 1, 'input'], 'count'],
    ['input-type', 'terms.3.when', ['terms', 3, 'when', 'field'], 'age'],
    ['unknown-input', 'terms.0.input', ['terms', 0, 'input'], 'nobody'],
    ['unknown-input', 'terms.3.when', ['terms', 3, 'when', 'field'], 'nobody'],
    ['unknown-input', 'overrides.0.when', ['overrides', 0, 'when', 'field'], 'toString'],
    ['unknown-input', 'inputs.age.since', ['inputs', 'age', 'since'], 'nobody'],
    ['unknown-input', 'inputs.age.since', ['inputs', 'age', 'since'], 'word'],
    ['unknown-part', 'terms.0.part', ['terms', 0, 'part'], 'q'],
    ['unknown-level', 'bands.2.level', ['bands', 2], { from: '9', level: 'X', cite: 'law' }],
    ['unknown-level', 'overrides.0.effect', ['overrides', 0, 'effect'], { set: 'X' }],
    ['unknown-level', 'overrides.0.effect', ['overrides', 0, 'effect'], { atBest: 'X' }],
    ['unknown-level', 'overrides.0.effect', ['overrides', 0, 'effect'], { atWorst: 'X' }],
    ['level-without-band', 'bands', ['scale', 'levels'], ['A', 'B', 'C']],
    ['band-turns-round', 'bands.1.level', ['direction'], 'more-is-worse'],
    ['band-turns-round', 'bands.1.level', ['scale', 'worse'], 'first'],
    [
      'decay-out-of-order',
      'terms.4.decay.1.after',
      ['terms', 4, 'decay', 1, 'after'],
      { months: 6 },
    ],
    [
      'decay-out-of-order',
      'terms.4.decay.1.after',
      ['terms', 4, 'decay', 1, 'after'],
      { years: 3 },
    ],
    ['decay-out-of-order', 'terms.4.decay.0.after', ['terms', 4, 'decay', 0, 'after'], { days: 0 }],
    ['decay-grows', 'terms.4.decay.1.share', ['terms', 4, 'decay', 1, 'share'], '51%'],
    ['ends-inverted', 'terms.4.min', ['terms', 4, 'min'], '1'],
    ['ends-inverted', 'parts.0.min', ['parts', 0, 'min'], '9.5'],
    ['ends-inverted', 'total.min', ['total', 'min'], '21'],
    ['ends-inverted', 'inputs.count.min', ['inputs', 'count', 'max'], 0],
    ['repeated-name', 'terms.4.effects.1.event', ['terms', 4, 'effects', 1, 'event'], 'k'],
    ['repeated-name', 'terms.1.id', ['terms', 1, 'id'], 'bins'],
    ['repeated-name', 'parts.1.id', ['parts', 1], { id: 'p', cite: 'law' }],
    ['repeated-name', 'scale.levels.2', ['scale', 'levels'], ['A', 'B', 'A']],
    ['citation-dangling', 'terms.0.cite', ['terms', 0, 'cite'], 'rumour'],
    ['too-many-places', 'start', ['start'], '0.55'],
    ['too-many-places', 'parts.0.max', ['parts', 0, 'max'], '8.55'],
    ['too-many-places', 'terms.0.bins.1.from', ['terms', 0, 'bins', 1, 'from'], '5.5'],
    ['too-many-places', 'terms.0.missing.points', ['terms', 0, 'missing', 'points'], '0.55'],
    ['too-many-places', 'terms.1.table.x', ['terms', 1, 'table', 'x'], '0.55'],
    ['too-many-places', 'terms.2.otherwise', ['terms', 2, 'otherwise'], '0.55'],
    ['too-many-places', 'terms.3.points', ['terms', 3, 'points'], '0.55'],
    [
      'too-many-places',
      'terms.4.effects.0.repaired',
      ['terms', 4, 'effects', 0, 'repaired'],
      '0.55',
    ],
    ['too-many-places', 'inputs.count.max', ['inputs', 'count', 'max'], '8.5'],
    ['too-many-places', 'total.max', ['total', 'max'], '8.55'],
    ['too-many-places', 'bands.1.from', ['bands', 1, 'from'], '0.05'],
    ['decimal-too-large', 'terms.3.points', ['terms', 3, 'points'], '100000000000.1'],
    ['decimal-too-large', 'inputs.count.max', ['inputs', 'count', 'max'], '1000000000000001'],
  ])('%s at %s', (code, at, path, to) =>
    expect(found(changed(good, path, to))).toEqual([[code, at]]),
  );

  it('may hold points up to a million million units', () =>
    expect(found(changed(good, ['terms', 3, 'points'], '100000000000'))).toEqual([]));

  it('may hold points to one value', () => {
    expect(found(changed(good, ['parts', 0, 'min'], '9'))).toEqual([]);
    expect(found(changed(good, ['terms', 4, 'min'], '0'))).toEqual([]);
  });

  it('may leave a level to an override', () => {
    const scale = changed(good, ['scale', 'levels'], ['A', 'B', 'C']);
    expect(found(changed(scale, ['overrides', 0, 'effect'], { set: 'C' }))).toEqual([]);
    expect(
      found(changed(scale, ['overrides', 0, 'effect'], { step: 'worse', by: 1 })),
    ).toHaveLength(1);
  });

  it('may cover a category by a prefix, and knows an entry that covers none', () => {
    const terms = changed(good.terms, [1, 'match'], 'longest-prefix');
    const values = {
      ...good.inputs,
      word: { type: 'category' as const, values: ['xa', 'xb', 'y'] },
    };
    expect(found({ ...good, inputs: values, terms })).toEqual([]);
    expect(
      found({ ...good, inputs: values, terms: changed(terms, [1, 'table', 'z'], '1') }),
    ).toEqual([['unknown-value', 'terms.1.table.z']]);
    expect(found(changed(good, ['terms', 1], { ...good.terms[1], input: 'flag' }))).toEqual([
      ['lookup-gap', 'terms.1.table'],
      ['unknown-value', 'terms.1.table.x'],
      ['unknown-value', 'terms.1.table.y'],
    ]);
  });

  it('is found wrong in many places at once', () => {
    const bad = changed(changed(good, ['bands', 1, 'level'], 'X'), ['terms', 0, 'part'], 'q');
    expect(found(bad).map(([code]) => code)).toEqual(
      expect.arrayContaining(['unknown-part', 'unknown-level', 'level-without-band']),
    );
  });

  it.each<[code: string, at: string, path: Path, to: unknown]>([
    ['bad-ratio', 'terms.4.decay.0.share', ['terms', 4, 'decay', 0, 'share'], '3'],
    ['not-a-decimal', 'terms.3.points', ['terms', 3, 'points'], '1,5'],
    ['not-a-decimal', 'terms.3.points', ['terms', 3, 'points'], 0.5],
    ['no-such-day', 'from', ['from'], '2026-02-30'],
    ['no-such-day', 'overrides.0.sunset', ['overrides', 0, 'sunset'], 'never'],
    ['unknown-field', 'inputs.count.places', ['inputs', 'count', 'places'], 1],
    ['unknown-field', 'terms.0.weight', ['terms', 0, 'weight'], '1'],
    ['missing-field', 'terms.0.missing.points', ['terms', 0, 'missing'], {}],
    ['missing-field', 'direction', ['direction'], undefined],
    ['not-one-of', 'status', ['status'], 'law'],
    ['bad-name', 'id', ['id'], 'a b'],
    ['wrong-type', 'places', ['places'], '1'],
    ['bad-value', 'places', ['places'], 10],
  ])('has a shape: %s at %s', (code, at, path, to) => {
    const result = safeParsed(schemeSchema, changed(good, path, to));
    expect(result.ok ? [] : result.issues.map((one) => [one.code, one.path.join('.')])).toEqual([
      [code, at],
    ]);
  });
});

describe('defineScheme', () => {
  it('knows the levels to the compiler', () => {
    const base = {
      ...schemeWith({}),
      scale: { id: 's', levels: ['A', 'B'], worse: 'last' } as const,
    };
    const scheme = defineScheme({
      ...base,
      // @ts-expect-error X is no level of the scale
      bands: [{ level: 'X', cite: 'law' }],
      overrides: [],
    });
    expect(found(scheme)).toContainEqual(['unknown-level', 'bands.0.level']);
    const other = defineScheme({
      ...base,
      bands: [{ level: 'A', cite: 'law' }],
      overrides: [
        {
          id: 'o',
          when: { all: [] },
          // @ts-expect-error X is no level of the scale
          effect: { set: 'X' },
          reason: { zh: '因', en: 'why' },
          cite: 'law',
        },
      ],
    });
    expect(found(other)).toContainEqual(['unknown-level', 'overrides.0.effect']);
  });

  it('gives the scheme back as it is', () => {
    const scheme = schemeWith({ terms: [always('1')] });
    expect(defineScheme(scheme)).toBe(scheme);
  });
});

it('every code has its texts', () =>
  expect(Object.keys(scoringTexts).toSorted()).toEqual([...SCORING_CODES].toSorted()));

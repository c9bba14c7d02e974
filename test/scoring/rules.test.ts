import type { Condition } from 'evenhand/register';
import {
  compileScheme,
  evaluate,
  explain,
  type Input,
  type Override,
  type Scheme,
  schemeAt,
} from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { always, event, firmWith, schemeWith } from './schemes.js';

const law = { cite: 'law' } as const;
const reason = { zh: '因', en: 'why' };

/** The rating, or the issues as `code path`. */
function rate(scheme: Scheme, firm: object, asOf = '2026-01-15') {
  const at = schemeAt(compileScheme(scheme), asOf);
  const subject = firmWith(firm);
  const score = evaluate(at, subject);
  if ('units' in score) return explain(at, subject, score);
  return score.map(({ code, path }) => `${code} ${path.join('.')}`);
}

const scoreOf = (scheme: Scheme, firm: object, asOf?: string) => {
  const rating = rate(scheme, firm, asOf);
  return 'score' in rating ? rating.score : rating;
};

describe('a missing input', () => {
  const count: Record<string, Input> = { count: { type: 'integer', min: 0, max: 9 } };
  const bins = (missing: 'refuse' | { points: string }) =>
    schemeWith({
      inputs: count,
      terms: [
        {
          kind: 'bins',
          id: 't',
          input: 'count',
          bins: [{ points: '1' }, { from: 5, points: '2' }],
          missing,
          ...law,
        },
      ],
    });

  it('gives the points its rule states, with a reason of its own', () => {
    const rating = rate(bins({ points: '7' }), {});
    expect(rating).toMatchObject({
      score: '7',
      reasons: [{ rule: 't', what: 'missing', input: 'count', points: '7' }],
    });
  });

  it('is an issue where the rule refuses, never zero', () =>
    expect(rate(bins('refuse'), {})).toEqual(['missing-input facts.count']));

  it.each([
    [5, '2'],
    [4, '1'],
    ['5', '2'],
    ['5.0', '2'],
    [10, ['out-of-domain facts.count']],
    [-1, ['out-of-domain facts.count']],
    [0.5, ['wrong-fact-type facts.count']],
    [true, ['wrong-fact-type facts.count']],
    ['five', ['wrong-fact-type facts.count']],
    [Number.NaN, ['wrong-fact-type facts.count']],
  ])('is not the same as a wrong one: %o', (value, expected) => {
    expect(scoreOf(bins('refuse'), { facts: { count: value } })).toEqual(expected);
    expect(scoreOf(bins({ points: '7' }), { facts: { count: value } })).toEqual(expected);
  });

  it('is named once, however many rules want it', () => {
    const { terms, ...rest } = bins('refuse');
    const twice = [...terms, ...terms.map((term) => ({ ...term, id: 'u' }))];
    expect(rate({ ...rest, terms: twice } as Scheme, {})).toEqual(['missing-input facts.count']);
    expect(rate({ ...rest, terms: twice } as Scheme, { facts: { count: 99 } })).toEqual([
      'out-of-domain facts.count',
    ]);
  });
});

describe('an input in a table', () => {
  const lookup = (more: object) =>
    schemeWith({
      inputs: { code: { type: 'code' }, word: { type: 'category', values: ['x', 'y'] } },
      terms: [
        { kind: 'lookup', id: 't', missing: 'refuse', ...law, ...more } as Scheme['terms'][number],
      ],
    });
  const byPrefix = lookup({
    input: 'code',
    match: 'longest-prefix',
    table: { '6': '1', '62': '2', '6210': '4' },
  });
  const exact = lookup({ input: 'word', table: { x: '1' }, otherwise: '3' });

  it.each([
    ['6210', '4'],
    ['6299', '2'],
    ['6', '1'],
    ['7', ['no-entry facts.code']],
    ['', ['no-entry facts.code']],
    [62, ['wrong-fact-type facts.code']],
  ])('takes the longest entry a code begins with: %j', (code, expected) =>
    expect(scoreOf(byPrefix, { facts: { code } })).toEqual(expected),
  );

  it.each([
    ['x', '1', 'x'],
    ['y', '3', 'otherwise'],
  ])('says which entry it took: %s', (word, score, bin) =>
    expect(rate(exact, { facts: { word } })).toMatchObject({
      score,
      reasons: [{ what: 'lookup', given: word, bin }],
    }),
  );

  it('refuses a category nobody declared', () =>
    expect(rate(exact, { facts: { word: 'z' } })).toEqual(['out-of-domain facts.word']));
});

describe('full years', () => {
  const age = (since: string) =>
    schemeWith({
      inputs: { age: { type: 'full-years', since }, opened: { type: 'day' } },
      terms: [
        {
          kind: 'bins',
          id: 't',
          input: 'age',
          bins: [{ points: '0' }, { from: 1, points: '1' }, { from: 4, points: '4' }],
          missing: { points: '9' },
          ...law,
        },
      ],
    });

  it.each([
    ['2024-02-29', '2025-02-27', '0'],
    ['2024-02-29', '2025-02-28', '1'],
    ['2024-02-29', '2028-02-28', '1'],
    ['2024-02-29', '2028-02-29', '4'],
    ['2025-01-15', '2026-01-14', '0'],
    ['2025-01-15', '2026-01-15', '1'],
    ['2026-01-15', '2026-01-15', '0'],
    ['2026-01-16', '2026-01-15', ['out-of-domain facts.age']],
    ['soon', '2026-01-15', ['wrong-fact-type facts.age']],
    [undefined, '2026-01-15', '9'],
  ])('since %s, on %s', (since, asOf, expected) => {
    expect(scoreOf(age('since'), since === undefined ? {} : { since }, asOf)).toEqual(expected);
    const facts = since === undefined ? {} : { opened: since };
    expect(scoreOf(age('opened'), { facts }, asOf)).toEqual(expected);
  });
});

describe('a condition', () => {
  const inputs: Record<string, Input> = {
    flag: { type: 'boolean' },
    count: { type: 'integer' },
    day: { type: 'day' },
  };
  const points = (when: Condition) =>
    schemeWith({
      inputs,
      terms: [
        {
          kind: 'conditional',
          id: 't',
          when,
          points: '1',
          otherwise: '2',
          missing: { points: '3' },
          ...law,
        },
      ],
    });
  const flag: Condition = { field: 'flag', eq: true };
  const many: Condition = { field: 'count', gte: 5 };

  it.each<[string, Condition, Record<string, number | boolean>, string]>([
    ['unknown', flag, {}, '3'],
    ['not unknown', { not: flag }, {}, '3'],
    ['unknown and no', { all: [flag, many] }, { count: 1 }, '2'],
    ['unknown and yes', { all: [flag, many] }, { count: 5 }, '3'],
    ['unknown or yes', { any: [flag, many] }, { count: 5 }, '1'],
    ['unknown or no', { any: [flag, many] }, { count: 1 }, '3'],
    ['nothing at all', { all: [] }, {}, '1'],
    ['nothing of any', { any: [] }, {}, '2'],
  ])('has three values: %s', (_, when, given, score) =>
    expect(scoreOf(points(when), { facts: given })).toBe(score),
  );

  it('names the fact its answer hangs on', () => {
    const when: Condition = {
      all: [
        {
          any: [
            { field: 'flag', eq: true },
            { field: 'count', gte: 5 },
          ],
        },
        { not: { field: 'day', lt: '2026-01-01' } },
      ],
    };
    const scheme = points(when);
    const [term] = scheme.terms;
    const strict = { ...scheme, terms: [{ ...term, missing: 'refuse' }] } as Scheme;
    expect(rate(strict, { facts: { count: 1 } })).toEqual(['missing-input facts.flag']);
    expect(rate(strict, { facts: { count: 5 } })).toEqual(['missing-input facts.day']);
    expect(rate(scheme, { facts: { count: 5 } })).toMatchObject({
      reasons: [{ what: 'missing', input: 'day', points: '3' }],
    });
  });

  it.each([
    [flag, { flag: 'true' }, 'wrong-fact-type facts.flag'],
    [many, { count: 'many' }, 'wrong-fact-type facts.count'],
    [{ field: 'day', lt: '2026-01-01' }, { day: '2026-02-30' }, 'wrong-fact-type facts.day'],
  ])('takes no wrong fact for a plain no: %j', (when, given, issue) =>
    expect(rate(points(when), { facts: given })).toEqual([issue]),
  );
});

describe('parts and the total', () => {
  const scheme = schemeWith({
    parts: [{ id: 'p', min: '-10', max: '5', ...law }],
    terms: [{ ...always('20'), part: 'p' }, always('30', 'u')],
    total: { max: '33', ...law },
  });

  it('are held between their ends, each with a reason', () =>
    expect(rate(scheme, {})).toMatchObject({
      score: '33',
      reasons: [
        { rule: 'always', points: '20' },
        { rule: 'u', points: '30' },
        { rule: 'p', what: 'cap', bin: '<= 5', points: '-15' },
        { rule: 'total', what: 'cap', bin: '<= 33', points: '-2' },
      ],
    }));

  it('say the band in signs, and the article or else the title of what they cite', () => {
    const { score, band } = rate(
      schemeWith({ citations: [{ id: 'law', title: 'Law', confidence: 'verified' }] }),
      {},
    ) as ReturnType<typeof explain>;
    expect([score, band]).toEqual([
      '0',
      { range: '>= 0', level: 'A', cite: 'law', article: 'Law' },
    ]);
    const one = schemeWith({ bands: [{ level: 'A', cite: 'law' }] });
    expect(rate(one, {})).toMatchObject({ band: { range: 'any' } });
  });
});

describe('overrides', () => {
  const scale = { id: 'abcd', levels: ['A', 'B', 'C', 'D'], worse: 'last' as const };
  const bands = [
    { level: 'D', cite: 'law' },
    { from: '10', level: 'C', cite: 'law' },
    { from: '20', level: 'B', cite: 'law' },
    { from: '30', level: 'A', cite: 'law' },
  ];
  const over = (points: string, ...rules: Partial<Override>[]) =>
    schemeWith({
      scale,
      bands,
      inputs: { flag: { type: 'boolean' } },
      terms: [always(points)],
      overrides: rules.map((rule, i) => ({
        id: `o${i}`,
        when: { all: [] },
        effect: { step: 'worse', by: 1 },
        reason,
        ...law,
        ...rule,
      })),
    });
  const levelOf = (scheme: Scheme, firm: object = {}, asOf?: string) => {
    const rating = rate(scheme, firm, asOf);
    return 'level' in rating ? rating.level : rating;
  };

  it.each<[string, Override['effect'], string]>([
    ['20', { step: 'worse', by: 1 }, 'C'],
    ['20', { step: 'better', by: 1 }, 'A'],
    ['20', { step: 'worse', by: 9 }, 'D'],
    ['20', { step: 'better', by: 9 }, 'A'],
    ['20', { set: 'D' }, 'D'],
    ['20', { atBest: 'C' }, 'C'],
    ['0', { atBest: 'C' }, 'D'],
    ['0', { atWorst: 'C' }, 'C'],
    ['30', { atWorst: 'C' }, 'A'],
  ])('from %s points, %j gives %s', (points, effect, level) =>
    expect(levelOf(over(points, { effect }))).toBe(level),
  );

  it('apply in order, and say from where to where and whether the scale’s end held them', () => {
    const scheme = over('20', { effect: { step: 'worse', by: 3 } }, { effect: { atWorst: 'B' } });
    expect(rate(scheme, {})).toMatchObject({
      level: 'B',
      overrides: [
        { id: 'o0', from: 'B', to: 'D', saturated: true, reason, cite: 'law', article: '§ 1' },
        { id: 'o1', from: 'D', to: 'B', saturated: false },
      ],
    });
    expect(
      levelOf(over('20', { effect: { atWorst: 'B' } }, { effect: { step: 'worse', by: 3 } })),
    ).toBe('D');
  });

  it('hold on the last day of their sunset and not on the next', () => {
    const scheme = over('20', { sunset: '2026-01-15' });
    expect([levelOf(scheme, {}, '2026-01-15'), levelOf(scheme, {}, '2026-01-16')]).toEqual([
      'C',
      'B',
    ]);
  });

  it.each<[Override['missing'], string | string[]]>([
    ['apply', 'C'],
    ['skip', 'B'],
    ['refuse', ['missing-input facts.flag']],
    [undefined, ['missing-input facts.flag']],
  ])('without their fact: %s', (missing, expected) => {
    const rule = {
      when: { field: 'flag', eq: true },
      ...(missing === undefined ? {} : { missing }),
    };
    expect(levelOf(over('20', rule))).toEqual(expected);
  });

  it('take no wrong fact for a plain no', () =>
    expect(
      levelOf(over('20', { when: { field: 'flag', eq: true } }), { facts: { flag: 'yes' } }),
    ).toEqual(['wrong-fact-type facts.flag']));

  it('count events in their own window', () => {
    const when = { events: { kinds: ['k'], within: { years: 2 }, unrepaired: true, atLeast: 2 } };
    const two = [event('k', '2025-01-01'), event('k', '2024-01-16')];
    expect(levelOf(over('20', { when }), { events: two })).toBe('C');
    expect(levelOf(over('20', { when }), { events: two }, '2026-01-16')).toBe('B');
    const repaired = [two[0], event('k', '2024-06-01', { repairedOn: '2026-01-15' })];
    expect(levelOf(over('20', { when }), { events: repaired })).toBe('B');
  });

  it('read a scale whose worst level stands first', () => {
    const turned = { id: 'stars', levels: ['D', 'C', 'B', 'A'], worse: 'first' as const };
    const scheme = { ...over('20', { effect: { step: 'worse', by: 1 } }), scale: turned };
    expect(levelOf(scheme)).toBe('C');
  });
});

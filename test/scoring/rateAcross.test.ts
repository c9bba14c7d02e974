import { addDays } from 'evenhand/core';
import { checkScheme, compileScheme, rateAcross, type Scheme } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always, firmWith, schemeWith } from './schemes.js';

const version = (name: string, edge: number, more: Partial<Scheme>): Scheme =>
  schemeWith({
    version: name,
    terms: [always(10)],
    bands: [
      { level: 'B', cite: 'law' },
      { from: edge, level: 'A', cite: 'law' },
    ],
    ...more,
  });
const first = version('1', 11, { from: '2020-01-01', to: '2021-12-31' });
const second = version('2', 10, {
  from: '2022-01-01',
  to: '2024-06-30',
  transition: { replaces: 'test@1', keep: 'old-level-until', until: '2022-12-31' },
});
const third = version('3', 12, {
  from: '2024-07-01',
  transition: { replaces: 'test@2', keep: 'reclassify' },
});
const versions = [third, first, second].map(compileScheme);
const on = (asOf: string, classifiedOn?: string) => {
  const { rating, kept } = rateAcross(versions, firmWith({}), {
    asOf,
    ...(classifiedOn === undefined ? {} : { classifiedOn }),
  });
  return [rating.scheme.version, rating.asOf, 'level' in rating && rating.level, kept?.until];
};

describe('one version taking over from another', () => {
  it('is data with nothing wrong', () => {
    for (const one of [first, second, third]) expect(checkScheme(one)).toEqual([]);
  });

  it.each([
    ['never classified', '2022-03-01', undefined, ['2', '2022-03-01', 'A', undefined]],
    ['before the change', '2021-12-31', '2021-05-01', ['1', '2021-12-31', 'B', undefined]],
    [
      'the old level, on the first day',
      '2022-01-01',
      '2021-05-01',
      ['1', '2021-05-01', 'B', '2022-12-31'],
    ],
    [
      'the old level, on the last day',
      '2022-12-31',
      '2021-05-01',
      ['1', '2021-05-01', 'B', '2022-12-31'],
    ],
    ['the day after', '2023-01-01', '2021-05-01', ['2', '2023-01-01', 'A', undefined]],
    [
      'classified anew on the first day',
      '2022-06-01',
      '2022-01-01',
      ['2', '2022-06-01', 'A', undefined],
    ],
    ['all classified anew', '2024-07-01', '2024-06-30', ['3', '2024-07-01', 'B', undefined]],
    ['two versions ago', '2024-07-01', '2021-05-01', ['3', '2024-07-01', 'B', undefined]],
  ] as const)('%s', (_, asOf, classifiedOn, expected) => {
    expect(on(asOf, classifiedOn)).toEqual(expected);
  });

  it('does not keep a level of a version other than the one replaced', () => {
    const skipping = { ...second, transition: { ...second.transition, replaces: 'test@0' } };
    const list = [first, skipping as Scheme].map(compileScheme);
    const options = { asOf: '2022-03-01', classifiedOn: '2021-05-01' };
    expect(rateAcross(list, firmWith({}), options).kept).toBeUndefined();
  });

  it('has no answer where no version was in force', () => {
    expect(() => on('2019-12-31')).toThrow('no version of `test` is in force');
    expect(() => on('2022-03-01', '2019-12-31')).toThrow('no version of `test` is in force');
  });

  it('changes a level, as days go by, only with a version or when the time to keep it is over', () => {
    const day = (from: string, length: number) => fc.nat(length).map((n) => addDays(from, n));
    fc.assert(
      fc.property(day('2020-01-01', 1700), day('2020-01-01', 1700), (a, b) => {
        const [classified, asOf] = a <= b ? [a, b] : [b, a];
        const kept = asOf >= '2022-01-01' && asOf <= '2022-12-31' && classified < '2022-01-01';
        const name = kept || asOf < '2022-01-01' ? '1' : asOf < '2024-07-01' ? '2' : '3';
        const level = { 1: 'B', 2: 'A', 3: 'B' }[name];
        expect(on(asOf, classified).slice(0, 3)).toEqual([name, kept ? classified : asOf, level]);
      }),
    );
  });
});

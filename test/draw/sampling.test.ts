import { checkSampling, SAMPLING_CODES, type Sampling, samplingSchema } from 'evenhand/draw';
import { exampleSampling } from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplingTexts } from '../../src/texts/sampling.js';

type Tier = Sampling['recency'][number];
const tier = (id: string, months: number | undefined, multiplier = '1'): Tier => ({
  id,
  ...(months === undefined ? {} : { after: { months } }),
  multiplier,
  cite: 'example',
});
const found = (...recency: Tier[]): string[] =>
  checkSampling({ ...exampleSampling, recency }).map(
    ({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`,
  );

describe('a sampling document', () => {
  it('has tiers from the least recent to the most recent, the last without a beginning', () => {
    expect(checkSampling(exampleSampling)).toEqual([]);
    expect(found(tier('only', undefined))).toEqual([]);
    expect(found(tier('old', 24), tier('new', undefined, '1/20'))).toEqual([]);
  });

  it.each<[string, Tier[], string[]]>([
    ['a last tier with a beginning', [tier('a', 24)], ['error recency-open-end recency.0.after']],
    [
      'an open tier before the last',
      [tier('a', undefined), tier('b', undefined)],
      ['error recency-open-end recency.0.after'],
    ],
    [
      'two tiers turned',
      [tier('a', 12), tier('b', 24), tier('c', undefined)],
      ['error recency-out-of-order recency.1.after'],
    ],
    [
      'two tiers that begin alike',
      [tier('a', 12), { ...tier('b', 12), after: { years: 1 } }, tier('c', undefined)],
      ['error recency-out-of-order recency.1.after'],
    ],
    [
      'one name for two tiers',
      [tier('a', 12), tier('a', undefined)],
      ['error repeated-name recency.1.id'],
    ],
    [
      'a tier without a chance, which may be meant',
      [tier('a', 12), tier('b', undefined, '0%')],
      ['warning zero-chance recency.1.multiplier'],
    ],
    [
      'no chance at all',
      [tier('a', undefined, '0/7')],
      ['warning zero-chance recency.0.multiplier', 'error no-chance recency'],
    ],
    [
      'a citation that is not there',
      [{ ...tier('a', undefined), cite: 'nowhere' }],
      ['error citation-dangling recency.0.cite'],
    ],
  ])('is told of %s', (_, recency, expected) => expect(found(...recency)).toEqual(expected));

  it('takes any falling ages, and no others', () => {
    const ages = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(ages, (months) => {
        const tiers = months.map((age, i) => tier(`t${i}`, age));
        const falls = months.every((age, i) => i === 0 || age < (months[i - 1] as number));
        return (found(...tiers, tier('rest', undefined)).length === 0) === falls;
      }),
    );
  });

  it('keeps its shape', () => {
    expect(samplingSchema.safeParse(exampleSampling).success).toBe(true);
    expect(samplingSchema.safeParse({ ...exampleSampling, recency: [] }).success).toBe(false);
  });

  it('has a text in both languages for each of its codes', () =>
    expect(Object.keys(samplingTexts)).toEqual([...SAMPLING_CODES]));
});

import { publishedOn } from 'evenhand/credit';
import { measuresOn } from 'evenhand/measures';
import {
  beijingPublication2024,
  exampleMeasures,
  examplePublication,
  samrPublicity,
} from 'evenhand/schemes';
import { arbitraryGrounds, type Law, measureLaws, publicationLaws } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const holds = (laws: readonly Law[]) => {
  for (const { name, property } of laws) {
    it(`${name}`, () => fc.assert(property as fc.IProperty<unknown>, { numRuns: 60 }));
  }
};
const broken = (laws: readonly Law[]): string[] =>
  laws.flatMap(({ name, property }) =>
    fc.check(property as fc.IProperty<unknown>, { numRuns: 200 }).failed ? [name] : [],
  );

const always = { from: '2020-01-01' };
const documents = [examplePublication];

describe('the laws of publication', () => {
  describe('hold for the example', () => holds(publicationLaws(documents)));
  describe('hold for the market authorities', () =>
    holds(publicationLaws([{ ...samrPublicity, ...always }])));
  describe('hold for Beijing', () =>
    holds(publicationLaws([{ ...beijingPublication2024, ...always }])));

  it('catch a platform that publishes for ever, and one that says no rule', () => {
    const forEver = publicationLaws(documents, {
      published: (record, day, known) =>
        publishedOn(record, day, { publication: documents, known }).map((one) => ({
          ...one,
          isPublished: true,
        })),
    });
    expect(broken(forEver)).toEqual(
      expect.arrayContaining([
        'publishes nothing past its last day, nor hides it before',
        'publishes no matter from the day of its repair on',
      ]),
    );
    const silent = publicationLaws(documents, {
      published: (record, day, known) =>
        publishedOn(record, day, { publication: documents, known }).map(
          ({ rule: _, ...one }) => one,
        ),
    });
    expect(broken(silent)).toEqual(['says by which rule it publishes']);
  });
});

describe('the laws of measures', () => {
  describe('hold for the example', () => holds(measureLaws(exampleMeasures)));

  it('catch a platform that sanctions twice, one that makes its own, and one that does not stop', () => {
    const applied = (
      change: (one: ReturnType<typeof measuresOn>) => ReturnType<typeof measuresOn>,
    ) =>
      broken(
        measureLaws(exampleMeasures, {
          apply: (grounds, asOf) => change(measuresOn(exampleMeasures, grounds, asOf)),
        }),
      );
    expect(applied((all) => all.map(({ coveredBy: _, barredBy: __, ...one }) => one))).toEqual([
      'sanctions nothing twice, and rewards nothing it sanctions',
    ]);
    expect(applied((all) => all.map((one) => ({ ...one, measure: 'own' })))).toContain(
      'applies nothing that is off the list, and each measure once',
    );
    expect(applied((all) => all.map((one) => ({ ...one, until: '2024-01-01' })))).toContain(
      'applies a measure for a ground it follows from, within its days',
    );
    const heavy = exampleMeasures.measures.map((one) => ({ ...one, weight: 'heavy' }));
    expect(broken(measureLaws({ ...exampleMeasures, measures: heavy }))).toEqual([
      'applies no sanction heavier than a ground of it carries',
    ]);
  });

  it('are tried on every grade and on lists of the document', () => {
    const some = fc.sample(arbitraryGrounds(exampleMeasures), { seed: 1, numRuns: 200 });
    expect(new Set(some.map(({ grade }) => grade)).size).toBe(4);
    expect(some.some(({ lists }) => lists.some(({ list }) => list === 'serious-dishonesty'))).toBe(
      true,
    );
  });
});

import { dueDiligence, oversightReport } from 'evenhand/oversight';
import { exampleProgramme } from 'evenhand/schemes';
import { arbitraryYearDone, dueDiligenceLaws, type Law, oversightLaws } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const holds = (laws: readonly Law[]) => {
  for (const { name, property } of laws) {
    it(`${name}`, () => fc.assert(property as fc.IProperty<unknown>, { numRuns: 40 }));
  }
};
const broken = (laws: readonly Law[]): string[] =>
  laws.flatMap(({ name, property }) =>
    fc.check(property as fc.IProperty<unknown>, { numRuns: 80 }).failed ? [name] : [],
  );

describe('the laws of oversight', () => {
  describe('hold for this library', () => holds(oversightLaws()));

  it.each([
    ['visits', (all: number) => ({ id: 'visits-made', better: 'more', part: all }) as const],
    [
      'a share of visits on which no fault was found',
      (all: number, hits: number) =>
        ({ id: 'clean', better: 'more', part: all - hits, of: all }) as const,
    ],
  ])('catch a platform that rewards %s', (_, measure) => {
    const laws = oversightLaws({
      measures: (input) => {
        const hits = input.outcomes.filter(({ faults }) => faults.length > 0).length;
        return [...oversightReport(input).measures, measure(input.outcomes.length, hits)];
      },
    });
    expect(broken(laws)).toEqual([
      'makes nothing look better for a check that nobody asked for and that finds nothing',
    ]);
  });

  it('catch a platform that thins what was overturned with penalties', () => {
    const laws = oversightLaws({
      measures: (input) => {
        const { decisions, measures } = oversightReport(input);
        const of = decisions.reduce((all, { decided }) => all + decided, 0);
        const part = decisions.reduce((all, { overturned }) => all + overturned, 0);
        return [...measures, { id: 'overturned-share', better: 'less', part, of }];
      },
    });
    expect(broken(laws)).toEqual([
      'makes nothing look better for a penalty more, whether it stands or falls',
    ]);
  });

  it('catch a platform that counts nothing', () => {
    expect(broken(oversightLaws({ measures: () => [] }))).toEqual([
      'counts a check that was asked for, once it is done',
    ]);
  });

  it('are tried on years with every way of coming about', () => {
    const years = fc.sample(arbitraryYearDone(), { seed: 1, numRuns: 100 }).map(oversightReport);
    for (const place of [0, 1, 2, 3, 4]) {
      expect(years.some(({ hits }) => (hits.ways[place]?.hits ?? 0) > 0)).toBe(true);
    }
    expect(years.some(({ publication }) => publication.unjudged > 0)).toBe(true);
    expect(years.some(({ joint }) => joint.together > 0)).toBe(true);
  });
});

describe('the laws of due-diligence files', () => {
  describe('hold for this library', () => holds(dueDiligenceLaws(exampleProgramme)));

  it('catch a platform that knows everything from the beginning', () => {
    const laws = dueDiligenceLaws(exampleProgramme, {
      write: (input) => {
        const firm = input.firm as Exclude<typeof input.firm, { record: unknown }>;
        const events = firm.events.map(({ knownOn: _, ...event }) => event);
        return dueDiligence({ ...input, firm: { ...firm, events } });
      },
    });
    expect(broken(laws)).toEqual(['gives what was known then whenever it is written']);
  });
});

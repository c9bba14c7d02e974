import {
  checkMeasureList,
  type Measure,
  type MeasureGrounds,
  type MeasureList,
  measureListSchema,
  measureRefusals,
  measuresOn,
  type ProposedMeasure,
  parseMeasureList,
} from 'evenhand/measures';
import { exampleMeasures } from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectPlainData } from '../schemes/documents.js';
import { codeOf } from '../ticket/codeOf.js';

const grounds = (grade: string, ...lists: MeasureGrounds['lists'][number][]): MeasureGrounds => ({
  scale: 'example-credit',
  grade,
  since: '2026-01-31',
  lists,
});
const dishonest = { list: 'serious-dishonesty', since: '2026-02-28' };
const asOf = '2026-03-15';
const changed = (id: string, change: Partial<Measure>): MeasureList => ({
  ...exampleMeasures,
  measures: exampleMeasures.measures.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const codes = (list: MeasureList) => checkMeasureList(list).map(({ code }) => code);

describe('the closed list', () => {
  it('is plain data without a finding', () => {
    expectPlainData(exampleMeasures, measureListSchema);
    expect(checkMeasureList(exampleMeasures)).toEqual([]);
    expect(parseMeasureList(exampleMeasures)).toEqual(exampleMeasures);
  });

  it.each([
    ['longer than its basis', changed('no-tender', { term: { years: 2 } }), ['measure-too-long']],
    ['as long as its basis, by other units', changed('no-tender', { term: { months: 12 } }), []],
    ['a day longer', changed('no-tender', { term: { days: 367 } }), ['measure-too-long']],
    [
      'without an end where the basis has one',
      changed('no-tender', { term: undefined as never }),
      ['measure-too-long'],
    ],
    [
      'heavier than its ground carries',
      changed('closer-checks', { weight: 'medium' }),
      Array(2).fill('measure-disproportionate'),
    ],
    [
      'of a ground nobody weighed',
      changed('closer-checks', { from: { grades: ['B', 'C', 'D'] } }),
      ['proportion-missing'],
    ],
    [
      'that spares a worse grade',
      changed('closer-checks', { from: { grades: ['C'] } }),
      ['measure-uneven'],
    ],
    ['of no ground', changed('closer-checks', { from: {} }), ['measure-without-ground']],
    [
      'of a grade there is not',
      changed('fast-track', { from: { grades: ['S'] } }),
      ['unknown-grade'],
    ],
    ['of a weight there is not', changed('fast-track', { weight: 'feather' }), ['unknown-weight']],
    ['named twice', changed('no-tender', { id: 'no-procurement' }), ['repeated-name']],
  ])('finds a measure %s', (_, list, expected) => {
    expect(codes(list)).toEqual(expected);
  });

  it('is refused whole where a measure is out of proportion', () => {
    const heavy = changed('closer-checks', { weight: 'heavy' });
    expect(codeOf(() => parseMeasureList(heavy))).toBe('bad-document');
    const line = { grade: 'S', heaviest: 'feather', cite: 'plan-credit' };
    const odd = { ...exampleMeasures, proportion: [...exampleMeasures.proportion, line] };
    expect(codes(odd)).toEqual(['unknown-grade', 'unknown-weight']);
  });
});

describe('what applies to a firm', () => {
  const names = (one: MeasureGrounds, day = asOf) =>
    measuresOn(exampleMeasures, one, day).map(({ measure, coveredBy, barredBy }) =>
      [measure, coveredBy ?? barredBy].filter(Boolean).join(' < '),
    );

  it('follows from the grade, and from nothing on a grade of another scale', () => {
    expect(names(grounds('A'))).toEqual(['fast-track', 'fewer-checks']);
    expect(names(grounds('B'))).toEqual([]);
    expect(names(grounds('C'))).toEqual(['closer-checks']);
    expect(names({ ...grounds('D'), scale: 'tax' })).toEqual([]);
  });

  it('counts a measure once, with every ground, and of two that touch the same the one that lasts', () => {
    const applied = measuresOn(exampleMeasures, grounds('D', dishonest), asOf);
    expect(applied.map(({ measure, grounds: by }) => [measure, by])).toEqual([
      ['closer-checks', ['D', 'list:serious-dishonesty']],
      ['no-trust', ['D', 'list:serious-dishonesty']],
      ['no-procurement', ['list:serious-dishonesty']],
      ['no-tender', ['list:serious-dishonesty']],
    ]);
    expect(applied.map(({ coveredBy }) => coveredBy)).toEqual([
      undefined,
      undefined,
      undefined,
      'no-procurement',
    ]);
  });

  it('gives no incentive that a sanction touches', () => {
    expect(names(grounds('A', dishonest))).toEqual([
      'fast-track < no-trust',
      'fewer-checks < closer-checks',
      'closer-checks',
      'no-trust',
      'no-procurement',
      'no-tender < no-procurement',
    ]);
  });

  it('lasts from the first day of its ground to the last of its term, or of the list', () => {
    const trust = (day: string, ...lists: MeasureGrounds['lists'][number][]) =>
      measuresOn(exampleMeasures, grounds('D', ...lists), day).find(
        ({ measure }) => measure === 'no-trust',
      );
    expect(trust('2026-01-30')).toBeUndefined();
    expect(trust('2026-01-31')?.until).toBe('2027-01-31');
    expect(trust('2027-02-01')).toBeUndefined();
    const procurement = (until?: string) =>
      measuresOn(
        exampleMeasures,
        grounds('B', { ...dishonest, ...(until ? { until } : {}) }),
        asOf,
      ).find(({ measure }) => measure === 'no-procurement')?.until;
    expect([procurement(), procurement('2027-02-28'), procurement('2039-02-28')]).toEqual([
      '2029-02-28',
      '2027-02-28',
      '2029-02-28',
    ]);
  });

  it('never counts two measures for what they both touch', () => {
    const list = fc.record({
      list: fc.constantFrom('abnormal-operations', 'serious-dishonesty', 'do-not-disturb'),
      since: fc.constantFrom('2025-12-01', '2026-02-28', '2026-03-15', '2026-03-16'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('A', 'B', 'C', 'D'),
        fc.array(list, { maxLength: 4 }),
        (grade, lists) => {
          const counted = measuresOn(exampleMeasures, grounds(grade, ...lists), asOf).filter(
            ({ coveredBy, barredBy }) => coveredBy === undefined && barredBy === undefined,
          );
          for (const sort of ['incentive', 'sanction']) {
            const touched = counted
              .filter((one) => one.sort === sort)
              .map(({ touches }) => touches);
            if (sort === 'sanction') expect(new Set(touched).size).toBe(touched.length);
            else
              expect(
                counted.some((one) => one.sort === 'sanction' && touched.includes(one.touches)),
              ).toBe(false);
          }
          // Whatever stands aside names one that counts.
          for (const { coveredBy, barredBy } of measuresOn(
            exampleMeasures,
            grounds(grade, ...lists),
            asOf,
          )) {
            if (coveredBy !== undefined)
              expect(counted.map(({ measure }) => measure)).toContain(coveredBy);
            if (barredBy !== undefined) {
              expect(counted.some(({ sort }) => sort === 'sanction')).toBe(true);
            }
          }
        },
      ),
    );
  });
});

describe('what a department means to do', () => {
  const base: ProposedMeasure = {
    measure: 'no-trust',
    department: 'market',
    from: asOf,
    until: '2026-12-31',
  };
  const refused = (change: Partial<ProposedMeasure>, one = grounds('D')) =>
    measureRefusals(exampleMeasures, one, { ...base, ...change }).map(
      ({ code, params }) =>
        `${code} ${String(params['given'])} ${String(params['expected'] ?? params['by'])}`,
    );

  it.each([
    ['is allowed by owner, ground, term and weight', {}, []],
    ['is allowed to a partner', { department: 'construction' }, []],
    [
      'is off the list',
      { measure: 'close-the-shop' },
      [
        'measure-unlisted close-the-shop fast-track,fewer-checks,closer-checks,no-trust,no-procurement,no-tender',
      ],
    ],
    [
      'is not the department’s',
      { department: 'fire' },
      ['measure-not-owner fire market,construction'],
    ],
    [
      'has no ground',
      { measure: 'no-procurement', department: 'finance' },
      ['measure-without-ground no-procurement list:serious-dishonesty'],
    ],
    ['ends on the last day', { until: '2027-01-31' }, []],
    ['ends a day later', { until: '2027-02-01' }, ['measure-too-long 2027-02-01 2027-01-31']],
    [
      'is heavier than the grade carries',
      { weight: 'heavy' },
      ['measure-disproportionate heavy medium'],
    ],
    ['is lighter than it may be', { weight: 'light' }, []],
    ['is of no weight', { weight: 'feather' }, ['measure-disproportionate feather medium']],
  ])('%s', (_, change, expected) => {
    expect(refused(change)).toEqual(expected);
  });

  it('is refused without an end where there has to be one, and where another does the same', () => {
    const { until: _, ...open } = base;
    expect(measureRefusals(exampleMeasures, grounds('D'), open).map(({ code }) => code)).toEqual([
      'measure-too-long',
    ]);
    const tender = { measure: 'no-tender', department: 'construction', until: '2026-12-31' };
    expect(refused(tender, grounds('D', dishonest))).toEqual([
      'measure-doubled no-tender no-procurement',
    ]);
    expect(refused({ measure: 'fast-track' }, grounds('A', dishonest))).toEqual([
      'measure-doubled fast-track no-trust',
    ]);
  });
});

import { parisMou, tokyoMou } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { answer, every, expectPublished, type Happening, quickly } from './published.js';

const asOf = '2026-01-15';

/** A ship of low risk wherever it calls. */
const good = {
  shipType: 'other',
  delivered: '2020-05-01',
  flag: 'white',
  imoAudit: true,
  organisation: 'high',
  organisationOfEu: true,
  company: 'high',
};
const clean: Happening = ['inspection', '2025-03-01', { deficiencies: 5 }];
const ship = (facts: object, events: readonly Happening[] = [clean]) => ({
  facts: { ...good, ...facts },
  events,
});

const FLAG: Record<string, number> = {
  white: 0,
  grey: 0,
  'black-medium': 1,
  'black-medium-high': 2,
  'black-high': 2,
  'black-very-high': 2,
  black: 1,
};
const GRADES = ['high', 'medium', 'low', 'very-low'];
const isLow = (grade: unknown): boolean => grade === 'low' || grade === 'very-low';

describe('Paris MoU ship risk profile', () => {
  it('is plain data without a finding', () => expectPublished(parisMou));

  it.each([
    ['all merits: low risk', ship({}), '0 → low'],
    ['«at least one inspection in 36 months»: none', ship({}, []), '0 → standard'],
    [
      'inspected on 2023-01-16, the first day of the 36 months',
      ship({}, [['inspection', '2023-01-16', { deficiencies: 0 }]]),
      '0 → low',
    ],
    [
      'inspected on 2023-01-15, the day before it',
      ship({}, [['inspection', '2023-01-15', { deficiencies: 0 }]]),
      '0 → standard',
    ],
    [
      '5 deficiencies «or fewer in each»: 6 in one',
      ship({}, [clean, ['inspection', '2025-09-01', { deficiencies: 6 }]]),
      '0 → standard',
    ],
    [
      'deficiencies not recorded are no proof of few',
      ship({}, [clean, ['inspection', '2025-09-01']]),
      '0 → standard',
    ],
    [
      'one detention: no point, but not low',
      ship({}, [clean, ['detention', '2025-09-01']]),
      '0 → standard',
    ],
    [
      'two detentions: 1',
      ship({}, [clean, ['detention', '2025-09-01'], ['detention', '2023-01-16']]),
      '1 → standard',
    ],
    [
      'two detentions, one just out of 36 months',
      ship({}, [clean, ['detention', '2025-09-01'], ['detention', '2023-01-15']]),
      '0 → standard',
    ],
    ['2 + 2 = 4: one below', ship({ shipType: 'bulk', company: 'low' }), '4 → standard'],
    [
      '2 + 2 + 1 = 5: high',
      ship({ shipType: 'bulk', company: 'low', flag: 'black-medium' }),
      '5 → high',
    ],
    ['a container ship has no points here', ship({ shipType: 'container' }), '0 → low'],
    [
      '2 + 1 + 2 + 1 + 2 + 1 = 9, all there are',
      ship(
        {
          shipType: 'gas',
          delivered: '2000-01-01',
          flag: 'black-high',
          organisation: 'very-low',
          company: 'very-low',
        },
        [
          ['detention', '2025-01-01'],
          ['detention', '2025-02-01'],
        ],
      ),
      '9 → high',
    ],
  ])('%s', (_, known, expected) => expect(answer(parisMou, known, asOf)).toBe(expected));

  it('gives the point of age «>12 years» at thirteen full years, as the note on it says', () => {
    expect(answer(parisMou, ship({ delivered: '2014-01-15' }), asOf)).toBe('0 → low');
    expect(answer(parisMou, ship({ delivered: '2013-01-16' }), asOf)).toBe('0 → low');
    expect(answer(parisMou, ship({ delivered: '2013-01-15' }), asOf)).toBe('1 → low');
  });

  it('agrees with the list of rules over every ship and three histories', () => {
    const histories: (readonly Happening[])[] = [
      [],
      [clean],
      [clean, ['detention', '2025-01-01'], ['detention', '2025-02-01']],
    ];
    let ships = 0;
    for (const [i, events] of histories.entries()) {
      const fast = quickly(parisMou, events, asOf);
      for (const facts of every({
        shipType: ['oil', 'other'],
        delivered: ['2000-01-01', '2020-01-01'],
        flag: [
          'white',
          'grey',
          'black-medium',
          'black-medium-high',
          'black-high',
          'black-very-high',
        ],
        imoAudit: [true, false],
        organisation: GRADES,
        organisationOfEu: [true, false],
        company: GRADES,
      })) {
        let points = FLAG[String(facts['flag'])] as number;
        if (facts['shipType'] === 'oil') points += 2;
        if (facts['delivered'] === '2000-01-01') points += 1;
        if (isLow(facts['organisation'])) points += 1;
        if (isLow(facts['company'])) points += 2;
        if (i === 2) points += 1;
        const isBest =
          facts['flag'] === 'white' &&
          facts['imoAudit'] === true &&
          facts['organisation'] === 'high' &&
          facts['organisationOfEu'] === true &&
          facts['company'] === 'high' &&
          i === 1;
        const level = points >= 5 ? 'high' : isBest ? 'low' : 'standard';
        const given = fast(facts);
        if (given.points !== points || given.level !== level)
          expect(given).toEqual({ points, level });
        ships++;
      }
    }
    expect(ships).toBe(3 * 2 * 2 * 6 * 2 * 4 * 2 * 4);
  });
});

describe('Tokyo MoU ship risk profile', () => {
  it('is plain data without a finding', () => expectPublished(tokyoMou));

  it.each([
    ['all merits', ship({}), '0 → low'],
    ['a container ship has 2', ship({ shipType: 'container' }), '2 → low'],
    ['2 + 1 = 3: one below', ship({ shipType: 'oil', flag: 'black' }), '3 → standard'],
    ['2 + 2 = 4: high', ship({ shipType: 'oil', company: 'low' }), '4 → high'],
    [
      'two detentions: none',
      ship({}, [clean, ['detention', '2025-01-01'], ['detention', '2025-02-01']]),
      '0 → standard',
    ],
    [
      'three: 1',
      ship({}, [
        clean,
        ['detention', '2025-01-01'],
        ['detention', '2025-02-01'],
        ['detention', '2025-03-01'],
      ]),
      '1 → standard',
    ],
    [
      'each inspection with more than 5 deficiencies: 1',
      ship({}, [
        ['inspection', '2025-01-01', { deficiencies: 6 }],
        ['inspection', '2025-02-01', { deficiencies: 30 }],
        clean,
      ]),
      '2 → standard',
    ],
  ])('%s', (_, { facts: { organisationOfEu: __, ...facts }, events }, expected) => {
    expect(answer(tokyoMou, { facts, events }, asOf)).toBe(expected);
  });

  it('agrees with the list of rules over every ship and four histories', () => {
    const faulty: Happening = ['inspection', '2025-02-01', { deficiencies: 6 }];
    const detained = ['2025-01-01', '2025-02-02', '2025-03-03'].map(
      (on): Happening => ['detention', on],
    );
    const histories: (readonly Happening[])[] = [
      [],
      [clean],
      [clean, faulty, faulty],
      [clean, ...detained],
    ];
    let ships = 0;
    for (const [i, events] of histories.entries()) {
      const fast = quickly(tokyoMou, events, asOf);
      for (const facts of every({
        shipType: ['container', 'other'],
        delivered: ['2000-01-01', '2020-01-01'],
        flag: ['white', 'grey', 'black'],
        imoAudit: [true, false],
        organisation: GRADES,
        company: GRADES,
      })) {
        let points = FLAG[String(facts['flag'])] as number;
        if (facts['shipType'] === 'container') points += 2;
        if (facts['delivered'] === '2000-01-01') points += 1;
        if (isLow(facts['organisation'])) points += 1;
        if (isLow(facts['company'])) points += 2;
        points += [0, 0, 2, 1][i] as number;
        const isBest =
          facts['flag'] === 'white' &&
          facts['imoAudit'] === true &&
          facts['organisation'] === 'high' &&
          facts['company'] === 'high' &&
          i === 1;
        const level = points >= 4 ? 'high' : isBest ? 'low' : 'standard';
        const given = fast(facts);
        if (given.points !== points || given.level !== level)
          expect(given).toEqual({ points, level });
        ships++;
      }
    }
    expect(ships).toBe(4 * 2 * 2 * 3 * 2 * 4 * 4);
  });
});

import {
  australiaImports,
  australiaImportsTempo,
  hkDemeritPoints,
  iso2859,
} from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/core/day.js';
import { answer, expectPublished, expectTempo, type Happening } from './published.js';

const START = 20_000;
const asOf = dayOf(START + 400);
const level = (text: string): string => text.slice(text.indexOf('→') + 2);

describe('Australia: imported food', () => {
  const check = (outcomes: string, more: readonly Happening[] = []) =>
    level(
      answer(
        australiaImports,
        {
          events: [
            ...[...outcomes].map(
              (one, i): Happening => [one === 'p' ? 'pass' : 'fail', dayOf(START + i)],
            ),
            ...more,
          ],
        },
        asOf,
      ),
    );

  it('is plain data without a finding', () => {
    expectPublished(australiaImports);
    expectTempo(australiaImportsTempo, australiaImports);
    expect(Object.values(australiaImportsTempo.levels).map(({ ratio }) => ratio)).toEqual([
      '5%',
      '25%',
      '100%',
    ]);
  });

  it.each([
    ['new', '', 'tightened'],
    ['4 passes', 'pppp', 'tightened'],
    ['«5 consecutive passes»', 'ppppp', 'normal'],
    ['4 passes, a fail, 4 passes', 'ppppfpppp', 'tightened'],
    ['19 more', 'p'.repeat(24), 'normal'],
    ['«20 more»', 'p'.repeat(25), 'reduced'],
    ['«any fail → 100 %»', `${'p'.repeat(30)}f`, 'tightened'],
  ])('%s', (_, outcomes, expected) => expect(check(outcomes)).toBe(expected));

  it('inspects all while an order on an emerging risk holds, six months at most', () => {
    const reduced = 'p'.repeat(25);
    expect(check(reduced, [['emerging-risk-order', asOf]])).toBe('tightened');
    expect(check(reduced, [['emerging-risk-order', dayOf(START + 400 - 190)]])).toBe('reduced');
  });

  it('agrees with a count of passes since the last fail', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (list) => {
        const outcomes = list.map((passed, i) => (passed || i % 3 > 0 ? 'p' : 'f')).join('');
        const run = outcomes.length - 1 - outcomes.lastIndexOf('f');
        expect(check(outcomes)).toBe(run >= 25 ? 'reduced' : run >= 5 ? 'normal' : 'tightened');
      }),
    );
  });
});

describe('ISO 2859-1 switching', () => {
  /** a: accepted for 2, b: for 3, o: accepted without score, x: not accepted, r: resumed. */
  const LOTS: Record<string, Happening[2]> = {
    a: { accepted: true, acceptanceNumber: 0, acceptedOneStepTighter: false },
    b: { accepted: true, acceptanceNumber: 2, acceptedOneStepTighter: true },
    o: { accepted: true, acceptanceNumber: 2, acceptedOneStepTighter: false },
    x: { accepted: false, acceptanceNumber: 2 },
  };
  const steady = { steadyProduction: true, authorityConsent: true };
  const inspect = (lots: string, facts: Record<string, boolean> = steady) =>
    level(
      answer(
        iso2859,
        {
          facts,
          events: [...lots].map(
            (one, i): Happening =>
              one === 'r'
                ? ['resumption', dayOf(START + i)]
                : ['lot', dayOf(START + i), LOTS[one] as NonNullable<Happening[2]>],
          ),
        },
        asOf,
      ),
    );

  it('is plain data without a finding', () => expectPublished(iso2859));

  it.each([
    ['at the beginning', '', 'normal'],
    ['one of five', 'xaaaa', 'normal'],
    ['«2 of 5 or fewer consecutive lots»', 'xaaax', 'tightened'],
    ['two, but six apart', 'xaaaax', 'normal'],
    ['two at once', 'xx', 'tightened'],
    ['tightened, 4 accepted', 'xxaaaa', 'tightened'],
    ['tightened, «5 consecutive accepted»', 'xxaaaaa', 'normal'],
    ['tightened, 4 not accepted', 'xxxxxx', 'tightened'],
    ['«discontinue when 5 lots not accepted while on tightened»', 'xxxxxxx', 'discontinued'],
    ['5 while on tightened need not follow each other', 'xxxaxaxaxax', 'discontinued'],
    ['resumed as tightened', 'xxxxxxxr', 'tightened'],
    ['14 × 2 = 28', 'a'.repeat(14), 'normal'],
    ['15 × 2 = 30: «switching score ≥ 30»', 'a'.repeat(15), 'reduced'],
    ['10 × 3 = 30', 'b'.repeat(10), 'reduced'],
    ['9 × 3 = 27', 'b'.repeat(9), 'normal'],
    ['a lot that would fail one step tighter sets the score back', `${'b'.repeat(9)}ob`, 'normal'],
    ['one not accepted sets it back', `${'a'.repeat(14)}xa`, 'normal'],
    ['reduced, «1 not accepted»', `${'a'.repeat(15)}x`, 'normal'],
    ['reduced again needs 30 anew', `${'a'.repeat(15)}x${'a'.repeat(14)}`, 'normal'],
  ])('%s', (_, lots, expected) => expect(inspect(lots)).toBe(expected));

  it('needs steady production and the authority’s consent', () => {
    const lots = 'a'.repeat(20);
    expect(inspect(lots, { steadyProduction: true, authorityConsent: false })).toBe('normal');
    expect(inspect(lots, {})).toBe('normal');
  });

  it('keeps the conflict: a page that says 10 lots would still be on tightened inspection after 5', () => {
    expect(inspect('xxxxxxx')).toBe('discontinued');
    expect(iso2859.citations.some(({ note }) => note?.includes('says 10'))).toBe(true);
  });

  it('agrees with the rules written out as a loop', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'o', 'x', 'a', 'a', 'b', 'b'), maxLength: 60 }),
        (lots) => {
          expect(inspect(lots)).toBe(slowly(lots));
        },
      ),
    );
  });

  function slowly(lots: string): string {
    let state = 'normal';
    let seen = '';
    let score = 0;
    for (const lot of lots) {
      seen += lot;
      score = lot === 'a' ? score + 2 : lot === 'b' ? score + 3 : 0;
      const failed = (text: string) => [...text].filter((one) => one === 'x').length;
      let next = state;
      if (state === 'normal' && failed(seen.slice(-5)) >= 2) next = 'tightened';
      else if (state === 'normal' && score >= 30) next = 'reduced';
      else if (state === 'reduced' && lot === 'x') next = 'normal';
      else if (state === 'tightened' && failed(seen) >= 5) next = 'discontinued';
      else if (state === 'tightened' && /[abo]{5}$/.test(seen)) next = 'normal';
      if (next === state) continue;
      if (next === 'normal') score = 0;
      state = next;
      seen = '';
    }
    return state;
  }
});

describe('Hong Kong demerit points', () => {
  const licence = (events: readonly Happening[], day = '2006-12-31') =>
    level(answer(hkDemeritPoints, { events }, day));
  const convicted = (points: number, on: string, offence: string): Happening => [
    `conviction-${points}`,
    on,
    { offence },
  ];

  it('is plain data without a finding', () => expectPublished(hkDemeritPoints));

  it.each([
    ['10', [convicted(10, '2006-02-01', 'a')], 'licensed'],
    ['«suspended for 7 days if 15»: 15', [convicted(15, '2006-02-01', 'a')], 'suspended-7-days'],
    [
      '10 + 5 of other offences',
      [convicted(10, '2006-02-01', 'a'), convicted(5, '2006-03-01', 'b')],
      'suspended-7-days',
    ],
    [
      '5 + 5 of other offences = 10',
      [convicted(5, '2006-02-01', 'a'), convicted(5, '2006-03-01', 'b')],
      'licensed',
    ],
    [
      '«doubled … for the second time»: 5 + 5 × 2 = 15',
      [convicted(5, '2006-02-01', 'a'), convicted(5, '2006-03-01', 'a')],
      'suspended-7-days',
    ],
    [
      '5 + 10, then «trebled» 5 × 3 = 15 after the first suspension: 14 days',
      [
        convicted(5, '2006-02-01', 'a'),
        convicted(5, '2006-03-01', 'a'),
        convicted(5, '2006-04-01', 'a'),
      ],
      'suspended-14-days',
    ],
    [
      'three times 15: cancelled',
      [
        convicted(15, '2006-02-01', 'a'),
        convicted(15, '2006-03-01', 'b'),
        convicted(15, '2006-04-01', 'c'),
      ],
      'cancelled',
    ],
    [
      '15, then 10: the 15 are used up by the suspension',
      [convicted(15, '2006-02-01', 'a'), convicted(10, '2006-03-01', 'b')],
      'suspended-7-days',
    ],
  ] as const)('%s', (_, events, expected) => expect(licence(events)).toBe(expected));

  it('doubles only within 12 months, the day before the anniversary the last', () => {
    const pair = (second: string) =>
      licence([convicted(5, '2006-02-01', 'a'), convicted(5, second, 'a')], '2007-12-31');
    expect(pair('2007-01-31')).toBe('suspended-7-days');
    expect(pair('2007-02-01')).toBe('licensed');
  });

  it('begins anew 12 months after the offence that led to the suspension', () => {
    const again = (on: string) =>
      licence([convicted(15, '2006-02-01', 'a'), convicted(15, on, 'b')], on);
    expect(again('2007-01-31')).toBe('suspended-14-days');
    expect(again('2007-02-01')).toBe('suspended-7-days');
  });

  it('leaves premises under ISO 22000 outside', () => {
    expect(answer(hkDemeritPoints, { lists: ['iso-22000'] })).toBe('outside-the-system');
  });
});

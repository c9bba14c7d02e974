import { checkPopulation, nextDue, tempoFor, visitHistory } from 'evenhand/matrix';
import {
  hkDemeritPoints,
  hkDemeritProposal,
  hkFoodTempo,
  impelRisk,
  kazakhstanRisk,
  parisMouAccess,
  russiaCategoryTempo,
  russiaPercent,
  ukFoodStandards,
  ukFoodStandardsTempo,
  usCareHomes,
  usCareHomesTempo,
  usMines,
  usRentalHomes,
} from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf } from '../../src/core/day.js';
import {
  answer,
  every,
  expectPublished,
  expectTempo,
  type Happening,
  quickly,
  subjectOf,
} from './published.js';

const level = (text: string): string => text.slice(text.indexOf('→') + 2);

describe('Washington: adult family homes', () => {
  it('are plain data without a finding', () => {
    expectPublished(usCareHomes);
    expectTempo(usCareHomesTempo, usCareHomes);
    expectTempo(usRentalHomes);
  });

  const DONE: Record<string, (on: string) => Happening> = {
    c: (on) => ['inspection', on, { citations: 0 }],
    x: (on) => ['inspection', on, { citations: 1 }],
    v: (on) => ['complaint-violation', on],
  };
  const home = (record: string) =>
    level(
      answer(usCareHomes, {
        events: [...record].map((one, i) =>
          (DONE[one] as (on: string) => Happening)(dayOf(18_000 + 30 * i)),
        ),
      }),
    );

  // «no inspection citations for the past three consecutive inspections and has received no written
  // notice of violations resulting from complaint investigations during that same time period»
  it.each([
    ['never inspected', '', 'regular'],
    ['two without a citation', 'cc', 'regular'],
    ['three', 'ccc', 'earned'],
    ['a citation, then three', 'xccc', 'earned'],
    ['a citation among the past three', 'ccxcc', 'regular'],
    ['a complaint among the three', 'cvcc', 'regular'],
    ['a complaint before the three', 'vccc', 'earned'],
    ['a complaint after them', 'cccv', 'regular'],
    ['and three more', 'cccvccc', 'earned'],
  ])('%s: %s is %s', (_, record, expected) => expect(home(record)).toBe(expected));

  it('agree with looking at the end of the record', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('c', 'c', 'x', 'v'), maxLength: 20 }),
        (record) => {
          expect(home(record)).toBe(/ccc$/.test(record) ? 'earned' : 'regular');
        },
      ),
    );
  });

  it('are due after 18 months, or after 24 where that is earned, to the day', () => {
    const last = '2024-08-31';
    const due = (which: 'regular' | 'earned') =>
      nextDue(usCareHomesTempo.levels[which], { last }, last).due;
    expect([due('regular'), due('earned')]).toEqual(['2026-02-28', '2026-08-31']);
  });

  it('keep an average of 15 months: 100 inspections, 1,500 and 1,501 months', () => {
    const of = (months: number) =>
      checkPopulation(usCareHomesTempo, {
        levels: { earned: 10, regular: 90 },
        others: { 'months-between-inspections': months, inspections: 100 },
      }).map(({ holds }) => holds);
    expect([of(1500), of(1501)]).toEqual([[true], [false]]);
  });
});

describe('Washington: rental properties', () => {
  const on = (events: readonly Happening[]) =>
    tempoFor(usRentalHomes, 'property', subjectOf({ events }), '2026-01-15');

  it('once in three years; none for four in a new building without a violation', () => {
    expect(on([]).tempo.cap).toEqual({ visits: 1, per: { years: 3 } });
    const built: Happening = ['certificate-of-occupancy', '2022-01-16'];
    expect(on([built]).tempo.cap).toEqual({ visits: 0, per: { years: 4 } });
    expect(on([['certificate-of-occupancy', '2022-01-15']]).reliance).toEqual([]);
    expect(on([built, ['code-violation', '2025-01-01']]).reliance).toEqual([]);
  });

  it('an inspection by others of the last 24 months stands for one', () => {
    expect(on([['inspection-by-others', '2024-01-16']]).replaced).toBe(true);
    expect(on([['inspection-by-others', '2024-01-15']]).replaced).toBe(false);
  });
});

describe('mines, and food standards before 2023', () => {
  it('are plain data without a finding', () => {
    expectTempo(usMines);
    expectPublished(ukFoodStandards);
    expectTempo(ukFoodStandardsTempo, ukFoodStandards);
  });

  it('an underground mine with three inspections this year has one more to come', () => {
    const mine = subjectOf({
      events: ['2025-02-01', '2025-05-01', '2025-08-01', '2024-11-01'].map(
        (day) => ['inspection', day] as const,
      ),
    });
    const days = visitHistory(usMines, 'underground', mine, '2025-09-01').map(({ on }) => on);
    const due = (which: 'underground' | 'surface') =>
      nextDue(usMines.levels[which], { days }, '2025-09-01').due;
    expect([days.length, due('underground'), due('surface')]).toEqual([
      4,
      '2025-12-31',
      '2026-12-31',
    ]);
  });

  it('C to 45, B to 100, A to 180: every total', () => {
    const fast = quickly(ukFoodStandards);
    for (let points = 0; points <= 180; points++) {
      expect(fast({ points })).toEqual({
        points,
        level: points <= 45 ? 'C' : points <= 100 ? 'B' : 'A',
      });
    }
    expect(() => answer(ukFoodStandards, { facts: { points: 181 } })).toThrow('out-of-domain');
  });
});

describe('Kazakhstan: shares of violated requirements', () => {
  const facts = (sv: number, sr: number, mv: number, mr: number, gross = 0) => ({
    grossViolations: gross,
    significantViolations: sv,
    significantRequirements: sr,
    minorViolations: mv,
    minorRequirements: mr,
  });

  it('is plain data without a finding', () => expectPublished(kazakhstanRisk));

  it.each([
    ['0.7 × 0/10 + 0.3 × 0/10 = 0', facts(0, 10, 0, 10), '0 → low'],
    ['0.7 × 3/10 + 0.3 × 3/10 = 30, the last of low', facts(3, 10, 3, 10), '30 → low'],
    ['0.7 × 3/10 + 0.3 × 31/100 = 30.3', facts(3, 10, 31, 100), '30.3 → medium'],
    ['0.7 × 10/10 + 0.3 × 0/10 = 70, the last of medium', facts(10, 10, 0, 10), '70 → medium'],
    ['0.7 × 1 + 0.3 × 1/10 = 73', facts(10, 10, 1, 10), '73 → high'],
    ['0.7 × 1/3 = 23.33', facts(1, 3, 0, 10), '23.33 → low'],
    ['nothing of a gravity was asked: it counts 0', facts(10, 10, 0, 0), '70 → medium'],
    ['one gross violation: 100, whatever else', facts(1, 3, 1, 3, 1), '100 → high'],
  ])('%s', (_, known, expected) => expect(answer(kazakhstanRisk, { facts: known })).toBe(expected));

  it('agrees with whole hundredths', () => {
    const n = fc.nat(40);
    fc.assert(
      fc.property(n, n, n, n, fc.boolean(), (a, b, c, d, isGross) => {
        const part = (up: number, down: number, weight: number): number =>
          down === 0 ? 0 : Math.floor((2 * up * weight * 100 + down) / (2 * down));
        const sum = part(a, b, 70) + part(c, d, 30) + (isGross ? 10_000 : 0);
        const points = Math.min(10_000, sum);
        expect(quickly(kazakhstanRisk)(facts(a, b, c, d, isGross ? 1 : 0))).toEqual({
          points,
          level: points <= 3_000 ? 'low' : points <= 7_000 ? 'medium' : 'high',
        });
      }),
    );
  });
});

describe('Russia: per cent of what could be reached', () => {
  it('is plain data without a finding', () => {
    expectPublished(russiaPercent);
    expectTempo(russiaCategoryTempo);
  });

  const percent = (...pairs: readonly (readonly [number, number])[]) =>
    level(
      answer(russiaPercent, {
        facts: Object.fromEntries(
          pairs.flatMap(([got, most], i) => [
            [`points${i + 1}`, got],
            [`most${i + 1}`, most],
          ]),
        ),
      }),
    );

  // «выше 70 %», «от 50 до 70 %» of the indicators analysed: the denominator shrinks.
  it.each([
    [
      '7 + 14 + 21 of 10 + 20 + 30 = 70 %',
      [
        [7, 10],
        [14, 20],
        [21, 30],
      ],
      'medium',
    ],
    [
      '7 + 14 + 22 of 60 = 71.67 %',
      [
        [7, 10],
        [14, 20],
        [22, 30],
      ],
      'high',
    ],
    [
      'without the third 21 of 30 = 70 %',
      [
        [7, 10],
        [14, 20],
      ],
      'medium',
    ],
    ['5 of 10 = 50 %', [[5, 10]], 'medium'],
    ['499 of 1000 = 49.9 %', [[499, 1000]], 'low'],
    ['701 of 1000 = 70.1 %', [[701, 1000]], 'high'],
    [
      '698 + 703 of 997 + 1000 = 70.155 %',
      [
        [698, 997],
        [703, 1000],
      ],
      'high',
    ],
  ] as const)('%s', (_, pairs, expected) => expect(percent(...pairs)).toBe(expected));

  it('has no level where nothing was analysed', () => {
    expect(() => percent()).toThrow('missing-input');
  });

  it('agrees with whole numbers, for any indicators left out', () => {
    const pair = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.array(fc.option(pair), { minLength: 1, maxLength: 5 }), (list) => {
        const known = list.flatMap((one, i) => (one === null ? [] : [[i + 1, ...one] as const]));
        if (known.length === 0) return;
        const facts = Object.fromEntries(
          known.flatMap(([i, got, most]) => [
            [`points${i}`, got],
            [`most${i}`, most],
          ]),
        );
        const [got, most] = known.reduce(([a, b], [, x, y]) => [a + x, b + y], [0, 0]);
        const expected = 10 * got > 7 * most ? 'high' : 2 * got >= most ? 'medium' : 'low';
        expect(level(answer(russiaPercent, { facts }))).toBe(expected);
      }),
    );
  });

  it('a preventive visit stands for the check of a high category, for a year', () => {
    const on = (which: string, day: string) =>
      tempoFor(
        russiaCategoryTempo,
        which,
        subjectOf({ events: [['preventive-visit', day]] }),
        '2026-01-15',
      ).replaced;
    expect([
      on('high', '2025-01-16'),
      on('high', '2025-01-15'),
      on('medium', '2025-06-01'),
    ]).toEqual([true, false, false]);
  });
});

describe('IRAM', () => {
  const IMPACTS = ['air', 'water', 'soil', 'waste', 'accident'] as const;
  const facts = (impacts: readonly number[], operator: readonly number[]) => ({
    ...Object.fromEntries(IMPACTS.map((name, i) => [name, impacts[i] as number])),
    compliance: operator[0] as number,
    attitude: operator[1] as number,
    management: operator[2] as number,
  });

  it('is plain data without a finding', () => expectPublished(impelRisk));

  it.each([
    // Only one 5, so 4; an operator of −2/3 rounds to −1: 3.
    ['5, 4, 3, 3, 2 and a good operator', [5, 4, 3, 3, 2], [-1, -1, 0], '3 → 3'],
    ['5, 5, 3, 3, 2 and an even one', [5, 5, 3, 3, 2], [0, 0, 0], '5 → 5'],
    ['no step beyond the top', [5, 5, 5, 5, 5], [1, 1, 1], '5 → 5'],
    ['a third of a step is none', [4, 4, 0, 0, 0], [1, 0, 0], '4 → 4'],
    ['the least', [0, 0, 0, 0, 0], [-1, -1, -1], '0 → 0'],
  ])('%s', (_, impacts, operator, expected) => {
    expect(answer(impelRisk, { facts: facts(impacts, operator) })).toBe(expected);
  });

  it('agrees with sorting, over every third of the impacts and every operator', () => {
    const fast = quickly(impelRisk);
    let cases = 0;
    const values = [0, 2, 4, 5];
    for (const impacts of every({ a: values, b: values, c: values, d: values, e: values })) {
      for (const one of every({ x: [-1, 0, 1], y: [-1, 0, 1], z: [-1, 0, 1] })) {
        const list = Object.values(impacts) as number[];
        const operator = Object.values(one) as number[];
        const sorted = list.toSorted((p, q) => q - p) as [number, number];
        const sum = operator.reduce((p, q) => p + q, 0);
        const step = sum >= 2 ? 1 : sum <= -2 ? -1 : 0;
        const points = Math.max(0, Math.min(5, sorted[0] - (sorted[0] > sorted[1] ? 1 : 0) + step));
        const given = fast(facts(list, operator));
        if (given.points !== points || given.level !== String(points)) {
          expect(given).toEqual({ points, level: String(points) });
        }
        cases++;
      }
    }
    expect(cases).toBe(4 ** 5 * 27);
  });
});

describe('Hong Kong: what was proposed in 2006', () => {
  it('is plain data without a finding', () => {
    expectPublished(hkDemeritProposal);
    expectTempo(hkFoodTempo, hkDemeritPoints);
  });

  const convicted = (points: number, on: string): Happening => [
    `conviction-${points}`,
    on,
    { offence: 'a' },
  ];
  const licence = (events: readonly Happening[], on = '2007-12-31') =>
    level(answer(hkDemeritProposal, { events }, on));

  it.each([
    ['10 + 3 = 13', [convicted(10, '2007-02-01'), convicted(3, '2007-03-01')], 'licensed'],
    [
      '5 × 3 = 15, three of one offence without multiplication',
      [convicted(5, '2007-02-01'), convicted(5, '2007-03-01'), convicted(5, '2007-04-01')],
      'suspended-21-days',
    ],
    [
      '5 × 2 = 10, where the system before had 5 + 10',
      [convicted(5, '2007-02-01'), convicted(5, '2007-03-01')],
      'licensed',
    ],
    [
      '15 and again 15: cancelled, no second suspension',
      [convicted(15, '2007-02-01'), convicted(15, '2007-03-01')],
      'cancelled',
    ],
  ] as const)('%s: %s', (_, events, expected) => expect(licence(events)).toBe(expected));

  it('again 15 within 12 months of the offence that led to the suspension, not later', () => {
    const again = (on: string) => licence([convicted(15, '2006-04-01'), convicted(15, on)], on);
    expect([again('2007-03-31'), again('2007-04-01')]).toEqual(['cancelled', 'suspended-21-days']);
  });

  it('keeps the conflict: what is called a reform was proposed, and 14 days are still ordered in 2024', () => {
    expect(hkDemeritProposal.citations[0]?.note).toContain('2024-04-04');
    // Two convictions of 15 each in 2023 after a suspension of 7 days in February 2024: 14 days.
    const events: Happening[] = [
      ['conviction-15', '2023-08-01', { offence: 'extension' }],
      ['conviction-15', '2023-11-01', { offence: 'other' }],
    ];
    expect(level(answer(hkDemeritPoints, { events }, '2024-04-04'))).toBe('suspended-14-days');
    expect(level(answer(hkDemeritProposal, { events }, '2024-04-04'))).toBe('cancelled');
  });

  it('premises under ISO 22000 are due every five months', () => {
    const premises = { facts: {}, lists: ['iso-22000'], events: [] };
    const { tempo } = tempoFor(hkFoodTempo, 'licensed', premises, '2026-01-15');
    expect(nextDue(tempo, { last: '2025-09-30' }, '2026-01-15').due).toBe('2026-02-28');
    expect(
      tempoFor(hkFoodTempo, 'licensed', { ...premises, lists: [] }, '2026-01-15').tempo.floor,
    ).toBeUndefined();
  });
});

describe('Hong Kong: demerit points, a second time by hand', () => {
  /** 15/10/5, twice and three times for the like within a year, 15 in a year; worked out conviction by conviction. */
  function slowly(
    list: readonly (readonly [points: number, on: string, offence: string])[],
    asOf: string,
  ): string {
    const within = (day: string, on: string): boolean => addMonths(on, -12) < day && day <= on;
    let stage = 0;
    let since = '';
    let counted: { on: string; points: number }[] = [];
    list.forEach(([points, on, offence], i) => {
      if (stage === 3) return;
      if (stage > 0 && on >= addMonths(since, 12)) stage = 0;
      const earlier = list
        .slice(0, i)
        .filter(([, day, what]) => what === offence && within(day, on));
      counted.push({ on, points: points * Math.min(3, earlier.length + 1) });
      const sum = counted.filter((one) => within(one.on, on)).reduce((n, one) => n + one.points, 0);
      if (sum < 15) return;
      stage++;
      since = on;
      counted = [];
    });
    if (stage > 0 && stage < 3 && asOf >= addMonths(since, 12)) stage = 0;
    return ['licensed', 'suspended-7-days', 'suspended-14-days', 'cancelled'][stage] as string;
  }

  it('agrees for any record', () => {
    const asOf = '2010-06-30';
    const one = fc.tuple(
      fc.constantFrom(15, 10, 5, 5, 5),
      fc.nat(1500),
      fc.constantFrom('a', 'b', 'c'),
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.uniqueArray(one, { maxLength: 9, selector: ([, day]) => day }), (record) => {
        const list = record
          .toSorted((p, q) => p[1] - q[1])
          .map(([points, n, offence]) => [points, dayOf(13_220 + n), offence] as const);
        const events = list.map(
          ([points, on, offence]): Happening => [`conviction-${points}`, on, { offence }],
        );
        const given = level(answer(hkDemeritPoints, { events }, asOf));
        seen.add(given);
        expect(given).toBe(slowly(list, asOf));
      }),
      { numRuns: 600 },
    );
    expect(seen.size).toBe(4);
  });
});

describe('Paris MoU: refusal of access', () => {
  const access = (days: readonly string[], asOf: string) =>
    level(
      answer(
        parisMouAccess,
        { events: days.map((on) => ['refusal-of-access', on] as const) },
        asOf,
      ),
    );

  it('is plain data without a finding', () => expectPublished(parisMouAccess));

  // «3 months / 12 months / permanent»
  it.each([
    ['never refused', [], '2026-01-15', 'admitted'],
    ['the last day of three months', ['2025-01-31'], '2025-04-29', 'refused-3-months'],
    ['after them', ['2025-01-31'], '2025-04-30', 'admitted-after-one'],
    [
      'again: the last day of twelve',
      ['2024-01-31', '2024-06-01'],
      '2025-05-31',
      'refused-12-months',
    ],
    ['after them again', ['2024-01-31', '2024-06-01'], '2025-06-01', 'admitted-after-two'],
    [
      'a third time: for good',
      ['2020-01-31', '2021-06-01', '2023-01-01'],
      '2026-01-15',
      'refused-for-good',
    ],
  ] as const)('%s', (_, days, asOf, expected) => expect(access(days, asOf)).toBe(expected));
});

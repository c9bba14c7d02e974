import { addDays, type Day, type Period } from 'evenhand/core';
import {
  type Act,
  applyActs,
  assess,
  nextGrade,
  type Programme,
  parseProgramme,
} from 'evenhand/programme';
import type { Event, Fact } from 'evenhand/register';
import { exampleProgramme } from 'evenhand/schemes';
import type { Input, Scheme } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedValues } from '../../src/programme/changedValues.js';
import { asOfs, firms, LEVELS, schemes } from '../scoring/arbitraries.js';
import { always, event, firmWith, schemeWith } from '../scoring/schemes.js';
import { codeOf } from '../ticket/codeOf.js';
import { bestByBruteForce } from './bruteForce.js';

const [, , matrix, sampling, cap] = exampleProgramme.documents;
const example = parseProgramme(exampleProgramme);
const asOf = '2026-01-15';

/** A programme around credit schemes; everybody's risk is low. */
function programmeOf(...credit: Scheme[]): Programme {
  const { id, levels, worse } = (credit[0] as Scheme).scale;
  const anyday = {
    from: '2000-01-01',
    citations: [{ id: 'law', title: 'Law', confidence: 'verified' }],
  };
  const cells = Object.fromEntries(
    levels.map((level) => [
      level,
      {
        tier: 'I',
        ratio: '1%',
        rule: 'at-least',
        frequency: { visits: 1, months: 12 },
        method: 'on-site',
        content: 'all-items',
        key: false,
        cite: 'law',
      },
    ]),
  );
  const risk = schemeWith({
    id: 'risk',
    from: '2000-01-01',
    scale: { id: 'risk', levels: ['low', 'high'], worse: 'last' },
    direction: 'more-is-worse',
    bands: [
      { level: 'low', cite: 'law' },
      { from: 1, level: 'high', cite: 'law' },
    ],
  });
  return parseProgramme({
    ...exampleProgramme,
    documents: [
      ...credit,
      risk,
      {
        ...matrix,
        ...anyday,
        credit: { id, levels, worse },
        risk: risk.scale,
        tiers: { id: 't', levels: ['I'], worse: 'last' },
        cells: { low: cells, high: cells },
      },
      { ...sampling, from: '2000-01-01' },
      {
        ...cap,
        from: '2000-01-01',
        eligible: { levels: [{ scale: id, levels: [] }] },
      },
    ],
    roles: { ...exampleProgramme.roles, credit: 'test', risk: [{ scheme: 'risk' }] },
  });
}

/** The scheme with only some of its inputs changeable, so that all sets of acts can be tried. */
function withChangeable(scheme: Scheme, names: readonly string[]): Scheme {
  const inputs = Object.entries(scheme.inputs).map(([name, input]): [string, Input] => {
    const { changeable: _, ...rest } = input as Input & { changeable?: boolean };
    return [
      name,
      names.includes(name) ? ({ ...rest, changeable: true } as Input) : (rest as Input),
    ];
  });
  return { ...scheme, inputs: Object.fromEntries(inputs) };
}

const goodFacts: fc.Arbitrary<Record<string, Fact>> = fc.record(
  {
    count: fc.oneof(fc.nat(20), fc.nat(20).map(String)),
    share: fc.integer({ min: -20, max: 25 }).map((n) => n / 10),
    word: fc.constantFrom('x', 'y', 'z'),
    flag: fc.boolean(),
    code: fc.constantFrom('6210', '7100'),
    day: fc.constant('2024-02-29'),
  },
  { requiredKeys: ['count', 'share'] },
);

const cases = fc
  .record({
    older: schemes,
    newer: schemes,
    asOf: asOfs,
    changeable: fc.constantFrom([], ['count'], ['share'], ['flag', 'word'], ['count', 'flag']),
    /** After how many days the newer scheme comes into force, and how many days have none before. */
    step: fc.integer({ min: 1, max: 30 }),
    gap: fc.constantFrom(0, 0, 3),
    days: fc.integer({ min: 0, max: 20 }),
  })
  .chain((given) =>
    firms(given.asOf, goodFacts).map((firm) => {
      const { older, newer, step, gap, changeable } = given;
      const { scale, direction, bands } = older;
      const to = addDays(given.asOf, step - 1 - gap);
      const versions = [
        withChangeable({ ...older, ...(to < given.asOf ? {} : { to }) }, changeable),
        ...(to < given.asOf
          ? []
          : [
              {
                ...newer,
                places: older.places,
                scale,
                direction,
                bands,
                version: '2',
                from: addDays(given.asOf, step),
              },
            ]),
      ] as Scheme[];
      return { ...given, firm: { ...firm, events: firm.events as Event[] }, versions };
    }),
  )
  // Only where both have the same places do the borrowed bands fit.
  .filter(({ older, newer }) => older.places === newer.places);

describe('the next grade', () => {
  it('is the earliest, by the smallest set, as trying every set on every day finds', () => {
    const seen = { found: 0, waited: 0, acted: 0, unreachable: 0 };
    fc.assert(
      fc.property(cases, ({ versions, firm, asOf: day, days }) => {
        const programme = programmeOf(...versions);
        const ask = () => nextGrade(programme, firm, { asOf: day, within: { days } });
        const code = codeOf(ask);
        if (code === 'not-assessable' || code === 'no-better-grade') return;
        const inForce = (on: Day) => versions.find((one) => one.from <= on && (one.to ?? on) >= on);
        const best = bestByBruteForce(inForce, firm, day, days);
        if (best === undefined) {
          expect(code).toBe('unreachable-grade');
          seen.unreachable++;
          return;
        }
        const { by, earliest, grade, waiting } = ask();
        const names = by.map((act) =>
          act.kind === 'change'
            ? `2 ${act.input}`
            : `1 ${act.kind === 'repair' ? act.event : act.list}`,
        );
        expect({ earliest, grade, names, waiting }).toEqual(best);
        const after = assess(programme, applyActs(firm, by), { asOf: earliest });
        expect(after.credit.grade).toBe(grade);
        expect(by.every(({ on }) => on >= day && on <= earliest)).toBe(true);
        seen.found++;
        if (by.length > 0) seen.acted++;
        if (waiting !== undefined) seen.waited++;
      }),
      { numRuns: 250 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  it('changes nothing it is given', () => {
    fc.assert(
      fc.property(cases, ({ versions, firm, asOf: day }) => {
        const before = structuredClone(firm);
        codeOf(() => nextGrade(programmeOf(...versions), firm, { asOf: day, within: { days: 3 } }));
        expect(firm).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('of the example’s firm is A by one repair today, or by waiting for the first decay', () => {
    const firm = firmWith({
      facts: { industry: '6210' },
      events: [event('penalty-general', '2025-09-30', { id: 'e1' })],
    });
    expect(nextGrade(example, firm, { asOf })).toEqual({
      grade: 'A',
      from: 'B',
      earliest: asOf,
      by: [{ kind: 'repair', event: 'e1', on: asOf }],
      waiting: '2026-09-30',
    });
    expect(nextGrade(example, firm, { asOf: '2025-10-01' })).toMatchObject({
      earliest: '2025-12-30',
      by: [{ on: '2025-12-30' }],
    });
  });

  it('comes by waiting alone where nothing can be repaired', () => {
    const firm = firmWith({ events: [event('list-dishonest', '2023-02-01')] });
    expect(nextGrade(example, firm, { asOf })).toEqual({
      grade: 'A',
      from: 'C',
      earliest: '2026-02-01',
      by: [],
      waiting: '2026-02-01',
    });
  });

  it('takes the nearest better grade where as many acts reach several', () => {
    const scheme = schemeWith({
      scale: { id: 's', levels: LEVELS, worse: 'last' },
      inputs: { word: { type: 'category', values: ['bad', 'best', 'good'], changeable: true } },
      terms: [
        {
          kind: 'lookup',
          id: 't',
          input: 'word',
          table: { bad: 0, good: 1, best: 3 },
          missing: 'refuse',
          cite: 'law',
        },
      ],
      bands: LEVELS.toReversed().map((level, i) => ({
        ...(i === 0 ? {} : { from: i }),
        level,
        cite: 'law',
      })),
    });
    const next = nextGrade(programmeOf(scheme), firmWith({ facts: { word: 'bad' } }), { asOf });
    expect([next.grade, next.by]).toEqual([
      'C',
      [{ kind: 'change', input: 'word', to: 'good', on: asOf }],
    ]);
    expect(next).not.toHaveProperty('waiting');
  });

  it('repairs the first of events that stand alike, however many there are', () => {
    const events = Array.from({ length: 40 }, (_, i) =>
      event('commitment-kept', '2025-06-01', { id: `k${i}` }),
    );
    const minor = Array.from({ length: 9 }, (_, i) =>
      event('penalty-minor', '2025-06-01', { id: `p${9 - i}` }),
    );
    const firm = firmWith({ events: [...minor, ...events] });
    expect(nextGrade(example, firm, { asOf }).by).toEqual([
      { kind: 'repair', event: 'p1', on: asOf },
      { kind: 'repair', event: 'p2', on: asOf },
      { kind: 'repair', event: 'p3', on: asOf },
    ]);
  });

  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('of two repairs that do as well takes the first by id: %s and %s', (penalty, listed) => {
    const events = [
      event('penalty-general', '2025-09-30', { id: penalty }),
      event('list-abnormal', '2025-09-30', { id: listed }),
    ];
    const next = nextGrade(example, firmWith({ events }), { asOf });
    expect([next.grade, next.by]).toEqual(['B', [{ kind: 'repair', event: 'a', on: asOf }]]);
  });

  it('comes with the anniversary of the first day', () => {
    const scheme = schemeWith({
      inputs: { age: { type: 'full-years', since: 'since' } },
      terms: [
        {
          kind: 'bins',
          id: 't',
          input: 'age',
          bins: [{ points: -1 }, { from: 3, points: 0 }],
          missing: 'refuse',
          cite: 'law',
        },
      ],
    });
    const firm = firmWith({ since: '2024-02-29' });
    expect(nextGrade(programmeOf(scheme), firm, { asOf }).earliest).toBe('2027-02-28');
  });

  describe('by repair', () => {
    const terms = (...repairs: (Period | 'never' | undefined)[]): Scheme['terms'] => [
      ...repairs.map((after, i): Scheme['terms'][number] => ({
        kind: 'events',
        id: `t${i}`,
        effects: [
          {
            event: 'k',
            points: -1,
            repaired: 1,
            ...(after === undefined ? {} : { repair: after === 'never' ? after : { after } }),
          },
        ],
        window: { years: 9 },
        cite: 'law',
      })),
    ];
    const dayOf = (given: Scheme['terms'], more: object = {}) => {
      const firm = firmWith({ events: [event('k', '2026-01-01', more)] });
      const programme = programmeOf(schemeWith({ terms: [...given, always(-1)] }));
      const ask = () => nextGrade(programme, firm, { asOf }).earliest;
      return codeOf(ask) ?? ask();
    };

    it.each([
      ['one rule', terms({ months: 3 }), '2026-04-01'],
      ['the latest of two', terms({ months: 3 }, { months: 6 }), '2026-07-01'],
      ['the latest of two', terms({ months: 6 }, { months: 3 }), '2026-07-01'],
      ['none of two that says never', terms({ months: 3 }, 'never'), 'unreachable-grade'],
      ['the one of two that speaks', terms(undefined, { months: 3 }), '2026-04-01'],
      ['no rule at all', terms(undefined), 'unreachable-grade'],
    ])('on the day of %s', (_, given, expected) => expect(dayOf(given)).toBe(expected));

    it('that is already on its way needs no act', () =>
      expect(dayOf(terms(undefined), { repairedOn: '2026-02-03' })).toBe('2026-02-03'));

    it('of an event not yet known is not asked for', () =>
      expect(dayOf(terms({ months: 0 }), { knownOn: '2026-01-20' })).toBe('unreachable-grade'));
  });

  it.each<[string, Event[], string]>([
    ['no-better-grade', [], asOf],
    ['unreachable-grade', [event('list-dishonest', '2026-01-01')], '2025-12-31'],
    ['not-in-force', [event('list-dishonest', '2026-01-01')], '2024-12-31'],
    ['no-such-day', [], '2026-02-30'],
  ])('is refused with %s', (code, events, day) => {
    const firm = firmWith({
      events: day < asOf ? [...events, event('list-dishonest', '2025-12-01')] : events,
    });
    expect(codeOf(() => nextGrade(example, firm, { asOf: day, within: { months: 6 } }))).toBe(code);
  });

  it('is refused for facts that do not suffice, and for too many ways', () => {
    const wrong = firmWith({ facts: { taxGrade: 'Z' } });
    expect(codeOf(() => nextGrade(example, wrong, { asOf }))).toBe('not-assessable');
    const kinds = [
      'penalty-minor',
      'penalty-general',
      'penalty-serious',
      'report-late',
      'list-abnormal',
    ];
    const events = kinds.flatMap((kind) =>
      Array.from({ length: 7 }, (_, i) => event(kind, '2025-06-01', { id: `${kind}${i}` })),
    );
    expect(codeOf(() => nextGrade(example, firmWith({ events }), { asOf }))).toBe('too-many-acts');
  });

  it('foresees windows of calendar years, repetition and what one event does to another', () => {
    const scheme = schemeWith({
      values: [
        {
          kind: 'sum-events',
          id: 'points',
          effects: [
            { event: 'late', points: 2, repaired: 0, repair: { after: { months: 1 } } },
            { event: 'grave', points: 5, repair: 'never' },
          ],
          window: { year: 0 },
          repeat: { within: { months: 12 }, by: [1, 3] },
          cite: 'law',
        },
      ],
      direction: 'more-is-worse',
      terms: [{ kind: 'number', id: 'points', input: 'points', missing: 'refuse', cite: 'law' }],
      bands: [
        { level: 'A', cite: 'law' },
        { above: 2, level: 'B', cite: 'law' },
      ],
    });
    const programme = programmeOf(scheme);
    const late = (on: string) => event('late', on);
    // The second counts three times, 2 + 6; once it is repaired 2 are left, which is still A.
    const twice = firmWith({ events: [late('2026-01-02'), late('2026-01-10')] });
    expect(nextGrade(programme, twice, { asOf })).toEqual({
      from: 'B',
      grade: 'A',
      earliest: '2026-02-10',
      by: [{ kind: 'repair', event: 'late-2026-01-10', on: '2026-02-10' }],
      waiting: '2027-01-01',
    });
    const grave = firmWith({ events: [event('grave', '2026-01-02')] });
    expect(nextGrade(programme, grave, { asOf })).toMatchObject({ earliest: '2027-01-01', by: [] });
  });

  it('looks up to the last day of the calendar and no further', () => {
    const firm = firmWith({ events: [event('list-dishonest', '9999-12-01')] });
    const ask = () => nextGrade(example, firm, { asOf: '9999-12-02' });
    expect(codeOf(ask)).toBe('unreachable-grade');
  });

  it('passes over days whose scheme has another scale', () => {
    const low = schemeWith({ terms: [always('-1')], to: '2026-01-31' });
    const scale = { id: 'other', levels: ['A', 'B'], worse: 'last' as const };
    const high = schemeWith({ version: '2', from: '2026-02-01', scale });
    const base = programmeOf(low);
    const later = programmeOf(high);
    const both: Programme = { ...base, at: (day) => (day < '2026-02-01' ? base : later).at(day) };
    expect(codeOf(() => nextGrade(both, firmWith({}), { asOf }))).toBe('unreachable-grade');
    const same = programmeOf(low, { ...high, scale: low.scale });
    expect(nextGrade(same, firmWith({}), { asOf })).toMatchObject({
      earliest: '2026-02-01',
      by: [],
    });
  });

  it('asks for no change the scheme does not call changeable, and heeds the edges of later versions', () => {
    const input = (changeable: boolean): Record<string, Input> => ({
      count: { type: 'integer', min: 0, max: 20, changeable },
    });
    const from = (edge: number): Scheme['terms'] => [
      {
        kind: 'bins',
        id: 't',
        input: 'count',
        bins: [{ points: -1 }, { from: edge, points: 0 }],
        missing: 'refuse',
        cite: 'law',
      },
    ];
    const firm = firmWith({ facts: { count: 3 } });
    const ask = (first: boolean, second: boolean) =>
      nextGrade(
        programmeOf(
          schemeWith({ inputs: input(first), terms: [always(-1)], to: '2026-01-31' }),
          schemeWith({ inputs: input(second), terms: from(7), version: '2', from: '2026-02-01' }),
        ),
        firm,
        { asOf },
      );
    expect(ask(true, false)).toMatchObject({
      earliest: '2026-02-01',
      by: [{ kind: 'change', input: 'count', to: 7, on: asOf }],
    });
    expect(codeOf(() => ask(false, true))).toBe('unreachable-grade');
  });

  it('passes on what fails for another reason than the day', () => {
    const base = programmeOf(schemeWith({ terms: [always('-1')] }));
    const broken: Programme = {
      ...base,
      at(day) {
        if (day > asOf) throw new TypeError('broken');
        return base.at(day);
      },
    };
    expect(() => nextGrade(broken, firmWith({}), { asOf })).toThrow(TypeError);
  });
});

describe('the values worth trying', () => {
  const scheme = (input: Input, more: Partial<Scheme> = {}) =>
    schemeWith({
      inputs: { it: input },
      terms: [
        {
          kind: 'bins',
          id: 't',
          input: 'it',
          bins: [{ points: 0 }, { from: 5, points: 1 }, { from: 10, points: 2 }],
          missing: { points: 0 },
          cite: 'law',
        },
      ],
      ...more,
    });
  const integer: Input = { type: 'integer', min: 0, max: 20, changeable: true };
  const valuesOf = (one: Scheme, facts: Record<string, Fact>) =>
    changedValues(one, 'it', firmWith({ facts }));

  it.each<[Fact | undefined, Fact[]]>([
    [7, [4, 10]],
    [2, [5, 10]],
    [20, [9, 4]],
    ['7', ['4', '10']],
    [undefined, [0, 5, 10]],
  ])('of a number at %o are %j, the nearest edges first', (now, values) =>
    expect(valuesOf(scheme(integer), now === undefined ? {} : { it: now })).toEqual(values),
  );

  it('do not go below the least an input can be', () => {
    const bins = [
      { from: 0, points: 0 },
      { from: 5, points: 1 },
    ];
    const terms = [
      { kind: 'bins' as const, id: 't', input: 'it', bins, missing: { points: 0 }, cite: 'law' },
    ];
    expect(valuesOf(scheme(integer, { terms }), { it: 7 })).toEqual([4]);
    expect(valuesOf(scheme(integer, { terms }), {})).toEqual([0, 5]);
  });

  it('of a decimal keep the form the fact has', () => {
    const share: Input = { type: 'decimal', places: 1, changeable: true };
    expect(valuesOf(scheme(share), { it: 7.1 })).toEqual([4.9, 10]);
    expect(valuesOf(scheme(share), { it: '7.1' })).toEqual(['4.9', '10']);
    expect(valuesOf(scheme(share), {})).toEqual(['4.9', '5', '10']);
  });

  it('of a number nothing asks about are none, and one where it is not known', () => {
    const idle = scheme({ type: 'integer', changeable: true }, { terms: [always('0')] });
    expect(valuesOf(idle, { it: 7 })).toEqual([]);
    expect(valuesOf(idle, {})).toEqual([0]);
  });

  it('heed what conditions ask, open and closed ends alike', () => {
    const when = {
      all: [
        { field: 'it', gt: 12 },
        { not: { field: 'it', eq: 15 } },
        { any: [{ field: 'other', gte: 3 }, { events: { kinds: ['k'] } }] },
        { field: 'it', lt: '2026-01-01' },
      ],
    };
    const one = scheme(integer, {
      terms: [{ kind: 'conditional', id: 't', when, points: 1, missing: 'refuse', cite: 'law' }],
    });
    expect(valuesOf(one, { it: 0 })).toEqual([12, 13, 14, 15, 16, 17]);
  });

  it('of a closed set are the others', () => {
    const closed: Input = { type: 'integer', values: [0, 5, 10], changeable: true };
    expect(valuesOf(scheme(closed), { it: 5 })).toEqual([0, 10]);
    expect(valuesOf(scheme(closed), { it: '5' })).toEqual(['0', '10']);
  });

  it('heed tables and bands over the number, and try all of one that is computed with', () => {
    const table = {
      kind: 'table' as const,
      id: 't',
      axes: [{ input: 'it', bins: [{ key: 'low' }, { above: 8, key: 'high' }] }],
      gives: 'number' as const,
      table: { low: 0, high: 1 },
      missing: 'refuse' as const,
      cite: 'law',
    };
    expect(valuesOf(scheme(integer, { values: [table] }), { it: 7 })).toEqual([9, 4, 10]);
    expect(valuesOf(scheme(integer, { bandsOn: 'it' }), { it: 7 })).toEqual([4, 10]);
    const number = {
      kind: 'number' as const,
      id: 't',
      input: 'it',
      missing: 'refuse' as const,
      cite: 'law',
    };
    const few: Input = { type: 'integer', min: 0, max: 3, changeable: true };
    expect(valuesOf(scheme(few, { terms: [number] }), { it: 1 })).toEqual([0, 2, 3]);
    const sum = {
      kind: 'combine' as const,
      id: 's',
      op: 'sum' as const,
      of: [{ value: 'it' }],
      missing: 'refuse' as const,
      cite: 'law',
    };
    expect(valuesOf(scheme(few, { terms: [], values: [sum] }), { it: 1 })).toEqual([0, 2, 3]);
    const many: Input = { type: 'integer', min: 0, max: 100_000, changeable: true };
    expect(valuesOf(scheme(many, { terms: [number] }), { it: 1 })).toEqual([100_000]);
  });

  it('of words and truths are the others', () => {
    const word: Input = { type: 'category', values: ['x', 'y', 'z'], changeable: true };
    expect(valuesOf(scheme(word), { it: 'y' })).toEqual(['x', 'z']);
    const flag: Input = { type: 'boolean', changeable: true };
    expect([valuesOf(scheme(flag), { it: false }), valuesOf(scheme(flag), {})]).toEqual([
      [true],
      [false, true],
    ]);
  });

  it.each<Input>([{ type: 'code' }, { type: 'day' }, { type: 'full-years', since: 'since' }])(
    'of %j are none',
    (input) => expect(valuesOf(scheme(input), {})).toEqual([]),
  );

  it('of an input nobody declared are none', () =>
    expect(changedValues(scheme(integer), 'nobody', firmWith({}))).toEqual([]));
});

describe('acts that are done', () => {
  const firm = firmWith({ facts: { word: 'x' }, events: [event('k', '2025-01-01', { id: 'e' })] });
  const acts: Act[] = [
    { kind: 'repair', event: 'e', on: asOf },
    { kind: 'change', input: 'word', to: 'y', on: asOf },
  ];

  it('leave the entity with the event repaired and the fact changed', () =>
    expect(applyActs(firm, acts)).toEqual({
      ...firm,
      facts: { word: 'y' },
      events: [event('k', '2025-01-01', { id: 'e', repairedOn: asOf })],
    }));

  it('are refused for an event the entity does not have', () => {
    const unknown: Act[] = [{ kind: 'repair', event: 'f', on: asOf }];
    expect(codeOf(() => applyActs(firm, unknown))).toBe('unknown-event');
    const { id: _, ...nameless } = firm;
    expect(() => applyActs(nameless, unknown)).toThrow('entity `` has no event `f`');
  });
});

import {
  checkDiscretionTable,
  type Discretion,
  type DiscretionTable,
  penaltyRange,
  penaltyRefusals,
  safeParseDiscretionTable,
  type ViolationCase,
} from 'evenhand/inspection';
import { exampleDiscretion as table } from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const asOf = '2026-03-31';
const known = { voluntary: false, obstructed: false, harm: false };
const base: ViolationCase = {
  id: '示例案〔2026〕8号',
  entity: '示例企业00017',
  violation: 'label-false',
  on: '2026-03-02',
  facts: known,
  events: [],
  evidence: [],
};
const punished = (on: string) => ({ id: `p-${on}`, kind: 'penalty-general', on, source: 'test' });
const of = (more: Partial<ViolationCase> = {}, by: DiscretionTable = table): Discretion =>
  penaltyRange(by, { ...base, ...more }, { asOf });
const ends = ({ ranges }: Discretion) =>
  ranges.map(({ penalty, from, to }) => `${penalty} ${from}..${to}`);
const ruled = (rule: DiscretionTable['precedence']['rule']): DiscretionTable => ({
  ...table,
  precedence: { rule, cite: 'example' },
});

describe('the range of a penalty', () => {
  it.each([
    ['nothing special', {}, 'normal', ['fine 3000..7000']],
    ['undone of its own accord', { voluntary: true }, 'lighter', ['fine 1000..3000']],
    ['somebody was hurt', { harm: true }, 'heavier', ['fine 7000..10000', 'suspension 3..15']],
    [
      'hurt and obstructed: held by the heaviest',
      { harm: true, obstructed: true },
      'heavier',
      ['fine 7000..10000', 'suspension 3..15'],
    ],
    [
      'hurt and undone: the heavier first',
      { harm: true, voluntary: true },
      'heavier',
      ['fine 7000..10000', 'suspension 3..15'],
    ],
  ] as const)('%s', (_, facts, band, ranges) => {
    const found = of({ facts: { ...known, ...facts } });
    expect([found.state, found.band, ends(found)]).toEqual(['decided', band, ranges]);
  });

  it('follows the precedence the table states, and says what was set aside', () => {
    const both = { facts: { ...known, harm: true, voluntary: true } };
    expect(
      ['heavier-first', 'lighter-first', 'offset'].map(
        (rule) => of(both, ruled(rule as 'offset')).band,
      ),
    ).toEqual(['heavier', 'lighter', 'normal']);
    const aside = (rule: 'heavier-first' | 'lighter-first' | 'offset') =>
      of(both, ruled(rule)).circumstances.flatMap(({ circumstance, setAside }) =>
        setAside ? [circumstance] : [],
      );
    expect([aside('heavier-first'), aside('lighter-first'), aside('offset')]).toEqual([
      ['voluntary'],
      ['harm'],
      [],
    ]);
  });

  it('counts the record: a penalty within a year, whose first day is inside', () => {
    expect(of({ events: [punished('2025-04-01')] }).band).toBe('heavier');
    expect(of({ events: [punished('2025-03-31')] }).band).toBe('normal');
  });

  it('looks at a violation’s own circumstances alone', () => {
    expect(of({ violation: 'price-not-shown', facts: { ...known, harm: true } }).band).toBe(
      'normal',
    );
  });

  it('is not given while something is open, which is asked, with the bands it lies between', () => {
    const open = of({ facts: { voluntary: false, obstructed: false } });
    expect([open.state, open.band, open.between, open.ranges, open.ask]).toEqual([
      'asked',
      undefined,
      ['normal', 'heavier'],
      [],
      ['harm'],
    ]);
    expect(open.circumstances.find(({ circumstance }) => circumstance === 'harm')?.asks?.zh).toBe(
      '是否造成人身伤害?',
    );
  });

  it('is given where nothing hangs on what is open', () => {
    // Obstructed already makes it the heaviest, and what is lighter does not count beside it.
    const found = of({ facts: { obstructed: true } });
    expect([found.state, found.band, found.ask]).toEqual(['decided', 'heavier', []]);
  });

  it('is refused for a violation the table does not have, and on a day it is not in force', () => {
    expect(refusal(() => of({ violation: 'poison' }))[0]).toBe('unlisted-violation');
    expect(refusal(() => of({}, { ...table, to: '2026-03-30' }))[0]).toBe('not-in-force');
  });
});

describe('a proposed penalty', () => {
  const refusals = (...proposed: (readonly [string, string | number])[]) =>
    penaltyRefusals(
      table,
      base,
      proposed.map(([penalty, amount]) => ({ penalty, amount })),
      { asOf },
    );

  it.each(['3000', '7000', 3000, '6999.99', '3000.00'])('of %s lies in its range', (amount) => {
    expect(refusals(['fine', amount])).toEqual([]);
  });

  it.each(['2999.99', '7000.01', 7001, '-3000', '0'])(
    'of %s is refused, with the range',
    (amount) => {
      expect(refusals(['fine', amount])).toEqual([
        {
          code: 'penalty-outside-range',
          severity: 'error',
          path: [0, 'amount'],
          params: {
            given: String(amount),
            penalty: 'fine',
            band: 'normal',
            expected: '3000..7000',
          },
        },
      ]);
    },
  );

  it('is refused where the band has no such penalty, twice, for none, for no number, and while something is open', () => {
    const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);
    expect(codes(refusals(['suspension', '5']))).toEqual(['penalty-not-foreseen']);
    expect(codes(refusals(['fine', '5000'], ['fine', '5000']))).toEqual(['penalty-twice']);
    expect(codes(refusals())).toEqual(['penalty-missing']);
    expect(codes(refusals(['fine', '5,000']))).toEqual(['not-a-decimal']);
    expect(codes(refusals(['fine', '9']).concat(refusals(['fine', '9999'])))).toEqual([
      'penalty-outside-range',
      'penalty-outside-range',
    ]);
    const open = penaltyRefusals(
      table,
      { ...base, facts: {} },
      [{ penalty: 'fine', amount: '5000' }],
      { asOf },
    );
    expect(open.map(({ code, params }) => [code, params['expected']])).toEqual([
      ['circumstances-open', ['voluntary', 'harm', 'obstructed']],
    ]);
  });
});

describe('same facts, same range', () => {
  const fact = fc.constantFrom(true, false, undefined);
  const facts = fc
    .record({ voluntary: fact, harm: fact, obstructed: fact })
    .map(
      (all) =>
        Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined)) as Record<
          string,
          boolean
        >,
    );
  const rule = fc.constantFrom(
    'heavier-first' as const,
    'lighter-first' as const,
    'offset' as const,
  );
  const bys = fc.tuple(...table.circumstances.map(() => fc.integer({ min: 1, max: 3 })));
  const tables = fc.tuple(rule, bys, fc.constantFrom(...table.bands)).map(
    ([precedence, by, normal]): DiscretionTable => ({
      ...ruled(precedence),
      normal,
      circumstances: table.circumstances.map((one, i) => ({ ...one, by: by[i] as number })),
    }),
  );

  /** Every answer to what is open is tried: the band is decided where all give one. */
  const slow = (one: ViolationCase, by: DiscretionTable): string[] => {
    const open = ['voluntary', 'harm', 'obstructed'].filter((name) => !(name in one.facts));
    const bands = new Set<string>();
    for (let mask = 0; mask < 2 ** open.length; mask++) {
      const all: Record<string, unknown> = { ...one.facts };
      open.forEach((name, i) => {
        all[name] = (mask >> i) % 2 === 1;
      });
      const held = by.circumstances.filter(({ id }) =>
        id === 'repeated' ? one.events.length > 0 : all[id] === true,
      );
      let up = 0;
      let down = 0;
      for (const { towards, by: steps } of held) {
        if (towards === 'heavier') up += steps;
        else down += steps;
      }
      if (by.precedence.rule === 'heavier-first' && up > 0) down = 0;
      if (by.precedence.rule === 'lighter-first' && down > 0) up = 0;
      const place = by.bands.indexOf(by.normal) + up - down;
      bands.add(by.bands[Math.max(0, Math.min(by.bands.length - 1, place))] as string);
    }
    return by.bands.filter((band) => bands.has(band));
  };

  it('whoever it is, whatever the case is called, in whatever order, and as trying every answer gives', () => {
    let asked = 0;
    fc.assert(
      fc.property(facts, fc.boolean(), tables, fc.string(), (some, isRepeated, by, name) => {
        const events = isRepeated ? [punished('2026-01-01')] : [];
        const one = { ...base, facts: some, events };
        const found = of(one, by);
        const bands = slow(one, by);
        expect(found.state).toBe(bands.length === 1 ? 'decided' : 'asked');
        if (bands.length > 1) asked++;
        expect(found.between ?? [found.band, found.band]).toEqual([bands[0], bands.at(-1)]);
        const other = of(
          {
            ...one,
            id: `x${name}`,
            entity: name,
            facts: Object.fromEntries(Object.entries(some).reverse()),
          },
          { ...by, circumstances: [...by.circumstances].reverse() },
        );
        expect([other.band, other.ranges, other.between]).toEqual([
          found.band,
          found.ranges,
          found.between,
        ]);
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(20);
  });

  it('no proposal outside its range passes, and none inside is refused', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 1_200_000 }), (some, cents) => {
        const one = { ...base, facts: { ...known, ...some } };
        const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const range = of(one).ranges.find(({ penalty }) => penalty === 'fine');
        const isInside =
          cents >= Math.round(Number(range?.from) * 100) &&
          cents <= Math.round(Number(range?.to) * 100);
        expect(
          penaltyRefusals(table, one, [{ penalty: 'fine', amount }], { asOf }).length === 0,
        ).toBe(isInside);
      }),
    );
  });
});

describe('a discretion table', () => {
  it('of the library is sound', () => {
    expect(safeParseDiscretionTable(table)).toEqual({ ok: true, value: table, issues: [] });
  });

  it('names what cannot be meant', () => {
    const codes = (change: Partial<DiscretionTable>) =>
      checkDiscretionTable({ ...table, ...change }).map(({ code }) => code);
    const [row] = table.violations as [DiscretionTable['violations'][number]];
    const range = row.ranges[2] as (typeof row.ranges)[number];
    const with_ = (...ranges: (typeof row.ranges)[number][]) => ({
      violations: [{ ...row, ranges }],
    });
    const others = row.ranges.filter((one) => one !== range);
    expect(codes({ normal: 'mild' })).toEqual(['unknown-band']);
    expect(codes(with_(...others))).toEqual(['range-missing']);
    expect(codes(with_(...others, { ...range, from: '7000.01' }))).toEqual([
      'range-turned',
      'range-uneven',
    ]);
    expect(codes(with_(...row.ranges, range))).toEqual(['range-twice']);
    expect(codes(with_(...others, { ...range, to: '90000' }))).toEqual(['range-uneven']);
    expect(codes(with_(...row.ranges, { ...range, band: 'mild' }))).toEqual(['unknown-band']);
    expect(codes(with_(...row.ranges, { ...range, penalty: 'whip' }))).toEqual(['unknown-penalty']);
    expect(codes({ violations: [{ ...row, circumstances: ['luck'] }] })).toEqual([
      'unknown-circumstance',
    ]);
    expect(codes({ violations: [row, row] })).toEqual(['repeated-name']);
    expect(codes({ bands: [...table.bands, 'normal'] })).toContain('repeated-name');
  });
});

import { addDays, addPeriod } from 'evenhand/core';
import type { Entity, Event } from 'evenhand/register';
import {
  checkWarningRules,
  levelUnderWarnings,
  type PeerTest,
  type Signal,
  safeParseWarningRules,
  type WarningRules,
  type WarningTest,
  watch,
} from 'evenhand/risk';
import { exampleWarnings } from 'evenhand/schemes';
import { arbitraryDay } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const asOf = '2026-03-31';
const firm = (id: string, events: readonly Event[] = [], more: Partial<Entity> = {}): Entity => ({
  id,
  facts: { industry: '6210' },
  district: '110105',
  lists: [],
  events,
  ...more,
});
const happened = (id: string, kind: string, on: string, more: Partial<Event> = {}): Event => ({
  id,
  kind,
  on,
  source: 'test',
  ...more,
});
const complaints = (id: string, n: number, on = '2026-03-01') =>
  firm(
    id,
    Array.from({ length: n }, (_, i) => happened(`${id}-${i}`, 'complaint', on)),
  );
const rulesOf = (when: WarningTest): WarningRules => ({
  ...exampleWarnings,
  rules: [
    {
      id: 'r',
      title: { zh: '规则', en: 'rule' },
      when,
      asks: [{ do: 'alert', to: ['market'] }],
      again: { days: 30 },
      cite: 'example',
    },
  ],
});
const peers: PeerTest = {
  kinds: ['complaint'],
  window: { days: 90 },
  atLeast: 1,
  times: '1.5',
  by: [{ field: 'industry', digits: 2 }, { field: 'district' }],
  leastPeers: 2,
};
const raised = (rules: WarningRules, all: readonly Entity[], day = asOf) =>
  watch(rules, all, { asOf: day }).signals.map(({ entity, rule }) => `${entity} ${rule}`);

describe('a count of events', () => {
  const rules = rulesOf({ count: { kinds: ['complaint'], window: { days: 90 }, atLeast: 2 } });

  it('is that of the window, whose first and last day are inside', () => {
    // 90 days that end on 2026-03-31 begin on 2026-01-01.
    const at = (first: string) => [
      firm('A', [happened('1', 'complaint', first), happened('2', 'complaint', asOf)]),
    ];
    expect(raised(rules, at('2026-01-01'))).toEqual(['A r']);
    expect(raised(rules, at('2025-12-31'))).toEqual([]);
  });

  it('takes only what was known by the day', () => {
    const late = happened('2', 'complaint', '2026-03-01', { knownOn: '2026-04-01' });
    const all = [firm('A', [happened('1', 'complaint', '2026-03-01'), late])];
    expect(raised(rules, all)).toEqual([]);
    expect(raised(rules, all, '2026-04-01')).toEqual(['A r']);
  });

  it('counts by the rules scoring counts with: filtered, consolidated, suspended, unrepaired', () => {
    const one = (values: Event['values'], more: Partial<Event> = {}) =>
      happened(`${JSON.stringify(values)}${more.on ?? ''}`, 'complaint', '2026-03-01', {
        ...(values === undefined ? {} : { values }),
        ...more,
      });
    const all = [firm('A', [one({ matter: 'x' }), one({ matter: 'x' }, { on: '2026-03-02' })])];
    const counting = { kinds: ['complaint'], window: { days: 90 }, atLeast: 2 } as const;
    expect(raised(rulesOf({ count: counting }), all)).toEqual(['A r']);
    const merged = { ...counting, consolidate: { by: ['matter'], keep: 'first' } } as const;
    expect(raised(rulesOf({ count: merged }), all)).toEqual([]);
    const where = { ...counting, where: { field: 'matter', eq: 'y' } } as const;
    expect(raised(rulesOf({ count: where }), all)).toEqual([]);
    const mended = [
      firm(
        'A',
        [...(all[0]?.events ?? [])].map((e) => ({ ...e, repairedOn: asOf })),
      ),
    ];
    expect(raised(rulesOf({ count: counting }), mended)).toEqual(['A r']);
    expect(raised(rulesOf({ count: { ...counting, unrepaired: true } }), mended)).toEqual([]);
  });

  it('names the events it rests on, not those merged away', () => {
    const two = ['1', '2'].map((id) =>
      happened(id, 'complaint', '2026-03-01', { values: { matter: 'x' } }),
    );
    const when: WarningTest = {
      count: {
        kinds: ['complaint'],
        window: { days: 90 },
        atLeast: 1,
        consolidate: { by: ['matter'], keep: 'first' },
      },
    };
    const [signal] = watch(rulesOf(when), [firm('A', two)], { asOf }).signals;
    expect(signal?.grounds).toEqual([{ count: 1, atLeast: 1, events: ['1'] }]);
  });
});

describe('an average of the like', () => {
  it('is that of the others, exactly: 3 against 2 is 1.5 times, 2 against 1.5 is not', () => {
    expect(
      raised(
        rulesOf({ peers }),
        ['A', 'B', 'C'].map((id, i) => complaints(id, i ? 2 : 3)),
      ),
    ).toEqual(['A r']);
    const uneven = [complaints('A', 2), complaints('B', 1), complaints('C', 2)];
    expect(raised(rulesOf({ peers }), uneven)).toEqual([]);
  });

  it('does not fall into the hole of doubles: 1.1 times 10 against 11', () => {
    const eleven = [complaints('A', 11), complaints('B', 10), complaints('C', 10)];
    expect(raised(rulesOf({ peers: { ...peers, times: '1.1' } }), eleven)).toEqual(['A r']);
    expect(raised(rulesOf({ peers: { ...peers, times: '1.1000000001' } }), eleven)).toEqual([]);
  });

  it('says the average, of how many, and what they have in common', () => {
    const all = [complaints('A', 3), complaints('B', 1), complaints('C', 0)];
    const [signal] = watch(rulesOf({ peers }), all, { asOf }).signals;
    expect(signal?.grounds).toEqual([
      {
        count: 3,
        atLeast: 1,
        average: '1/2',
        others: 2,
        times: '1.5',
        alike: ['62', '110105'],
        events: ['A-0', 'A-1', 'A-2'],
      },
    ]);
  });

  it('takes no one of another district or industry, and no one closed', () => {
    const elsewhere = { ...complaints('B', 0), district: '110101' };
    const other = { ...complaints('C', 0), facts: { industry: '7010' } };
    const closed = { ...complaints('D', 0), state: 'closed' as const };
    const { signals, issues, watched } = watch(
      rulesOf({ peers }),
      [complaints('A', 3), elsewhere, other, closed],
      { asOf },
    );
    expect([signals.length, watched]).toEqual([0, 3]);
    expect(
      issues.map(({ code, severity, path, params }) => [code, severity, path[0], params['given']]),
    ).toEqual([['too-few-peers', 'warning', 'A', 0]]);
  });

  it('has no answer where it is not known what an entity is like, and says so', () => {
    const { district: _, ...bare } = complaints('A', 3);
    const { signals, issues } = watch(rulesOf({ peers }), [bare, complaints('B', 0)], { asOf });
    expect(signals).toEqual([]);
    expect(issues.map(({ code, params }) => [code, params['given']])).toEqual([
      ['fact-not-known', 'district'],
    ]);
    // Below the least count nothing hangs on it.
    const { district: __, ...quiet } = complaints('A', 0);
    expect(watch(rulesOf({ peers }), [quiet], { asOf }).issues).toEqual([]);
  });
});

describe('a signal', () => {
  it('is not raised again within its time, and is after it', () => {
    const all = [complaints('A', 3)];
    const first = watch(exampleWarnings, all, { asOf });
    const again = (day: string) =>
      watch(exampleWarnings, [complaints('A', 3, day)], { asOf: day, before: first.signals });
    const last = addPeriod(asOf, { days: 90 });
    expect([again(last).signals.length, again(last).quiet]).toEqual([0, 1]);
    expect(again(addDays(last, 1)).signals.map(({ rule }) => rule)).toEqual(['complaints']);
  });

  it('needs no scope that is not known, and says so', () => {
    const rules = rulesOf({ count: { kinds: ['complaint'], window: { days: 90 }, atLeast: 1 } });
    const scoped: WarningRules = {
      ...rules,
      rules: rules.rules.map((rule) => ({ ...rule, scope: { field: 'seats', gte: 50 } })),
    };
    const seats = (n: number) => ({ ...complaints('A', 1), facts: { seats: n } });
    expect(raised(scoped, [seats(50)])).toEqual(['A r']);
    expect(raised(scoped, [seats(49)])).toEqual([]);
    const { signals, issues } = watch(scoped, [complaints('A', 1)], { asOf });
    expect([signals.length, issues[0]?.code]).toEqual([0, 'fact-not-known']);
  });

  it('steps a level for its time: the largest of several, or all, held by the worst end', () => {
    const accident = firm('A', [happened('a', 'accident', '2026-03-15')]);
    const both = firm('A', [
      ...accident.events,
      happened('1', 'finding-serious', '2026-01-01'),
      happened('2', 'finding-serious', '2026-02-01'),
    ]);
    const { signals } = watch(exampleWarnings, [both], { asOf });
    expect(signals.map(({ rule }) => rule)).toEqual(['repeated-findings', 'accident']);
    const level = (rules: WarningRules, from: string, day = asOf) =>
      levelUnderWarnings(rules, from, signals, { asOf: day });
    expect(level(exampleWarnings, 'low')).toMatchObject({
      level: 'medium',
      until: '2027-03-31',
      saturated: false,
    });
    const sum: WarningRules = { ...exampleWarnings, steps: 'sum' };
    expect(level(sum, 'low').level).toBe('high');
    expect(level(sum, 'medium')).toMatchObject({ level: 'high', saturated: true });
    // The step for findings ends after six months: 2026-09-30.
    expect(level(sum, 'low', '2026-09-30').level).toBe('high');
    expect(level(sum, 'low', '2026-10-01').level).toBe('medium');
    expect(level(sum, 'low', '2026-03-30')).toMatchObject({ level: 'low', by: [] });
    expect(levelUnderWarnings(sum, 'low', signals, { asOf, entity: 'B' }).level).toBe('low');
    expect(refusal(() => level(sum, 'D'))[0]).toBe('unknown-level');
  });
});

/** The plain reading of a test: every pair of entities is compared. */
function slow(
  test: WarningTest,
  entity: Entity,
  all: readonly Entity[],
  day: string,
): boolean | undefined {
  if ('all' in test) {
    const parts = test.all.map((part) => slow(part, entity, all, day));
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  if ('any' in test) {
    const parts = test.any.map((part) => slow(part, entity, all, day));
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  }
  if ('when' in test) throw new Error('not asked here');
  const counting = 'count' in test ? test.count : test.peers;
  const { days } = counting.window as { days: number };
  const count = ({ events }: Entity): number => {
    let found = 0;
    for (let back = 0, on = day; back < days; back++, on = addDays(on, -1)) {
      found += events.filter(
        (event) =>
          event.on === on &&
          counting.kinds.includes(event.kind) &&
          (event.knownOn ?? event.on) <= day,
      ).length;
    }
    return found;
  };
  const own = count(entity);
  if (own < counting.atLeast) return false;
  if ('count' in test) return true;
  const like = ({ facts, district }: Entity) =>
    district === undefined ? undefined : `${String(facts['industry']).slice(0, 2)}/${district}`;
  if (like(entity) === undefined) return undefined;
  const others = all.filter((one) => one !== entity && like(one) === like(entity));
  if (others.length < test.peers.leastPeers) return undefined;
  const sum = others.reduce((so, one) => so + count(one), 0);
  // In tenths, since `times` has one place here.
  return own * others.length * 10 >= sum * Number(String(test.peers.times).replace('.', ''));
}

describe('watching', () => {
  const kinds = ['complaint', 'complaint-upheld', 'finding-serious'];
  const event = fc.record({
    kind: fc.constantFrom(...kinds),
    on: arbitraryDay({ from: '2026-01-15', to: '2026-04-10' }),
    late: fc.constantFrom(0, 0, 0, 30),
  });
  const entity = fc.record({
    industry: fc.constantFrom('6210', '6220', '7010'),
    district: fc.constantFrom('110101', '110105', undefined),
    events: fc.array(event, { maxLength: 6 }),
  });
  const city = fc.array(entity, { maxLength: 10 }).map((all) =>
    all.map(
      ({ industry, district, events }, i): Entity => ({
        id: `F${i}`,
        facts: { industry },
        ...(district === undefined ? {} : { district }),
        lists: [],
        events: events.map(({ kind, on, late }, j) =>
          happened(`e${i}-${j}`, kind, on, late === 0 ? {} : { knownOn: addDays(on, late) }),
        ),
      }),
    ),
  );
  const counting = fc.record({
    kinds: fc.subarray(kinds, { minLength: 1 }),
    window: fc.constantFrom({ days: 1 }, { days: 30 }, { days: 90 }),
    atLeast: fc.integer({ min: 1, max: 3 }),
  });
  const leaf: fc.Arbitrary<WarningTest> = fc.oneof(
    counting.map((count) => ({ count })),
    fc
      .tuple(
        counting,
        fc.constantFrom('0.0', '0.5', '1.1', '1.5', '3.0'),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([one, times, leastPeers]) => ({ peers: { ...one, times, leastPeers, by: peers.by } })),
  );
  const test: fc.Arbitrary<WarningTest> = fc.oneof(
    leaf,
    fc.array(leaf, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(leaf, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  );

  it('raises what comparing every pair raises, in any order of entities', () => {
    fc.assert(
      fc.property(city, test, (all, when) => {
        const rules = rulesOf(when);
        const expected = all.flatMap((one) =>
          slow(when, one, all, asOf) === true ? [one.id] : [],
        );
        const found = watch(rules, all, { asOf });
        expect(found.signals.map(({ entity: id }) => id)).toEqual(expected);
        expect(found.issues.map(({ path }) => path[0])).toEqual(
          all.flatMap((one) => (slow(when, one, all, asOf) === undefined ? [one.id] : [])),
        );
        expect(watch(rules, [...all].reverse(), { asOf })).toEqual(found);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  it('has an event behind every count', () => {
    fc.assert(
      fc.property(city, test, (all, when) => {
        for (const { grounds } of watch(rulesOf(when), all, { asOf }).signals as Signal[]) {
          expect(grounds.length).toBeGreaterThan(0);
          for (const { count, events } of grounds) expect(events.length).toBe(count);
        }
      }),
    );
  });
});

describe('a document on warnings', () => {
  it('of the library is sound', () => {
    expect(safeParseWarningRules(exampleWarnings)).toEqual({
      ok: true,
      value: exampleWarnings,
      issues: [],
    });
  });

  const codes = (change: Partial<WarningRules>) =>
    checkWarningRules({ ...exampleWarnings, ...change }).map(
      ({ code, path }) => `${code} ${path.join('.')}`,
    );
  const count = (more: object): Partial<WarningRules> =>
    rulesOf({ count: { kinds: ['complaint'], window: { days: 9 }, atLeast: 1, ...more } });

  it('is refused where a rule, its filter or a disposal is over an unknown event', () => {
    expect(codes(count({ kinds: ['rumour'] }))).toEqual([
      'unknown-event-kind rules.0.when.count.kinds',
    ]);
    expect(codes(count({ window: { since: ['rumour'] } }))).toEqual([
      'unknown-event-kind rules.0.when.count.window.since',
    ]);
    expect(codes(count({ suspend: { event: 'rumour' } }))).toEqual([
      'unknown-event-kind rules.0.when.count.suspend',
    ]);
    expect(
      codes(rulesOf({ all: [{ when: { events: { kinds: ['rumour'], atLeast: 1 } } }] })),
    ).toEqual(['unknown-event-kind rules.0.when.all.0.when']);
    const { handling } = exampleWarnings;
    const disposals = handling.disposals.map((one) => ({ ...one, event: 'rumour' }));
    expect(codes({ handling: { ...handling, disposals } })[0]).toBe(
      'unknown-event-kind handling.disposals.0.event',
    );
    const issue = checkWarningRules({ ...exampleWarnings, ...count({ kinds: ['rumour'] }) })[0];
    expect(issue?.params).toMatchObject({ given: 'rumour', expected: exampleWarnings.events });
  });

  it('names what else cannot be meant', () => {
    expect(codes(count({ where: { events: { kinds: ['complaint'], atLeast: 1 } } }))).toEqual([
      'where-counts-events rules.0.when.count.where',
    ]);
    expect(codes(count({ kinds: ['complaint', 'complaint'] }))).toEqual([
      'repeated-name rules.0.when.count.events.1',
    ]);
    expect(codes(rulesOf({ peers: { ...peers, times: '-1' } }))).toEqual([
      'times-negative rules.0.when.peers.times',
    ]);
    const [rule] = rulesOf({ peers }).rules as [WarningRules['rules'][number]];
    const check = { do: 'check', authority: 'market', item: 'x' } as const;
    const asks = (...methods: ('on-site' | 'off-site')[]) => ({
      rules: [{ ...rule, asks: [{ ...check, methods }] }],
    });
    expect(codes(asks('on-site', 'off-site'))).toEqual(['off-site-later rules.0.asks.0.methods']);
    expect(codes(asks('off-site', 'off-site'))).toEqual(['method-twice rules.0.asks.0.methods']);
    const one = { ...check, methods: ['on-site'] } as const;
    expect(codes({ rules: [{ ...rule, asks: [one, one] }] })).toEqual([
      'two-checks rules.0.asks.1',
    ]);
    expect(codes({ rules: [rule, rule] })).toEqual(['repeated-name rules.1.id']);
    const { handling } = exampleWarnings;
    const findings = handling.findings.slice(0, 1);
    expect(codes({ handling: { ...handling, findings } })).toEqual([
      'unknown-finding handling.disposals.0.findings',
      'unknown-finding handling.disposals.1.findings',
    ]);
    const disposals = handling.disposals.filter(({ id }) => id === 'advised');
    expect(codes({ handling: { ...handling, disposals } })).toEqual([
      'finding-without-disposal handling.findings.1',
    ]);
  });
});

import { addDays, decimalText, scaled } from 'evenhand/core';
import type { Entity, Event } from 'evenhand/register';
import {
  checkRegrading,
  emptyHistory,
  type LevelHistory,
  levelLists,
  levelOn,
  type RegradeRules,
  type Regrading,
  regrade,
  regradingDays,
  safeParseRegrading,
} from 'evenhand/risk';
import {
  chinaFood2016,
  chinaFoodRegrading2016,
  exampleRegrading,
  exampleRisk,
  shanghaiFoodRegrading2022,
} from 'evenhand/schemes';
import { compileScheme, rate, schemeAt } from 'evenhand/scoring';
import { arbitraryDay } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const compiled = compileScheme(exampleRisk);
const rulesOn = (day: string, regrading: Regrading = exampleRegrading): RegradeRules => ({
  regrading,
  risk: [{ at: schemeAt(compiled, day) }],
});
const firm = (id: string, events: readonly Event[] = [], more: Partial<Entity> = {}): Entity => ({
  id,
  facts: { industry: '70', hazardous: false, crowd: 10 },
  lists: [],
  events,
  ...more,
});
const happened = (kind: string, on: string, id = `${kind}-${on}`): Event => ({
  id,
  kind,
  on,
  source: 'test',
});
const serious = (on: string) => happened('finding-serious', on);

describe('the days of regrading', () => {
  it('clamps a day to the end of a short month', () => {
    const round = { id: 'm', every: 'month', day: 31, may: 'both', cite: 'example' } as const;
    const days = regradingDays(
      { ...exampleRegrading, rounds: [round] },
      { from: '2024-01-31', to: '2024-04-30' },
    );
    expect(days.map(({ on }) => on)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ]);
  });

  it('has one round a day, the first of the document', () => {
    const december = { from: '2026-12-01', to: '2026-12-31' };
    expect(regradingDays(exampleRegrading, december)).toEqual([
      { on: '2026-12-31', round: 'yearly' },
    ]);
    expect(regradingDays(chinaFoodRegrading2016, { from: '2026-01-01', to: '2027-12-30' })).toEqual(
      [{ on: '2026-12-31', round: 'year-end' }],
    );
    expect(
      regradingDays(shanghaiFoodRegrading2022, { from: '2026-01-01', to: '2026-12-31' }),
    ).toHaveLength(12);
  });

  it('finds the days that looking at every day finds', () => {
    const round = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      every: fc.constantFrom('month' as const, 'year' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const)),
      may: fc.constant('both' as const),
      cite: fc.constant('example'),
    });
    fc.assert(
      fc.property(
        fc.array(round, { minLength: 1, maxLength: 3 }),
        arbitraryDay({ from: '2023-01-01', to: '2028-01-01' }),
        fc.integer({ min: 0, max: 500 }),
        (rounds, from, length) => {
          const to = addDays(from, length);
          const slow: { on: string; round: string }[] = [];
          for (let day = from; day <= to; day = addDays(day, 1)) {
            const isLast = addDays(day, 1).endsWith('-01');
            const found = rounds.find(({ every, month, day: of }) => {
              if (every === 'year' && Number(day.slice(5, 7)) !== month) return false;
              if (of === 'last') return isLast;
              const number = Number(day.slice(8));
              return number === of || (isLast && number < of);
            });
            if (found !== undefined) slow.push({ on: day, round: found.id });
          }
          expect(regradingDays({ ...exampleRegrading, rounds }, { from, to })).toEqual(slow);
        },
      ),
    );
  });
});

describe('a round', () => {
  // 70 gives 8, age not known 2, not standardised 4: 14 points, low. A serious finding adds 12 in its
  // first year and 6 in its second: two make 38, medium from 30; three make 50, high from 45.
  const events = [serious('2025-01-10'), serious('2025-03-10'), serious('2025-06-10')];
  const a = firm('A', events);
  let history: LevelHistory = emptyHistory(exampleRegrading);
  const steps: string[] = [];
  for (const { on } of regradingDays(exampleRegrading, { from: '2024-12-31', to: '2026-12-31' })) {
    const done = regrade(history, [a, firm('B')], rulesOn(on));
    history = done.history;
    for (const { entity, cause, from, to } of done.changes) {
      steps.push([on, entity, cause, from ?? '', to ?? ''].join(' '));
    }
  }

  it('turns levels worse each month and better once a year, with a history', () => {
    expect(steps).toEqual([
      '2024-12-31 A first  low',
      '2024-12-31 B first  low',
      '2025-03-31 A regraded low medium',
      '2025-06-30 A regraded medium high',
      '2026-12-31 A regraded high medium',
    ]);
    expect(history.rounds.find(({ on }) => on === '2026-06-30')?.held).toEqual([
      { entity: 'A', to: 'medium' },
    ]);
  });

  it('says of which rule the points changed since the level before, and by which events', () => {
    const change = history.changes.find(({ on }) => on === '2025-06-30');
    expect(change?.score).toEqual({ from: '38', to: '50' });
    expect(change?.points).toEqual([
      {
        rule: 'findings',
        from: '24',
        to: '36',
        events: events.map(({ id }) => id),
        cite: 'example',
        article: expect.any(String),
      },
    ]);
  });

  it('gives the level of any day, and none before the first', () => {
    expect(levelOn(history, 'A', '2024-12-30')).toBeUndefined();
    expect(levelOn(history, 'A', '2025-03-30')).toBe('low');
    expect(levelOn(history, 'A', '2025-03-31')).toBe('medium');
    expect(levelOn(history, 'A', '2029-01-01')).toBe('medium');
  });

  it('lists entities by level, the worst first, and who came and went since the list before', () => {
    const { lists, round } = levelLists(history, { on: '2025-07-15', since: '2025-02-01' });
    expect(round).toBe('2025-06-30');
    expect(lists).toEqual([
      {
        scale: 'example-risk',
        level: 'high',
        entities: [{ entity: 'A', since: '2025-06-30' }],
        joined: [{ entity: 'A', on: '2025-06-30', from: 'low' }],
        left: [],
      },
      { scale: 'example-risk', level: 'medium', entities: [], joined: [], left: [] },
      {
        scale: 'example-risk',
        level: 'low',
        entities: [{ entity: 'B', since: '2024-12-31' }],
        joined: [],
        left: [{ entity: 'A', on: '2025-06-30', to: 'high' }],
      },
    ]);
  });

  it('lets whoever is gone or closed leave, and come again', () => {
    const first = regrade(
      emptyHistory(exampleRegrading),
      [firm('A'), firm('B')],
      rulesOn('2026-01-31'),
    );
    const gone = regrade(
      first.history,
      [firm('A', [], { state: 'closed' })],
      rulesOn('2026-02-28'),
    );
    expect(gone.changes.map(({ entity, cause, from, to }) => [entity, cause, from, to])).toEqual([
      ['A', 'left', 'low', undefined],
      ['B', 'left', 'low', undefined],
    ]);
    const back = regrade(gone.history, [firm('A')], rulesOn('2026-03-31'));
    expect(back.changes.map(({ entity, cause }) => [entity, cause])).toEqual([['A', 'first']]);
    expect(levelOn(back.history, 'A', '2026-03-01')).toBeUndefined();
    const { lists } = levelLists(back.history, { on: '2026-03-31', since: '2026-02-01' });
    const low = lists.find(({ level }) => level === 'low');
    expect(low?.joined).toEqual([]);
    expect(low?.entities).toEqual([{ entity: 'A', since: '2026-03-31' }]);
    expect(low?.left).toEqual([{ entity: 'B', on: '2026-02-28' }]);
  });

  it('keeps the level of an entity that cannot be rated, and says why', () => {
    const first = regrade(emptyHistory(exampleRegrading), [firm('A')], rulesOn('2026-01-31'));
    const bare: Entity = { id: 'A', facts: {}, lists: [], events: [] };
    const {
      history: next,
      issues,
      changes,
    } = regrade(first.history, [bare], rulesOn('2026-02-28'));
    expect(changes).toEqual([]);
    expect(issues.map(({ code, path }) => [code, path[0]])).toEqual([['missing-input', 'A']]);
    expect(next.rounds.at(-1)?.unrated).toEqual(['A']);
    expect(next.standings).toEqual(first.history.standings);
  });

  it('rates each by the standard of its industry, and says where another one rates', () => {
    const other = compileScheme({ ...exampleRisk, id: 'food-risk' });
    const at = (day: string): RegradeRules => ({
      regrading: exampleRegrading,
      risk: [
        { when: { field: 'industry', under: ['62'] }, at: schemeAt(other, day) },
        { at: schemeAt(compiled, day) },
      ],
    });
    const cook = (industry: string) => firm('A', [], { facts: { industry, crowd: 400 } });
    const first = regrade(emptyHistory(exampleRegrading), [cook('62')], at('2026-01-31'));
    expect(first.changes[0]?.scheme).toEqual({ to: 'food-risk@2026' });
    const second = regrade(first.history, [cook('84')], at('2026-12-31'));
    // 24 for 84 in place of 20 for 62: 42 points in place of 38, both medium, so no change.
    expect(second.changes).toEqual([]);
    const no = regrade(first.history, [firm('A', [], { facts: {} })], at('2026-12-31'));
    expect(no.issues.map(({ code }) => code)).toEqual(['standard-unclear']);
    const food = { ...at('2026-12-31'), risk: at('2026-12-31').risk.slice(0, 1) };
    expect(regrade(first.history, [cook('84')], food).issues.map(({ code }) => code)).toEqual([
      'standard-missing',
    ]);
  });

  it('takes the grades of the food rule of 2016 at the end of the year', () => {
    const food = compileScheme(chinaFood2016);
    const kitchen: Entity = {
      id: 'K',
      facts: { static: '25', dynamic: '20.5' },
      lists: [],
      events: [],
    };
    const expected = rate(food, kitchen, { asOf: '2026-12-31' });
    const { changes } = regrade(emptyHistory(chinaFoodRegrading2016), [kitchen], {
      regrading: chinaFoodRegrading2016,
      risk: [{ at: schemeAt(food, '2026-12-31') }],
    });
    expect('level' in expected ? expected.level : '').toBe('C');
    expect(changes[0]?.to).toBe('C');
  });

  it('is refused on a day without a round, out of order, for another document, for standards of two days', () => {
    const empty = emptyHistory(exampleRegrading);
    const { history: one } = regrade(empty, [], rulesOn('2026-02-28'));
    expect(refusal(() => regrade(empty, [], rulesOn('2026-02-27')))[0]).toBe('no-such-round');
    expect(refusal(() => regrade(one, [], rulesOn('2026-02-28')))[0]).toBe('round-not-later');
    expect(refusal(() => regrade(one, [], rulesOn('2026-01-31')))[0]).toBe('round-not-later');
    expect(refusal(() => regrade(one, [], rulesOn('2026-12-31', chinaFoodRegrading2016)))[0]).toBe(
      'other-regrading',
    );
    const two = {
      regrading: exampleRegrading,
      risk: [...rulesOn('2026-03-31').risk, ...rulesOn('2026-04-30').risk],
    };
    expect(refusal(() => regrade(empty, [], two))[0]).toBe('standards-of-days');
    expect(refusal(() => levelLists(one, { on: '2026-02-28', since: '2026-02-28' }))[0]).toBe(
      'list-not-later',
    );
  });
});

describe('a history', () => {
  const kinds = ['finding-minor', 'finding-serious', 'complaint-upheld', 'accident'];
  const events = fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      on: arbitraryDay({ from: '2024-06-01', to: '2026-12-31' }),
    }),
    { maxLength: 6 },
  );
  const firms = fc.array(events, { minLength: 1, maxLength: 4 }).map((all) =>
    all.map((some, i) =>
      firm(
        `F${i}`,
        some.map(({ kind, on }, j) => happened(kind, on, `e${i}-${j}`)),
      ),
    ),
  );
  const days = regradingDays(exampleRegrading, { from: '2025-12-31', to: '2026-12-31' });

  it('is what rating each firm anew on each day gives, and its reasons add up', () => {
    fc.assert(
      fc.property(firms, (all) => {
        let history = emptyHistory(exampleRegrading);
        const slow = new Map<string, string>();
        const order = exampleRisk.scale.levels;
        const before = JSON.stringify(all);
        for (const { on, round } of days) {
          history = regrade(history, [...all].reverse(), rulesOn(on)).history;
          for (const one of all) {
            const rating = rate(compiled, one, { asOf: on });
            const level = 'level' in rating ? rating.level : '';
            const old = slow.get(one.id);
            const isWorse =
              old === undefined || order.indexOf(level as 'low') > order.indexOf(old as 'low');
            if (round === 'yearly' || isWorse) slow.set(one.id, level);
            expect(levelOn(history, one.id, on)).toBe(slow.get(one.id));
          }
        }
        for (const { points, score } of history.changes) {
          const sum = points.reduce(
            (so, { from = '0', to = '0' }) => so + scaled(to, 3) - scaled(from, 3),
            0,
          );
          const start = score?.from ?? exampleRisk.start ?? '0';
          expect(decimalText(sum, 3)).toBe(
            decimalText(scaled(score?.to ?? '0', 3) - scaled(start, 3), 3),
          );
        }
        const { lists } = levelLists(history, { on: '2026-12-31' });
        expect(lists.flatMap(({ entities }) => entities).length).toBe(all.length);
        expect(JSON.stringify(all)).toBe(before);
        expect(JSON.parse(JSON.stringify(history))).toEqual(history);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a document on regrading', () => {
  it.each([exampleRegrading, chinaFoodRegrading2016, shanghaiFoodRegrading2022])(
    '$id is sound',
    (document) => {
      expect(safeParseRegrading(document)).toEqual({ ok: true, value: document, issues: [] });
      expect(document.status).not.toBe('in-force');
    },
  );

  it('names a yearly round without a month, a round twice, and one that never lets a level get better', () => {
    const [yearly, monthly] = exampleRegrading.rounds as [
      Regrading['rounds'][number],
      Regrading['rounds'][number],
    ];
    const { month: _, ...bare } = yearly;
    const codes = (rounds: Regrading['rounds']) =>
      checkRegrading({ ...exampleRegrading, rounds }).map(({ code }) => code);
    expect(codes([bare])).toEqual(['round-without-month']);
    expect(codes([yearly, { ...monthly, month: 3 }])).toEqual(['round-without-month']);
    expect(codes([yearly, { ...monthly, id: 'yearly' }])).toEqual(['repeated-name']);
    expect(codes([monthly])).toEqual(['never-better']);
  });
});

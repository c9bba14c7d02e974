import { addDays, addPeriod, type Day } from 'evenhand/core';
import { drawSample, quota } from 'evenhand/draw';
import {
  checkSchedule,
  nextDue,
  nextMethod,
  type Schedule,
  safeParseSchedule,
  strataFor,
  type Tempo,
  tempoFor,
  visitHistory,
} from 'evenhand/matrix';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const scheduleWith = (more: Partial<Schedule>): Schedule => ({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'test',
  version: '1',
  from: '2026-01-01',
  status: 'draft',
  citations: [{ id: 'law', title: 'Law', article: '§ 1', confidence: 'verified' }],
  untranslated: [],
  scale: { id: 'risk', levels: ['low', 'high'], worse: 'last' },
  levels: { low: { cite: 'law' }, high: { cite: 'law' } },
  ...more,
});
const event = (id: string, kind: string, on: Day, values?: Record<string, string>) => ({
  id,
  kind,
  on,
  source: 'test',
  ...(values === undefined ? {} : { values }),
});
const firm = (events: readonly ReturnType<typeof event>[], facts = {}) => ({
  facts,
  lists: [],
  events,
});
const asOf = '2026-01-15';

describe('a cycle of methods', () => {
  const cycle = ['inspection', 'desk', 'inspection', 'sampling'];

  it.each([
    [[], 'inspection'],
    [['inspection'], 'desk'],
    [['inspection', 'desk'], 'inspection'],
    [['desk', 'inspection'], 'sampling'],
    [['inspection', 'desk', 'inspection', 'sampling'], 'inspection'],
    // After `sampling` the inspection is the first one of the cycle, not the second.
    [['sampling', 'inspection'], 'desk'],
    // A visit for cause in between does not lose the place of what follows it.
    [['complaint', 'inspection', 'desk'], 'inspection'],
    [['inspection', 'complaint'], 'inspection'],
  ])('after %j comes %s', (done, next) => expect(nextMethod(cycle, done)).toBe(next));

  it('without methods has none', () => expect(nextMethod([], ['inspection'])).toBeUndefined());

  it('goes round for ever, from wherever the record begins', () => {
    const methods = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(methods, fc.nat(20), (list, visits) => {
        const done: string[] = [];
        for (let i = 0; i < visits; i++) done.push(nextMethod(list, done) as string);
        expect(done).toEqual(Array.from({ length: visits }, (_, i) => list[i % list.length]));
      }),
    );
  });

  it('agrees with trying every place and every length of the record', () => {
    const methods = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 5 });
    const record = fc.array(fc.constantFrom('a', 'b', 'x'), { maxLength: 8 });
    fc.assert(
      fc.property(methods, record, (list, done) => {
        let expected = list[0];
        for (let length = Math.min(done.length, list.length); length > 0; length--) {
          const end = done.slice(-length).join();
          const places = list.flatMap((_, last) => {
            const run = Array.from(
              { length },
              (__, i) => list[(last - length + 1 + i + 2 * list.length) % list.length],
            );
            return run.join() === end ? [last] : [];
          });
          const place = places.includes(length - 1) ? length - 1 : places[0];
          if (place === undefined) continue;
          expected = list[(place + 1) % list.length];
          break;
        }
        expect(nextMethod(list, done)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the fewest visits', () => {
  const due = (tempo: Omit<Tempo, 'cite'>, days: readonly Day[], on = asOf, since?: Day) =>
    nextDue({ ...tempo, cite: 'x' }, { days, ...(since === undefined ? {} : { since }) }, on);

  it.each([
    ['two in every 12 months: when the older leaves', ['2025-03-01', '2025-09-01'], '2026-03-01'],
    ['with one more in between', ['2025-03-01', '2025-09-01', '2025-05-01'], '2026-05-01'],
    ['one of two, from the first day', ['2025-09-01'], '2026-06-01'],
  ])('%s', (_, days, expected) => {
    const least = { visits: 2, per: { months: 12 } };
    expect(due({ least }, days, asOf, '2025-06-01')).toMatchObject({ due: expected, by: 'least' });
  });

  it('ask for nothing where a firm’s first day is not known', () => {
    const least = { visits: 2, per: { months: 12 } };
    expect(due({ least }, ['2025-09-01']).due).toBeUndefined();
  });

  it('are late from the day after', () => {
    const least = { visits: 1, per: { months: 1 } };
    const state = (on: Day) => due({ least }, ['2025-12-31'], on).state;
    expect([state('2026-01-31'), state('2026-02-01')]).toEqual(['open', 'overdue']);
  });

  it('stand beside a longest gap: the earlier day counts', () => {
    const least = { visits: 1, per: 'calendar-year' } as const;
    expect(due({ least, floor: { months: 12 } }, ['2025-03-01'])).toMatchObject({
      due: '2026-03-01',
      by: 'floor',
    });
    expect(due({ least, floor: { months: 24 } }, ['2025-03-01'])).toMatchObject({
      due: '2026-12-31',
      by: 'least',
    });
  });

  it('of a calendar year: no visit by the day and the year is short, one and it is not', () => {
    const day = fc.nat(1400).map((n) => addDays('2023-01-01', n));
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { maxLength: 9 }),
        fc.integer({ min: 1, max: 4 }),
        day,
        (days, visits, on) => {
          const least = { visits, per: 'calendar-year' } as const;
          const end = due({ least }, days, on).due as Day;
          const seen = days.filter((one) => one <= on);
          const inYear = (year: string) => seen.filter((one) => one.startsWith(year)).length;
          const year = Number(on.slice(0, 4));
          expect(end).toBe(`${inYear(String(year)) >= visits ? year + 1 : year}-12-31`);
        },
      ),
    );
  });

  it('of every period: the window that ends on the last day is the first without enough of them', () => {
    const day = fc.nat(500).map((n) => addDays('2024-06-01', n));
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { minLength: 3, maxLength: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 12 }),
        (days, visits, months) => {
          const least = { visits, per: { months } };
          const end = due({ least }, days, '2026-01-15').due as Day;
          // Visits at most a period before a day; the period of the day after the last holds fewer.
          const within = (on: Day) => days.filter((one) => addPeriod(one, { months }) >= on).length;
          expect(within(end)).toBeGreaterThanOrEqual(visits);
          expect(within(addDays(end, 1))).toBeLessThan(visits);
        },
      ),
    );
  });

  it.each<[Tempo['least'], Tempo['cap'], boolean]>([
    [{ visits: 2, per: 'calendar-year' }, { visits: 2, per: 'calendar-year' }, true],
    [{ visits: 3, per: 'calendar-year' }, { visits: 2, per: { years: 1 } }, false],
    [{ visits: 1, per: { months: 6 } }, { visits: 1, per: 'calendar-year' }, false],
    [{ visits: 1, per: { months: 6 } }, { visits: 2, per: 'calendar-year' }, true],
    [{ visits: 3, per: { years: 2 } }, { visits: 1, per: 'calendar-year' }, false],
    [{ visits: 2, per: { years: 2 } }, { visits: 1, per: 'calendar-year' }, true],
    [{ visits: 2, per: 'calendar-year' }, { gap: { months: 7 } }, false],
    [{ visits: 2, per: 'calendar-year' }, { gap: { months: 6 } }, true],
    [{ visits: 2, per: 'calendar-year' }, { days: 1, per: 'calendar-year' }, false],
  ])('%j under a cap of %j can be kept: %s', (least, cap, isKept) => {
    const high = { least, cap, cite: 'law' } as Tempo;
    const issues = checkSchedule(scheduleWith({ levels: { low: { cite: 'law' }, high } }));
    expect(issues.map(({ code }) => code)).toEqual(isKept ? [] : ['floor-above-cap']);
  });
});

describe('visits on the record', () => {
  const schedule = scheduleWith({
    visits: { events: ['inspection'], method: 'method' },
    reliance: [
      {
        id: 'sister',
        levels: ['low'],
        when: { field: 'agreement', eq: true },
        effect: { countsAsVisit: ['sister-inspection'] },
        sunset: '2026-06-30',
        cite: 'law',
      },
    ],
  });
  const events = [
    event('e3', 'sister-inspection', '2025-08-01'),
    event('e1', 'inspection', '2025-03-01', { method: 'desk' }),
    event('e2', 'inspection', '2025-03-01'),
    event('e4', 'inspection', '2026-02-01'),
    event('e5', 'complaint', '2025-04-01'),
  ];
  const history = (level: string, facts: object, on = asOf) =>
    visitHistory(schedule, level, firm(events, facts), on);

  it('are ours, by day and id, and those of others that count', () => {
    expect(history('low', { agreement: true })).toEqual([
      { on: '2025-03-01', event: 'e1', method: 'desk' },
      { on: '2025-03-01', event: 'e2' },
      { on: '2025-08-01', event: 'e3', by: 'sister' },
    ]);
  });

  it.each([
    ['of another level', 'high', { agreement: true }, asOf],
    ['without the agreement', 'low', { agreement: false }, asOf],
    ['where it is not known', 'low', {}, asOf],
    ['after the rule’s last day', 'low', { agreement: true }, '2026-07-01'],
  ])('another body’s does not count %s', (_, level, facts, on) => {
    expect(history(level, facts, on).some(({ by }) => by !== undefined)).toBe(false);
  });
});

describe('a rule of reliance', () => {
  it('takes fields away, and changes the tempo of its levels alone', () => {
    const schedule = scheduleWith({
      levels: {
        low: { floor: { years: 3 }, ratio: '5%', cite: 'law' },
        high: { floor: { years: 1 }, cite: 'law' },
      },
      reliance: [
        {
          id: 'programme',
          levels: ['low'],
          when: { all: [] },
          effect: { tempo: { ratio: '2%' }, without: ['floor', 'ratio'] },
          cite: 'law',
        },
      ],
    });
    expect(checkSchedule(schedule)).toEqual([]);
    const tempo = (level: string) => tempoFor(schedule, level, firm([]), asOf).tempo;
    expect(tempo('low')).toEqual({ ratio: '2%', cite: 'law' });
    expect(tempo('high')).toEqual({ floor: { years: 1 }, cite: 'law' });
  });
});

describe('random strata', () => {
  const schedule = scheduleWith({
    levels: { low: { cite: 'law' }, high: { floor: { months: 6 }, cite: 'law' } },
    strata: [
      { id: 'all', ratio: '1%', rule: 'at-least', cite: 'law' },
      { id: 'best', levels: ['low'], ratio: '2%', rule: 'half-up', cite: 'law' },
      { id: 'silent', statuses: ['no-answer'], ratio: '10%', rule: 'at-least', cite: 'law' },
      {
        id: 'new',
        levels: ['low', 'high'],
        when: { field: 'isNew', eq: true },
        ratio: '5%',
        rule: 'at-most',
        ratioPer: { months: 3 },
        sunset: '2026-06-30',
        cite: 'law',
      },
    ],
  });
  const ids = (standing: Parameters<typeof strataFor>[1], facts = {}, on = asOf) =>
    strataFor(schedule, standing, firm([], facts), on).map(({ id }) => id);

  it('reach into levels and into statuses, by what is known on the day', () => {
    expect(checkSchedule(schedule)).toEqual([]);
    expect(safeParseSchedule(JSON.parse(JSON.stringify(schedule)))).toEqual({
      ok: true,
      value: schedule,
    });
    expect(ids({ level: 'low' })).toEqual(['all', 'best']);
    expect(ids({ level: 'high' })).toEqual(['all']);
    expect(ids({ status: 'no-answer' })).toEqual(['silent']);
    expect(ids({ status: 'exempt' })).toEqual([]);
    expect(ids({ level: 'high' }, { isNew: true }, '2026-06-30')).toEqual(['all', 'new']);
    expect(ids({ level: 'high' }, { isNew: true }, '2026-07-01')).toEqual(['all']);
    expect(ids({ level: 'high' }, { isNew: false })).toEqual(['all']);
  });

  it('are drawn like any stratum: a sample of those who did not answer', () => {
    const silent = Array.from({ length: 73 }, (_, i) => `JC-${String(i).padStart(6, '0')}`);
    const [stratum] = strataFor(schedule, { status: 'no-answer' }, firm([]), asOf);
    if (stratum === undefined) throw new Error('no stratum');
    // 73 × 10 % = 7.3, at least that many: 8.
    const quotas = { [stratum.id]: quota(silent.length, stratum.ratio, stratum.rule) };
    const { strata } = drawSample({
      key: '00'.repeat(32),
      frame: silent.map((id) => ({ id, stratum: stratum.id })),
      quotas,
    });
    expect(strata[0]?.selected).toHaveLength(8);
  });

  it('that draw nobody, or name what is not there, are found', () => {
    const bad = scheduleWith({
      strata: [
        { id: 's', ratio: '0%', rule: 'at-least', cite: 'law' },
        { id: 's', levels: ['huge'], ratio: '1%', rule: 'at-least', cite: 'rumour' },
      ],
      reliance: [
        { id: 'r', levels: ['none'], when: { all: [] }, effect: 'replaces-visit', cite: 'law' },
      ],
    });
    expect(checkSchedule(bad).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'citation-dangling strata.1.cite',
      'stratum-empty strata.0.ratio',
      'unknown-level strata.1.levels.0',
      'unknown-level reliance.0.levels.0',
      'repeated-name strata.1.id',
    ]);
  });
});

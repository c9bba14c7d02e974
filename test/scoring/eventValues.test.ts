import { checkScheme, compileScheme, rate, type Scheme } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { event, firmWith, schemeWith } from './schemes.js';

const asOf = '2026-01-15';
type Value = NonNullable<Scheme['values']>[number];

/** What one value gives an entity, and the points of its events. */
function given(value: Value, events: readonly object[]) {
  const scheme = schemeWith({ values: [value] });
  expect(checkScheme(scheme)).toEqual([]);
  const rating = rate(compileScheme(scheme), firmWith({ events } as never), { asOf });
  const [reason] = rating.values ?? [];
  return {
    gives: reason?.gives,
    events: reason?.events?.map(({ event, points, ...more }) => more),
  };
}

const count = (window: Extract<Value, { kind: 'count-events' }>['window'], more = {}): Value => ({
  kind: 'count-events',
  id: 'n',
  events: ['k'],
  window,
  cite: 'law',
  ...more,
});

describe('a window of events', () => {
  it.each([
    [{ months: 12 }, ['2025-01-15', '2025-01-16', '2026-01-15', '2026-01-16'], '2'],
    [{ year: -1 }, ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'], '2'],
    [{ year: 0 }, ['2025-12-31', '2026-01-01', '2026-01-15', '2026-01-16'], '2'],
    [{ year: 0, fromMonth: 10 }, ['2025-09-30', '2025-10-01', '2026-01-15'], '2'],
    [{ year: -1, fromMonth: 10 }, ['2024-09-30', '2024-10-01', '2025-09-30', '2025-10-01'], '2'],
    [{ last: 2 }, ['2001-01-01', '2002-01-01', '2003-01-01'], '2'],
    [{ ever: true }, ['0001-01-01', '2026-01-15'], '2'],
  ] as const)('%j has both ends inside', (window, days, n) => {
    expect(
      given(
        count(window),
        days.map((on) => event('k', on)),
      ).gives,
    ).toBe(n);
  });

  it('since an event begins the day after the latest one, and with the first day without one', () => {
    const days = ['2025-03-01', '2025-03-02', '2025-06-01'].map((on) => event('k', on));
    const since = count({ since: ['takeover', 'opening'] });
    expect(given(since, days).gives).toBe('3');
    const both = [...days, event('opening', '2024-01-01'), event('takeover', '2025-03-01')];
    expect(given(since, both).gives).toBe('2');
  });

  it('may filter by what the events say, and leave repaired ones out', () => {
    const events = [
      event('k', '2025-03-01', { values: { fine: 500 } }),
      event('k', '2025-03-02', { values: { fine: 501 }, repairedOn: '2025-09-01' }),
      event('k', '2025-03-03', { values: { fine: 900 } }),
      event('k', '2025-03-04'),
    ];
    const where = { where: { field: 'fine', gt: 500 } };
    expect(given(count({ years: 1 }, where), events).gives).toBe('2');
    expect(given(count({ years: 1 }, { ...where, unrepaired: true }), events).gives).toBe('1');
  });
});

describe('repetition', () => {
  // Points 15, 10, 5 a conviction; the second and third of the same offence within twelve months
  // count twice and three times.
  const demerits: Value = {
    kind: 'sum-events',
    id: 'points',
    effects: [
      { event: 'serious', points: 15 },
      { event: 'minor', points: 5 },
    ],
    window: { months: 12 },
    repeat: { same: 'offence', within: { months: 12 }, by: ['1', '2', '3'] },
    cite: 'law',
  };
  it('multiplies the second and the third of its like, counted from before the window too', () => {
    const offence = (on: string, name: string) => event('minor', on, { values: { offence: name } });
    const events = [
      offence('2024-12-01', 'dirt'),
      offence('2025-02-01', 'dirt'),
      offence('2025-03-01', 'rats'),
      offence('2025-11-30', 'dirt'),
      offence('2025-12-15', 'dirt'),
      offence('2025-12-16', 'dirt'),
    ];
    // Outside: December 2024. Then 5 × 2, 5, 5 × 3, 5 × 3 (third), 5 × 3 (fourth).
    const { gives, events: trace } = given(demerits, events.toReversed());
    expect(gives).toBe('60');
    expect(trace).toMatchObject([
      { ordinal: 2, times: '2' },
      {},
      { ordinal: 3, times: '3' },
      { ordinal: 3, times: '3' },
      { ordinal: 4, times: '3' },
    ]);
  });

  it('of an offence that is not named has no like', () => {
    const events = [event('minor', '2025-11-01'), event('minor', '2025-12-01')];
    expect(given(demerits, events).gives).toBe('10');
  });
});

describe('consolidation', () => {
  const breaches: Value = {
    kind: 'sum-events',
    id: 'score',
    places: 1,
    effects: [
      { event: 'breach-1', points: 60 },
      { event: 'breach-2', points: 31 },
      { event: 'breach-3', points: 4 },
      { event: 'breach-4', points: '0.1' },
    ],
    window: { year: -1 },
    consolidate: { by: ['condition', 'visit'], keep: 'max' },
    suspend: { event: 'improvement-agreed', same: 'condition', atMost: { months: 6 } },
    cite: 'law',
  };
  const breach = (category: number, on: string, condition: string, visit = 'v1') =>
    event(`breach-${category}`, on, { values: { condition, visit } });

  it('keeps the gravest of those alike, and says which stands for which', () => {
    const { gives, events } = given(breaches, [
      breach(3, '2025-05-01', 'c1'),
      breach(2, '2025-05-02', 'c1'),
      breach(4, '2025-05-03', 'c2'),
      breach(3, '2025-05-04', 'c1', 'v2'),
    ]);
    expect(gives).toBe('35.1');
    expect(events).toMatchObject([{ mergedInto: 'breach-2-2025-05-02' }, {}, {}, {}]);
  });

  it('leaves alone what does not name the fields', () => {
    expect(
      given(breaches, [event('breach-3', '2025-05-01'), event('breach-3', '2025-05-02')]).gives,
    ).toBe('8');
  });

  it('a hundred and one tenths are 10.1', () => {
    const many = Array.from({ length: 101 }, (_, i) =>
      event('breach-4', '2025-05-01', { id: `b${i}`, values: { condition: `c${i}`, visit: 'v' } }),
    );
    expect(given(breaches, many).gives).toBe('10.1');
  });

  it('suspension holds while it has effect, for its condition, for as long as it may', () => {
    const agreed = (on: string, condition: string, more = {}) =>
      event('improvement-agreed', on, { values: { condition }, ...more });
    const list = [breach(2, '2025-05-02', 'c1'), breach(3, '2025-05-02', 'c2')];
    expect(given(breaches, [...list, agreed('2025-07-16', 'c1')]).gives).toBe('4');
    expect(given(breaches, [...list, agreed('2025-07-15', 'c1')]).gives).toBe('35');
    expect(given(breaches, [...list, agreed('2025-12-01', 'c3')]).gives).toBe('35');
    const ended = agreed('2025-12-01', 'c1', { until: '2026-01-14' });
    expect(given(breaches, [...list, ended]).gives).toBe('35');
  });
});

describe('a closed list of kinds', () => {
  it('makes an event no rule knows an issue', () => {
    const scheme = schemeWith({ values: [count({ years: 1 }, { closed: true })] });
    const firm = firmWith({ events: [event('k', '2025-05-01'), event('rumour', '2025-05-01')] });
    expect(() => rate(compileScheme(scheme), firm, { asOf })).toThrow(
      'unknown-event-kind `rumour`',
    );
  });
});

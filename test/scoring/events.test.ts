import { compileScheme, type Events, evaluate, explain, schemeAt } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { event, firmWith, schemeWith } from './schemes.js';

const penalties: Events = {
  kind: 'events',
  id: 'penalties',
  effects: [
    { event: 'penalty', points: '-1.5', repaired: '-0.5' },
    { event: 'listed', points: '-5' },
  ],
  window: { years: 3 },
  decay: [
    { after: { years: 1 }, share: '1/2' },
    { after: { years: 2 }, share: '1/4' },
  ],
  cite: 'law',
};

function rate(events: ReturnType<typeof event>[], asOf: string, more: Partial<Events> = {}) {
  const scheme = schemeWith({ places: 1, terms: [{ ...penalties, ...more } as Events] });
  const at = schemeAt(compileScheme(scheme), asOf);
  const firm = firmWith({ events });
  const score = evaluate(at, firm);
  if (!('units' in score)) throw new Error('no score');
  return explain(at, firm, score);
}

describe('a window of events', () => {
  it.each([
    ['on the day of the answer', '2026-03-15', '-1.5'],
    ['the day after it', '2026-03-16', '0'],
    ['a day less than a year before', '2025-03-16', '-1.5'],
    ['a year before: half, -0.75, is -0.8', '2025-03-15', '-0.8'],
    ['a day less than two years before', '2024-03-16', '-0.8'],
    ['two years before: a quarter, -0.375, is -0.4', '2024-03-15', '-0.4'],
    ['on the first day of the window', '2023-03-16', '-0.4'],
    ['the day before the window', '2023-03-15', '0'],
  ])('counts a penalty %s', (_, on, score) =>
    expect(rate([event('penalty', on)], '2026-03-15').score).toBe(score),
  );

  it.each([
    ['2026-02-28', { months: 1 }, '2026-01-29', '2026-01-28'],
    ['2026-03-31', { months: 1 }, '2026-03-01', '2026-02-28'],
    ['2026-03-30', { months: 1 }, '2026-03-01', '2026-02-28'],
    ['2024-02-29', { years: 1 }, '2023-03-01', '2023-02-28'],
    ['2025-02-28', { years: 1 }, '2024-02-29', '2024-02-28'],
    ['2026-01-15', { days: 1 }, '2026-01-15', '2026-01-14'],
    ['2026-01-15', { days: 30 }, '2025-12-17', '2025-12-16'],
  ])('that ends on %s and is %j long begins on %s', (asOf, window, first, before) => {
    const score = (on: string) => rate([event('listed', on)], asOf, { window, decay: [] }).score;
    expect([score(first), score(before)]).toEqual(['-5', '0']);
  });

  it.each([
    ['not known before the next day', { knownOn: '2026-03-16' }, '0'],
    ['known today', { knownOn: '2026-03-15' }, '-5'],
    ['that ended yesterday', { until: '2026-03-14' }, '0'],
    ['that ends today', { until: '2026-03-15' }, '-5'],
    ['repaired, where repair changes nothing', { repairedOn: '2026-02-01' }, '-5'],
  ])('counts an event %s', (_, more, score) =>
    expect(rate([event('listed', '2026-01-01', more)], '2026-03-15').score).toBe(score),
  );

  it.each([
    ['2026-03-15', '-0.5'],
    ['2026-03-16', '-1.5'],
  ])('counts a repair from its day on: %s', (repairedOn, score) =>
    expect(rate([event('penalty', '2026-01-01', { repairedOn })], '2026-03-15').score).toBe(score),
  );

  it('of every past holds the first day there is', () =>
    expect(
      rate([event('listed', '0001-01-02')], '2026-03-15', { window: { years: 100_000 }, decay: [] })
        .score,
    ).toBe('-5'));
});

describe('the account of events', () => {
  it('names each event by its day, its share and its repair, and what an end takes away', () => {
    const events = [
      event('penalty', '2026-01-01', { repairedOn: '2026-02-01' }),
      event('listed', '2024-06-01'),
      event('other', '2026-01-01'),
    ];
    const expected = [
      {
        rule: 'penalties',
        what: 'event',
        event: { id: 'listed-2024-06-01', kind: 'listed', on: '2024-06-01' },
        share: '1/2',
        points: '-2.5',
        cite: 'law',
        article: '§ 1',
      },
      {
        rule: 'penalties',
        what: 'event',
        event: { id: 'penalty-2026-01-01', kind: 'penalty', on: '2026-01-01' },
        repaired: true,
        points: '-0.5',
        cite: 'law',
        article: '§ 1',
      },
      { rule: 'penalties', what: 'cap', bin: '>= -1', points: '2', cite: 'law', article: '§ 1' },
    ];
    expect(rate(events, '2026-03-15', { min: '-1' }).reasons).toEqual(expected);
    expect(rate(events.toReversed(), '2026-03-15', { min: '-1' }).reasons).toEqual(expected);
  });

  it('names an upper end too', () => {
    const effects = [{ event: 'award', points: '4' }];
    const events = [event('award', '2026-01-01'), event('award', '2026-01-02')];
    const { score, reasons } = rate(events, '2026-03-15', { effects, max: '5' });
    expect(score).toBe('5');
    expect(reasons.at(-1)).toMatchObject({ what: 'cap', bin: '<= 5', points: '-3' });
  });
});

describe('a share of points', () => {
  it.each([
    ['0.1', '1/2', '0.1'],
    ['-0.1', '1/2', '-0.1'],
    ['0.1', '49%', '0'],
    ['-0.1', '1/3', '0'],
    ['1', '1/3', '0.3'],
    ['2', '1/3', '0.7'],
    ['5', '0', '0'],
  ])('%s × %s is %s, a half away from zero', (points, share, score) => {
    const more = {
      effects: [{ event: 'listed', points }],
      decay: [{ after: { days: 10 }, share }],
    };
    expect(rate([event('listed', '2026-01-01')], '2026-03-15', more).score).toBe(score);
  });
});

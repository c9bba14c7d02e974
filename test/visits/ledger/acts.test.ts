import { describe, expect, it } from 'vitest';
import { chinaThreeMonths } from '../../../src/schemes/chinaCaps.js';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import type { Cap } from '../../../src/visits/cap.js';
import { eventsOf, visitsOf } from '../../../src/visits/ledger/ledger.js';
import { CAP_FIRST } from '../demands.js';
import { Book, said } from './book.js';

const DAY = '2026-06-01';
const booked = (cap: Cap | readonly Cap[] = twoInspections, more: object = {}): Book => {
  const book = new Book(cap);
  book.ask({ id: 'v', day: DAY, at: '2026-01-15', ...more });
  return book;
};

describe('an act', () => {
  it('entered again is answered the same; another under its name is refused', () => {
    const book = booked();
    const act = { id: 'v/in', act: 'start', visit: 'v', at: DAY } as const;
    const first = book.act(act);
    expect(book.act({ ...act, at: '2026-06-03' })).toEqual(first);
    expect(said(book.act({ ...act, reference: 'scan-2' }))).toBe('request-id-taken');
    expect(eventsOf(book.ledger)).toHaveLength(2);
  });

  it.each([
    ['an outcome', { outcome: ' ' }, 'reason-missing'],
    ['whole days', { outcome: 'good', days: 1.5 }, 'bad-days'],
    ['days at all', { outcome: 'good', days: 0 }, 'bad-days'],
    ['days that a year has', { outcome: 'good', days: 367 }, 'bad-days'],
  ])('that ends a visit says %s', (_, more, code) => {
    const book = booked();
    book.act({ act: 'start', visit: 'v', at: DAY });
    expect(said(book.act({ act: 'finish', visit: 'v', ...more }))).toBe(code);
    expect(visitsOf(book.ledger)[0]?.state).toBe('started');
  });

  it.each([
    ['confirm', {}],
    ['start', {}],
    ['finish', { outcome: 'good' }],
    ['cancel', { reason: 'again' }],
  ] as const)('does not follow on a visit that is off: %s', (act, more) => {
    const book = booked();
    book.act({ act: 'cancel', visit: 'v', reason: 'ill', at: DAY });
    expect(book.act({ act, visit: 'v', at: DAY, ...more })).toMatchObject({
      status: 'refused',
      because: [{ code: 'act-out-of-order', params: { given: act, expected: 'cancelled' } }],
    });
  });

  it('of a clock far behind is refused, and a day that is over confirms nothing', () => {
    const book = booked(twoInspections, {
      until: '2026-05-30',
      window: { from: '2026-05-01', to: DAY },
    });
    expect(said(book.act({ act: 'confirm', visit: 'v', at: '2026-01-10' }))).toBe('clock-behind');
    const late = { act: 'confirm', visit: 'v', at: '2026-05-20', day: '2026-05-10' } as const;
    expect(said(book.act(late))).toBe('day-past');
  });

  it('without a today goes by the days of the visit', () => {
    const book = booked();
    expect(said(book.act({ act: 'start', visit: 'v' }))).toBe('recorded');
    expect(visitsOf(book.ledger)[0]?.day).toBe(DAY);
    expect(said(book.act({ act: 'finish', visit: 'v', outcome: 'good' }))).toBe('recorded');
    expect(eventsOf(book.ledger).at(-1)).not.toHaveProperty('reference');
  });

  it('on a day without a version of the cap is refused, and an end is entered all the same', () => {
    const ended: Cap = { ...twoInspections, to: '2026-05-31' };
    const book = booked();
    expect(said(book.act({ act: 'start', visit: 'v', at: DAY }, ended))).toBe('cap-not-in-force');
    book.act({ act: 'start', visit: 'v', at: DAY });
    expect(said(book.act({ act: 'finish', visit: 'v', outcome: 'good' }, ended))).toBe('recorded');
  });
});

describe('a visit that moves to another day', () => {
  const window = { from: DAY, to: '2027-06-30' };
  const moved = (cap: Cap, basis: readonly string[]): Book => {
    const book = booked(cap, { until: '2026-05-30', window, basis: [...basis] });
    book.ask({ id: 'w', day: '2027-02-01', at: '2026-01-15' });
    return book;
  };
  const confirm = { act: 'confirm', visit: 'v', at: '2026-05-01', day: '2027-03-01' } as const;

  it('passes a limit for a legal duty in the open', () => {
    const book = moved(twoInspections, ['fire law, art. 5']);
    expect(said(book.act(confirm))).toBe('recorded');
    expect(visitsOf(book.ledger)[0]?.beyond).toEqual([`${twoInspections.id}/spot-check`]);
    expect(said(book.act({ act: 'start', visit: 'v', at: '2027-03-01' }))).toBe('recorded');
  });

  it('does not where the cap goes before duties, and is told the first free day', () => {
    const book = moved({ ...twoInspections, precedence: CAP_FIRST }, ['fire law, art. 5']);
    expect(said(book.act(confirm))).toBe('limit-over-duty spot-check 2028-01-01');
  });
});

it('a limit that is passed in several of its counts is marked once', () => {
  const book = new Book(chinaThreeMonths);
  const items = ['a', 'b'];
  book.ask({ id: 'city', lead: 'city-food', items, day: DAY });
  const duty = { lead: 'district-food', items, day: '2026-06-02', basis: ['law/1'] };
  expect(book.ask(duty)).toMatchObject({ beyond: ['cn-three-months/not-again'] });
});

import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import type { Cap, CapLimit } from '../../../src/visits/cap.js';
import { CAP_FIRST, DUTY_FIRST, totalOf } from '../demands.js';
import { type Ask, Book, said } from './book.js';

const [census] = twoInspections.limits as [CapLimit, CapLimit];
/** Each authority comes once a year. */
const oncePerAuthority: Cap = {
  ...twoInspections,
  limits: [{ ...census, id: 'each', unit: { visits: 1 }, counts: {}, per: ['authority'] }],
};

/** A visit that could be on any day of a span, and joins whatever it can unless told. */
const within = (id: string, from: string, to: string, more: Partial<Ask> = {}): Ask =>
  ({ id, day: from, window: { from, to }, join: undefined, ...more }) as Ask;

describe('a request that could be done on several visits', () => {
  it('joins the earliest, of one day the one that was booked first', () => {
    const book = new Book(totalOf(9));
    for (const [id, day] of [
      ['late', '2026-09-01'],
      ['first', '2026-05-04'],
      ['second', '2026-05-04'],
      ['between', '2026-06-01'],
    ] as const) {
      expect(said(book.ask({ id, day, lead: 'tax' }))).toBe('admitted');
    }
    expect(book.ask(within('fire:1', '2026-04-01', '2026-12-31'))).toMatchObject({
      status: 'joined',
      visit: 'first',
    });
    expect(book.ask(within('food:1', '2026-05-05', '2026-12-31', { lead: 'food' }))).toMatchObject({
      status: 'joined',
      visit: 'between',
    });
  });

  it('passes by what it would pass a limit on, unless it is a duty that goes first', () => {
    for (const [precedence, expected] of [
      [CAP_FIRST, 'limit-over-duty each 2027-01-01'],
      [DUTY_FIRST, 'joined'],
    ] as const) {
      const book = new Book({ ...oncePerAuthority, precedence });
      book.ask({ id: 'fire:1', day: '2026-02-02' });
      book.ask({ id: 'tax:1', day: '2026-05-04', lead: 'tax' });
      const more = within('fire:2', '2026-05-01', '2026-05-31');
      expect(said(book.ask(more))).toBe('limit-reached each 2027-01-01');
      const duty = book.ask({ ...more, id: 'fire:3', basis: ['example-law/1'] });
      expect(said(duty)).toBe(expected);
      if (duty.status === 'joined') {
        expect(duty.beyond).toEqual(['beijing-two-inspections/each']);
        expect(duty.visit).toBe('tax:1');
      }
    }
  });

  it('is not kept from a visit by a limit that others have passed and to which it adds nothing', () => {
    const override = { actor: 'JC-000123', reason: 'an example', on: '2026-01-05' };
    for (const [per, expected] of [
      [undefined, 'joined'],
      // A second visit of its own authority is one more of its count.
      [['authority'], 'limit-reached total 2027-01-01'],
    ] as const) {
      const total = { ...census, id: 'total', unit: { visits: 1 }, counts: {} };
      const book = new Book({
        ...twoInspections,
        limits: [per === undefined ? total : { ...total, per }],
      });
      book.ask({ id: 'tax:1', day: '2026-05-04', lead: 'tax' });
      book.ask({ id: 'fire:1', day: '2026-09-01' });
      expect(said(book.ask({ id: 'fire:2', day: '2026-10-01', override }))).toBe('admitted');
      expect(said(book.ask(within('fire:3', '2026-05-01', '2026-05-31')))).toBe(expected);
    }
  });

  it('brings no item along that its authority has not published', () => {
    const published = [
      { authority: 'fire', items: ['exits'] },
      { authority: 'tax', items: ['invoices'] },
    ];
    const book = new Book({ ...totalOf(9), published });
    book.ask({ id: 'tax:1', day: '2026-05-04', lead: 'tax', items: ['invoices'] });
    const fire = within('fire:1', '2026-05-01', '2026-05-31');
    expect(said(book.ask({ ...fire, items: ['alarms'] }))).toBe('item-not-published published');
    expect(book.ask({ ...fire, id: 'fire:2', items: ['exits'] })).toMatchObject({
      status: 'joined',
      visit: 'tax:1',
    });
  });
});

it('a visit whose day is over takes nobody in, whether it has begun or not', () => {
  const book = new Book(totalOf(9));
  book.ask({ id: 'tax:1', lead: 'tax', day: '2026-05-04', at: '2026-04-01' });
  const ask = (id: string, at: string, more: Partial<Ask> = {}): string =>
    said(book.ask(within(id, '2026-05-01', '2026-06-30', { day: at, at, ...more })));
  expect(ask('fire:1', '2026-05-04')).toBe('joined');
  expect(ask('food:1', '2026-05-05', { join: 'tax:1' })).toBe('join-impossible');
  expect(ask('food:2', '2026-05-05')).toBe('admitted');
});

describe('a request for one visit', () => {
  const asked = within('fire:1', '2026-05-01', '2026-05-31', { join: 'tax:1' });

  it.each<[string, Ask, string]>([
    ['is not on its days', { day: '2026-06-01' }, 'spot-check, 2026-06-01'],
    ['is at another place', { day: '2026-05-04', site: 'S2' }, 'spot-check, 2026-05-04'],
    [
      'is made off the premises',
      { day: '2026-05-04', method: 'off-site' },
      'spot-check, 2026-05-04',
    ],
  ])('is refused where that one %s, and says what stands there', (_what, tax, expected) => {
    const book = new Book(totalOf(9));
    book.ask({ id: 'tax:1', lead: 'tax', ...tax });
    expect(book.ask(asked)).toMatchObject({
      status: 'refused',
      because: [
        {
          code: 'join-impossible',
          params: { given: 'tax:1', expected: `admitted, ${expected}` },
          visits: ['tax:1'],
        },
      ],
    });
  });

  it('is refused where there is none, and where it does not count', () => {
    const book = new Book(totalOf(9));
    expect(said(book.ask(asked))).toBe('join-impossible');
    book.ask({ id: 'tax:1', day: '2026-05-04', lead: 'tax' });
    const evidence = { cause: 'complaint', reference: '12345-1' };
    const complaint = book.ask({ ...asked, id: 'fire:2', kind: 'for-cause', evidence });
    expect(said(complaint)).toBe('join-impossible');
  });
});

it('the first free day is not put off beyond the day the cap ends to protect', () => {
  const { window: _, ...limit } = census;
  const gap: CapLimit = { ...limit, id: 'gap', unit: { gap: { months: 6 } }, counts: {} };
  for (const [end, free] of [
    [{}, '2026-08-02'],
    [{ sunset: '2026-06-30' }, '2026-07-01'],
    [{ sunset: '2026-12-31' }, '2026-08-02'],
  ] as const) {
    const book = new Book({ ...twoInspections, limits: [gap], ...end });
    book.ask({ day: '2026-02-02' });
    expect(said(book.ask({ day: '2026-05-04' }))).toBe(`limit-reached gap ${free}`);
    expect(said(book.ask({ day: free }))).toBe('admitted');
  }
});

it('sites, lines and forms have counts of their own, and a form must be said', () => {
  const lines = [{ id: 'safety', authorities: ['province', 'city'] }];
  const per = (scope: 'site' | 'line' | 'form'): Book =>
    new Book({
      ...{ ...twoInspections, lines },
      limits: [{ ...census, id: scope, unit: { visits: 1 }, counts: {}, per: [scope] }],
    });
  const site = per('site');
  expect(said(site.ask({ day: '2026-02-02', site: 'S1' }))).toBe('admitted');
  expect(said(site.ask({ day: '2026-02-03', site: 'S2' }))).toBe('admitted');
  expect(said(site.ask({ day: '2026-02-04', site: 'S1' }))).toBe('limit-reached site 2027-01-01');
  const line = per('line');
  expect(said(line.ask({ day: '2026-02-02', lead: 'province' }))).toBe('admitted');
  expect(said(line.ask({ day: '2026-02-03', lead: 'city' }))).toBe('limit-reached line 2027-01-01');
  expect(said(line.ask({ day: '2026-02-04', lead: 'food' }))).toBe('admitted');
  const form = per('form');
  expect(said(form.ask({ day: '2026-02-02', form: 'a' }))).toBe('admitted');
  expect(said(form.ask({ day: '2026-02-03', form: 'b' }))).toBe('admitted');
  expect(said(form.ask({ day: '2026-02-04', form: 'a' }))).toBe('limit-reached form 2027-01-01');
  expect(said(form.ask({ day: '2026-02-05' }))).toBe('facet-missing');
});

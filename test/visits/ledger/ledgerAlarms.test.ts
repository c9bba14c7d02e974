import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import type { Cap, CapAlarm } from '../../../src/visits/cap.js';
import { ledgerAlarms } from '../../../src/visits/ledger/ledgerAlarms.js';
import { Book } from './book.js';

const alarmed = (...alarms: CapAlarm[]): Cap => ({ ...twoInspections, alarms });
const cite = 'example-levels';

/** Complaints of a firm on some days, by one authority or in turn by two. */
function complaints(days: readonly string[], leads: readonly string[] = ['fire']): Book {
  const book = new Book(twoInspections);
  for (const [i, day] of days.entries()) {
    const evidence = { cause: 'complaint', reference: `12345-${day}` };
    book.ask({
      id: `c${i}`,
      day,
      kind: 'for-cause',
      evidence,
      lead: leads[i % leads.length] as string,
    });
  }
  return book;
}

const MONTHS = ['2026-02-10', '2026-03-10', '2026-04-10', '2026-12-10', '2027-01-10'];

describe('an alarm of a number of visits', () => {
  const alarm = { id: 'many', of: 'outside', visits: 2, window: 'calendar-year', cite } as const;

  it('is told once a firm, at its first window, with the visits in it', () => {
    expect(ledgerAlarms(complaints(MONTHS).ledger, alarmed(alarm))).toEqual([
      {
        ...{ alarm: 'beijing-two-inspections/many', entity: 'E1', from: '2026-01-01' },
        ...{ visits: ['c0', 'c1', 'c2', 'c3'], found: '4', most: '2' },
      },
    ]);
  });

  it('counts over the new year where its window rolls', () => {
    const rolling = { ...alarm, visits: 1, window: { rolling: { months: 2 } } } as const;
    const [first] = ledgerAlarms(complaints(MONTHS.slice(3)).ledger, alarmed(rolling));
    expect(first).toMatchObject({
      from: '2026-12-10',
      visits: ['c3', 'c4'].map((_, i) => `c${i}`),
    });
    const apart = complaints(['2026-10-10', '2026-12-10']).ledger;
    expect(ledgerAlarms(apart, alarmed(rolling))).toEqual([]);
  });

  it('keeps authorities apart where it says so', () => {
    const { ledger } = complaints(MONTHS.slice(0, 4), ['fire', 'food']);
    expect(ledgerAlarms(ledger, alarmed({ ...alarm, per: 'authority' }))).toEqual([]);
    const found = ledgerAlarms(ledger, alarmed({ ...alarm, visits: 1, per: 'authority' }));
    expect(found.map(({ authority, visits }) => [authority, visits])).toEqual([
      ['fire', ['c0', 'c2']],
      ['food', ['c1', 'c3']],
    ]);
  });

  it('counts visits under the cap too where it is of all, and nothing that is off', () => {
    const book = complaints(MONTHS.slice(0, 2));
    book.ask({ id: 'v', day: '2026-06-01' });
    const all = alarmed({ ...alarm, of: 'all' });
    expect(ledgerAlarms(book.ledger, [all])[0]?.visits).toEqual(['c0', 'c1', 'v']);
    expect(ledgerAlarms(book.ledger, alarmed(alarm))).toEqual([]);
    book.act({ act: 'cancel', visit: 'v', reason: 'no staff' });
    expect(ledgerAlarms(book.ledger, all)).toEqual([]);
  });

  it('is none without an alarm in the cap, or where the cap is not in force', () => {
    const { ledger } = complaints(MONTHS);
    expect(ledgerAlarms(ledger, twoInspections)).toEqual([]);
    expect(ledgerAlarms(ledger, { ...alarmed(alarm), from: '2028-01-01' })).toEqual([]);
    expect(ledgerAlarms(ledger, { ...alarmed(alarm), to: '2026-03-31' })).toEqual([]);
  });
});

describe('an alarm of a share outside', () => {
  const share = (most: string, least: number): Cap =>
    alarmed({ id: 'share', share: most, least, cite });

  it('is told by authority and year, from so many visits on, above the share and not at it', () => {
    const book = complaints(MONTHS.slice(0, 3));
    book.ask({ id: 'v', day: '2026-06-01' });
    expect(ledgerAlarms(book.ledger, share('1/2', 4))).toEqual([
      {
        ...{ alarm: 'beijing-two-inspections/share', authority: 'fire', from: '2026-01-01' },
        ...{ visits: ['c0', 'c1', 'c2'], found: '3/4', most: '1/2' },
      },
    ]);
    expect(ledgerAlarms(book.ledger, share('75%', 4))).toEqual([]);
    expect(ledgerAlarms(book.ledger, share('1/2', 5))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import type { Cap, CapLimit } from '../../../src/visits/cap.js';
import { visitsOf } from '../../../src/visits/ledger/ledger.js';
import type { VisitRequest } from '../../../src/visits/ledger/request.js';
import { Book, said } from './book.js';

const [census, spotCheck] = twoInspections.limits as [CapLimit, CapLimit];
const capOf = (version: string, from: string, limits: readonly CapLimit[], to?: string): Cap => ({
  ...twoInspections,
  ...{ version, from, limits },
  ...(to === undefined ? {} : { to }),
});

const TWICE = { ...spotCheck, unit: { visits: 2 } };
const ONCE = { ...spotCheck, id: 'one-a-year' };
/** Known in January for the whole year; in July it has been closed and another is in force. */
const january = capOf('1', '2026-01-01', [census, TWICE]);
const closed = { ...january, to: '2026-06-30' };
const july = capOf('2', '2026-07-01', [census, ONCE]);

const standing = (grade: string, level: string): Pick<VisitRequest, 'standing'> => ({
  standing: [
    { scale: 'example-credit', level: grade },
    { scale: 'example-risk', level },
  ],
});

/** Of two spot checks booked under one document the first is done, and the second begins under others. */
function atTheDoor(
  before: Cap | readonly Cap[],
  now: readonly Cap[],
  ask: Partial<VisitRequest> = standing('A', 'low'),
) {
  const book = new Book(before);
  book.ask({ id: 'v1', day: '2026-03-01', ...ask });
  book.ask({ id: 'v2', day: '2026-09-01', ...ask });
  book.act({ act: 'start', visit: 'v1', at: '2026-03-01' });
  return said(book.act({ act: 'start', visit: 'v2', at: '2026-09-01' }, now));
}

describe('a booked visit is judged when it begins', () => {
  it.each([
    ['that has another name', january, [closed, july]],
    ['that has another name, the version before being lost', january, [july]],
    [
      'that there was not',
      capOf('1', '2026-01-01', [census]),
      [capOf('1', '2026-01-01', [census], '2026-06-30'), july],
    ],
    [
      'of a cap that there was not',
      { ...january, id: 'other' },
      [{ ...january, id: 'other' }, july],
    ],
  ])('by a limit %s', (_, before, now) => {
    expect(atTheDoor(before, now)).toBe('policy-changed one-a-year 2027-01-01');
  });

  it('not by one of a cap that did not protect the firm, unless that now protects others', () => {
    const poor = standing('D', 'high');
    expect(atTheDoor(january, [closed, july], poor)).toBe('recorded');
    const everybody = { ...july, eligible: {} };
    expect(atTheDoor(january, [closed, everybody], poor)).toMatch(/^policy-changed/);
  });

  it('by the limit of its own tier, whatever the tiers are called', () => {
    const tier = (id: string, level: string, visits: number): CapLimit => ({
      ...{ ...spotCheck, id, unit: { visits } },
      eligible: { levels: [{ scale: 'tier', levels: [level], cite: 'example-levels' }] },
    });
    const all = { eligible: {} };
    const before = { ...capOf('1', '2026-01-01', [tier('a', 'A', 2), tier('b', 'B', 12)]), ...all };
    const now = { ...capOf('2', '2026-07-01', [tier('A', 'A', 1), tier('B', 'B', 12)]), ...all };
    const then = { ...before, to: '2026-06-30' };
    const at = (level: string) => ({ standing: [{ scale: 'tier', level }] });
    expect(atTheDoor(before, [then, now], at('A'))).toBe('policy-changed A 2027-01-01');
    expect(atTheDoor(before, [then, now], at('B'))).toBe('recorded');
  });

  it('by what it was booked under alone where that has not changed', () => {
    const both = [january, { ...july, id: 'other', from: '2026-01-01', eligible: july.eligible }];
    expect(atTheDoor(both, both, standing('D', 'high'))).toBe('recorded');
  });

  it('by what it was confirmed under, from then on', () => {
    const book = new Book(january);
    book.ask({ id: 'v', day: '2026-09-01', until: '2026-08-31', at: '2026-01-15' });
    book.act({ act: 'confirm', visit: 'v', at: '2026-07-15' }, [closed, july]);
    const [visit] = visitsOf(book.ledger);
    expect(visit?.limits).toEqual([`${july.id}/spot-check`, `${july.id}/one-a-year`]);
  });
});

it('a visit that lapsed names its last day, however often it is asked for', () => {
  const book = new Book(twoInspections);
  const window = { from: '2026-06-01', to: '2026-06-30' };
  book.ask({ id: 'v', day: '2026-06-01', window, until: '2026-03-31', at: '2026-03-01' });
  for (const at of ['2026-04-01', '2026-05-01']) {
    const late = book.act({ act: 'confirm', visit: 'v', at });
    expect(late.status === 'refused' && late.because[0]).toMatchObject({
      ...{ code: 'reservation-expired', params: { expected: '2026-03-31' } },
    });
  }
});

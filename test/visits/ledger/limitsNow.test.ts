import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import { arbitraryLimits } from '../../../src/testing/arbitraries/ledger.js';
import type { Cap, CapLimit } from '../../../src/visits/cap.js';
import { visitsOf } from '../../../src/visits/ledger/ledger.js';
import type { ToldOfFirm, VisitRequest } from '../../../src/visits/ledger/request.js';
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

describe('an act that says where the firm stands', () => {
  // Nothing tells whether the new cap protects a firm that was booked under another.
  const known: Cap = { ...january, id: 'other', limits: [census], eligible: {} };
  const begins = (told: ToldOfFirm, caps: readonly Cap[] = [known, july]): string => {
    const book = new Book(known);
    for (const [id, day] of [
      ['v1', '2026-03-01'],
      ['v2', '2026-09-01'],
    ] as const) {
      book.ask({ id, day });
    }
    book.act({ act: 'start', visit: 'v1', at: '2026-03-01' });
    return said(book.act({ act: 'start', visit: 'v2', at: '2026-09-01', ...told }, caps));
  };

  it('is judged by a new limit where that protects the firm, and not where it does not', () => {
    expect(begins({})).toBe('policy-changed one-a-year 2027-01-01');
    expect(begins(standing('A', 'low'))).toBe('policy-changed one-a-year 2027-01-01');
    expect(begins(standing('D', 'high'))).toBe('recorded');
  });

  it('is refused by name where it leaves out what decides, and can be corrected under its name', () => {
    const credit = { standing: standing('A', 'low').standing?.slice(0, 1) ?? [] };
    expect(begins(credit)).toBe('fact-missing');
    const book = new Book(january);
    book.ask({ id: 'v', day: '2026-06-01' });
    const act = { id: 'v/in', visit: 'v', act: 'start', at: '2026-06-01' } as const;
    expect(said(book.act({ ...act, ...credit }))).toBe('fact-missing');
    expect(said(book.act({ ...act, ...standing('A', 'low') }))).toBe('recorded');
    const over = { visit: 'v', act: 'finish', outcome: 'good' } as const;
    expect(said(book.act({ ...over, ...credit }))).toBe('fact-missing');
    expect(said(book.act(over))).toBe('recorded');
  });

  const levels = fc.subarray(['A', 'B'], { minLength: 1 });
  const scaled = fc.tuple(arbitraryLimits(), fc.array(levels, { minLength: 3, maxLength: 3 })).map(
    ([cap, of]): Cap => ({
      ...cap,
      id: 'any',
      limits: cap.limits.map((limit, i) => ({
        ...limit,
        eligible: { levels: [{ scale: 's', levels: of[i] ?? [], cite: 'example-levels' }] },
      })),
    }),
  );
  const level = fc
    .constantFrom('A', 'B')
    .map((one) => ({ standing: [{ scale: 's', level: one }] }));
  const ask = fc.record({
    day: fc
      .integer({ min: 1, max: 12 })
      .map((month) => `2026-${String(month).padStart(2, '0')}-15`),
    kind: fc.constantFrom('census' as const, 'spot-check' as const),
    lead: fc.constantFrom('city', 'fire'),
  });
  const facets = { items: ['a'], form: 'routine', cause: 'draw' } as const;
  const window = { from: '2026-01-01', to: '2026-12-31' };

  it('takes no place that a request saying the same would not have had', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        ...([scaled, scaled, fc.array(ask, { maxLength: 4 }), ask, level] as const),
        (a, b, others, own, told) => {
          const { to: _, ...open } = { ...a, version: '1', from: '2026-01-01' };
          const { to: __, ...second } = { ...b, version: '2', from: '2026-07-01' };
          const now = [{ ...open, to: '2026-06-30' }, second];
          const book = new Book(open);
          const at = '2026-01-01';
          for (const one of others) book.ask({ ...facets, ...one, ...told, at });
          const asked = { ...facets, ...own, ...told, day: '2026-02-01', window };
          book.ask({ ...asked, id: 'own', until: '2026-12-31', at });
          const to = { act: 'confirm', visit: 'own', by: own.lead, day: '2026-10-01', at } as const;
          const confirmed = book.act({ ...to, ...told }, now);
          fc.pre(confirmed.status === 'recorded');
          moved++;
          book.act({ act: 'cancel', visit: 'own', by: own.lead, reason: 'asked anew' }, now);
          expect(book.ask({ ...asked, id: 'anew', day: to.day, at }, now).status).toBe('admitted');
        },
      ),
      { numRuns: 100 },
    );
    expect(moved).toBeGreaterThan(20);
  });

  it('changes nothing where no document has changed', () => {
    fc.assert(
      fc.property(
        scaled,
        fc.array(ask, { maxLength: 4 }),
        ask,
        level,
        level,
        (cap, others, own, then, told) => {
          const { to: _, ...open } = { ...cap, from: '2026-01-01' };
          const answers = [{}, told].map((more) => {
            const book = new Book(open);
            for (const [i, one] of others.entries()) {
              book.ask({ ...facets, ...one, ...then, id: `other${i}`, at: '2026-01-01' });
            }
            book.ask({
              ...facets,
              ...own,
              ...then,
              id: 'own',
              window,
              until: '2026-12-31',
              at: '2026-01-01',
            });
            const to = { act: 'confirm', visit: 'own', by: own.lead, day: '2026-10-01' } as const;
            return { ...book.act({ ...to, ...more, id: 'own/yes', at: '2026-01-01' }) };
          });
          expect(answers[1]).toEqual(answers[0]);
        },
      ),
      { numRuns: 100 },
    );
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

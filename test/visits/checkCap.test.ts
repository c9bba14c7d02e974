import { describe, expect, it } from 'vitest';
import { chinaAuthorityCap } from '../../src/schemes/chinaCaps.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import type { Cap, CapLimit } from '../../src/visits/cap.js';
import { capConflicts, type VisitFloor } from '../../src/visits/capConflicts.js';
import { checkCap } from '../../src/visits/checkCap.js';
import { isEligible } from '../../src/visits/isEligible.js';

const [census, spotCheck] = twoInspections.limits as [CapLimit, CapLimit];
const { window: _, ...windowless } = census;
const lines = [{ id: 'fire', authorities: ['province', 'city'] }];
const upper = { visits: {}, by: 'upper' } as const;

/** What is wrong with the pilot's cap after a change, each in a line. */
const told = (change: Partial<Cap>): string[] =>
  checkCap({ ...twoInspections, ...change }).map(
    ({ code, path, params }) => `${code} ${path.join('.')} ${String(params['given'] ?? '')}`,
  );

describe('a cap with something wrong in it', () => {
  it.each<[string, Partial<Cap>, string[]]>([
    [
      'two limits of one name',
      { limits: [census, spotCheck, census] },
      ['repeated-name limits.2.id census'],
    ],
    [
      'a limit with the name that stands for published items',
      { limits: [{ ...census, id: 'published' }] },
      ['bad-name limits.0.id published'],
    ],
    ['visits without a window', { limits: [windowless] }, ['limit-window limits.0.window none']],
    [
      'a gap with a window',
      { limits: [{ ...census, unit: { gap: { days: 30 } } }] },
      ['limit-window limits.0.window "calendar-year"'],
    ],
    [
      'a count for each line without any line',
      { limits: [{ ...census, per: ['line'] }] },
      ['lines-missing limits.0 '],
    ],
    [
      'an exemption after an upper level without any line',
      { limits: [{ ...windowless, unit: { exempt: { months: 3 }, after: upper } }] },
      ['lines-missing limits.0 '],
    ],
    [
      'a window that an upper level begins, with lines of no authority',
      { lines: [], limits: [{ ...census, window: { since: upper, for: { months: 3 } } }] },
      ['lines-missing limits.0 '],
    ],
    ['two lines of one name', { lines: [...lines, ...lines] }, ['repeated-name lines.1.id fire']],
    [
      'an exception that lifts what is no limit',
      { exceptions: [{ cause: 'complaint', lifts: ['census', 'published', 'gap'] }] },
      ['unknown-limit exceptions.0.lifts published', 'unknown-limit exceptions.0.lifts gap'],
    ],
    [
      'one cause twice',
      { exceptions: [{ cause: 'complaint' }, { cause: 'case' }, { cause: 'complaint' }] },
      ['repeated-name exceptions.2.cause complaint'],
    ],
    [
      'two lists of what one authority has published',
      {
        published: [
          { authority: 'fire', items: ['a'] },
          { authority: 'fire', items: ['b'] },
        ],
      },
      ['repeated-name published.1.authority fire'],
    ],
    [
      'two alarms of one name',
      {
        alarms: [1, 2].map((visits) => ({
          ...({
            id: 'many',
            of: 'all',
            visits,
            window: 'calendar-year',
            cite: census.cite,
          } as const),
        })),
      },
      ['repeated-name alarms.1.id many'],
    ],
    [
      'a claim left out of the order',
      { precedence: ['for-cause', 'cap'] },
      ['precedence-not-total precedence for-cause,cap'],
    ],
    [
      'a claim twice in the order',
      { precedence: ['for-cause', 'cap', 'cap'] },
      ['precedence-not-total precedence for-cause,cap,cap'],
    ],
  ])('is told: %s', (_what, change, expected) => {
    expect(told(change)).toEqual(expected);
  });

  it.each<[string, Partial<Cap>]>([
    ['a count for each line of those there are', { lines, limits: [{ ...census, per: ['line'] }] }],
    [
      'an exception that lifts the list of published items',
      {
        published: [{ authority: 'fire', items: ['a'] }],
        exceptions: [{ cause: 'case', lifts: ['published'] }],
      },
    ],
  ])('nothing is wrong with %s', (_what, change) => {
    expect(told(change)).toEqual([]);
  });
});

describe('a floor over the cap', () => {
  const yearly: VisitFloor[] = Array.from({ length: 13 }, (_one, i) => ({
    cell: String(i + 1),
    visitsPerYear: i + 1,
  }));
  const gap = (more: Partial<CapLimit>): CapLimit => ({ ...windowless, counts: {}, ...more });
  /** The most visits a year, of these, that no floor is over. */
  const most = (limits: readonly CapLimit[]): number =>
    yearly.length - capConflicts({ ...twoInspections, limits }, yearly).length;

  it.each<[string, Partial<CapLimit>, number]>([
    // The first day of a year of 366 and every 61st after it: the next would be 1 January again.
    ['61 days', { unit: { gap: { days: 61 } } }, 6],
    ['60 days', { unit: { gap: { days: 60 } } }, 7],
    ['five months', { unit: { gap: { months: 5 } } }, 3],
    ['a year', { unit: { gap: { years: 1 } } }, 1],
    ['no days', { unit: { gap: { days: 0 } } }, 13],
    ['no months', { unit: { gap: { months: 0 } } }, 13],
    ['five months for each authority', { unit: { gap: { months: 5 } }, per: ['authority'] }, 13],
    [
      'five months of one kind',
      { unit: { gap: { months: 5 } }, counts: { kinds: ['census'] } },
      13,
    ],
  ])('counts what a gap of %s leaves room for', (_what, more, expected) => {
    expect(most([gap(more)])).toBe(expected);
  });

  it('reads the limits of all authorities together, and none that is counted apart', () => {
    expect(most([{ ...census, counts: {}, unit: { visits: 3 } }])).toBe(3);
    expect(most([{ ...census, counts: {}, unit: { visits: 3 }, per: ['site'] }])).toBe(13);
    expect(capConflicts(chinaAuthorityCap, yearly)).toEqual([]);
  });
});

it('a condition on what nobody knows of a firm is a mistake that names the firm', () => {
  const cap: Cap = {
    ...twoInspections,
    eligible: { where: { field: 'staff', lte: 10 } },
  };
  expect(() => isEligible(cap, [])).toThrow(expect.objectContaining({ code: 'fact-missing' }));
  const firm = { id: 'E1', facts: {}, events: [], lists: [] };
  expect(() => isEligible(cap, [], { firm, asOf: '2026-01-05' })).toThrow('of `E1`');
  const small = { ...firm, facts: { staff: 9 } };
  expect(isEligible(cap, [], { firm: small, asOf: '2026-01-05' })).toBe(true);
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  type Condition,
  eventKindsOf,
  fieldOf,
  fieldsOf,
  holds,
  isEffective,
  windowStart,
} from '../../src/register/condition.js';

const asOf = '2026-01-15';
const firm = {
  id: 'A',
  since: '2020-05-01',
  district: '110105',
  facts: { seats: 80, ratio: '62.5', code: '6210', open: true, opened: '2021-02-03' },
  events: [
    { id: 'e1', kind: 'penalty', on: '2025-01-16', source: 's' },
    { id: 'e2', kind: 'penalty', on: '2025-01-15', source: 's' },
    { id: 'e3', kind: 'award', on: '2025-06-01', repairedOn: '2025-12-01', source: 's' },
    { id: 'e4', kind: 'award', on: '2025-06-01', until: '2026-01-14', source: 's' },
  ],
  lists: ['key'],
};
const bare = { facts: {}, events: [], lists: [] };

describe('a condition', () => {
  it.each<[Condition, Answer]>([
    [{ all: [] }, 'yes'],
    [{ any: [] }, 'no'],
    [{ field: 'seats', eq: 80 }, 'yes'],
    [{ field: 'seats', eq: '80' }, 'no'],
    [{ field: 'code', in: ['6210', '6220'] }, 'yes'],
    [{ field: 'code', in: [] }, 'no'],
    [{ field: 'code', under: ['61', '62'] }, 'yes'],
    [{ field: 'code', under: ['7'] }, 'no'],
    [{ field: 'beds', under: ['6'] }, 'missing'],
    [{ field: 'seats', gt: 80 }, 'no'],
    [{ field: 'seats', gte: 80 }, 'yes'],
    [{ field: 'seats', lt: 80 }, 'no'],
    [{ field: 'seats', lte: 80 }, 'yes'],
    [{ field: 'seats', between: [80, 80] }, 'yes'],
    [{ field: 'seats', between: [81, 90] }, 'no'],
    [{ field: 'seats', between: [70, 79] }, 'no'],
    [{ field: 'seats', gt: '79.5' }, 'yes'],
    [{ field: 'seats', gte: '80.0' }, 'yes'],
    [{ field: 'ratio', gt: 62 }, 'yes'],
    [{ field: 'ratio', lt: 63 }, 'yes'],
    [{ field: 'ratio', lte: '62.50' }, 'yes'],
    [{ field: 'ratio', gt: '62.5000000000000000000000000000000001' }, 'no'],
    [{ field: 'opened', lt: '2021-02-04' }, 'yes'],
    [{ field: 'opened', gt: 2020 }, 'no'],
    [{ field: 'open', gte: 0 }, 'no'],
    [{ field: 'open', eq: true }, 'yes'],
    [{ field: 'since', lte: '2020-05-01' }, 'yes'],
    [{ field: 'district', eq: '110105' }, 'yes'],
    [{ field: 'state', eq: 'active' }, 'yes'],
    [{ field: 'id', eq: 'A' }, 'yes'],
    [{ field: 'seats', exists: true }, 'yes'],
    [{ field: 'beds', exists: true }, 'no'],
    [{ field: 'beds', exists: false }, 'yes'],
    [{ field: 'beds', gt: 1 }, 'missing'],
    [{ field: 'toString', exists: true }, 'no'],
    [{ not: { field: 'beds', gt: 1 } }, 'missing'],
    [
      {
        any: [
          { field: 'beds', gt: 1 },
          { field: 'seats', eq: 80 },
        ],
      },
      'yes',
    ],
    [
      {
        all: [
          { field: 'beds', gt: 1 },
          { field: 'seats', eq: 81 },
        ],
      },
      'no',
    ],
    [
      {
        all: [
          { field: 'beds', gt: 1 },
          { field: 'seats', eq: 80 },
        ],
      },
      'missing',
    ],
    [{ field: 'list', eq: 'key' }, 'yes'],
    [{ field: 'list', in: ['x', 'key'] }, 'yes'],
    [{ field: 'list', in: ['x'] }, 'no'],
    [{ field: 'list', exists: true }, 'yes'],
    [{ field: 'list', gt: 1 }, 'no'],
    [{ events: { kinds: ['penalty'] } }, 'yes'],
    [{ events: { kinds: ['penalty'], within: { years: 1 }, atLeast: 2 } }, 'no'],
    [{ events: { kinds: ['penalty'], within: { years: 1 }, atLeast: 1 } }, 'yes'],
    [{ events: { kinds: ['penalty'], atMost: 1 } }, 'no'],
    [{ events: { kinds: ['award'], atLeast: 2 } }, 'no'],
    [{ events: { kinds: ['award'], unrepaired: true, atMost: 0 } }, 'yes'],
    [{ events: { kinds: ['none'], atMost: 0 } }, 'yes'],
  ])('%j is answered %s', (condition, answer) => {
    expect(holds(condition, firm, asOf)).toBe(answer);
  });

  it('is missing, never no, where the entity says nothing', () => {
    for (const field of ['district', 'since', 'id']) {
      expect(holds({ field, eq: 'x' }, bare, asOf)).toBe('missing');
      expect(fieldOf(bare, field)).toBeUndefined();
    }
    expect(holds({ field: 'list', exists: false }, bare, asOf)).toBe('yes');
    expect(fieldOf(bare, 'state')).toBe('active');
  });

  it('names the fields and the kinds of events it reads', () => {
    const condition: Condition = {
      all: [
        { any: [{ field: 'a', eq: 1 }, { not: { field: 'b', exists: true } }] },
        { events: { kinds: ['k', 'l'] } },
        { not: { any: [{ events: { kinds: ['m'] } }] } },
      ],
    };
    expect(fieldsOf(condition)).toEqual(['a', 'b']);
    expect(eventKindsOf(condition)).toEqual(['k', 'l', 'm']);
  });

  it('agrees with the least and the greatest of three values', () => {
    const leaf = fc.constantFrom<Condition>(
      { field: 'seats', eq: 80 },
      { field: 'seats', eq: 81 },
      { field: 'beds', eq: 1 },
    );
    const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('tree'), { maxLength: 3 }).map((any) => ({ any })),
        tie('tree').map((not) => ({ not })),
      ),
    }));
    const truth = (condition: Condition): number => {
      if ('all' in condition) return Math.min(1, ...condition.all.map(truth));
      if ('any' in condition) return Math.max(0, ...condition.any.map(truth));
      if ('not' in condition) return 1 - truth(condition.not);
      return 'eq' in condition && condition.field === 'seats' ? Number(condition.eq === 80) : 0.5;
    };
    const answers: Record<number, Answer> = { 0: 'no', 0.5: 'missing', 1: 'yes' };
    fc.assert(
      fc.property(tree, (condition) => {
        expect(holds(condition, firm, asOf)).toBe(answers[truth(condition)]);
      }),
    );
  });

  it('compares decimal texts as the integers they stand for', () => {
    const units = fc.integer({ min: -9999, max: 9999 });
    const text = (n: number): string => (n / 100).toFixed(2).replace(/^-0\.00$/, '0');
    fc.assert(
      fc.property(units, units, (a, b) => {
        const subject = { ...bare, facts: { x: text(a) } };
        const yes = (truth: boolean): Answer => (truth ? 'yes' : 'no');
        expect(holds({ field: 'x', gt: text(b) }, subject, asOf)).toBe(yes(a > b));
        expect(holds({ field: 'x', lte: text(b) }, subject, asOf)).toBe(yes(a <= b));
        expect(holds({ field: 'x', gte: b }, subject, asOf)).toBe(yes(a >= b * 100));
      }),
    );
  });
});

describe('an event', () => {
  const event = { id: 'e', kind: 'k', on: '2025-06-01', source: 's' };

  it.each([
    [{}, '2025-05-31', false],
    [{}, '2025-06-01', true],
    [{ knownOn: '2025-06-05' }, '2025-06-04', false],
    [{ knownOn: '2025-06-05' }, '2025-06-05', true],
    [{ until: '2025-07-01' }, '2025-07-01', true],
    [{ until: '2025-07-01' }, '2025-07-02', false],
  ])('with %j has effect on %s: %s', (part, day, expected) => {
    expect(isEffective({ ...event, ...part }, day)).toBe(expected);
  });

  it('is within a window of a month from the day after the month began', () => {
    expect(windowStart('2026-01-15', { months: 1 })).toBe('2025-12-16');
    expect(windowStart('2026-01-15', { days: 1 })).toBe('2026-01-15');
  });
});

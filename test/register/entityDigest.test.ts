import { digest } from 'evenhand/core';
import { type Event, entityDigest } from 'evenhand/register';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';

const event = (id: string, on: string, more: Partial<Event> = {}): Event => ({
  id,
  kind: 'penalty-minor',
  on,
  source: 'example',
  ...more,
});
const firm = {
  id: '示例企业00017',
  facts: { industry: '6210', hazardous: false, seats: 80 },
  events: [event('b', '2025-03-01'), event('a', '2025-03-01'), event('c', '2024-01-01')],
  lists: ['b', 'a'],
};

it('is the digest of the entity with events by day and id, lists by name', () =>
  expect(entityDigest(firm)).toBe(
    digest({
      ...firm,
      events: [event('c', '2024-01-01'), event('a', '2025-03-01'), event('b', '2025-03-01')],
      lists: ['a', 'b'],
    }),
  ));

it('is the same in any order of events, lists and facts', () => {
  const orders = fc.tuple(
    fc.shuffledSubarray(firm.events, { minLength: 3 }),
    fc.shuffledSubarray(firm.lists, { minLength: 2 }),
    fc.shuffledSubarray(Object.entries(firm.facts), { minLength: 3 }),
  );
  fc.assert(
    fc.property(orders, ([events, lists, facts]) => {
      const other = { ...firm, events, lists, facts: Object.fromEntries(facts) };
      return entityDigest(other) === entityDigest(firm);
    }),
  );
});

it('moves with every fact, event, list and field', () => {
  const others = [
    { ...firm, id: '示例企业00018' },
    { ...firm, facts: { ...firm.facts, seats: 81 } },
    { ...firm, facts: { ...firm.facts, hazardous: true } },
    { ...firm, lists: ['a'] },
    { ...firm, events: firm.events.slice(1) },
    { ...firm, events: [...firm.events.slice(1), event('b', '2025-03-02')] },
    { ...firm, state: 'closed' },
  ];
  expect(new Set([firm, ...others].map(entityDigest)).size).toBe(8);
});

it('takes measured numbers as their shortest text, and both zeros as one', () => {
  const measured = (value: number) =>
    entityDigest({ ...firm, events: [event('m', '2025-01-01', { values: { ph: value } })] });
  const plain = (value: number | string) =>
    digest({
      ...firm,
      lists: ['a', 'b'],
      events: [event('m', '2025-01-01', { values: { ph: value } })],
    });
  expect(measured(6.5)).toBe(plain('6.5'));
  expect(measured(1e21)).toBe(plain('1e+21'));
  expect(measured(7)).toBe(plain(7));
  expect(measured(-0)).toBe(plain(0));
});

it('refuses text that has no UTF-8', () =>
  expect(codeOf(() => entityDigest({ ...firm, lists: ['\ud800'] }))).toBe('not-canonical'));

import { digest } from 'evenhand/core';
import { type Event, entityDigest } from 'evenhand/register';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityBytes } from '../../src/register/entityBytes.js';
import { plainEntity } from '../../src/register/entityDigest.js';

const texts = fc.oneof(
  fc.string(),
  fc.constantFrom('', 'A', '示例', '𠮷', '"', '\\', '\u0001', 'é', '\uffff', 'a-'),
);
const facts = fc.oneof(
  texts,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 0.1, 1e21, 2 ** 53),
);
const days = fc.constantFrom('2025-01-01', '2025-01-02', '2024-12-31', '0099-01-01');
const events = fc.record(
  {
    ...{ id: texts, kind: texts, on: days, knownOn: days, until: days, repairedOn: days },
    ...{ values: fc.dictionary(texts, facts, { maxKeys: 3 }), source: texts },
  },
  { requiredKeys: ['id', 'kind', 'on', 'source'] },
) as fc.Arbitrary<Event>;
const entities = fc.record(
  {
    ...{ id: texts, name: texts, since: days, district: texts, state: texts },
    sites: fc.array(fc.record({ id: texts, district: texts }, { requiredKeys: ['id'] }), {
      maxLength: 2,
    }),
    lastVisits: fc.dictionary(texts, days, { maxKeys: 3 }),
    facts: fc.dictionary(texts, facts, { maxKeys: 4 }),
    events: fc.array(events, { maxLength: 4 }),
    lists: fc.array(texts, { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'facts', 'events', 'lists'] },
);

/** As a register gives it: events by day and id, lists by name. */
const inOrder = <T extends { events: readonly Event[]; lists: readonly string[] }>(one: T): T => {
  const plain = plainEntity(one as never) as { events: readonly Event[]; lists: readonly string[] };
  const order = plain.events.map(({ on, id }) => `${on}${id}`);
  const sorted = [...one.events].sort(
    (a, b) => order.indexOf(`${a.on}${a.id}`) - order.indexOf(`${b.on}${b.id}`),
  );
  return { ...one, events: sorted, lists: plain.lists };
};

describe('the bytes of an entity', () => {
  it('are the canonical JSON of its plain data, in whatever order', () => {
    fc.assert(
      fc.property(entities, (one) => {
        expect(entityDigest(one as never)).toBe(digest(plainEntity(one as never)));
      }),
    );
  });

  it('are written at once for an entity as a register gives it', () => {
    fc.assert(
      fc.property(entities, (one) => {
        const given = inOrder(one);
        expect(entityBytes(given as never)).toBeDefined();
        expect(entityDigest(given as never)).toBe(digest(plainEntity(given as never)));
      }),
    );
  });

  it.each<[string, object]>([
    ['a field that none has', { colour: 'red' }],
    ['a text with half a sign', { name: '\ud800' }],
    ['a field that is no text', { name: 7 }],
    ['a fact that is none', { facts: { a: null } }],
    ['a list that stands before an earlier one', { lists: ['b', 'a'] }],
    [
      'an event with a field that none has',
      { events: [{ id: 'a', kind: 'k', on: '2025-01-01', source: '', colour: 'red' }] },
    ],
    ['an event on no day of ten signs', { events: [{ id: 'a', kind: 'k', on: '1', source: '' }] }],
    ['a site with half a sign', { sites: [{ id: '\ud800' }] }],
  ])('are left to the plain data where there is %s', (_, more) => {
    const firm = { id: 'A', facts: {}, events: [], lists: [], ...more };
    expect(entityBytes(firm as never)).toBeUndefined();
    const one = (of: () => string) => {
      try {
        return of();
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(one(() => entityDigest(firm as never))).toBe(
      one(() => digest(plainEntity(firm as never))),
    );
  });
});

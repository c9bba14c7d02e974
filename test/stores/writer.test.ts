import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Append } from '../../src/stores/ledgerStore.js';
import { columnsOf } from '../../src/stores/postgres/columns.js';
import { splitter, WITHHELD, writer } from '../../src/stores/postgres/withheld.js';

const write = writer(WITHHELD);
const apart = splitter(WITHHELD);

const events = fc.record({
  head: fc.record({ entity: fc.string({ minLength: 1 }), seq: fc.nat() }),
  rest: fc.dictionary(
    fc.constantFrom(
      'visit',
      'entity',
      'seq',
      'at',
      'reference',
      'evidence',
      'override',
      '"seq":1,',
    ),
    fc.oneof(fc.string(), fc.nat(), fc.record({ reference: fc.string(), entity: fc.string() })),
  ),
  isHeadFirst: fc.boolean(),
});

it('writes what taking apart leaves, whatever stands first', () => {
  fc.assert(
    fc.property(events, ({ head, rest, isHeadFirst }) => {
      const event = isHeadFirst ? { ...head, ...rest, ...head } : { ...rest, ...head };
      const { open, hidden } = write(event);
      const slowly = apart(event);
      expect(JSON.parse(open)).toEqual(JSON.parse(JSON.stringify(slowly.open)));
      expect(hidden).toEqual(slowly.hidden);
    }),
  );
});

describe('an event that begins with its entity and number', () => {
  it('is written without them', () => {
    const event = { entity: 'E"1', seq: 7, type: 'refused', in: { entity: 'E"1', seq: 7, b: 1 } };
    expect(write(event).open).toBe('{"type":"refused","in":{"entity":"E\\"1","seq":7,"b":1}}');
  });

  it('and nothing else is written as nothing', () => {
    expect(write({ entity: 'E1', seq: 1 }).open).toBe('{}');
  });
});

it('writes arrays as PostgreSQL reads them, with quotes, backslashes, commas and nothing', () => {
  const appends: Append[] = [
    {
      entity: 'a"b\\c',
      afterSeq: 0,
      events: [{ entity: 'a"b\\c', seq: 1, request: 'r,1', by: '{x}' }],
    },
    { entity: 'E2', afterSeq: 3, events: [{ entity: 'E2', seq: 4 }] },
  ];
  const [entities, afters, requests, authorities, moving] = columnsOf(appends, write);
  expect(entities).toBe('{"a\\"b\\\\c","E2"}');
  expect(afters).toBe('{0,3}');
  expect(requests).toBe('{"r,1",NULL}');
  expect(authorities).toBe('{"{x}",NULL}');
  expect(moving).toBe('{false,false}');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Append } from '../../src/stores/ledgerStore.js';
import { columnsOf } from '../../src/stores/postgres/columns.js';
import { eventLines } from '../../src/stores/postgres/eventLines.js';
import { splitter, WITHHELD } from '../../src/stores/postgres/withheld.js';

const apart = splitter(WITHHELD);
const textOf = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString();

function linesOf(events: readonly object[], room = events.length): string {
  const lines = eventLines(room);
  for (const event of events) lines.add(event);
  return textOf(lines.bytes());
}

/** A text as JSON writes it, without the entity and number at the top. */
function slowly(event: object): string {
  const rest = Object.entries(event).filter(([field]) => field !== 'entity' && field !== 'seq');
  return JSON.stringify(Object.fromEntries(rest));
}

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('a\n"\\\ud800履'));
const events = fc.letrec((tie) => ({
  value: fc.oneof(
    text,
    fc.double(),
    fc.constantFrom(null, true, undefined, -0, 7, new Date(0)),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('record'),
  ),
  record: fc.dictionary(fc.oneof(text, fc.constantFrom('entity', 'seq', 'b')), tie('value'), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
}));

describe('an event as bytes', () => {
  it('is what JSON writes, letter for letter, without its entity and number', () => {
    fc.assert(
      fc.property(fc.array(events.record, { maxLength: 4 }), fc.nat(1), (all, room) => {
        expect(linesOf(all as object[], room)).toBe((all as object[]).map(slowly).join('\n'));
      }),
    );
  });

  it('may be of any length', () => {
    const event = { list: Array.from({ length: 900 }, (_, i) => [i, `履${i}`, 'a'.repeat(i)]) };
    expect(linesOf([event, event], 0)).toBe(`${slowly(event)}\n${slowly(event)}`);
  });

  it('keeps the entity and number of what stands inside', () => {
    const event = { entity: 'E"1', seq: 7, type: 'refused', in: { entity: 'E"1', seq: 7, b: 1 } };
    expect(linesOf([event])).toBe('{"type":"refused","in":{"entity":"E\\"1","seq":7,"b":1}}');
  });

  it('is nothing where nothing else is told', () => {
    expect(linesOf([{ entity: 'E1', seq: 1 }])).toBe('{}');
  });
});

describe('taking apart', () => {
  it('leaves an event as it is that has nothing to withhold', () => {
    const event = { entity: 'E1', seq: 1, type: 'refused' };
    expect(apart(event).open).toBe(event);
  });

  it('takes what is withheld out of a copy', () => {
    const event = {
      entity: 'E1',
      seq: 1,
      reference: 'r',
      evidence: { cause: 'c', reference: 'x' },
    };
    const { open, hidden } = apart(event);
    expect(linesOf([open])).toBe('{"evidence":{"cause":"c"}}');
    expect(hidden).toEqual({ reference: 'r', 'evidence.reference': 'x' });
    expect(event.reference).toBe('r');
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
  const [entities, afters, requests, authorities, moving, lines] = columnsOf(appends, apart);
  expect(entities).toBe('{"a\\"b\\\\c","E2"}');
  expect(afters).toBe('{0,3}');
  expect(requests).toBe('{"r,1",NULL}');
  expect(authorities).toBe('{"{x}",NULL}');
  expect(moving).toBe('{false,false}');
  expect(textOf(lines)).toBe('{"request":"r,1","by":"{x}"}\n{}');
});

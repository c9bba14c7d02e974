import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Append } from '../../src/stores/ledgerStore.js';
import { columnsOf } from '../../src/stores/postgres/columns.js';
import { eventBytes, writeEvent } from '../../src/stores/postgres/eventBytes.js';
import { growing, writtenIn } from '../../src/stores/postgres/growing.js';
import { refusalInFull } from '../../src/stores/postgres/shortReasons.js';
import { splitter, WITHHELD } from '../../src/stores/postgres/withheld.js';

const apart = splitter(WITHHELD);
const textOf = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString();

/** Events one behind the other, in an array that has room for so many bytes at first. */
function written(events: readonly object[], room: number): string {
  const out = growing(room);
  for (const event of events) writeEvent(out, event);
  return textOf(writtenIn(out));
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
      fc.property(fc.array(events.record, { maxLength: 4 }), fc.nat(600), (all, room) => {
        expect(written(all as object[], room)).toBe((all as object[]).map(slowly).join(''));
      }),
    );
  });

  it('tells first that it is a refusal', () => {
    const event = { entity: 'E1', seq: 1, visit: 'v1', type: 'refused', because: [] };
    expect(textOf(eventBytes(event))).toBe('{"type":"refused","visit":"v1","because":[]}');
  });

  it('is the same again where parts of it cannot change', () => {
    const cap = Object.freeze({ id: 'c"1', digest: '履', none: undefined });
    const inner = { b: 1 };
    const list = Object.freeze({ inner });
    const event = { type: 'admitted', caps: [cap, cap], list };
    for (const b of [1, 2]) {
      inner.b = b;
      expect(written([event, event], b)).toBe(`${slowly(event)}${slowly(event)}`);
    }
  });

  it('may be of any length', () => {
    const event = { list: Array.from({ length: 900 }, (_, i) => [i, `履${i}`, 'a'.repeat(i)]) };
    expect(written([event, event], 0)).toBe(`${slowly(event)}${slowly(event)}`);
  });

  it('keeps the entity and number of what stands inside', () => {
    const event = { entity: 'E"1', seq: 7, type: 'refused', in: { entity: 'E"1', seq: 7, b: 1 } };
    expect(textOf(eventBytes(event))).toBe(
      '{"type":"refused","in":{"entity":"E\\"1","seq":7,"b":1}}',
    );
  });

  it('is nothing where nothing else is told', () => {
    expect(textOf(eventBytes({ entity: 'E1', seq: 1 }))).toBe('{}');
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
    expect(textOf(eventBytes(open))).toBe('{"evidence":{"cause":"c"}}');
    expect(hidden).toEqual({ reference: 'r', 'evidence.reference': 'x' });
    expect(event.reference).toBe('r');
  });
});

describe('a refusal in short', () => {
  const reason = {
    ...{ code: 'limit-reached', severity: 'error', path: ['day'] },
    params: { id: 'r1', limit: 'c/l', used: 2, most: 1, visits: ['v1'], free: '2027-01-01' },
    ...{ limit: 'c/l', visits: ['v1'], free: '2027-01-01' },
  };
  const refusal = (because: unknown) => ({ type: 'refused', visit: 'r1', because });
  /** Both lists of visits are one, as the ledger makes them. */
  const ofOneList = (params: object, more: object) => {
    const visits = ['v1'];
    return {
      ...{ ...reason, visits, ...more },
      params: { ...reason.params, visits, ...params },
    };
  };
  const kept = (event: object) => textOf(eventBytes(event));
  const read = (text: string) => refusalInFull(JSON.parse(text));

  it('tells each thing once, and is read as it was', () => {
    const event = refusal([ofOneList({}, {}), ofOneList({ free: '-' }, { free: undefined })]);
    expect(kept(event)).toBe(
      '{"type":"refused","visit":"r1","because":[' +
        '{"code":"limit-reached","limit":"c/l","used":2,"most":1,"visits":["v1"],"free":"2027-01-01"},' +
        '{"code":"limit-reached","limit":"c/l","used":2,"most":1,"visits":["v1"]}]}',
    );
    expect(read(kept(event))).toEqual(event);
    const items = refusal([ofOneList({}, { items: ['I1'] })]);
    expect(read(kept(items))).toEqual(items);
  });

  it.each([
    ['is about another visit', ofOneList({ id: 'r2' }, {})],
    ['has another limit', ofOneList({ limit: 'c/m' }, {})],
    ['has another free day', ofOneList({ free: '-' }, {})],
    ['has other visits', ofOneList({ visits: ['v2'] }, {})],
    ['has no number', ofOneList({ used: '2' }, {})],
    ['says more', ofOneList({}, { note: 'x' })],
    ['says more to its text', ofOneList({ note: 'x' }, {})],
    ['is about another field', ofOneList({}, { path: ['window'] })],
    ['is a warning', ofOneList({}, { severity: 'warning' })],
    ['is no reason', 7],
    ['is nothing', null],
  ])('is whole where a reason %s', (_, other) => {
    const event = refusal([other, ofOneList({}, {})]);
    expect(kept(event)).toContain(JSON.stringify(other));
    expect(read(kept(event))).toEqual(event);
  });

  it('is a refusal, whatever else it says', () => {
    expect(read('{"type":"refused","type":"admitted"}')).toEqual({ type: 'refused' });
  });
});

it('writes arrays as PostgreSQL receives them, an entry an event', () => {
  const appends: Append[] = [
    {
      entity: 'a"b\\履',
      afterSeq: 0,
      events: [
        { entity: 'a"b\\履', seq: 1, request: 'r,1', by: '{x}' },
        { entity: 'a"b\\履', seq: 2, request: 'r2' },
      ],
    },
    { entity: 'E2', afterSeq: 300, events: [{ entity: 'E2', seq: 301 }] },
  ];
  const columns = columnsOf(appends, apart);
  expect(columns.slice(0, 8).map((column) => elements(column as Uint8Array))).toEqual([
    ...[numbers(1, 1, 2), ['a"b\\履', 'a"b\\履', 'E2'], numbers(0, 0, 300), numbers(1, 2, 1)],
    ...[
      ['\0', '\0', '\0'],
      ['r,1', 'r2', null],
      ['{x}', null, null],
      ['{"request":"r,1","by":"{x}"}', '{"request":"r2"}', '{}'],
    ],
  ]);
  expect(columns[8]).toBeNull();
});

/** Numbers as the texts of their four bytes. */
const numbers = (...all: number[]): string[] =>
  all.map((number) => String.fromCharCode(0, 0, number >> 8, number & 255));

/** What stands in an array, as texts; the head is checked. */
function elements(array: Uint8Array): (string | null)[] {
  const bytes = Buffer.from(array);
  expect([bytes.readInt32BE(0), bytes.readInt32BE(16)]).toEqual([1, 1]);
  const found: (string | null)[] = [];
  let at = 20;
  while (at < bytes.length) {
    const length = bytes.readInt32BE(at);
    at += 4;
    found.push(length < 0 ? null : bytes.toString('utf8', at, at + length));
    at += Math.max(0, length);
  }
  expect(bytes.readInt32BE(12)).toBe(found.length);
  expect(bytes.readInt32BE(4)).toBe(found.includes(null) ? 1 : 0);
  return found;
}

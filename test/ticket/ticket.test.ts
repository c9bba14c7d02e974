import { compareBytes } from 'evenhand/core';
import {
  compareTickets,
  DRAW_METHOD,
  drawKey,
  drawSeed,
  pairTicket,
  pairTicketHasher,
  T52_RANGE,
  TICKET_CODES,
  t52,
  t52Column,
  t52Hasher,
  ticket,
  ticketHasher,
} from 'evenhand/ticket';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketTexts } from '../../src/texts/ticket.js';
import { ids, keys } from './arbitraries.js';
import { codeOf } from './codeOf.js';
import { plainKey, plainPairTicket, plainSeed, plainTicket } from './plainTicket.js';

const entropy = [
  {
    label: 'drand.quicknet.657413',
    value: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
  },
  { label: 'dice.2026-01-15', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1' },
];
const seed = 'e96b790175c379b998014b4f5592a490210b2a8eb02f5e0840a56cfca017c81b';
const selectKey = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const pairKey = 'd5788a32e2791b54b1095fe9ce3c2d485ec27380ecdcf85ee722e9b967765ede';

describe('the known answer of double-random/1', () => {
  it('gives the seed', () => expect(drawSeed({ drawId: 'BJ-SCJG-2026-001', entropy })).toBe(seed));
  it.each([
    ['select:all', selectKey],
    ['visit', '1cc425f897fc0221d7271eab1e15835aa7e7a36c71bc15460ab164b4b4a0e758'],
    ['pair', pairKey],
  ])('gives the key of %s', (purpose, key) => expect(drawKey(seed, purpose)).toBe(key));
  it('gives the ticket of an entity', () =>
    expect(ticket(selectKey, '91110000000000000A')).toBe(
      'c77d0c3dacb50b930ea5cfd47836c9032669348f2d3cf7f37e0a9885e8325a6f',
    ));
  it('gives the ticket of a pair', () =>
    expect(pairTicket(pairKey, '91110000000000000A', 'JC00000001')).toBe(
      '14c4fc02a02450b4315ab59f25f57849df1e91a4690f96615e814afaa9f2606e',
    ));
  it('names its method', () => expect(DRAW_METHOD).toBe('double-random/1'));
});

describe('a seed', () => {
  it('changes with the order of the sources', () => {
    const turned = entropy.toReversed();
    expect(drawSeed({ drawId: 'X', entropy: turned })).not.toBe(drawSeed({ drawId: 'X', entropy }));
  });

  it('equals the formula, whatever the names', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9._:-]{1,20}$/);
    const sources = fc.uniqueArray(fc.record({ label: token, value: token }), {
      selector: ({ label }) => label,
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9.:/+-]{1,64}$/), sources, (drawId, list) => {
        expect(drawSeed({ drawId, entropy: list })).toBe(plainSeed(drawId, list));
      }),
    );
  });

  it.each([
    ['no source', []],
    ['no list', undefined],
    ['an empty label', [{ label: '', value: '1' }]],
    ['an empty value', [{ label: 'dice', value: '' }]],
    ['a label with =', [{ label: 'a=b', value: '1' }]],
    ['a value with a line end', [{ label: 'dice', value: '1\n' }]],
    ['a value that is a number', [{ label: 'dice', value: 7 }]],
    ['a repeated label', [entropy[0], entropy[0]]],
  ])('refuses %s', (_, list) =>
    expect(codeOf(() => drawSeed({ drawId: 'X', entropy: list as typeof entropy }))).toBe(
      'bad-entropy',
    ),
  );

  it.each(['', 'a_b', 'a b', 'x'.repeat(65), '抽查'])('refuses the drawId %j', (drawId) =>
    expect(codeOf(() => drawSeed({ drawId, entropy }))).toBe('bad-name'),
  );
});

describe('a key', () => {
  it.each([`select:${'g'.repeat(64)}`, 'select:a.b:c/d+e-f', 'visit', 'pair', 'pair:2', 'pair:10'])(
    'is given for %s',
    (purpose) => expect(drawKey(seed, purpose)).toBe(plainKey(seed, purpose)),
  );

  it.each([
    'select',
    'select:',
    'select:a_b',
    `select:${'g'.repeat(65)}`,
    'select:a\n',
    'pair:0',
    'pair:1',
    'pair:02',
    'pair:-2',
    'pair:',
    'visit:2',
    'Visit',
    '',
    undefined,
  ])('is refused for %j', (purpose) =>
    expect(codeOf(() => drawKey(seed, purpose as string))).toBe('bad-purpose'),
  );

  it.each([seed.toUpperCase(), seed.slice(1), `${seed}0`, `${seed.slice(1)}g`, '', undefined])(
    'is refused for the seed %j',
    (given) => expect(codeOf(() => drawKey(given as string, 'visit'))).toBe('bad-seed'),
  );

  it.each([selectKey.toUpperCase(), selectKey.slice(2), '', 7])(
    'that is no digest gives no ticket: %j',
    (key) => {
      expect(codeOf(() => ticket(key as string, 'A'))).toBe('bad-key');
      expect(codeOf(() => pairTicket(key as string, 'A', 'B'))).toBe('bad-key');
    },
  );
});

describe('a ticket', () => {
  it('equals SHA-256 of the key and the id, whatever the id', () => {
    fc.assert(
      fc.property(keys, ids, (key, id) => {
        expect(ticket(key, id)).toBe(plainTicket(key, id));
      }),
    );
  });

  it('equals it at every length up to 256 bytes, by one hasher', () => {
    const ticketOf = ticketHasher(selectKey);
    for (const length of [
      256,
      120,
      119,
      64,
      63,
      56,
      55,
      ...Array.from({ length: 256 }, (_, i) => i + 1),
    ]) {
      const id = 'x'.repeat(length);
      expect(ticketOf(id)).toBe(plainTicket(selectKey, id));
    }
  });

  it.each([
    '示例企业00017',
    'é',
    '𠮷野家',
    '\ue000',
    '企'.repeat(85),
    `${'𠮷'.repeat(13)}abc`,
    'a b',
    '\u00a0x',
  ])('takes %s', (id) => expect(ticket(selectKey, id)).toBe(plainTicket(selectKey, id)));

  it.each([
    ['nothing', ''],
    ['a number', 17],
    ['a leading space', ' a'],
    ['a trailing space', 'a '],
    ['a control character', 'a\u001fb'],
    ['a delete character', 'a\u007f'],
    ['a byte order mark in front', '\ufeffa'],
    ['text that is not in NFC', 'e\u0301'],
    ['a lone surrogate', 'a\ud800'],
    ['257 bytes', 'x'.repeat(257)],
    ['257 bytes in few characters', `${'企'.repeat(85)}ab`],
  ])('refuses %s as an id', (_, id) => {
    expect(codeOf(() => ticket(selectKey, id as string))).toBe('bad-id');
    expect(codeOf(() => pairTicket(pairKey, id as string, 'A'))).toBe('bad-id');
    expect(codeOf(() => pairTicket(pairKey, 'A', id as string))).toBe('bad-id');
  });

  it('equals it at every length up to 256 bytes in two scripts, long and short in turn', () => {
    const ticketOf = ticketHasher(selectKey);
    const first52 = t52Hasher(selectKey);
    const all: string[] = [];
    for (let length = 1; length <= 256; length++) {
      const chinese = '企'.repeat(Math.floor(length / 3)) + 'x'.repeat(length % 3);
      for (const id of ['~'.repeat(257 - length), chinese, '!'.repeat(length), `${chinese} !`]) {
        if (Buffer.byteLength(id) > 256) continue;
        expect(ticketOf(id)).toBe(plainTicket(selectKey, id));
        expect(first52(id)).toBe(t52(plainTicket(selectKey, id)));
        all.push(id);
      }
    }
    const column = all.map((id) => t52(plainTicket(selectKey, id)));
    expect([...t52Column(selectKey, all)]).toEqual(column);
  });

  it.each([0, 1, 31, 127, 128, 129, 300])('is in its place in a column of %i', (length) => {
    const some = Array.from({ length }, (_, i) => (i % 5 === 0 ? `企业${i}` : `A-${i}`));
    const column = some.map((id) => t52(plainTicket(selectKey, id)));
    expect([...t52Column(selectKey, some)]).toEqual(column);
  });

  it('refuses a column with a bad id', () =>
    expect(codeOf(() => t52Column(selectKey, ['A', 'B ']))).toBe('bad-id'));

  it('is not disturbed by an id that was refused before', () => {
    const ticketOf = ticketHasher(selectKey);
    for (const bad of [`${'x'.repeat(200)}\u007f`, ' ', '\ud800'.repeat(80), 'x'.repeat(300)]) {
      expect(codeOf(() => ticketOf(bad))).toBe('bad-id');
      expect(ticketOf('A')).toBe(plainTicket(selectKey, 'A'));
    }
  });

  it('takes an id exactly where the rule, written out, does', () => {
    const keeps = (id: string) =>
      id.isWellFormed() &&
      id.normalize('NFC') === id &&
      !/^ | $|^\ufeff/.test(id) &&
      ![...id].some((character) => character < ' ' || character === '\u007f') &&
      Buffer.byteLength(id) <= 256;
    const unit = fc.oneof(
      fc.constantFrom(' ', '~', '!', '\u007f', '\u001f', 'é', '\u0300', 'ü', '企', '\u4e00'),
      fc.constantFrom('\u9fff', '\uf900', '\ud800', '\udc00', '𠮷', '가', '\u11a8', '\ufeff', 'x'),
      fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 90 }), (parts) => {
        const id = parts.join('');
        expect(codeOf(() => ticket(selectKey, id))).toBe(keeps(id) ? undefined : 'bad-id');
      }),
      { numRuns: 500 },
    );
  });

  it('of a pair equals the formula, two ids of 256 bytes included', () => {
    const pairOf = pairTicketHasher(pairKey);
    fc.assert(
      fc.property(ids, ids, (visit, inspector) => {
        expect(pairOf(visit, inspector)).toBe(plainPairTicket(pairKey, visit, inspector));
      }),
    );
    const longest = 'x'.repeat(256);
    expect(pairOf(longest, longest)).toBe(plainPairTicket(pairKey, longest, longest));
    expect(pairOf('A', 'B')).toBe(plainPairTicket(pairKey, 'A', 'B'));
  });

  it('gives its first 52 bits as an exact number', () => {
    fc.assert(
      fc.property(keys, (hex) => {
        expect(BigInt(t52(hex))).toBe(BigInt(`0x${hex}`) >> 204n);
        expect(t52(hex)).toBeLessThan(T52_RANGE);
      }),
    );
  });
});

describe('the order of a draw', () => {
  const low = `${'0'.repeat(13)}${'1'.repeat(51)}`;
  const high = `${'0'.repeat(13)}${'2'.repeat(51)}`;

  it('falls through to the whole ticket where 52 bits tie', () => {
    expect(t52(low)).toBe(t52(high));
    expect(compareTickets({ id: 'B', ticket: low }, { id: 'A', ticket: high })).toBeLessThan(0);
    expect(compareTickets({ id: 'A', ticket: high }, { id: 'B', ticket: low })).toBeGreaterThan(0);
  });

  it('falls through to the bytes of the id where tickets tie, not to UTF-16 units', () => {
    const basic = { id: '\uffee', ticket: low };
    const beyond = { id: '𠮷', ticket: low };
    expect(compareTickets(basic, beyond)).toBeLessThan(0);
    expect(beyond.id < basic.id).toBe(true);
    expect(compareTickets(basic, basic)).toBe(0);
  });

  it('is the order of the tickets as 32 bytes', () => {
    fc.assert(
      fc.property(keys, keys, ids, ids, (a, b, x, y) => {
        const bytes = Buffer.compare(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
        const order = compareTickets({ id: x, ticket: a }, { id: y, ticket: b });
        expect(Math.sign(order)).toBe(bytes || Math.sign(compareBytes(x, y)));
      }),
    );
  });
});

it('has a text in both languages for every code', () =>
  expect(Object.keys(ticketTexts).sort()).toEqual(TICKET_CODES.toSorted()));

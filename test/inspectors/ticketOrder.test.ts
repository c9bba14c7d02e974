import { pairTicket, t52 } from 'evenhand/ticket';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/sha256.js';
import { pairKeys } from '../../src/inspectors/pairKeys.js';
import { keySorter } from '../../src/inspectors/sortByKeys.js';
import { pairOrder } from '../../src/inspectors/ticketOrder.js';

describe('sorting by keys', () => {
  it('gives the order of a full sort, with ties broken as told, set after set', () => {
    const key = fc.oneof(fc.nat(4), fc.nat(999), fc.constant(999));
    const sets = fc.array(fc.array(key, { maxLength: 20 }), { maxLength: 4 });
    fc.assert(
      fc.property(sets, fc.constantFrom(1000, 999.001, 1e6), (rounds, range) => {
        const { sorted } = keySorter(20, (a, b) => b < a);
        for (const keys of rounds) {
          const items = Int32Array.from(keys, (_, n) => n);
          const given = sorted(items, Float64Array.from(keys), keys.length, range);
          const expected = [...items].sort(
            (a, b) => (keys[a] as number) - (keys[b] as number) || b - a,
          );
          expect([...given.subarray(0, keys.length)]).toEqual(expected);
        }
      }),
    );
  });

  it('does so for the greatest key there is', () => {
    const { sorted } = keySorter(5, (a, b) => a < b);
    const keys = Float64Array.of(2 ** 52 - 1, 0, 2 ** 52 - 1, 2 ** 51, 2 ** 52 - 2);
    expect([...sorted(Int32Array.of(0, 1, 2, 3, 4), keys, 5, 2 ** 52)]).toEqual([1, 3, 4, 0, 2]);
  });
});

describe('the fast keys of pair tickets', () => {
  it('are the first 52 bits of the tickets, for ids of every length up to 256 bytes', () => {
    const ids = Array.from({ length: 128 }, (_, n) => '员a𠀀b'.repeat(24).slice(0, n + 1))
      .filter((id) => id.isWellFormed())
      .concat(Array.from({ length: 256 }, (_, n) => 'x'.repeat(n + 1)));
    const key = sha256('pair');
    const keys = pairKeys(key, ids);
    const all = Int32Array.from(ids.keys());
    const column = new Float64Array(ids.length);
    const lengths = [1, 2, 3, 4, 46, 61, 62, 63, 64, 65, 126, 127, 128, 255, 256];
    for (const visit of ['企业'.repeat(20), ...lengths.map((n) => 'w'.repeat(n))]) {
      keys.setVisit(visit);
      keys.of(all, ids.length, column);
      expect([...column]).toEqual(ids.map((id) => t52(pairTicket(key, visit, id))));
    }
  });

  it('are so for pairs of one block each, many or few, whose inspectors have ids of any length', () => {
    const key = sha256('short pairs');
    for (const longest of [1, 2, 3, 4, 12, 13, 40]) {
      const ids = Array.from({ length: 300 }, (_, n) => String(n).padStart(1 + (n % longest), 'ä'));
      const keys = pairKeys(key, ids);
      const column = new Float64Array(ids.length);
      for (const visit of ['v', 'vi', 'vis', 'visi', 'visit/1', 'w'.repeat(64), 'x'.repeat(129)]) {
        keys.setVisit(visit);
        for (const count of [1, 3, 32, 33, 255, 256, 257, 300]) {
          const some = Int32Array.from({ length: count }, (_, n) => (n * 7) % 300);
          keys.of(some, count, column);
          const expected = Array.from(some, (i) => t52(pairTicket(key, visit, ids[i] as string)));
          expect([...column.subarray(0, count)]).toEqual(expected);
        }
      }
    }
  });

  it.each([50, 65, 400])('order %d candidates as their whole tickets do', (count) => {
    const ids = Array.from({ length: count }, (_, n) => `JC-${String(n).padStart(3, '0')}`);
    const key = sha256('order');
    const order = pairOrder(key, ids);
    for (const visit of ['A', 'B']) {
      order.setVisit(visit);
      for (const i of ids.keys()) order.add(i);
      const taken = ids.map(() => ids[order.take()] as string);
      const tickets = taken.map((id) => pairTicket(key, visit, id));
      expect(tickets).toEqual(tickets.toSorted());
      expect(new Set(taken).size).toBe(count);
    }
  });

  it('fall through to whole tickets and then to ids where they tie', () => {
    const order = pairOrder(sha256('ties'), ['JC-1', 'JC-1', 'JC-2']);
    order.setVisit('A');
    for (const i of [1, 0, 2]) order.add(i);
    const taken = [order.take(), order.take(), order.take()];
    // The same id twice has the same ticket: the smaller number, so the smaller id, is first.
    expect(taken.indexOf(0)).toBe(taken.indexOf(1) - 1);
  });
});

import { pairTicket, t52 } from 'evenhand/ticket';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/sha256.js';
import { pairKeys } from '../../src/inspectors/pairKeys.js';
import { pairOrder } from '../../src/inspectors/ticketOrder.js';
import { newTicketQueue } from '../../src/inspectors/ticketQueue.js';

describe('the queue of candidates', () => {
  it('gives the order of a full sort, with ties broken as told, visit after visit', () => {
    const visits = fc.array(fc.array(fc.nat(4), { maxLength: 20 }), { maxLength: 4 });
    fc.assert(
      fc.property(visits, (rounds) => {
        const queue = newTicketQueue(20, (a, b) => b < a);
        for (const keys of rounds) {
          queue.clear();
          keys.forEach((key, candidate) => {
            queue.add(candidate, key);
          });
          const sorted = keys
            .map((key, candidate) => ({ key, candidate }))
            .sort((a, b) => a.key - b.key || b.candidate - a.candidate);
          expect(keys.map(() => queue.take())).toEqual(sorted.map(({ candidate }) => candidate));
          expect(queue.take()).toBe(-1);
        }
      }),
    );
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

  it('order candidates as their whole tickets do', () => {
    const ids = Array.from({ length: 50 }, (_, n) => `JC-${String(n).padStart(3, '0')}`);
    const key = sha256('order');
    const order = pairOrder(key, ids);
    for (const visit of ['A', 'B']) {
      order.setVisit(visit);
      for (const i of ids.keys()) order.add(i);
      const taken = ids.map(() => ids[order.take()] as string);
      const tickets = taken.map((id) => pairTicket(key, visit, id));
      expect(tickets).toEqual(tickets.toSorted());
      expect(new Set(taken).size).toBe(50);
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

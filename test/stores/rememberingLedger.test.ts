import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import {
  bookVisit,
  bookVisits,
  type LedgerStore,
  memoryLedger,
  recordInLedger,
  rememberingLedger,
} from '../../src/stores/index.js';
import type { LedgerEvent } from '../../src/visits/ledger/event.js';
import type { VisitRequest } from '../../src/visits/ledger/request.js';

type Store = LedgerStore<LedgerEvent>;

/** A store in memory that reads what bears on a decision, and tells of each trip. */
function counted(): { readonly store: Store; readonly trips: string[] } {
  const memory = memoryLedger();
  const trips: string[] = [];
  return {
    trips,
    store: {
      ...memory,
      async append(...args) {
        trips.push('append');
        return memory.append(...args);
      },
      async readBearing(asked) {
        trips.push('read');
        const found = new Map<string, readonly LedgerEvent[]>();
        for (const { entity, requests } of asked) {
          const history = await memory.read(entity);
          const isNeeded = (event: LedgerEvent, i: number): boolean =>
            event.type !== 'refused' ||
            i === history.length - 1 ||
            requests.includes(event.request);
          found.set(entity, history.filter(isNeeded));
        }
        return found;
      },
    },
  };
}

const visit = (id: string, entity = 'E1', more: Partial<VisitRequest> = {}): VisitRequest => ({
  ...{ id, entity, kind: 'census', day: '2026-06-01', lead: 'tax', join: false },
  ...more,
});
const ask = (store: Store, request: VisitRequest) => bookVisit(store, request, twoInspections);

describe('a store that remembers', () => {
  it('needs one trip for an entity it knows', async () => {
    const { store, trips } = counted();
    const known = rememberingLedger(store);
    const answers = [];
    for (const id of ['a', 'b', 'c']) answers.push((await ask(known, visit(id))).status);
    expect(answers).toEqual(['admitted', 'refused', 'refused']);
    expect(trips).toEqual(['read', 'append', 'append', 'append']);
  });

  it('reads again where somebody else was there, and passes no cap', async () => {
    const { store, trips } = counted();
    const [one, other] = [rememberingLedger(store), rememberingLedger(store)];
    await ask(one, visit('a', 'E1', { kind: 'spot-check' }));
    expect((await ask(other, visit('b'))).status).toBe('admitted');
    trips.length = 0;
    expect((await ask(one, visit('c'))).status).toBe('refused');
    expect(trips).toEqual(['append', 'read', 'append']);
    expect((await store.read('E1')).map(({ type }) => type)).toEqual([
      'admitted',
      'admitted',
      'refused',
    ]);
  });

  it('concludes nothing from memory alone', async () => {
    const { store } = counted();
    const [one, other] = [rememberingLedger(store), rememberingLedger(store)];
    const items = { items: ['invoices'] };
    await ask(one, visit('a', 'E1', items));
    const off = { id: 'a/off', entity: 'E1', visit: 'a', by: 'tax', act: 'cancel', reason: 'ill' };
    await recordInLedger(other, { ...off, act: 'cancel' }, twoInspections);
    // As far as `one` remembers, this authority has that item booked on these days.
    expect((await ask(one, visit('b', 'E1', items))).status).toBe('admitted');
  });

  it('answers what was answered before, also what it no longer remembers', async () => {
    const { store } = counted();
    const one = rememberingLedger(store, { entities: 1 });
    const dated = (id: string, at: string) => visit(id, 'E1', { at });
    await ask(one, dated('a', '2026-01-05'));
    const refused = await ask(one, dated('b', '2026-01-05'));
    await ask(one, dated('c', '2026-01-05'));
    expect(await ask(one, dated('b', '2026-01-05'))).toEqual(refused);
    // Asked again once its day is over it would be refused as it is, had it not been answered.
    expect(await ask(one, dated('b', '2026-07-01'))).toEqual(refused);
    const both = await bookVisits(
      one,
      [dated('b', '2026-07-01'), visit('d', 'E1', { at: '2026-07-01', day: '2026-08-01' })],
      twoInspections,
    );
    expect(both[0]).toEqual(refused);
    expect(await store.read('E1')).toHaveLength(4);
  });

  it('forgets the entity that was asked for longest ago', async () => {
    const { store, trips } = counted();
    const known = rememberingLedger(store, { entities: 2 });
    for (const entity of ['E1', 'E2', 'E3']) await ask(known, visit(`${entity}/a`, entity));
    trips.length = 0;
    await ask(known, visit('E3/b', 'E3'));
    await ask(known, visit('E1/b', 'E1'));
    expect(trips).toEqual(['append', 'read', 'append']);
  });

  it('forgets what it was writing when the store failed', async () => {
    const { store, trips } = counted();
    let fails = false;
    const shaky: Store = {
      ...store,
      append: (...args) => (fails ? Promise.reject(new Error('gone')) : store.append(...args)),
    };
    const known = rememberingLedger(shaky);
    await ask(known, visit('a'));
    fails = true;
    await expect(ask(known, visit('b'))).rejects.toMatchObject({ code: 'outcome-unknown' });
    fails = false;
    trips.length = 0;
    expect((await ask(known, visit('b'))).status).toBe('refused');
    expect(trips).toEqual(['read', 'append']);
  });

  it('is the store itself where that cannot read what bears on a decision', () => {
    const store = memoryLedger();
    expect(rememberingLedger(store)).toBe(store);
  });
});

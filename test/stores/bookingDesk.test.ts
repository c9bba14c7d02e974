import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import {
  type AskedOf,
  bookingDesk,
  bookVisit,
  type LedgerStore,
  memoryLedger,
} from '../../src/stores/index.js';
import type { LedgerEvent } from '../../src/visits/ledger/event.js';
import type { VisitRequest } from '../../src/visits/ledger/request.js';
import { requestOf } from './requests.js';

const crowd = { firms: 5, mark: 'desk' };
const asked = Array.from({ length: 60 }, (_, i) => requestOf(i, crowd));

/** A store in memory that tells how many entities each of its trips wrote to. */
function counted(): { readonly store: LedgerStore<LedgerEvent>; readonly trips: number[] } {
  const store = memoryLedger();
  const trips: number[] = [];
  return {
    trips,
    store: {
      ...store,
      async readBearing(all: readonly AskedOf[]) {
        const found = new Map<string, readonly LedgerEvent[]>();
        for (const { entity } of all) found.set(entity, await store.read(entity));
        return found;
      },
      async appendMany(appends) {
        trips.push(appends.length);
        return Promise.all(
          appends.map(({ entity, afterSeq, events }) => store.append(entity, afterSeq, events)),
        );
      },
    },
  };
}

describe('a desk', () => {
  it('answers all who ask at once as if they had been asked one by one, in one trip', async () => {
    const { store, trips } = counted();
    const ask = bookingDesk(store, twoInspections, { trips: 1 });
    const answers = await Promise.all(asked.map((request) => ask(request)));
    const alone = memoryLedger();
    for (const [i, request] of asked.entries()) {
      expect(answers[i]).toEqual(await bookVisit(alone, request, twoInspections));
    }
    expect(trips).toEqual([5]);
  });

  it('takes what comes while a trip is under way along in the next', async () => {
    const { store, trips } = counted();
    const ask = bookingDesk(store, twoInspections, { trips: 1, most: 20 });
    await Promise.all(asked.map((request) => ask(request)));
    expect(trips).toHaveLength(3);
    await ask({ ...(asked[0] as VisitRequest), id: 'later' });
    expect(trips).toHaveLength(4);
  });

  it('has no firm in two trips at once, and loses no answer', async () => {
    const { store } = counted();
    const away = new Set<string>();
    let most = 0;
    const slow: LedgerStore<LedgerEvent> = {
      ...store,
      async appendMany(appends) {
        const twice = appends.filter(({ entity }) => away.has(entity));
        expect(twice).toEqual([]);
        for (const { entity } of appends) away.add(entity);
        most = Math.max(most, away.size);
        await new Promise((resolve) => setTimeout(resolve, 1));
        for (const { entity } of appends) away.delete(entity);
        return (await store.appendMany?.(appends)) ?? [];
      },
    };
    const ask = bookingDesk(slow, twoInspections, { trips: 4, most: 3 });
    const answers = await Promise.all(asked.map((request) => ask(request)));
    expect(answers.filter(({ status }) => status === 'admitted')).toHaveLength(10);
    expect(most).toBeGreaterThan(1);
  });

  it('tells a fault of one request to nobody else', async () => {
    const { store } = counted();
    const [one, ...rest] = asked as [VisitRequest, ...VisitRequest[]];
    await bookVisit(store, { ...one, entity: 'elsewhere' }, twoInspections);
    const ask = bookingDesk(store, twoInspections);
    const told = await Promise.allSettled([one, ...rest].map((request) => ask(request)));
    expect(told[0]).toMatchObject({ reason: { code: 'request-elsewhere' } });
    expect(told.slice(1).every(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('tells everybody where the store failed, and answers the same requests afterwards', async () => {
    const { store } = counted();
    let fails = true;
    const failing: LedgerStore<LedgerEvent> = {
      ...store,
      async appendMany(appends) {
        const outcomes = await (store.appendMany?.(appends) ?? []);
        if (fails) throw new Error('connection lost');
        return outcomes;
      },
    };
    const ask = bookingDesk(failing, twoInspections);
    const told = await Promise.allSettled(asked.map((request) => ask(request)));
    expect(
      told.every((one) => one.status === 'rejected' && one.reason.code === 'outcome-unknown'),
    ).toBe(true);
    fails = false;
    const answers = await Promise.all(asked.map((request) => ask(request)));
    expect(answers.filter(({ status }) => status === 'admitted')).toHaveLength(10);
  });
});

import { describe, expect, it } from 'vitest';
import { decideAllAndAppend, decideAndAppend, memoryLedger } from '../../src/stores/index.js';
import type { Appended, LedgerStore, StoredEvent } from '../../src/stores/ledgerStore.js';

/** Takes one of the places of an entity, once a request. */
const take =
  (entity: string, request: string, places: number) => (history: readonly StoredEvent[]) => {
    const isThere = history.some((one) => one.request === request);
    if (isThere || history.length >= places) return { events: [], decision: isThere };
    const seq = history.length + 1;
    return { events: [{ entity, seq, request, by: 'fire' }], decision: true };
  };

/** A store that loses each append's first race to somebody else. */
function contested(store: LedgerStore, times: number): LedgerStore {
  let lost = 0;
  return {
    ...store,
    async append(entity, afterSeq, events) {
      if (lost++ < times) {
        const request = `rival/${lost}/${entity}`;
        await store.append(entity, afterSeq, [{ entity, seq: afterSeq + 1, request, by: 'food' }]);
      }
      return store.append(entity, afterSeq, events);
    },
  };
}

describe('decideAndAppend', () => {
  it('decides again on what the winner of a race left', async () => {
    const store = memoryLedger<StoredEvent>();
    expect(await decideAndAppend(contested(store, 1), 'E1', take('E1', 'r', 2))).toBe(true);
    expect(await decideAndAppend(contested(store, 1), 'E2', take('E2', 'q', 1))).toBe(false);
    expect((await store.read('E1')).map(({ request }) => request)).toEqual(['rival/1/E1', 'r']);
  });

  it('adds nothing where nothing is decided', async () => {
    const store: LedgerStore = {
      ...memoryLedger<StoredEvent>(),
      append: () => Promise.reject(new Error('it was called')),
    };
    expect(await decideAndAppend(store, 'E1', take('E1', 'r', 0))).toBe(false);
  });

  it('tells that an outcome is unknown, and answers the same request again', async () => {
    const store = memoryLedger<StoredEvent>();
    const forgetful: LedgerStore = {
      ...store,
      async append(...args) {
        await store.append(...args);
        throw new Error('connection lost');
      },
    };
    await expect(decideAndAppend(forgetful, 'E1', take('E1', 'r', 2))).rejects.toMatchObject({
      code: 'outcome-unknown',
      cause: { message: 'connection lost' },
      issues: [{ params: { entity: 'E1', request: 'r', given: 'connection lost' } }],
    });
    expect(await decideAndAppend(store, 'E1', take('E1', 'r', 2))).toBe(true);
    expect(await store.read('E1')).toHaveLength(1);
  });

  it('gives up where others always win, and says so', async () => {
    const endless = contested(memoryLedger<StoredEvent>(), Number.POSITIVE_INFINITY);
    const always = (history: readonly StoredEvent[]) => ({
      events: [{ entity: 'E1', seq: history.length + 1, request: 'r', by: 'fire' }],
      decision: 1,
    });
    await expect(decideAndAppend(endless, 'E1', always)).rejects.toMatchObject({
      code: 'too-many-races',
    });
  });

  it('tries on memory only what answers the very requests', async () => {
    for (const [request, trips] of [
      ['r', ['append']],
      ['other', ['read', 'append']],
    ] as const) {
      const memory = memoryLedger<StoredEvent>();
      const made: string[] = [];
      const store: LedgerStore = {
        ...memory,
        recall: () => [],
        async readBearing() {
          made.push('read');
          return new Map();
        },
        async append(...args) {
          made.push('append');
          return memory.append(...args);
        },
      };
      await decideAndAppend(store, 'E1', take('E1', request, 1), ['r']);
      expect(made).toEqual(trips);
    }
  });

  it('refuses a request that another entity has used', async () => {
    const store = memoryLedger<StoredEvent>();
    await decideAndAppend(store, 'E1', take('E1', 'r', 2));
    const again = decideAndAppend(store, 'E2', take('E2', 'r', 2));
    await expect(again).rejects.toMatchObject({ code: 'request-elsewhere' });
    const inBatch = decideAllAndAppend(store, [{ entity: 'E2', decide: take('E2', 'r', 2) }]);
    await expect(inBatch).rejects.toMatchObject({ code: 'request-elsewhere' });
  });
});

describe('decideAllAndAppend', () => {
  it('takes twice as many together where few races are lost, and few again where many are', async () => {
    const store = memoryLedger<StoredEvent>();
    const trips: number[] = [];
    const growing: LedgerStore = {
      ...store,
      async appendMany(appends) {
        // All but a hundredth of the second trip lose to somebody else.
        const losing = trips.length === 1 ? appends.slice(appends.length / 100) : [];
        for (const { entity, afterSeq } of losing) {
          const rival = { entity, seq: afterSeq + 1, request: `rival/${entity}`, by: 'food' };
          await store.append(entity, afterSeq, [rival]);
        }
        trips.push(appends.length);
        const outcomes: Appended[] = [];
        for (const { entity, afterSeq, events } of appends) {
          outcomes.push(await store.append(entity, afterSeq, events));
        }
        return outcomes;
      },
    };
    const entities = Array.from({ length: 1_000 }, (_, i) => `E${i}`);
    const asked = entities.map((entity) => ({ entity, decide: take(entity, `r/${entity}`, 2) }));
    const answers = await decideAllAndAppend(growing, asked);
    expect(answers).toEqual(entities.map(() => true));
    // 198 lost and went once more.
    expect(trips).toEqual([100, 200, 100, 200, 400, 198]);
    for (const entity of entities) {
      const requests = (await store.read(entity)).map(({ request }) => request);
      expect(requests.filter((one) => one === `r/${entity}`)).toHaveLength(1);
    }
  });

  it('takes as many together as went well in the last call to the store, and no more than it was seen to', async () => {
    const trips: number[] = [];
    const store = memoryLedger<StoredEvent>();
    const counting: LedgerStore = {
      ...store,
      async appendMany(appends) {
        trips.push(appends.length);
        return Promise.all(
          appends.map(({ entity, afterSeq, events }) => store.append(entity, afterSeq, events)),
        );
      },
    };
    const ask = (many: number, mark: string) =>
      Array.from({ length: many }, (_, i) => {
        const entity = `${mark}${i}`;
        return { entity, decide: take(entity, `r/${entity}`, 2) };
      });
    await decideAllAndAppend(counting, ask(300, 'A'));
    await decideAllAndAppend(counting, ask(50, 'B'));
    await decideAllAndAppend(counting, ask(700, 'C'));
    expect(trips).toEqual([100, 200, 50, 400, 300]);
  });

  it('decides for each entity in the order given, and answers in that order', async () => {
    const store = memoryLedger<StoredEvent>();
    const ask = (entity: string, request: string) => ({ entity, decide: take(entity, request, 2) });
    const all = [ask('E2', 'a'), ask('E1', 'b'), ask('E2', 'c'), ask('E2', 'd'), ask('E1', 'b')];
    expect(await decideAllAndAppend(store, all)).toEqual([true, true, true, false, true]);
    expect((await store.read('E2')).map(({ request }) => request)).toEqual(['a', 'c']);
    expect(await store.read('E1')).toHaveLength(1);
  });

  it('decides again for the entities alone that lost a race', async () => {
    const store = memoryLedger<StoredEvent>();
    let decided = 0;
    const ask = (entity: string) => ({
      entity,
      decide: (history: readonly StoredEvent[]) => {
        decided++;
        return take(entity, `r/${entity}`, 3)(history);
      },
    });
    const asked = ['E1', 'E2', 'E3'].map(ask);
    expect(await decideAllAndAppend(contested(store, 1), asked)).toEqual([true, true, true]);
    expect(decided).toBe(4);
  });

  it('answers nothing at once', async () => {
    expect(await decideAllAndAppend(memoryLedger<StoredEvent>(), [])).toEqual([]);
  });
});

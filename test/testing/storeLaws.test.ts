import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import type { Append, Appended, LedgerStore } from '../../src/stores/ledgerStore.js';
import { memoryLedger } from '../../src/stores/memoryLedger.js';
import { eventsOf } from '../../src/testing/laws/storeEvents.js';
import type { StorePlatform } from '../../src/testing/laws/storeLaw.js';
import { storeLaws } from '../../src/testing/laws/storeLaws.js';
import type { LedgerEvent } from '../../src/visits/ledger/event.js';

type Store = LedgerStore<LedgerEvent>;

/** A store that is this library's but for what is changed. */
const wrong =
  (change: (store: Store) => Partial<Store>, isolates = false) =>
  (): StorePlatform => {
    const right = memoryLedger();
    const store = { ...right, ...many(right), ...change({ ...right, ...many(right) }) };
    return {
      open: async () => store,
      ...(isolates ? { openAs: async () => store } : {}),
    };
  };

const many = (store: Store): Pick<Required<Store>, 'appendMany' | 'readMany'> => ({
  async appendMany(appends) {
    const outcomes: Appended[] = [];
    for (const one of appends) {
      outcomes.push(await store.append(one.entity, one.afterSeq, one.events));
    }
    return outcomes;
  },
  async readMany(entities) {
    const found = new Map<string, readonly LedgerEvent[]>();
    for (const entity of entities) found.set(entity, await store.read(entity));
    return found;
  },
});

/** A store whose appends check nothing. */
function careless(): Store & { readonly kept: Map<string, LedgerEvent[]> } {
  const kept = new Map<string, LedgerEvent[]>();
  return {
    ...memoryLedger(),
    kept,
    read: async (entity) => kept.get(entity) ?? [],
    append: async (entity, _, events) => {
      kept.set(entity, [...(kept.get(entity) ?? []), ...events]);
      return 'appended';
    },
  };
}

const KEPT_APART = 'keeps an authority’s evidence from others, and its event before them';
const IN_ANOTHER_NAME = 'refuses what one authority appends in the name of another';

const WRONG: Readonly<Record<string, () => StorePlatform>> = {
  'has no history of an entity nobody wrote of': () => {
    const store = memoryLedger();
    let reads = 0;
    // Nothing on the first look, something on the second.
    const read: Store['read'] = async (entity) =>
      reads++ % 2 === 0 ? [] : [{ entity, seq: 1, at: '2026-01-15', visit: 'v', type: 'expired' }];
    return { open: async () => ({ ...store, read }) };
  },
  'gives back what was appended, to the character': wrong(({ read }) => ({
    read: async (entity) =>
      (await read(entity)).map((event) => ({ ...event, weight: '9007199254740991' })),
  })),
  'refuses whatever does not stand behind the last event': () => {
    const store = careless();
    return { open: async () => store };
  },
  'lets one of many through that append behind the same event, and that one whole': () => {
    const store = careless();
    const append: Store['append'] = async (entity, afterSeq, events) => {
      // Looks first and writes later: the mistake of whoever counts and then inserts.
      if ((await store.read(entity)).length !== afterSeq) return 'lost-race';
      return store.append(entity, afterSeq, events);
    };
    return { open: async () => ({ ...store, append }) };
  },
  'knows a request again, wherever in an answer it stood': () => {
    const store = careless();
    const append: Store['append'] = async (entity, afterSeq, events) => {
      const { length } = await store.read(entity);
      return length === afterSeq ? store.append(entity, afterSeq, events) : 'lost-race';
    };
    return { open: async () => ({ ...store, append }) };
  },
  'refuses events that are not one entity’s next': () => {
    const store = careless();
    return { open: async () => store };
  },
  'keeps apart names that differ in little': wrong(({ append, read }) => ({
    // As a collation does that does not look at case.
    append: (entity, afterSeq, events) =>
      append(
        entity.toLowerCase(),
        afterSeq,
        events.map((event) => ({ ...event, entity: entity.toLowerCase() })),
      ),
    read: (entity) => read(entity.toLowerCase()),
  })),
  'lists every entity that has a history, by bytes': wrong(({ entities }) => ({
    entities: async (after, limit) => (await entities(after, limit)).toReversed(),
  })),
  'lists the entity behind all others': () => {
    const store = memoryLedger();
    const foreign = store.append('\u{10fffc}', 0, eventsOf('\u{10fffc}', [1]));
    // Looks whether there is one more, and leaves it out as if it were of the next page.
    const entities: Store['entities'] = async (after, limit) => {
      await foreign;
      const page = await store.entities(after, limit + 1);
      return page.slice(0, Math.min(limit, page.length - 1));
    };
    return { open: async () => ({ ...store, entities }) };
  },
  'appends to many entities as it does to each': wrong(({ appendMany }) => ({
    appendMany: async (appends: readonly Append<LedgerEvent>[]) =>
      (await appendMany?.(appends.toReversed())) ?? [],
  })),
  'gives for a decision all that bears on it': wrong(({ read }) => ({
    readBearing: async (asked) => {
      const found = new Map<string, readonly LedgerEvent[]>();
      for (const { entity } of asked) {
        // The last event is left out with the other refusals, and its number with it.
        const history = await read(entity);
        found.set(
          entity,
          history.filter(({ type }) => type !== 'refused'),
        );
      }
      return found;
    },
  })),
  [KEPT_APART]: wrong(() => ({}), true),
  [IN_ANOTHER_NAME]: wrong(() => ({}), true),
};

/** Writes behind whatever is there: who counts and then inserts. */
function overbooked(): Store {
  const store = careless();
  return {
    ...store,
    append: async (entity, _, events) => {
      const { length } = await store.read(entity);
      return store.append(
        entity,
        length,
        events.map((event, i) => ({ ...event, seq: length + i + 1 })),
      );
    },
  };
}

const WRONG_BOOKING: Readonly<Record<string, () => Store>> = {
  'answers many at once as if asked one by one, in the order of the ledger': overbooked,
  'answers a batch as if asked one by one': () => {
    const store = memoryLedger();
    // Acknowledges all and keeps the first.
    const appendMany: Store['appendMany'] = async (appends) => {
      const [first] = appends;
      if (first !== undefined) await store.append(first.entity, first.afterSeq, first.events);
      return appends.map(() => 'appended');
    };
    return { ...store, ...many(store), appendMany };
  },
  'answers a request asked again as it was answered first, and books it once': overbooked,
  'books once what failed on the way, before or after it was written': overbooked,
  'frees the place of a visit that is cancelled, and of no other': () => {
    const store = memoryLedger();
    // Keeps what is booked and forgets what is cancelled.
    const append: Store['append'] = async (entity, afterSeq, events) =>
      events.some(({ type }) => type === 'cancelled')
        ? 'appended'
        : store.append(entity, afterSeq, events);
    return { ...store, append };
  },
};

describe('a store that is overbooked', () => {
  const own = storeLaws({ open: async () => memoryLedger() }, twoInspections)
    .map(({ name }) => name)
    .slice(storeLaws({ open: async () => memoryLedger() }).length);

  it('has a way to break each law of booking', () => {
    expect(Object.keys(WRONG_BOOKING)).toEqual(own);
  });

  it.each(Object.entries(WRONG_BOOKING))('is found out: %s', async (name, make) => {
    const store = make();
    const law = storeLaws({ open: async () => store }, twoInspections).find(
      (one) => one.name === name,
    );
    const { failed } = await fc.check(law?.property as fc.IAsyncProperty<unknown>, {
      ...{ endOnFailure: true, seed: 1, numRuns: 200 },
    });
    expect(failed).toBe(true);
  });
});

describe('a store that would keep its laws busy for ever', () => {
  const failing = async (platform: StorePlatform, name: string) => {
    const law = storeLaws(platform).find((one) => one.name === name);
    const { failed, errorInstance } = await fc.check(law?.property as fc.IAsyncProperty<unknown>, {
      ...{ endOnFailure: true, seed: 1, numRuns: 30 },
    });
    return [failed, String(errorInstance)];
  };

  it('is found out where its pages begin anew each time', async () => {
    const platform = wrong(({ entities }) => ({ entities: (_, limit) => entities('', limit) }))();
    expect(await failing(platform, 'lists every entity that has a history, by bytes')).toEqual([
      true,
      expect.stringContaining('which is not behind'),
    ]);
  });

  it('is found out where it has a history of everybody', async () => {
    const [event] = eventsOf('E1', [1]);
    const platform = wrong(() => ({ read: async () => [event as LedgerEvent] }))();
    expect(await failing(platform, 'gives back what was appended, to the character')).toEqual([
      true,
      expect.stringContaining('has one'),
    ]);
  });
});

describe('a store that does wrong', () => {
  const names = storeLaws(wrong(() => ({}), true)()).map(({ name }) => name);

  it('has a way to break each law', () => {
    expect(Object.keys(WRONG).sort()).toEqual(names.toSorted());
  });

  it.each(Object.entries(WRONG))('is found out: %s', async (name, platform) => {
    const law = storeLaws(platform()).find((one) => one.name === name);
    const { failed, errorInstance } = await fc.check(law?.property as fc.IAsyncProperty<unknown>, {
      endOnFailure: true,
      seed: 1,
      numRuns: 200,
    });
    expect({ failed, message: String(errorInstance) }).toEqual({
      failed: true,
      message: expect.stringContaining(`not true that it ${name}`),
    });
  });
});

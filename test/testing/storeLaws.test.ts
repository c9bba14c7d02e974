import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Append, Appended, LedgerStore, StoredEvent } from '../../src/stores/ledgerStore.js';
import { memoryLedger } from '../../src/stores/memoryLedger.js';
import { type StorePlatform, storeLaws } from '../../src/testing/laws/storeLaws.js';

/** A store that is this library's but for what is changed. */
const wrong =
  (change: (store: LedgerStore) => Partial<LedgerStore>, isolates = false) =>
  (): StorePlatform => {
    const right = memoryLedger();
    const store = { ...right, ...many(right), ...change({ ...right, ...many(right) }) };
    return {
      open: async () => store,
      ...(isolates ? { openAs: async () => store } : {}),
    };
  };

const many = (store: LedgerStore): Pick<Required<LedgerStore>, 'appendMany' | 'readMany'> => ({
  async appendMany(appends) {
    const outcomes: Appended[] = [];
    for (const one of appends) {
      outcomes.push(await store.append(one.entity, one.afterSeq, one.events));
    }
    return outcomes;
  },
  async readMany(entities) {
    const found = new Map<string, readonly StoredEvent[]>();
    for (const entity of entities) found.set(entity, await store.read(entity));
    return found;
  },
});

/** A store whose appends check nothing. */
function careless(): LedgerStore & { readonly kept: Map<string, StoredEvent[]> } {
  const kept = new Map<string, StoredEvent[]>();
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
    const read: LedgerStore['read'] = async (entity) =>
      reads++ % 2 === 0 ? [] : [{ entity, seq: 1, request: 'r', by: 'fire' }];
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
    const append: LedgerStore['append'] = async (entity, afterSeq, events) => {
      // Looks first and writes later: the mistake of whoever counts and then inserts.
      if ((await store.read(entity)).length !== afterSeq) return 'lost-race';
      return store.append(entity, afterSeq, events);
    };
    return { open: async () => ({ ...store, append }) };
  },
  'knows a request again, wherever in an answer it stood': () => {
    const store = careless();
    const append: LedgerStore['append'] = async (entity, afterSeq, events) => {
      const { length } = await store.read(entity);
      return length === afterSeq ? store.append(entity, afterSeq, events) : 'lost-race';
    };
    return { open: async () => ({ ...store, append }) };
  },
  'refuses events that are not one entity’s next': () => {
    const store = careless();
    return { open: async () => store };
  },
  'lists every entity that has a history, by bytes': wrong(({ entities }) => ({
    entities: async (after, limit) => (await entities(after, limit)).toReversed(),
  })),
  'appends to many entities as it does to each': wrong(({ appendMany }) => ({
    appendMany: async (appends: readonly Append[]) =>
      (await appendMany?.(appends.toReversed())) ?? [],
  })),
  [KEPT_APART]: wrong(() => ({}), true),
  [IN_ANOTHER_NAME]: wrong(() => ({}), true),
};

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

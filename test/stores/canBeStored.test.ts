import { twoInspections } from 'evenhand/schemes';
import { bookVisit, bookVisits, memoryLedger, recordInLedger } from 'evenhand/stores';
import type { Decision, LedgerEvent, VisitAct, VisitRequest } from 'evenhand/visits';
import { describe, expect, it } from 'vitest';
import type { LedgerStore } from '../../src/stores/ledgerStore.js';

/** A database that fails for a text it cannot keep, in a question as in an answer. */
function strict(): LedgerStore<LedgerEvent> {
  const store = memoryLedger<LedgerEvent>();
  const taken = (...texts: readonly string[]): void => {
    if (texts.some((text) => text.includes('\0'))) throw new Error('invalid byte sequence');
  };
  return {
    ...store,
    async read(entity) {
      taken(entity);
      return store.read(entity);
    },
    async readBearing(asked) {
      for (const { entity, requests } of asked) taken(entity, ...requests);
      const read = asked.map(async ({ entity }) => [entity, await store.read(entity)] as const);
      return new Map(await Promise.all(read));
    },
  };
}

const visit: VisitRequest = {
  ...{ id: 'tax:1', entity: 'E1', kind: 'census', lead: 'tax', day: '2026-06-01' },
};
const codes = (decision: Decision | undefined): readonly string[] =>
  decision?.status === 'refused' ? decision.because.map(({ code }) => code) : ['not refused'];

describe('a request under a name that is none', () => {
  it.each([{ id: 'a\0b' }, { entity: 'E\0' }])('is refused without a reading: %j', async (bad) => {
    const store = strict();
    const request = { ...visit, ...bad };
    expect(codes(await bookVisit(store, request, twoInspections))).toEqual(['bad-id']);
    const many = await bookVisits(store, [request, visit, request], twoInspections);
    expect(many.map((one) => one.status)).toEqual(['refused', 'admitted', 'refused']);
    expect(many.slice(0, 1).flatMap(codes)).toEqual(['bad-id']);
    expect((await store.read('E1')).map(({ seq }) => seq)).toEqual([1]);
  });

  it.each([
    [{ id: 'a\0b' }, 'bad-id'],
    [{ entity: 'E\0' }, 'bad-id'],
  ])('as an act is refused, too: %j', async (bad, code) => {
    const act: VisitAct = { id: 'a', entity: 'E1', visit: 'tax:1', by: 'tax', act: 'confirm' };
    const decision = await recordInLedger(strict(), { ...act, ...bad }, twoInspections);
    expect(codes(decision)).toEqual([code]);
  });
});

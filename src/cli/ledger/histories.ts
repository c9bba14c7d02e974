import type { LedgerStore } from '../../stores/ledgerStore.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';

/** Every entity's history, a page at a time, by bytes. */
export async function* histories(store: LedgerStore<LedgerEvent>) {
  for (let after = ''; ; ) {
    const page = await store.entities(after, 1_000);
    if (page.length === 0) return;
    const read = await store.readMany?.(page);
    for (const entity of page) {
      yield [entity, read?.get(entity) ?? (await store.read(entity))] as const;
    }
    after = page.at(-1) as string;
  }
}

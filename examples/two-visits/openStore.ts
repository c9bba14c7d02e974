import { DatabaseSync } from '@photostructure/sqlite';
import { type LedgerStore, postgresLedger, sqliteLedger } from 'evenhand/stores';
import type { LedgerEvent } from 'evenhand/visits';
import pg from 'pg';

/** The ledger at an address: `postgres://…`, or the path of a file. */
export async function openStore(address: string): Promise<{
  readonly store: LedgerStore<LedgerEvent>;
  close(): Promise<void>;
}> {
  if (!address.startsWith('postgres://')) {
    const db = new DatabaseSync(address);
    return { store: sqliteLedger(db), close: async () => db.close() };
  }
  const pool = new pg.Pool({ connectionString: address, max: 2 });
  return { store: await postgresLedger(pool), close: () => pool.end() };
}

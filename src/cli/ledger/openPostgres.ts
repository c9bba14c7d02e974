import { mistake } from '../../core/error.js';
import { postgresLedger } from '../../stores/postgres/postgresLedger.js';
import { readsAll } from '../../stores/postgres/readsAll.js';
import { connectPostgres } from './connectPostgres.js';
import type { LedgerAddress } from './ledgerAddress.js';
import type { OpenLedger } from './openLedger.js';

/**
 * Opens the ledger in a PostgreSQL database. Its tables are made by `ledger migrate` alone, never here.
 *
 * @throws what `connectPostgres` throws; `not-migrated`, `migration-changed`, `bad-schema-name`,
 * `unsafe-database`; `ledger-in-part` for a login that sees its own events alone: what it would be told of a
 * firm would look whole
 */
export async function openPostgres(
  address: LedgerAddress & { readonly kind: 'postgres' },
): Promise<OpenLedger> {
  const { db, explained, close } = await connectPostgres(address);
  const inSchema = address.schema === undefined ? {} : { schema: address.schema };
  try {
    const store = await postgresLedger(db, inSchema);
    if (!(await readsAll(db, inSchema))) {
      const given = address.shown;
      throw mistake('ledger-in-part', `the login of \`${given}\` reads its own events alone`, {
        given,
      });
    }
    return { store, explained, close };
  } catch (error) {
    await close();
    throw explained(error);
  }
}

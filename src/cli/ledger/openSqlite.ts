import { stat } from 'node:fs/promises';
import { isEvenhandError, mistake } from '../../core/error.js';
import type { SqliteConnection } from '../../stores/sqlite/connection.js';
import { sqliteLedger } from '../../stores/sqlite/sqliteLedger.js';
import { readFault, systemCode, writeFault } from '../files/fileFault.js';
import type { OpenLedger } from './openLedger.js';

/**
 * Opens the ledger in an SQLite file.
 *
 * @param isNew - whether a file that is not there is made
 * @throws `package-missing` where neither Node nor an installed package has SQLite; `no-such-file`,
 * `not-readable`, `cannot-write` for the file; `not-a-ledger`, `unsafe-database`, `migration-changed`
 */
export async function openSqlite(path: string, given: string, isNew: boolean): Promise<OpenLedger> {
  if (!isNew) {
    await stat(path).catch((error: unknown) => {
      throw readFault(given, error);
    });
  }
  const Database = await sqlite();
  let db: SqliteConnection & { close(): void };
  try {
    db = new Database(path);
  } catch (error) {
    throw writeFault(given, error);
  }
  try {
    return {
      store: sqliteLedger(db),
      explained: (error) =>
        systemCode(error) === 'ERR_SQLITE_ERROR'
          ? mistake('database-refused', `\`${given}\` refused: ${reasonOf(error)}`, {
              ...{ given, reason: reasonOf(error) },
            })
          : error,
      close: async () => db.close(),
    };
  } catch (error) {
    db.close();
    if (isEvenhandError(error)) throw error;
    throw mistake('not-a-ledger', `\`${given}\` cannot be read as a ledger: ${String(error)}`, {
      ...{ given, reason: reasonOf(error) },
    });
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

type Database = new (path: string) => SqliteConnection & { close(): void };

/** Node's own SQLite where it has one, else the package of the same shape. */
async function sqlite(): Promise<Database> {
  const own = 'node:sqlite';
  const found = await import(own)
    .catch(() => import('@photostructure/sqlite'))
    .catch(() => undefined);
  if (found !== undefined) return (found as { DatabaseSync: Database }).DatabaseSync;
  throw mistake(
    'package-missing',
    'the ledger needs Node 22.5 or later, or `@photostructure/sqlite` (npm install @photostructure/sqlite)',
    { given: '@photostructure/sqlite', expected: 'npm install @photostructure/sqlite' },
  );
}

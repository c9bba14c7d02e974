import type { LedgerStore } from '../../stores/ledgerStore.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import type { Desk } from '../io.js';
import type { Opener } from './action.js';
import { ledgerAddress } from './ledgerAddress.js';
import { openPostgres } from './openPostgres.js';
import { openSqlite } from './openSqlite.js';

/** A ledger at work, wherever it is. */
export interface OpenLedger {
  readonly store: LedgerStore<LedgerEvent>;
  /** The error a person can act on, for one that the database gave while it was worked with. */
  explained(error: unknown): unknown;
  close(): Promise<void>;
}

/**
 * Works with the ledger at an address: the one place that knows which kinds there are.
 *
 * It is opened when the work first asks for it, and closed whatever becomes of the work.
 *
 * @param given - the path of an SQLite file, or `postgres://…`
 * @param isNew - whether a file that is not there is made
 * @throws what the work throws, `bad-option`, and what `openSqlite` and `openPostgres` throw
 */
export async function usingLedger<T>(
  desk: Desk,
  given: string,
  isNew: boolean,
  work: (opened: Opener) => Promise<T>,
): Promise<T> {
  const address = ledgerAddress(given);
  let ledger: OpenLedger | undefined;
  const opened: Opener = async () => {
    ledger ??=
      address.kind === 'postgres'
        ? await openPostgres(address)
        : await openSqlite(desk.path(given), given, isNew);
    return ledger.store;
  };
  try {
    return await work(opened);
  } catch (error) {
    throw ledger === undefined ? error : ledger.explained(error);
  } finally {
    await ledger?.close();
  }
}

import { sha256 } from '../../core/sha256.js';
import { checkedSqlName, LEDGER_SCHEMA } from './connection.js';
import { ledgerBatches } from './ledgerBatches.js';
import { ledgerBearing } from './ledgerBearing.js';
import { ledgerOnce } from './ledgerOnce.js';
import { ledgerRows } from './ledgerRows.js';
import { ledgerSlots } from './ledgerSlots.js';
import { ledgerSlotsAtOnce } from './ledgerSlotsAtOnce.js';
import { ledgerSlotsTogether } from './ledgerSlotsTogether.js';
import { ledgerTables } from './ledgerTables.js';
import { ledgerTrips } from './ledgerTrips.js';

/** A step of the database's schema. It is never edited: a change is a further step. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the step in the default schema: which text a database was made with. */
  readonly digest: string;
}

const STEPS: readonly { readonly name: string; readonly sql: (schema: string) => string }[] = [
  { name: 'ledger-tables', sql: ledgerTables },
  { name: 'ledger-slots', sql: ledgerSlots },
  { name: 'ledger-bearing', sql: ledgerBearing },
  { name: 'ledger-slots-at-once', sql: ledgerSlotsAtOnce },
  { name: 'ledger-trips', sql: ledgerTrips },
  { name: 'ledger-batches', sql: ledgerBatches },
  { name: 'ledger-slots-together', sql: ledgerSlotsTogether },
  { name: 'ledger-once', sql: ledgerOnce },
  { name: 'ledger-rows', sql: ledgerRows },
];

/**
 * The steps that make and change the ledger's tables, in their order, for `migrateLedger` or for the
 * tool that a database's keepers use themselves.
 *
 * @throws `bad-schema-name`
 */
export function ledgerMigrations(schema: string = LEDGER_SCHEMA): readonly Migration[] {
  checkedSqlName(schema);
  return STEPS.map(({ name, sql }, i) => ({
    number: i + 1,
    name,
    sql: sql(schema),
    digest: sha256(sql(LEDGER_SCHEMA)),
  }));
}

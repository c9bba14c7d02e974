export { bookingDesk, type DeskOptions } from './bookingDesk.js';
export { bookVisit, bookVisits } from './bookVisit.js';
export { checkAppend } from './checkAppend.js';
export { STORES_CODES, type StoresCode } from './codes.js';
export { decideAllAndAppend } from './decideAllAndAppend.js';
export { type Decide, type Decided, decideAndAppend } from './decideAndAppend.js';
export type { ToDecide } from './decideEach.js';
export {
  APPENDED,
  type Append,
  type Appended,
  type AskedOf,
  type LedgerStore,
  type StoredEvent,
} from './ledgerStore.js';
export { memoryLedger } from './memoryLedger.js';
export type { PostgresConnection } from './postgres/connection.js';
export { LEDGER_ROLES, type LedgerRoles, ledgerRolesSql } from './postgres/ledgerRoles.js';
export { lockLimits } from './postgres/lockLimits.js';
export {
  ledgerMigrationsSql,
  migrateLedger,
  type SchemaOptions,
} from './postgres/migrateLedger.js';
export { ledgerMigrations, type Migration } from './postgres/migrations.js';
export { type PostgresLedgerOptions, postgresLedger } from './postgres/postgresLedger.js';
export { WITHHELD } from './postgres/withheld.js';
export { recordInLedger } from './recordInLedger.js';
export { type MemoryOptions, rememberingLedger } from './rememberingLedger.js';
export type { SqliteConnection, SqliteStatement, SqliteValue } from './sqlite/connection.js';
export { sqliteLedger } from './sqlite/sqliteLedger.js';

/** A value that goes into or comes out of SQLite here. */
export type SqliteValue = string | number | bigint | null;

/** A prepared statement by its shape. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): unknown;
  all(...values: SqliteValue[]): unknown[];
}

/**
 * An open SQLite database by its shape: `DatabaseSync` of `node:sqlite` (Node 22.5 or later) and of
 * `@photostructure/sqlite` have it.
 */
export interface SqliteConnection {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
}

type Row = Readonly<Record<string, unknown>>;

/** The rows a statement gives. */
export const rowsOf = (db: SqliteConnection, sql: string, ...values: SqliteValue[]): Row[] =>
  db.prepare(sql).all(...values) as Row[];

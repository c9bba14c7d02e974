import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { SqlRow } from '../../src/testing/warehouse/expectedRows.js';
import type { WarehouseTable } from '../../src/testing/warehouse/registerTables.js';

/** An engine that runs statements of its dialect. */
export interface Engine {
  load(tables: readonly WarehouseTable[]): Promise<void>;
  rows(sql: string): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const valued = (value: string | undefined): string =>
  value === undefined ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

/** The statements that make and fill tables, for engines that read standard SQL. */
export function loading(
  tables: readonly WarehouseTable[],
  dropping = 'DROP TABLE IF EXISTS',
): string[] {
  return tables.flatMap(({ name, columns, rows }) => {
    const table = quoted(name);
    const chunks = Array.from({ length: Math.ceil(rows.length / 2000) }, (_, i) =>
      rows.slice(i * 2000, i * 2000 + 2000),
    );
    const named = columns.map((column) => `${quoted(column.name)} ${column.type}`).join(', ');
    const cast = columns
      .map(({ type }, i) => `CAST(c${i} AS ${type.split(' COLLATE')[0]})`)
      .join(', ');
    const list = columns.map((_, i) => `c${i}`).join(', ');
    return [
      `${dropping} ${table}`,
      `CREATE TABLE ${table} (${named})`,
      ...chunks.map(
        (chunk) =>
          `INSERT INTO ${table} SELECT ${cast} FROM (VALUES ${chunk
            .map((row) => `(${row.map(valued).join(', ')})`)
            .join(', ')}) AS v(${list})`,
      ),
    ];
  });
}

/** DuckDB in this process. */
export async function startDuckdb(): Promise<Engine & { readonly connection: DuckDBConnection }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    connection,
    async load(tables) {
      for (const sql of loading(tables)) await connection.run(sql);
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjects().map(plainRow);
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Whole numbers as numbers; a double or a huge integer where none may be is a fault of the statement. */
export function plainRow(row: Record<string, unknown>): SqlRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'bigint') return [name, Number(value)];
      if (value === null || typeof value === 'string' || Number.isSafeInteger(value)) {
        return [name, value as string | number | null];
      }
      throw new Error(`column ${name} holds ${String(value)}`);
    }),
  );
}

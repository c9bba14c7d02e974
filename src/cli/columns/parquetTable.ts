import { basename } from 'node:path';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { COLUMNS, type FileKind } from '../../register/columns.js';
import { withRoom } from '../files/duckdbRoom.js';
import { cellSql, describedParquet, parquetSource } from '../files/readParquet.js';

/** A Parquet file whose columns are understood. */
export interface ParquetTable {
  readonly file: string;
  /** The file in SQL; each of its rows has a `file_row_number` from 0. */
  readonly source: string;
  readonly rows: number;
  readonly names: readonly string[];
  /** The header of each field that has one. */
  readonly headers: ReadonlyMap<string, string>;
  /** The headers that are no field's. */
  readonly others: readonly string[];
}

/** The tables of a register that is read by columns. */
export interface RegisterTables {
  readonly connection: DuckDBConnection;
  readonly entities: ParquetTable;
  readonly events?: ParquetTable;
}

/**
 * A Parquet file for reading by columns.
 *
 * @returns undefined where something is wrong with it as a whole: a column is missing or stands twice,
 * is of a type that can't be read, or there are no rows. Who reads it row by row says what.
 */
export async function openTable(
  connection: DuckDBConnection,
  path: string,
  kind: FileKind,
): Promise<ParquetTable | undefined> {
  const file = basename(path);
  const { names, issues } = await describedParquet(connection, parquetSource(path), file);
  const fieldOf = new Map(
    COLUMNS[kind].flatMap(({ field, headers }) => [field, ...headers].map((one) => [one, field])),
  );
  const headers = new Map<string, string>();
  const others: string[] = [];
  let isTwice = names.includes('file_row_number') || names.includes('__proto__');
  for (const name of names) {
    const field = fieldOf.get(name);
    if (field === undefined) others.push(name);
    else {
      isTwice ||= headers.has(field);
      headers.set(field, name);
    }
  }
  const isWhole = COLUMNS[kind].every(({ field, required }) => !required || headers.has(field));
  if (issues.length > 0 || isTwice || !isWhole) return undefined;
  const source = parquetSource(path, ', file_row_number = true');
  const [[rows] = []] = (
    await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${source}`)
  ).getRows();
  if (typeof rows !== 'number' || rows === 0) return undefined;
  return { file, source, rows, names, headers, others };
}

/** Every text of a column once; a row's text is then its place among them. */
export interface TextCodes {
  readonly texts: readonly string[];
  /** The place of a row's text, in SQL; its table is called `t`. */
  readonly sql: string;
}

/** Numbers the texts of a column; what is missing is the empty text, as in a CSV. */
export async function textCodes(
  connection: DuckDBConnection,
  { source }: ParquetTable,
  header: string,
  name: string,
): Promise<TextCodes> {
  const distinct = `SELECT DISTINCT ${cellSql(header)} FROM ${source} t`;
  await withRoom(connection, () => connection.run(`CREATE TYPE "${name}" AS ENUM (${distinct})`));
  const texts: string[] = [];
  await eachChunk(connection, `SELECT unnest(enum_range(NULL::"${name}"))::VARCHAR`, (chunk) => {
    const vector = chunk.getColumnVector(0);
    for (let i = 0; i < chunk.rowCount; i++) texts.push(String(vector.getItem(i)));
  });
  return { texts, sql: `enum_code(CAST(${cellSql(header)} AS "${name}"))::INTEGER` };
}

/** The rows of a statement, chunk by chunk, so that none is held. */
export async function eachChunk(
  connection: DuckDBConnection,
  sql: string,
  take: (chunk: DuckDBDataChunk) => void,
): Promise<void> {
  const begun = await withRoom(connection, async () => {
    const rows = await connection.stream(sql);
    return { rows, first: await rows.fetchChunk() };
  });
  for (let chunk = begun.first; chunk !== null; chunk = await begun.rows.fetchChunk()) {
    if (chunk.rowCount === 0) break;
    take(chunk);
  }
}

/** The whole numbers of a chunk's column, none of which is NULL. */
export const integersIn = (chunk: DuckDBDataChunk, column: number): Int32Array =>
  (chunk.getColumnVector(column) as unknown as { readonly items: Int32Array }).items;

import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Issue } from '../../core/issue.js';
import { COLUMNS } from '../../register/columns.js';
import { fileSize } from './fileFault.js';
import { type LoadDuckdb, requiredDuckdb } from './loadDuckdb.js';
import {
  type Found,
  fileError,
  type RawRow,
  type Reading,
  type RowTaker,
  valuesOf,
} from './rows.js';

/** The headers of columns that hold an id. */
const IDS = new Set(
  Object.values(COLUMNS)
    .flat()
    .filter(({ field }) => field === 'id' || field === 'entity')
    .flatMap(({ field, headers }) => [field, ...headers]),
);

/**
 * The rows of a Parquet file as a CSV of the same table has them: every value as text, what is missing
 * as an empty cell. `row` is the row's place, from 1.
 *
 * An id that some reader took for a number has lost its leading zeros, and a number with a floating
 * point its last places: such columns are refused by name, since nobody can tell what they were.
 *
 * @param loadDuckdb - how the optional package `@duckdb/node-api` is found
 * @throws `no-such-file` | `is-a-folder` | `not-readable` | `duckdb-missing`
 */
export async function readParquet(path: string, loadDuckdb?: LoadDuckdb): Promise<Found> {
  let rows: RawRow[] = [];
  const begin = (): RawRow[] => {
    rows = [];
    return rows;
  };
  const issues = await streamParquet(path, begin, loadDuckdb);
  return { rows, issues };
}

/**
 * `readParquet` of a file too long to hold: each row goes to a taker.
 *
 * @param begin - gives the taker; called again where the rows so far do not count, since the file is
 * damaged further on
 * @returns everything that is wrong with it
 */
export async function streamParquet(
  path: string,
  begin: () => RowTaker,
  loadDuckdb?: LoadDuckdb,
): Promise<Issue[]> {
  const file = basename(path);
  const found: Reading = { rows: begin(), issues: [] };
  await fileSize(path);
  const { DuckDBInstance } = await requiredDuckdb(file, loadDuckdb);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await readInto(found, connection, path, file);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = error.message.split('\n')[0]?.slice(0, 200) ?? '';
    begin();
    found.issues.push(fileError('damaged-parquet', file, undefined, { reason }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return found.issues;
}

async function readInto(
  found: Reading,
  connection: DuckDBConnection,
  path: string,
  file: string,
): Promise<void> {
  const source = parquetSource(path);
  const { names, issues } = await describedParquet(connection, source, file);
  found.issues.push(...issues);
  if (found.issues.length > 0) return;
  const cells = names.map((name) => cellSql(name));
  const result = await connection.stream(`SELECT ${cells.join(', ')} FROM ${source} t`);
  for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
    if (chunk.rowCount === 0) break;
    for (const row of chunk.getRows()) {
      const values = valuesOf(names, row as string[]);
      found.rows.push({ file, row: found.rows.length + 1, values });
    }
  }
}

/** A Parquet file as DuckDB's SQL names it. */
export const parquetSource = (path: string, options = ''): string =>
  `read_parquet([${quotedText(exactly(path))}]${options})`;

/** The columns of a Parquet file, and those whose type leaves nobody knowing what they held. */
export async function describedParquet(
  connection: DuckDBConnection,
  source: string,
  file: string,
): Promise<{ readonly names: readonly string[]; readonly issues: readonly Issue[] }> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
  const columns = described
    .getRowObjectsJson()
    .map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) }));
  const issues = columns.flatMap(({ name, type }) => {
    const fault = typeFault(name, type);
    return fault === undefined ? [] : [fileError(fault, file, undefined, { name, given: type })];
  });
  return { names: columns.map(({ name }) => name), issues };
}

/** A cell of the table `t` as the text that a CSV of it has. */
export const cellSql = (name: string): string =>
  `COALESCE(CAST(t.${quotedName(name)} AS VARCHAR), '')`;

function typeFault(name: string, type: string) {
  if (/^(?:DOUBLE|FLOAT|REAL)$/.test(type)) return 'float-column';
  const isText = /^(?:VARCHAR|ENUM\(.*\)|UUID)$/.test(type);
  if (IDS.has(name) && !isText) return 'number-id';
  const isPlain =
    isText || /^(?:BOOLEAN|DATE|DECIMAL\(.*\)|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?)$/.test(type);
  return isPlain ? undefined : 'nested-column';
}

/** A path that names this file alone, whatever signs it has. */
const exactly = (path: string): string => path.replace(/[*?[\]]/g, '[$&]');
/** A text in SQL. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

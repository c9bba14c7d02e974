import { mistake } from '../../core/error.js';

/** What this folder needs of DuckDB: its package, or nothing where it is not installed. */
export type LoadDuckdb = () => Promise<Pick<typeof import('@duckdb/node-api'), 'DuckDBInstance'>>;

const load: LoadDuckdb = () => import('@duckdb/node-api');

/**
 * The optional package that reads and writes Parquet.
 *
 * @param file - the file it is wanted for
 * @throws `duckdb-missing`
 */
export async function requiredDuckdb(file: string, loadDuckdb: LoadDuckdb = load) {
  return loadDuckdb().catch(() => {
    throw mistake(
      'duckdb-missing',
      `\`${file}\` is Parquet, which needs DuckDB, and DuckDB is not installed (npm install @duckdb/node-api, or use CSV)`,
      { file },
    );
  });
}

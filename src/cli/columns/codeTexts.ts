import type { DuckDBConnection } from '@duckdb/node-api';
import type { DoubtfulCodes } from '../doubtfulCodes.js';
import { cellSql } from '../files/readParquet.js';
import { eachChunk, type ParquetTable } from './parquetTable.js';

/** Shows each text of the columns whose codes are looked at, once with how many rows have it. */
export async function lookAtCodes(
  connection: DuckDBConnection,
  { source, names }: ParquetTable,
  codes: DoubtfulCodes,
): Promise<void> {
  for (const input of codes.inputs.filter((one) => names.includes(one))) {
    const sql = `SELECT ${cellSql(input)}, (min(t.file_row_number) + 1)::INTEGER, count(*)::INTEGER FROM ${source} t GROUP BY 1`;
    await eachChunk(connection, sql, (chunk) => {
      for (const [text, first, rows] of chunk.getRows()) {
        codes.seeText(input, String(text), Number(first), Number(rows));
      }
    });
  }
}

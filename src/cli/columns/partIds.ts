import type { DuckDBConnection } from '@duckdb/node-api';
import { eachChunk, integersIn } from './parquetTable.js';

/** Ids that are joined into one text, since DuckDB hands texts over one by one. */
const JOINED = 8192;

/** The ids of some rows: many of them come as one text, which is taken apart. */
export async function idsOf(
  connection: DuckDBConnection,
  from: string,
  id: string,
  first: number,
  size: number,
): Promise<string[]> {
  const ids = new Array<string>(size);
  const group = `(t.file_row_number - ${first}) // ${JOINED}`;
  const clash: number[] = [];
  const sql = `SELECT (${group})::INTEGER AS g, string_agg(${id}, chr(10) ORDER BY t.file_row_number) FROM ${from} GROUP BY g`;
  await eachChunk(connection, sql, (chunk) => {
    const groups = integersIn(chunk, 0);
    const joined = chunk.getColumnVector(1);
    for (let i = 0; i < chunk.rowCount; i++) {
      const start = (groups[i] as number) * JOINED;
      const own = String(joined.getItem(i)).split('\n');
      if (own.length !== Math.min(JOINED, size - start)) clash.push(start);
      else for (let k = 0; k < own.length; k++) ids[start + k] = own[k] as string;
    }
  });
  // Where an id has a line break, those of its group are read one by one.
  for (const start of clash) {
    const to = Math.min(size, start + JOINED) - 1;
    const range = `t.file_row_number BETWEEN ${first + start} AND ${first + to}`;
    const one = `SELECT t.file_row_number::INTEGER, ${id} FROM ${from}${from.includes(' WHERE ') ? ' AND' : ' WHERE'} ${range}`;
    await eachChunk(connection, one, (chunk) => {
      const rows = integersIn(chunk, 0);
      const texts = chunk.getColumnVector(1);
      for (let i = 0; i < chunk.rowCount; i++) {
        ids[(rows[i] as number) - first] = String(texts.getItem(i));
      }
    });
  }
  return ids;
}

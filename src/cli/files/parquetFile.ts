import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBAppender } from '@duckdb/node-api';
import type { Cell } from './csvText.js';
import { giveRoom, ROOM, withRoom } from './duckdbRoom.js';
import { type LoadDuckdb, requiredDuckdb } from './loadDuckdb.js';
import { quotedText } from './readParquet.js';
import type { FileContent } from './writeContent.js';

/**
 * A table as the content of a Parquet file. Columns are text, unless they are numbers or yes and no; an
 * empty cell is NULL. Nothing is guarded against spreadsheets, which do not open it.
 *
 * @param numbers - names of columns of whole numbers
 * @param booleans - names of columns of yes and no
 * @throws `duckdb-missing`, when it is written
 */
export function parquetFile(
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
  columns: { readonly numbers: ReadonlySet<string>; readonly booleans: ReadonlySet<string> },
  loadDuckdb?: LoadDuckdb,
): FileContent {
  const typeOf = (name: string): string =>
    columns.numbers.has(name) ? 'BIGINT' : columns.booleans.has(name) ? 'BOOLEAN' : 'VARCHAR';
  return async (write) => {
    const { DuckDBInstance } = await requiredDuckdb('.parquet', loadDuckdb);
    const folder = await mkdtemp(join(tmpdir(), 'evenhand-'));
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      // One thread keeps the order of rows, and so the bytes.
      await connection.run('SET threads = 1');
      // What memory does not hold lies beside the file meanwhile.
      await connection.run(`SET temp_directory = ${quotedText(folder)}`);
      await giveRoom(connection, ROOM);
      const fields = header.map((name) => `"${name.replaceAll('"', '""')}" ${typeOf(name)}`);
      await connection.run(`CREATE TABLE rows (${fields.join(', ')})`);
      const appender = await connection.createAppender('rows');
      for (const row of rows) {
        for (const cell of row) append(appender, cell);
        appender.endRow();
      }
      appender.closeSync();
      const path = join(folder, 'rows.parquet');
      const copy = `COPY rows TO ${quotedText(path)} (FORMAT parquet)`;
      await withRoom(connection, () => connection.run(copy));
      for await (const part of createReadStream(path)) await write(part as Uint8Array);
    } finally {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function append(appender: DuckDBAppender, cell: Cell): void {
  if (cell === undefined) appender.appendNull();
  else if (typeof cell === 'string') appender.appendVarchar(cell);
  else if (typeof cell === 'boolean') appender.appendBoolean(cell);
  else appender.appendBigInt(BigInt(cell));
}

import type { DuckDBConnection } from '@duckdb/node-api';
import { quotedText } from './readParquet.js';

/** What DuckDB holds at most of what it works with; the rest lies in its folder meanwhile. */
export const ROOM = '256MB';

/** Gives DuckDB so much memory; what it would take by itself is remembered. */
export async function giveRoom(connection: DuckDBConnection, room: string): Promise<void> {
  await connection.run("SET VARIABLE room = current_setting('memory_limit')");
  await connection.run(`SET memory_limit = ${quotedText(room)}`);
}

/**
 * Does what DuckDB may need more memory for than it was given: then once more, with as much as it takes by
 * itself, for this and all that comes.
 *
 * @param work - can be done again after it failed
 */
export async function withRoom<T>(
  connection: DuckDBConnection,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('Out of Memory')) throw error;
    // `RESET` tells of the old limit and keeps the new one.
    const [[room] = []] = (await connection.runAndReadAll("SELECT getvariable('room')")).getRows();
    await connection.run(`SET memory_limit = ${quotedText(String(room))}`);
    return await work();
  }
}

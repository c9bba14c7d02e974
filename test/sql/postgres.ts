import pg from 'pg';
import { startPostgres } from '../stores/postgresServer.js';
import { type Engine, loading, plainRow } from './duckdb.js';

/**
 * A real PostgreSQL server with a database whose texts sort and compare as people read them, so that a statement
 * that forgets to compare bytes is found out.
 */
export async function startPostgresEngine(): Promise<Engine> {
  const server = await startPostgres();
  const first = new pg.Client(server.place);
  await first.connect();
  await first.query(
    "CREATE DATABASE readers TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-u-kn' LOCALE 'C'",
  );
  await first.end();
  const client = new pg.Client({ ...server.place, database: 'readers' });
  await client.connect();
  // Numbers of 64 bits come as text; any other type is shown as it is.
  client.setTypeParser(pg.types.builtins.INT8, (text: string) => BigInt(text));
  return {
    async load(tables) {
      for (const sql of loading(tables)) await client.query(sql);
    },
    async rows(sql) {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows.map(plainRow);
    },
    async close() {
      await client.end();
      await server.stop();
    },
  };
}

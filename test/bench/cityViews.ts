import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SqlTables } from '../../src/sql/sqlTables.js';

/** A table of the city's as `cityFiles` wrote it into a folder. */
export const cityParquet = (folder: string, kind: 'entities' | 'events'): string =>
  join(folder, 'parquet', `${kind}.parquet`);

/** Makes views of the city's files, which say of each column what it is, for statements of `toSql`. */
export async function cityViews(connection: DuckDBConnection, folder: string): Promise<SqlTables> {
  const [entities, events] = (['entities', 'events'] as const).map(
    (kind) => `read_parquet('${cityParquet(folder, kind)}')`,
  );
  await connection.run(
    `CREATE VIEW entities AS SELECT * REPLACE (since::DATE AS since, crowd::BIGINT AS crowd, hazardous::BOOLEAN AS hazardous) FROM ${entities}`,
  );
  await connection.run(
    `CREATE VIEW events AS SELECT entity, kind, "on"::DATE AS "on", "knownOn"::DATE AS "knownOn", "until"::DATE AS "until", "repairedOn"::DATE AS "repairedOn" FROM ${events}`,
  );
  await connection.run(
    `CREATE VIEW lists AS SELECT id AS entity, unnest(string_split(lists, ';')) AS list FROM ${entities} WHERE lists IS NOT NULL`,
  );
  await connection.run(
    `CREATE VIEW visits AS SELECT id AS entity, split_part(v, '=', 1) AS authority, split_part(v, '=', 2)::DATE AS "on" FROM (SELECT id, unnest(string_split("lastVisits", ';')) AS v FROM ${entities} WHERE "lastVisits" IS NOT NULL)`,
  );
  const days = { on: 'on', knownOn: 'knownOn', until: 'until', repairedOn: 'repairedOn' };
  return {
    ...{ entities: { table: 'entities' }, events: { table: 'events', columns: days } },
    ...{ lists: { table: 'lists' }, visits: { table: 'visits' } },
  };
}

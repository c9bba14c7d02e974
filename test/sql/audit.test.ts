import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { toSql } from '../../src/sql/toSql.js';
import { byId, expectedRows } from '../../src/testing/warehouse/expectedRows.js';
import { registerTables, tables } from '../../src/testing/warehouse/registerTables.js';
import { startDuckdb } from './duckdb.js';

type Duckdb = Awaited<ReturnType<typeof startDuckdb>>;
let duckdb: Duckdb;
const { register, programme, asOf } = sampleCity({ entities: 60 });
const at = parseProgramme(programme).at(asOf);
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const sql = toSql(at, {
  dialect: 'duckdb',
  tables,
  plan: { key, substitutes: 1, authorities: [] },
});
const [first, second] = register.entities.map(({ id }) => id);

beforeAll(async () => {
  duckdb = await startDuckdb();
});
afterAll(() => duckdb.close());
beforeEach(() => duckdb.load(registerTables(at, register.entities)));

const found = async () =>
  (await duckdb.rows(sql.audit)).map((row) => [row['finding'], row['given'], row['found']]);
const change = (statement: string) => duckdb.connection.run(statement);

describe('an audit on DuckDB', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await found()).toEqual([]);
  });

  it.each([
    [
      'an id that stands twice',
      `INSERT INTO entity SELECT * FROM entity WHERE "entity id" = '${first}'`,
      ['repeated-id', first, 2],
    ],
    [
      'an id with a space at its end',
      `UPDATE entity SET "entity id" = 'x ' WHERE "entity id" = '${first}'`,
      ['bad-id', 'x ', 1],
    ],
    [
      'no id',
      `UPDATE entity SET "entity id" = NULL WHERE "entity id" = '${first}'`,
      ['bad-id', null, 1],
    ],
    [
      'an id that is not in NFC',
      `UPDATE entity SET "entity id" = 'e' || chr(769) WHERE "entity id" = '${first}'`,
      ['bad-id', 'e\u0301', 1],
    ],
    [
      'events of nobody',
      "INSERT INTO event VALUES ('nobody', 'award', DATE '2025-01-01', NULL, NULL, NULL)",
      ['orphan-event', 'nobody', 1],
    ],
    [
      'list entries of nobody',
      "INSERT INTO list_entry VALUES ('nobody', 'key-supervision')",
      ['orphan-list', 'nobody', 1],
    ],
    [
      'events of a kind no rule counts',
      `INSERT INTO event VALUES ('${first}', 'no-such-kind', DATE '2025-01-01', NULL, NULL, NULL)`,
      ['unknown-kind', 'no-such-kind', 1],
    ],
    [
      'events without a day',
      `INSERT INTO event VALUES ('${first}', 'award', NULL, NULL, NULL, NULL)`,
      ['event-incomplete', null, 1],
    ],
    [
      'a value outside its domain',
      `UPDATE entity SET "taxGrade" = 'Z' WHERE "entity id" = '${first}'`,
      ['no-answer', first, 1],
    ],
    [
      'a missing value that may not be',
      `UPDATE entity SET industry = NULL WHERE "entity id" = '${second}'`,
      ['no-answer', second, 1],
    ],
    [
      'a number with a floating point',
      'ALTER TABLE entity ALTER crowd TYPE DOUBLE',
      ['wrong-type', 'crowd: double', 60],
    ],
  ])('finds %s', async (_, statement, finding) => {
    await change(statement);
    expect(await found()).toContainEqual(finding);
  });

  it('finds ids that a reader took for numbers', async () => {
    await change(
      'CREATE OR REPLACE TABLE entity AS SELECT row_number() OVER () AS "entity id", * EXCLUDE ("entity id") FROM entity',
    );
    expect(await found()).toContainEqual(['wrong-type', 'id: bigint', 60]);
  });

  it('finds that a row was doubled on the way', async () => {
    const doubled = sql.audit.replace(
      'FROM found',
      'FROM (SELECT * FROM found UNION ALL SELECT * FROM found)',
    );
    expect(
      (await duckdb.rows(doubled)).map((row) => [row['finding'], row['found']]),
    ).toContainEqual(['lost-row', 60]);
  });
});

describe('a warehouse that is not as it should be', () => {
  it('without a table or a column says which', async () => {
    await change('ALTER TABLE entity DROP COLUMN industry');
    await expect(duckdb.rows(sql.classify)).rejects.toThrow(/industry/);
    await change('DROP TABLE event');
    await expect(duckdb.rows(sql.classify)).rejects.toThrow(/event/);
  });

  it('whose texts ignore capital letters gives the same answers', async () => {
    const entities = register.entities.slice(0, 40).map((one, i) => ({
      ...one,
      id: `${i % 2 === 0 ? 'a' : 'A'}${Math.floor(i / 2)}`,
    }));
    const loose = registerTables(at, entities).map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.type === 'TEXT' ? { ...column, type: 'TEXT COLLATE NOCASE' } : column,
      ),
    }));
    await duckdb.load(loose.map((table) => ({ ...table, columns: table.columns })));
    const same = await duckdb.rows(
      `SELECT COUNT(*) AS n FROM entity a JOIN entity b ON a."entity id" = b."entity id"`,
    );
    expect(same).toEqual([{ n: 80 }]);
    const rows = await duckdb.rows(sql.draw as string);
    expect(byId(rows)).toEqual(byId(expectedRows(at, entities, { key, substitutes: 1 })));
    expect(await duckdb.rows(sql.audit)).toEqual([]);
  });

  it('gives whole numbers of at most 64 bits, which Parquet keeps', async () => {
    const described = await duckdb.rows(`DESCRIBE ${sql.draw}`);
    const types = new Set(described.map((row) => row['column_type']));
    expect([...types].sort()).toEqual(['BIGINT', 'INTEGER', 'VARCHAR']);
  });

  it('with a number beyond what can be counted has no answer for that row', async () => {
    await change('ALTER TABLE entity ALTER crowd TYPE DECIMAL(38, 0)');
    await change(`UPDATE entity SET crowd = 99999999999999999999 WHERE "entity id" = '${first}'`);
    const rows = await duckdb.rows(sql.classify);
    expect(rows.filter(({ fault }) => fault === 1).map(({ id }) => id)).toEqual([first]);
  });
});

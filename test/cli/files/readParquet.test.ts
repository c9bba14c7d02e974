import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readParquet } from '../../../src/cli/files/readParquet.js';
import { readRows } from '../../../src/cli/files/readRows.js';
import { startDuckdb } from '../../sql/duckdb.js';
import { filesIn, issuesOf, run } from '../run.js';
import { thrown, workplace } from './workplace.js';

const place = workplace();

/** Writes Parquet files, each out of a query. */
async function written(files: Readonly<Record<string, string>>): Promise<void> {
  const { connection, close } = await startDuckdb();
  try {
    for (const [path, sql] of Object.entries(files)) {
      await connection.run(`COPY (${sql}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
    }
  } finally {
    await close();
  }
}

async function parquet(sql: string, name = 'entities.parquet'): Promise<string> {
  const path = place.fresh(name);
  await written({ [path]: sql });
  return path;
}

describe('a Parquet file', () => {
  it('gives the rows that a CSV of the same table gives', async () => {
    const path = await parquet(
      "SELECT * FROM (VALUES ('001', '示例', DATE '2024-02-29', true, 7, 2.50::DECIMAL(9,2), NULL), ('A', '', NULL, NULL, NULL, NULL, 'x')) AS v(id, name, since, flag, n, d, t)",
    );
    const csv = place.file(
      'entities.csv',
      'id,name,since,flag,n,d,t\n001,示例,2024-02-29,true,7,2.50,\nA,,,,,,x\n',
    );
    const [a, b] = [await readRows(path), await readRows(csv)];
    expect(a.issues).toEqual([]);
    expect(a.rows.map(({ values }) => values)).toEqual(b.rows.map(({ values }) => values));
    expect(a.rows.map(({ file, row }) => [file, row])).toEqual([
      ['entities.parquet', 1],
      ['entities.parquet', 2],
    ]);
  });

  it('keeps the order of many rows', async () => {
    const path = await parquet("SELECT 'E' || i AS id FROM range(50000) AS t(i)");
    const { rows } = await readParquet(path);
    expect(rows.length).toBe(50_000);
    expect(rows.every(({ values }, i) => values['id'] === `E${i}`)).toBe(true);
  });

  it('of a name with signs that stand for others is that file alone', async () => {
    const folder = place.fresh('x');
    mkdirSync(folder);
    const [odd, other] = [join(folder, "o'[a-z]*.parquet"), join(folder, "o'b.parquet")];
    await written({ [other]: "SELECT 'other' AS id" });
    await written({ [join(folder, 'plain.parquet')]: "SELECT 'own' AS id" });
    copyFileSync(join(folder, 'plain.parquet'), odd);
    expect((await readParquet(odd)).rows.map(({ values }) => values['id'])).toEqual(['own']);
  });

  it.each([
    ['number-id', 'SELECT 110105199001011234 AS id', 'id'],
    ['number-id', "SELECT 'A' AS id, 17 AS entity", 'entity'],
    ['number-id', 'SELECT 17 AS 统一社会信用代码', '统一社会信用代码'],
    ['float-column', "SELECT 'A' AS id, 0.1::DOUBLE AS share", 'share'],
    ['nested-column', "SELECT 'A' AS id, [1, 2] AS list", 'list'],
    ['nested-column', "SELECT 'A' AS id, TIMESTAMP '2024-01-01 10:00:00' AS since", 'since'],
  ])('is refused as %s: %s', async (code, sql, name) => {
    const { rows, issues } = await readParquet(await parquet(sql));
    expect(rows).toEqual([]);
    expect(issues.map((issue) => [issue.code, issue.params['name']])).toEqual([[code, name]]);
  });

  it('that is damaged, or none, is an issue or an error that names it', async () => {
    const { issues } = await readParquet(place.file('x.parquet', 'PAR1 is not enough PAR1'));
    expect(issues.map(({ code, file }) => [code, file])).toEqual([
      ['damaged-parquet', 'x.parquet'],
    ]);
    expect(await thrown(() => readParquet(place.fresh('none.parquet')))).toMatchObject({
      code: 'no-such-file',
    });
  });

  it('without DuckDB is refused with what to do, and CSV is read as ever', async () => {
    const path = await parquet("SELECT 'A' AS id");
    const isGone = () => Promise.reject(new Error("Cannot find package '@duckdb/node-api'"));
    expect(await thrown(() => readParquet(path, isGone))).toEqual({
      code: 'duckdb-missing',
      params: { file: 'entities.parquet' },
    });
  });
});

describe('a plan out of Parquet', () => {
  const city = place.fresh('city');
  const columnar = place.fresh('columnar');
  beforeAll(async () => {
    await run(place.folder, 'sample-city', '--entities', '250', '--out', city);
    mkdirSync(columnar);
    const tables: Record<string, string> = {};
    for (const name of readdirSync(city)) {
      const [kind, extension] = name.split('.');
      if (extension !== 'csv') copyFileSync(join(city, name), join(columnar, name));
      else {
        tables[join(columnar, `${kind}.parquet`)] =
          `SELECT * FROM read_csv('${join(city, name)}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;
      }
    }
    await written(tables);
  });

  it('is byte for byte the one out of CSV', async () => {
    const plans = [city, columnar].map((folder) => [folder, place.fresh('out')] as const);
    for (const [folder, out] of plans) {
      const { code, err } = await run(
        place.folder,
        'plan',
        '--in',
        folder,
        '--year',
        '2026',
        '--as-of',
        '2025-12-31',
        '--out',
        out,
      );
      expect([code, err.includes('error')]).toEqual([0, false]);
    }
    const [a, b] = plans.map(([, out]) => filesIn(out));
    expect(Object.keys(a as object).length).toBeGreaterThan(15);
    expect(b).toEqual(a);
  });

  it('names the file of a bad row, and refuses two files of one kind', async () => {
    const folder = place.fresh('bad');
    mkdirSync(folder);
    for (const name of readdirSync(columnar))
      copyFileSync(join(columnar, name), join(folder, name));
    await written({
      [join(folder, 'events.parquet')]:
        "SELECT 'e1' AS id, 'nobody' AS entity, 'award' AS kind, '2025-01-01' AS \"on\", 's' AS source",
    });
    const { code, issues } = await issuesOf(
      place.folder,
      'check',
      '--in',
      folder,
      '--as-of',
      '2025-12-31',
    );
    expect(code).toBe(1);
    expect(issues.find((issue) => issue.code === 'unknown-entity')).toMatchObject({
      file: 'events.parquet',
      row: 1,
    });
    writeFileSync(join(folder, 'events.csv'), 'id,entity,kind,on,source\n');
    const two = await issuesOf(place.folder, 'check', '--in', folder);
    expect(two.error).toBe('two-input-files');
  });
});

import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { toSql } from '../../src/sql/toSql.js';
import { type Engine, startDuckdb } from './duckdb.js';
import { byId, digestOf, expectedRows } from './expected.js';
import { policyCases } from './policies.js';
import { registerTables, tables } from './registerTables.js';

let duckdb: Engine;
beforeAll(async () => {
  duckdb = await startDuckdb();
});
afterAll(() => duckdb.close());

const runs = Number(process.env['FC_RUNS'] ?? 200);
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';

describe('a programme as SQL on DuckDB', () => {
  it('gives the sample city what the row evaluator and the draw give it', async () => {
    const { register, programme, asOf } = sampleCity({ entities: 3000 });
    const at = parseProgramme(programme).at(asOf);
    await duckdb.load(registerTables(at, register.entities));
    const plan = { key, substitutes: 3 };
    const sql = toSql(at, { dialect: 'duckdb', tables, plan });
    const found = await duckdb.rows(sql.draw as string);
    const expected = expectedRows(at, register.entities, plan);
    expect(byId(found)).toEqual(byId(expected));
    expect(digestOf(found)).toBe(digestOf(expected));
    expect(byId(await duckdb.rows(sql.classify))).toEqual(
      byId(expectedRows(at, register.entities)),
    );
    expect(await duckdb.rows(sql.audit)).toEqual([]);
  });
});

describe('random policies on DuckDB', () => {
  it('give every firm what the row evaluator and the draw give it', async () => {
    let faults = 0;
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(policyCases(), async ({ at, entities }) => {
        await duckdb.load(registerTables(at, entities));
        const plan = { key, substitutes: 1, scope: { field: 'district', exists: true } } as const;
        const found = await duckdb.rows(
          toSql(at, { dialect: 'duckdb', tables, plan }).draw as string,
        );
        const expected = expectedRows(at, entities, plan);
        expect(byId(found)).toEqual(byId(expected));
        for (const { fault } of expected) fault === 1 ? faults++ : answers++;
      }),
      { numRuns: runs },
    );
    expect(faults).toBeGreaterThan(runs);
    expect(answers).toBeGreaterThan(runs);
  }, 120_000);
});

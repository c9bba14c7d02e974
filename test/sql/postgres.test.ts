import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { type SqlPlatform, sqlLaws } from '../../src/testing/laws/sqlLaws.js';
import { byId, digestOf, expectedRows } from '../../src/testing/warehouse/expectedRows.js';
import { registerTables } from '../../src/testing/warehouse/registerTables.js';
import type { Engine } from './duckdb.js';
import { inTwoRounds } from './inTwoRounds.js';
import { anyPlan, policyCases } from './policies.js';
import { startPostgresEngine } from './postgres.js';

const runs = Math.ceil(Number(process.env['FC_RUNS'] ?? 40));
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';

let postgres: Engine;
beforeAll(async () => {
  postgres = await startPostgresEngine();
}, 120_000);
afterAll(() => postgres.close());

describe('a programme as SQL on PostgreSQL', () => {
  it('sorts texts as readers do, unless told otherwise', async () => {
    const sorted =
      "SELECT string_agg(x, ' ' ORDER BY x) AS x FROM (VALUES ('B'), ('a'), ('A')) AS v(x)";
    expect(await postgres.rows(sorted)).toEqual([{ x: 'a A B' }]);
  });

  it('gives the sample city what the row evaluator and the draw give it', async () => {
    const { register, programme, asOf } = sampleCity({ entities: 3000 });
    const at = parseProgramme(programme).at(asOf);
    await postgres.load(registerTables(at, register.entities));
    const told = { key, substitutes: 3, authorities: ['market', 'fire'] };
    const { plan, sql } = await inTwoRounds(postgres, at, 'postgres', told);
    const found = await postgres.rows(sql.draw as string);
    const expected = expectedRows(at, register.entities, plan);
    expect(byId(found)).toEqual(byId(expected));
    expect(digestOf(found)).toBe(digestOf(expected));
    expect(await postgres.rows(sql.audit)).toEqual([]);
  });

  it('gives random firms under random policies what the row evaluator gives them', async () => {
    await fc.assert(
      fc.asyncProperty(policyCases(), async ({ at, entities }) => {
        await postgres.load(registerTables(at, entities));
        const { plan, sql } = await inTwoRounds(postgres, at, 'postgres', anyPlan);
        const found = await postgres.rows(sql.draw as string);
        expect(byId(found)).toEqual(byId(expectedRows(at, entities, plan)));
      }),
      { numRuns: runs },
    );
  });

  it('keeps the laws that an integrator tries on a warehouse of his own', async () => {
    const warehouse: SqlPlatform = {
      dialect: 'postgres',
      load: (some) => postgres.load(some),
      rows: (sql) => postgres.rows(sql),
    };
    for (const { property } of sqlLaws(exampleProgramme, warehouse)) {
      await fc.assert(property, { numRuns: 5 });
    }
  });
});

import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { drawPlan } from '../../src/plan/drawPlan.js';
import { preparePlan } from '../../src/plan/preparePlan.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { toSql } from '../../src/sql/toSql.js';
import { byId, digestOf, expectedRows } from '../../src/testing/warehouse/expectedRows.js';
import { registerTables, tables } from '../../src/testing/warehouse/registerTables.js';
import { type Engine, startDuckdb } from './duckdb.js';
import { inTwoRounds } from './inTwoRounds.js';
import { anyPlan, policyCases } from './policies.js';

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
    const told = { key, substitutes: 3, authorities: ['market', 'fire'] };
    const { plan, sql } = await inTwoRounds(duckdb, at, 'duckdb', told);
    expect(toSql(at, { dialect: 'duckdb', tables, plan: told }).draw).toBeUndefined();
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

describe('a task of a plan as SQL on DuckDB', () => {
  it('draws whom the plan draws: cells, tiers of recency, quotas, certain ones, substitutes', async () => {
    const city = sampleCity({ entities: 1500, seed: 'warehouse' });
    const { register, tasks, year, asOf } = city;
    const programme = parseProgramme(city.programme);
    const input = { programme, register, tasks, year, asOf, drawId: 'EX-2026-001' };
    const prepared = preparePlan({ ...input, sources: [{ label: 'dice', bits: 132 }] });
    const drawn = drawPlan(prepared, [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9' }]);
    const at = programme.at(asOf);
    await duckdb.load(registerTables(at, register.entities));
    let checked = 0;
    for (const [i, { task, certain }] of prepared.tasks.entries()) {
      if (!('by' in task.quota) || task.spread !== undefined) continue;
      const { sql } = await inTwoRounds(duckdb, at, 'duckdb', {
        key: drawn.keys[`select:${task.group}`] as string,
        ...{ scope: task.scope, authorities: [task.lead, ...task.partners] },
        substitutes: prepared.substitutes,
      });
      const rows = await duckdb.rows(sql.listed as string);
      const ids = (mark: string) => rows.flatMap((row) => (row[mark] === 1 ? [row['id']] : []));
      const strata = drawn.samples[i]?.strata ?? [];
      const all = (of: 'selected' | 'substitutes') =>
        strata.flatMap((one) => one[of].map(({ id }) => id));
      expect(ids('drawn').sort()).toEqual(all('selected').sort());
      expect(ids('substitute').sort()).toEqual(all('substitutes').sort());
      expect(ids('certain').sort()).toEqual(certain.map(({ id }) => id).sort());
      checked++;
    }
    expect(checked).toBeGreaterThan(5);
  });
});

describe('random policies on DuckDB', () => {
  it('give every firm what the row evaluator and the draw give it', async () => {
    let faults = 0;
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(policyCases(), async ({ at, entities }) => {
        await duckdb.load(registerTables(at, entities));
        const { plan, sql } = await inTwoRounds(duckdb, at, 'duckdb', anyPlan);
        const found = await duckdb.rows(sql.draw as string);
        const expected = expectedRows(at, entities, plan);
        expect(byId(found)).toEqual(byId(expected));
        for (const { fault } of expected) fault === 1 ? faults++ : answers++;
      }),
      { numRuns: runs },
    );
    expect(faults).toBeGreaterThan(runs);
    expect(answers).toBeGreaterThan(runs);
  }, 600_000);
});

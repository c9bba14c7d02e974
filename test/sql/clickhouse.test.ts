import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { toSql } from '../../src/sql/toSql.js';
import { byId, digestOf, expectedRows } from '../../src/testing/warehouse/expectedRows.js';
import {
  registerTables,
  tables,
  type WarehouseTable,
} from '../../src/testing/warehouse/registerTables.js';
import { clickhousePython, startClickhouse } from './clickhouse.js';
import { type Engine, startDuckdb } from './duckdb.js';
import { inTwoRounds } from './inTwoRounds.js';
import { anyPlan, policyCases } from './policies.js';

const runs = Math.ceil(Number(process.env['FC_RUNS'] ?? 12));
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const python = clickhousePython();
const isRequired = process.env['EVENHAND_REQUIRE_CLICKHOUSE'] === '1';

it.runIf(isRequired)('ClickHouse is there', () => {
  expect(python).toBeTypeOf('string');
});

describe.skipIf(python === undefined)('a programme as SQL on ClickHouse', () => {
  let clickhouse: Engine;
  beforeAll(async () => {
    clickhouse = await startClickhouse(python as string);
  }, 180_000);
  afterAll(() => clickhouse?.close(), 60_000);

  it('gives the sample city what the row evaluator and the draw give it', async () => {
    const { register, programme, asOf } = sampleCity({ entities: 3000 });
    const at = parseProgramme(programme).at(asOf);
    await clickhouse.load(registerTables(at, register.entities));
    const told = { key, substitutes: 3, authorities: ['market', 'fire'] };
    const { plan, sql } = await inTwoRounds(clickhouse, at, 'clickhouse', told);
    const found = await clickhouse.rows(sql.draw as string);
    const expected = expectedRows(at, register.entities, plan);
    expect(byId(found)).toEqual(byId(expected));
    expect(digestOf(found)).toBe(digestOf(expected));
    expect(await clickhouse.rows(sql.audit)).toEqual([]);
  }, 120_000);

  it('gives random firms under random policies what the row evaluator gives them', async () => {
    await fc.assert(
      fc.asyncProperty(policyCases(), async ({ at, entities }) => {
        await clickhouse.load(registerTables(at, entities));
        const { plan, sql } = await inTwoRounds(clickhouse, at, 'clickhouse', anyPlan);
        const found = await clickhouse.rows(sql.draw as string);
        expect(byId(found)).toEqual(byId(expectedRows(at, entities, plan)));
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 300_000);

  it('finds in faulty tables what DuckDB finds', async () => {
    const { register, programme, asOf } = sampleCity({ entities: 60 });
    const at = parseProgramme(programme).at(asOf);
    const faulty = registerTables(at, register.entities).map(withFaults);
    const duckdb = await startDuckdb();
    try {
      const plan = { key, substitutes: 1, authorities: [] };
      const audit = async (engine: Engine, dialect: 'duckdb' | 'clickhouse') => {
        await engine.load(faulty);
        const rows = await engine.rows(toSql(at, { dialect, tables, plan }).audit);
        return rows.map((row) => JSON.stringify(row)).sort();
      };
      const found = await audit(clickhouse, 'clickhouse');
      expect(found).toEqual(await audit(duckdb, 'duckdb'));
      expect(found.length).toBeGreaterThan(7);
    } finally {
      await duckdb.close();
    }
  }, 120_000);
});

/** A table with what a warehouse may hold and a register may not. */
function withFaults({ name, columns, rows }: WarehouseTable): WarehouseTable {
  const row = (...values: (string | undefined)[]) => columns.map((_, i) => values[i]);
  const more: Readonly<Record<string, readonly (readonly (string | undefined)[])[]>> = {
    entity: [rows[0] ?? [], row('x '), row(), row('e\u0301')],
    event: [
      row('nobody', 'award', '2025-01-01'),
      row(rows[0]?.[0], 'no-such-kind', '2025-01-01'),
      row(rows[0]?.[0], 'award'),
    ],
    list_entry: [row('nobody', 'key-supervision')],
  };
  return { name, columns, rows: [...rows, ...(more[name] ?? [])] };
}

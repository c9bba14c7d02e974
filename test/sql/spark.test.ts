import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { mergeSamples } from '../../src/draw/mergeSamples.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { type SizeRow, sqlQuotas } from '../../src/sql/sqlQuotas.js';
import { toSql } from '../../src/sql/toSql.js';
import type { SqlRow } from '../../src/testing/warehouse/expectedRows.js';
import { byId, digestOf, expectedRows } from '../../src/testing/warehouse/expectedRows.js';
import { registerTables, tables } from '../../src/testing/warehouse/registerTables.js';
import { inTwoRounds } from './inTwoRounds.js';
import { anyPlan, policyCases } from './policies.js';
import { type SparkEngine, sparkPython, startSpark } from './spark.js';

const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const python = sparkPython();
// Java takes its time where other work shares the machine.
const patience = 600_000;
const isRequired = process.env['EVENHAND_REQUIRE_SPARK'] === '1';

it.runIf(isRequired)('Spark and Java are there', () => {
  expect(python).toBeTypeOf('string');
});

describe.skipIf(python === undefined)('a programme as SQL on Spark', () => {
  let spark: SparkEngine;
  beforeAll(async () => {
    spark = await startSpark(python as string);
    await spark.load(registerTables(at, entities));
  }, patience);
  afterAll(() => spark?.close(), 180_000);

  const { register, programme, asOf } = sampleCity({ entities: 600 });
  const at = parseProgramme(programme).at(asOf);
  const { entities } = register;
  const told = { key, substitutes: 3, authorities: ['market', 'fire'] };
  // The sizes are those of the evaluator here; the rounds over partitions count them on Spark.
  const framed = expectedRows(at, entities, { ...told, quotas: {} }).flatMap((row) =>
    row['recency'] === null ? [] : [{ cell: row['cell'], recency: row['recency'], size: 1 }],
  );
  const plan = { ...told, quotas: sqlQuotas(at, framed as readonly SizeRow[]) };
  const expected = expectedRows(at, entities, plan);
  const sql = toSql(at, { dialect: 'spark', tables, plan });

  it('runs with a driver and two executors', () => {
    expect(spark.executors).toBe(2);
  });

  it(
    'gives the sample city what the row evaluator and the draw give it',
    async () => {
      const found = await spark.rows(sql.draw as string);
      expect(byId(found)).toEqual(byId(expected));
      expect(digestOf(found)).toBe(digestOf(expected));
      expect(await spark.rows(sql.audit)).toEqual([]);
    },
    patience,
  );

  it(
    'gives the same while an executor is killed: its tasks are done again',
    async () => {
      const { rows, killed } = await spark.rowsDespiteKill(sql.draw as string);
      expect(killed).toBe(1);
      expect(digestOf(rows)).toBe(digestOf(expected));
    },
    patience,
  );

  it(
    'gives the same sample in two rounds over partitions: sizes, then the smallest of each',
    async () => {
      const count = 2;
      await spark.shards(count, 'entity', 'entity id');
      const ofShard = (shard: number, quotas?: Readonly<Record<string, number>>) =>
        toSql(at, {
          dialect: 'spark',
          tables: { ...tables, entities: { ...tables.entities, table: `entity_${shard}` } },
          plan: { ...told, ...(quotas === undefined ? {} : { quotas }) },
        });
      const sizes: SqlRow[] = [];
      for (let shard = 0; shard < count; shard++) {
        sizes.push(...(await spark.rows(ofShard(shard).sizes as string)));
      }
      const quotas = sqlQuotas(at, sizes as unknown as readonly SizeRow[]);
      expect(quotas).toEqual(plan.quotas);
      const parts = [];
      for (let shard = 0; shard < count; shard++) {
        parts.push(sampleOf(await spark.rows(ofShard(shard, quotas).listed as string), quotas));
      }
      const merged = mergeSamples(parts, { quotas, substitutes: plan.substitutes });
      const drawn = merged.strata.flatMap(({ selected }) => selected.map(({ id }) => id));
      const whole = expected.flatMap(({ id, drawn }) => (drawn === 1 ? [id] : []));
      expect(drawn.sort()).toEqual([...whole].sort());
      expect(parts.every(({ strata }) => strata.some(({ selected }) => selected.length > 0))).toBe(
        true,
      );
    },
    patience,
  );

  it(
    'gives random firms under random policies what the row evaluator gives them',
    async () => {
      let round = 0;
      await fc.assert(
        fc.asyncProperty(policyCases(), async (one) => {
          // Engines differ most in what they do with numbers out of range; both modes are in use.
          await spark.set({ 'spark.sql.ansi.enabled': String(round++ % 2 === 0) });
          await spark.load(registerTables(one.at, one.entities));
          const { plan: counted, sql: written } = await inTwoRounds(
            spark,
            one.at,
            'spark',
            anyPlan,
          );
          const found = await spark.rows(written.draw as string);
          expect(byId(found)).toEqual(byId(expectedRows(one.at, one.entities, counted)));
        }),
        { numRuns: 2, endOnFailure: true },
      );
    },
    patience,
  );
});

/** What one shard's rows say, as a part to be merged. */
function sampleOf(rows: readonly SqlRow[], quotas: Readonly<Record<string, number>>) {
  const strata = Object.keys(quotas).map((stratum) => {
    const own = rows
      .filter((row) => stratumOf(row) === stratum && row['ticket'] !== null)
      .sort((a, b) => Number(a['place']) - Number(b['place']))
      .map(({ id, ticket }) => ({ id: String(id), ticket: String(ticket) }));
    const size = Number(
      rows.find((row) => stratumOf(row) === stratum && row['size'] !== null)?.['size'] ?? 0,
    );
    const quotaOf = quotas[stratum] as number;
    const firstOut = own[quotaOf]?.ticket;
    return {
      ...{ stratum, size, quota: quotaOf, takeAll: [] },
      selected: own.slice(0, quotaOf),
      substitutes: own.slice(quotaOf),
      ...(firstOut === undefined ? {} : { firstOut }),
    };
  });
  return { strata };
}

const stratumOf = ({ cell, recency }: SqlRow): string => `${cell}/${recency}`;

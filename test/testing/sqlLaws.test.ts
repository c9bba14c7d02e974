import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { type SqlPlatform, sqlLaws } from '../../src/testing/laws/sqlLaws.js';
import { type Engine, startDuckdb } from '../sql/duckdb.js';

let engine: Engine;
beforeAll(async () => {
  engine = await startDuckdb();
});
afterAll(() => engine.close());

const duckdb: SqlPlatform = {
  dialect: 'duckdb',
  load: (tables) => engine.load(tables),
  rows: (sql) => engine.rows(sql),
};
const names = sqlLaws(exampleProgramme, duckdb).map(({ name }) => name);

describe('the laws of a warehouse', () => {
  it.each(names)('hold on DuckDB: %s', async (name) => {
    const law = sqlLaws(exampleProgramme, duckdb).find((one) => one.name === name);
    await fc.assert(law?.property as never, { numRuns: 6 });
  });

  it('take whole numbers as a client of the engine gives them', async () => {
    const worded: SqlPlatform = {
      ...duckdb,
      rows: async (sql) =>
        (await engine.rows(sql)).map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              typeof value === 'number' ? (name === 'cell' ? BigInt(value) : String(value)) : value,
            ]),
          ),
        ),
    };
    for (const { property } of sqlLaws(exampleProgramme, worded)) {
      await fc.assert(property, { numRuns: 3 });
    }
  });

  /** Warehouses that do one thing wrong, by the law that finds it. */
  const broken: Readonly<Record<string, Partial<SqlPlatform>>> = {
    'gives each entity the answer it has alone': {
      // Events of one kind get lost on the way.
      load: (tables) =>
        engine.load(
          tables.map((table) =>
            table.name === 'event'
              ? { ...table, rows: table.rows.filter((row) => row[1] !== 'penalty-serious') }
              : table,
          ),
        ),
    },
    'draws whom this library draws, in two rounds': {
      rows: async (sql) =>
        (await engine.rows(sql)).map((row) =>
          row['place'] === 1 ? { ...row, ticket: `f${String(row['ticket']).slice(1)}` } : row,
        ),
    },
    'finds in an audit the id that stands twice': {
      load: (tables) =>
        engine.load(
          tables.map((table) => ({
            ...table,
            rows: [...new Map(table.rows.map((row) => [row.join('|'), row])).values()],
          })),
        ),
    },
  };

  it.each(names)('are broken where they should be: %s', async (name) => {
    const law = sqlLaws(exampleProgramme, { ...duckdb, ...broken[name] }).find(
      (one) => one.name === name,
    );
    const { failed } = await fc.check(law?.property as never, { numRuns: 60, endOnFailure: true });
    expect(failed).toBe(true);
  });
});

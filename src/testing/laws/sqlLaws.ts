import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import type { Entity } from '../../register/nouns.js';
import type { DialectName } from '../../sql/dialect.js';
import { type SizeRow, sqlQuotas } from '../../sql/sqlQuotas.js';
import { toSql } from '../../sql/toSql.js';
import { arbitraryAsOf } from '../arbitraries/day.js';
import { arbitraryKey } from '../arbitraries/key.js';
import { arbitraryRegister } from '../arbitraries/register.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { byId, expectedRows, type SqlRow } from '../warehouse/expectedRows.js';
import { registerTables, tables, type WarehouseTable } from '../warehouse/registerTables.js';
import { differs, type Finding } from './law.js';

/** A warehouse to try, as an integrator has it: whatever runs statements, over a schema that is its own. */
export interface SqlPlatform {
  readonly dialect: DialectName;
  /**
   * Makes these tables anew with these rows. Types are `TEXT`, `BOOLEAN`, `DATE` and `DECIMAL(p, s)`; a value is a text
   * to be cast to its column's type, or undefined for NULL.
   */
  load(tables: readonly WarehouseTable[]): Promise<void>;
  /** The rows of a statement by name: whole numbers as numbers, bigints or texts of digits. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** A claim about a warehouse: `await fc.assert(law.property)`. */
export interface SqlLaw {
  /** The claim in English, unique among the laws it is given with. */
  readonly name: string;
  readonly property: fc.IAsyncProperty<unknown>;
}

/**
 * What must hold for a warehouse that runs this library's statements: it gives the answers of the row
 * evaluator and draws whom `drawSample` draws, to the bit.
 *
 * @param programme - parsed, or as plain data; one that SQL answers
 * @param platform - the warehouse; the laws make and drop the tables they name
 *
 * @example
 * ```ts no-run
 * for (const law of sqlLaws(ours, { dialect: 'postgres', load, rows })) {
 *   it(law.name, () => fc.assert(law.property, { numRuns: 50 }));
 * }
 * ```
 */
export function sqlLaws(programme: AnyProgramme, platform: SqlPlatform): SqlLaw[] {
  requireArgument('sqlLaws', 'programme', programme, 'object');
  requireArgument('sqlLaws', 'platform', platform, { load: 'function', rows: 'function' });
  const parsed = programmeOf(programme);
  const { dialect } = platform;
  const cases = arbitraryAsOf(parsed).chain((asOf) =>
    fc.record({
      at: fc.constant(parsed.at(asOf)),
      entities: arbitraryRegister(parsed, { asOf, maxEntities: 24 }).map((one) => one.entities),
      key: arbitraryKey(),
      substitutes: fc.integer({ min: 0, max: 2 }),
    }),
  );
  const law = (name: string, check: (one: Case) => Promise<Finding>): SqlLaw => ({
    name,
    property: fc.asyncProperty(cases, async (one) => {
      await platform.load(registerTables(one.at, one.entities));
      const finding = await check(one);
      if (finding !== undefined) throw new Error(`not true that it ${name}: ${finding}`);
    }) as fc.IAsyncProperty<unknown>,
  });
  const rowsOf = async (sql: string, like: readonly SqlRow[]): Promise<readonly SqlRow[]> => {
    const found = await platform.rows(sql);
    const texts = new Set(
      like.flatMap((row) => Object.keys(row).filter((name) => isText(row[name]))),
    );
    return found.map((row) => plain(row, texts));
  };
  return [
    law('gives each entity the answer it has alone', async ({ at, entities }) => {
      const expected = expectedRows(at, entities);
      return different(expected, await rowsOf(toSql(at, { dialect, tables }).classify, expected));
    }),
    law(
      'draws whom this library draws, in two rounds',
      async ({ at, entities, key, substitutes }) => {
        const plan = { key, substitutes, authorities: AUTHORITIES };
        const first = toSql(at, { dialect, tables, plan });
        const sizes = await platform.rows(first.sizes as string);
        const counted = { ...plan, quotas: sqlQuotas(at, sizes as unknown as readonly SizeRow[]) };
        const { draw } = toSql(at, { dialect, tables, plan: counted });
        const expected = expectedRows(at, entities, counted);
        return different(expected, await rowsOf(draw as string, expected));
      },
    ),
    law('finds in an audit the id that stands twice', async ({ at, entities }) => {
      const [first] = entities;
      if (first === undefined) return undefined;
      await platform.load(registerTables(at, [...entities, first]));
      const found = await platform.rows(toSql(at, { dialect, tables }).audit);
      const twice = found.filter((row) => row['finding'] === 'repeated-id');
      return differs(
        [first.id],
        twice.map((row) => row['given']),
      );
    }),
  ];
}

interface Case {
  readonly at: ProgrammeAt;
  readonly entities: readonly Entity[];
  readonly key: string;
  readonly substitutes: number;
}

/** Authorities of `arbitraryRegister`, whose last visits tell the tiers of recency. */
const AUTHORITIES = ['fire', '市场监管'];

const isText = (value: unknown): boolean => typeof value === 'string';

/** Whole numbers as numbers, whatever an engine's client makes of them. */
function plain(row: Readonly<Record<string, unknown>>, texts: ReadonlySet<string>): SqlRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null || value === undefined
        ? null
        : texts.has(name)
          ? String(value)
          : Number(value),
    ]),
  );
}

const different = (expected: readonly SqlRow[], found: readonly SqlRow[]): Finding =>
  differs(byId(expected), byId(found));

import { mistake } from '../../core/error.js';
import {
  checkedSqlName,
  LEDGER_SCHEMA,
  type PostgresConnection,
  requireConnection,
  schemaOf,
} from './connection.js';
import { ledgerMigrations, type Migration } from './migrations.js';

/** Which schema the ledger's tables stand in. */
export interface SchemaOptions {
  readonly schema?: string;
}

/**
 * Makes the ledger's tables, or brings them up to this version of the package; whoever runs it owns them.
 *
 * Each step is one transaction under one lock, so that many programs may start at once. Steps that are
 * there stay as they are.
 *
 * @returns the numbers of the steps that are there now
 * @throws `bad-schema-name`; `migration-changed` where the database was made by another text
 */
export async function migrateLedger(
  db: PostgresConnection,
  options: SchemaOptions = {},
): Promise<readonly number[]> {
  requireConnection('migrateLedger', db);
  const schema = schemaOf('migrateLedger', options);
  const steps = ledgerMigrations(schema);
  await db.query(inOneTransaction(registerSql(schema)));
  await checkApplied(db, steps, schema);
  for (const step of steps) await db.query(inOneTransaction(stepSql(step, schema)));
  return steps.map(({ number }) => number);
}

/**
 * What `migrateLedger` runs, as one text, for keepers of a database who run statements themselves. It may be run
 * again: steps that are there stay as they are.
 *
 * @throws `bad-schema-name`
 */
export function ledgerMigrationsSql(options: SchemaOptions = {}): string {
  const schema = schemaOf('ledgerMigrationsSql', options);
  const steps = ledgerMigrations(schema).map((step) => stepSql(step, schema));
  return [registerSql(schema), ...steps].map(inOneTransaction).join('');
}

/**
 * Makes sure that the database has every step, and by the same text.
 *
 * @throws `not-migrated` | `migration-changed` | `bad-schema-name`
 */
export async function requireMigrated(
  db: PostgresConnection,
  { schema = LEDGER_SCHEMA }: SchemaOptions = {},
): Promise<void> {
  const steps = ledgerMigrations(schema);
  const { rows } = await db.query('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${checkedSqlName(schema)}.ledger_migration`,
  ]);
  const applied = rows[0]?.['there'] === true ? await checkApplied(db, steps, schema) : 0;
  if (applied >= steps.length) return;
  throw mistake(
    'not-migrated',
    `schema \`${schema}\` has \`${applied}\` of \`${steps.length}\` steps (let its owner run evenhand ledger migrate, in code migrateLedger, first)`,
    { schema, given: applied, expected: steps.length },
  );
}

async function checkApplied(
  db: PostgresConnection,
  steps: readonly Migration[],
  schema: string,
): Promise<number> {
  const { rows } = await db.query(
    `SELECT number, name, digest FROM ${schema}.ledger_migration ORDER BY number`,
  );
  for (const { number, name, digest } of rows) {
    const step = steps[Number(number) - 1];
    // A later version's step is no harm: steps only add.
    if (step === undefined || step.digest === digest) continue;
    throw mistake(
      'migration-changed',
      `step \`${String(name)}\` of schema \`${schema}\` was made by another text: \`${String(digest)}\` (expected \`${step.digest}\`)`,
      { schema, step: step.name, given: String(digest), expected: step.digest },
    );
  }
  return rows.length;
}

const registerSql = (schema: string): string => `
  CREATE SCHEMA IF NOT EXISTS ${schema};
  CREATE TABLE IF NOT EXISTS ${schema}.ledger_migration (
    number integer PRIMARY KEY,
    name text NOT NULL,
    digest text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );`;

const stepSql = ({ number, name, digest, sql }: Migration, schema: string): string => `
  IF NOT EXISTS (SELECT FROM ${schema}.ledger_migration WHERE number = ${number}) THEN
    ${sql}
    INSERT INTO ${schema}.ledger_migration (number, name, digest)
      VALUES (${number}, '${name}', '${digest}');
  END IF;`;

/** A block is a transaction whatever connection of a pool gets it; the lock's number is ours alone. */
const inOneTransaction = (body: string): string => `
DO $evenhand$
BEGIN
  PERFORM pg_advisory_xact_lock(7310583164527616);
  ${body}
END $evenhand$;
`;

import type { ProgrammeAt } from '../../src/programme/programme.js';
import type { DialectName } from '../../src/sql/dialect.js';
import type { SqlPlan } from '../../src/sql/drawSql.js';
import { type SizeRow, sqlQuotas } from '../../src/sql/sqlQuotas.js';
import { type SqlStatements, toSql } from '../../src/sql/toSql.js';
import { tables } from '../../src/testing/warehouse/registerTables.js';
import type { Engine } from './duckdb.js';

/** A draw's statements once its strata were counted by the engine, and the plan with their quotas. */
export async function inTwoRounds(
  engine: Pick<Engine, 'rows'>,
  at: ProgrammeAt,
  dialect: DialectName,
  plan: SqlPlan,
): Promise<{ readonly plan: SqlPlan; readonly sql: SqlStatements }> {
  const { sizes } = toSql(at, { dialect, tables, plan });
  const rows = await engine.rows(sizes as string);
  const counted = { ...plan, quotas: sqlQuotas(at, rows as unknown as readonly SizeRow[]) };
  return { plan: counted, sql: toSql(at, { dialect, tables, plan: counted }) };
}

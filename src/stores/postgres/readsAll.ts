import { checkedSqlName, LEDGER_SCHEMA, type PostgresConnection } from './connection.js';
import type { SchemaOptions } from './migrateLedger.js';

/**
 * Whether this login reads every event of the ledger, its withheld fields aside. Where it does not, row-level
 * security leaves it the events of its own authority: a history then has gaps, and no decision and no sum can be
 * made of it.
 *
 * @throws `bad-schema-name`
 */
export async function readsAll(
  db: PostgresConnection,
  { schema = LEDGER_SCHEMA }: SchemaOptions = {},
): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT NOT row_security_active(c.oid) OR EXISTS (
       SELECT FROM pg_policy p, unnest(p.polroles) AS role
       WHERE p.polrelid = c.oid AND p.polcmd IN ('r', '*') AND p.polpermissive
         AND pg_get_expr(p.polqual, p.polrelid) = 'true'
         AND (role = 0 OR pg_has_role(role, 'USAGE'))
     ) AS all
     FROM pg_class c WHERE c.oid = $1::regclass`,
    [`${checkedSqlName(schema)}.ledger_event`],
  );
  return rows[0]?.['all'] === true;
}

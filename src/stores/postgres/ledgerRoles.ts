import { requireArgument } from '../../core/argument.js';
import { checkedSqlName, schemaOf } from './connection.js';
import type { SchemaOptions } from './migrateLedger.js';

/** The group roles of a ledger, by what they may do. */
export interface LedgerRoles {
  /** An authority's platform: reads what decisions need of everybody, its own whole; adds its own. */
  readonly booker: string;
  /** An authority's people: read their own whole, of the others the counts. */
  readonly reader: string;
  /** Reads everything, writes nothing. */
  readonly auditor: string;
}

/** The names of the group roles where none are told. */
export const LEDGER_ROLES: LedgerRoles = {
  booker: 'evenhand_booker',
  reader: 'evenhand_reader',
  auditor: 'evenhand_auditor',
};

/**
 * The statements that make the group roles and give each the least it needs, for whoever keeps the
 * database's roles. Logins become members, and `ledgerLogin` says for which authority a login acts.
 *
 * No role may update, delete or truncate, and none may insert but through the ledger's functions.
 *
 * @throws `bad-schema-name`
 */
export function ledgerRolesSql(
  roles: LedgerRoles = LEDGER_ROLES,
  options: SchemaOptions = {},
): string {
  requireArgument('ledgerRolesSql', 'roles', roles, 'object');
  const schema = schemaOf('ledgerRolesSql', options);
  const { booker, reader, auditor } = roles;
  const all = [booker, reader, auditor];
  all.forEach(checkedSqlName);
  const make = all.map(
    (role) => `
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
    CREATE ROLE ${role} NOLOGIN;
  END IF;`,
  );
  const everyone = all.join(', ');
  const policy = (name: string, role: string, using: string): string => `
  DROP POLICY IF EXISTS ${name} ON ${schema}.ledger_event;
  CREATE POLICY ${name} ON ${schema}.ledger_event FOR SELECT TO ${role} USING (${using});`;
  return `DO $roles$
BEGIN${make.join('')}
  GRANT USAGE ON SCHEMA ${schema} TO ${everyone};
  GRANT SELECT ON ${schema}.ledger_event, ${schema}.ledger_withheld, ${schema}.ledger_count,
    ${schema}.ledger_lock, ${schema}.ledger_migration TO ${everyone};
  GRANT EXECUTE ON FUNCTION ${schema}.ledger_is_own(text),
    ${schema}.ledger_is_own_visit(text, text), ${schema}.ledger_visit_is_off(text, text),
    ${schema}.ledger_bearing(text, text),
    ${schema}.ledger_bearing_many(text[], text[]) TO ${everyone};
  GRANT EXECUTE ON FUNCTION
    ${schema}.ledger_add(text, integer, text, text, boolean, json, json),
    ${schema}.ledger_add_many(integer[], text[], integer[], integer[], boolean[], text[], text[],
      text[], json)
    TO ${booker};
  GRANT SELECT ON ${schema}.ledger_login TO ${auditor};${policy('booker_decides', booker, 'true')}${policy('reader_sees_own', reader, ownEvents(schema))}${policy('auditor_sees_all', auditor, 'true')}
  DROP POLICY IF EXISTS auditor_sees_all ON ${schema}.ledger_withheld;
  CREATE POLICY auditor_sees_all ON ${schema}.ledger_withheld FOR SELECT TO ${auditor} USING (true);
END $roles$;
`;
}

/** An authority's events, and what became of its visits by themselves. */
const ownEvents = (schema: string): string =>
  `${schema}.ledger_is_own(authority) OR (
    authority IS NULL AND ${schema}.ledger_is_own_visit(entity, event ->> 'visit'))`;

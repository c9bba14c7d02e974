import { requireArgument } from '../../core/argument.js';
import { mistake } from '../../core/error.js';
import { shownValue } from '../../core/shownValue.js';

/**
 * An open connection to PostgreSQL by its shape: a `Pool` or a `Client` of `pg` has it.
 *
 * A text without values may hold several statements, which are one transaction then. A value may be a `Uint8Array`:
 * a parameter in PostgreSQL's own binary form, which goes over the wire as it is.
 */
export interface PostgresConnection {
  query(
    text: string,
    values?: unknown[],
  ): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;
}

/** A connection that takes a statement under a name too, to plan it once. */
export interface NamingConnection {
  query(statement: {
    readonly name: string;
    readonly text: string;
    readonly values: unknown[];
  }): ReturnType<PostgresConnection['query']>;
}

/** The schema the ledger's tables stand in where none is told. */
export const LEDGER_SCHEMA = 'evenhand';

const NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * A name that stands in SQL without quotes.
 *
 * @throws `bad-schema-name`
 */
export function checkedSqlName(name: string): string {
  if (typeof name === 'string' && NAME.test(name)) return name;
  const given = shownValue(name).slice(0, 80);
  throw mistake(
    'bad-schema-name',
    `bad name in the database: \`${given}\` (expected 1 to 63 of a-z 0-9 _, no digit first)`,
    { given, expected: '[a-z_][a-z0-9_]{0,62}' },
  );
}

/**
 * The schema that options tell.
 *
 * @throws `bad-argument` | `bad-schema-name`
 */
export function schemaOf(call: string, options: { readonly schema?: string }): string {
  requireArgument(call, 'options', options, 'object');
  return checkedSqlName(options.schema ?? LEDGER_SCHEMA);
}

/** Refuses what is no connection. Some are functions with a `query` of their own. */
export function requireConnection(call: string, db: PostgresConnection): void {
  if (typeof db?.query !== 'function') requireArgument(call, 'db', db, { query: 'function' });
}

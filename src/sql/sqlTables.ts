import { mistake } from '../core/error.js';
import type { Dialect } from './dialect.js';

/**
 * A table of the warehouse: its name, or catalogue, schema and name, and what its columns are called
 * where they are not called as the field.
 */
export interface SqlTable {
  readonly table: string | readonly string[];
  readonly columns?: Readonly<Record<string, string>>;
}

/**
 * Where a register lies in the warehouse.
 *
 * `entities` has one row an entity: `id` as text, and a column for each field the programme reads — texts as
 * text, numbers as integers or exact decimals, days as dates, yes and no as booleans; what is not
 * known is NULL. `events` has `entity`, `kind`, `on`, and, where its columns say so, `knownOn`,
 * `until`, `repairedOn`. `lists` has `entity` and `list`; `visits`, which only tiers of recency ask for, has
 * `entity`, `authority` and `on`, the last visit or all of them.
 */
export interface SqlTables {
  readonly entities: SqlTable;
  readonly events?: SqlTable;
  readonly lists?: SqlTable;
  readonly visits?: SqlTable;
}

/** The quoted name of a table. @throws `bad-sql-name` */
export function tableName({ table }: SqlTable, dialect: Dialect): string {
  const parts = typeof table === 'string' ? [table] : table;
  if (parts.length === 0) return dialect.name('');
  return parts.map((part) => dialect.name(part)).join('.');
}

/** The quoted name of a field's column. @throws `bad-sql-name` */
export function columnName({ columns }: SqlTable, field: string, dialect: Dialect): string {
  const isNamed = columns !== undefined && Object.hasOwn(columns, field);
  return dialect.name(isNamed ? (columns[field] as string) : field);
}

/** @throws `no-sql-table` where a programme reads what no table holds */
export function requiredTable(tables: SqlTables, kind: 'events' | 'lists' | 'visits'): SqlTable {
  const table = tables[kind];
  if (table !== undefined) return table;
  throw mistake(
    'no-sql-table',
    `the programme reads ${kind} and no table of them is named (expected \`tables.${kind}\`)`,
    { given: kind },
    ['tables', kind],
  );
}

/** The names that a statement gives its own steps; a table with one of them would be hidden by it. */
export function requireFreeNames(tables: SqlTables, taken: ReadonlySet<string>): void {
  for (const [kind, table] of Object.entries(tables) as [string, SqlTable][]) {
    const { table: name } = table;
    const alone = typeof name === 'string' ? name : name.length === 1 ? (name[0] as string) : '';
    if (!taken.has(alone.toLowerCase())) continue;
    throw mistake(
      'bad-sql-name',
      `the table \`${alone}\` has the name of a step of the statement; name it with its schema`,
      { given: alone, expected: 'schema and name' },
      ['tables', kind],
    );
  }
}

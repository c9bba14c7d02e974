import type { Field } from '../programme/programmeFields.js';
import type { Dialect } from './dialect.js';
import type { Held } from './held.js';
import { columnName, requiredTable, type SqlTables, tableName } from './sqlTables.js';
import { type Step, step } from './step.js';

/** What of an entity's own row a statement reads, each under a name of its own. */
export interface Facts {
  /** A field of the entity. */
  field(name: string): Held;
  /** Whether the number of a field can be held at its places: 0 where it can, 1 where not. */
  odd(name: string): string;
  onList(name?: string): string;
  /** The last visit of any of some authorities, asked for once; NULL where there was none. */
  lastVisit(authorities: readonly string[]): string;
  steps(sums: readonly string[]): readonly Step[];
}

/** Numbers beyond these are not counted exactly by JavaScript, and so are no answer here. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** The rows of the register, with texts that compare by bytes and numbers as whole units. */
export function entityFacts(
  fields: ReadonlyMap<string, Field>,
  dialect: Dialect,
  tables: SqlTables,
  alias: (prefix: string, name: string) => string,
): Facts {
  const columns: string[] = [];
  const held = new Map<string, Held>();
  const odd = new Map<string, string>();
  const lists = new Map<string | undefined, string>();
  let visitors: readonly string[] = [];
  const { entities } = tables;
  const own = (field: string): string => `e.${columnName(entities, field, dialect)}`;
  const add = (prefix: string, name: string, expression: string): string => {
    const known = alias(prefix, name);
    columns.push(`${expression} AS ${known}`);
    return known;
  };

  const addNumber = (name: string, places: number): Held => {
    const column = own(name);
    const times = places === 0 ? column : `${column} * ${10 ** places}`;
    const end = decimal(MOST, places);
    const units = add(
      'in',
      name,
      `CASE WHEN ${column} BETWEEN -${end} AND ${end} THEN ${dialect.big(times)} END`,
    );
    const isOdd = add(
      'odd',
      name,
      `CASE WHEN ${column} IS NULL THEN 0 WHEN ${column} NOT BETWEEN -${end} AND ${end} THEN 1 WHEN ${times} <> ${dialect.big(times)} THEN 1 ELSE 0 END`,
    );
    odd.set(name, isOdd);
    return { kind: 'number', sql: units, places };
  };

  const addField = (name: string): Held => {
    const field = fields.get(name) ?? { kind: 'code', places: 0 };
    if (field.kind === 'number') return addNumber(name, field.places);
    const column = own(name);
    switch (field.kind) {
      case 'boolean':
        return { kind: 'boolean', sql: add('in', name, column) };
      case 'day':
        return { kind: 'day', sql: add('in', name, column) };
      default: {
        const text = name === 'state' ? `COALESCE(${column}, ${dialect.text('active')})` : column;
        return { kind: 'text', sql: add('in', name, dialect.bytes(text)) };
      }
    }
  };

  return {
    field(name) {
      if (name === 'id') return { kind: 'text', sql: 'id' };
      const known = held.get(name) ?? addField(name);
      held.set(name, known);
      return known;
    },
    odd(name) {
      this.field(name);
      return odd.get(name) as string;
    },
    onList(name) {
      const known = lists.get(name) ?? alias('on', name ?? 'any_list');
      lists.set(name, known);
      return known;
    },
    lastVisit(authorities) {
      visitors = authorities;
      return 'last_visit';
    },
    steps(sums) {
      const from = [
        `FROM ${tableName(entities, dialect)} e`,
        ...(sums.length === 0
          ? []
          : [`LEFT JOIN added a ON a.entity = ${dialect.bytes(own('id'))}`]),
        ...(lists.size === 0
          ? []
          : [`LEFT JOIN listed l ON l.entity = ${dialect.bytes(own('id'))}`]),
        ...(visitors.length === 0
          ? []
          : [`LEFT JOIN visited v ON v.entity = ${dialect.bytes(own('id'))}`]),
      ];
      const facts = step('facts', 'what the register says of each entity', [
        'SELECT',
        [
          `${dialect.bytes(own('id'))} AS id`,
          ...columns,
          ...sums.map((sum) => `COALESCE(a.${sum}, 0) AS ${sum}`),
          ...[...lists.values()].map((list) => `COALESCE(l.${list}, 0) AS ${list}`),
          ...(visitors.length === 0 ? [] : ['v.last_visit AS last_visit']),
        ],
        ...from,
      ]);
      return [
        ...(lists.size === 0 ? [] : [listedStep(lists, dialect, tables)]),
        ...(visitors.length === 0 ? [] : [visitedStep(visitors, dialect, tables)]),
        facts,
      ];
    },
  };
}

function listedStep(
  lists: ReadonlyMap<string | undefined, string>,
  dialect: Dialect,
  tables: SqlTables,
): Step {
  const table = requiredTable(tables, 'lists');
  const list = dialect.bytes(`s.${columnName(table, 'list', dialect)}`);
  const entity = dialect.bytes(`s.${columnName(table, 'entity', dialect)}`);
  return step('listed', 'the lists an entity stands on', [
    'SELECT',
    [
      `${entity} AS entity`,
      ...[...lists].map(([name, alias]) =>
        name === undefined
          ? `1 AS ${alias}`
          : `MAX(CASE WHEN ${list} = ${dialect.text(name)} THEN 1 ELSE 0 END) AS ${alias}`,
      ),
    ],
    `FROM ${tableName(table, dialect)} s`,
    `GROUP BY ${entity}`,
  ]);
}

function visitedStep(authorities: readonly string[], dialect: Dialect, tables: SqlTables): Step {
  const table = requiredTable(tables, 'visits');
  const entity = dialect.bytes(`s.${columnName(table, 'entity', dialect)}`);
  const authority = dialect.bytes(`s.${columnName(table, 'authority', dialect)}`);
  return step('visited', 'when an entity was visited last by those who visit it now', [
    'SELECT',
    [`${entity} AS entity`, `MAX(s.${columnName(table, 'on', dialect)}) AS last_visit`],
    `FROM ${tableName(table, dialect)} s`,
    `WHERE ${authority} IN (${authorities.map(dialect.text).join(', ')})`,
    `GROUP BY ${entity}`,
  ]);
}

function decimal(units: bigint, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

import { compareBytes } from '../core/order.js';
import type { AnswerSql } from './answerSql.js';
import type { Dialect } from './dialect.js';
import { columnName, type SqlTables, tableName } from './sqlTables.js';
import { type Step, statement } from './step.js';

/**
 * What has to be found nowhere before an answer of the warehouse is used: one row for each finding, no
 * row where nothing is wrong.
 *
 * `repeated-id`, `bad-id` (missing, empty, over 256 bytes where the engine tells, with a space at an
 * end, not in NFC where the engine tells), `orphan-event` and `orphan-list` (of nobody in the
 * register), `event-incomplete` (without kind, day or entity), `unknown-kind` (which no rule counts), `no-answer`
 * (a row with `fault` 1), `lost-row` (more or fewer answers than entities), `wrong-type` (an id that is no text,
 * a number with a floating point).
 */
export function auditSql(
  answer: AnswerSql,
  dialect: Dialect,
  tables: SqlTables,
  numbers: readonly string[],
  head: readonly string[],
): string {
  const { entities, events, lists } = tables;
  const id = `e.${columnName(entities, 'id', dialect)}`;
  const idText = dialect.bytes(id);
  const ofEntities = `FROM ${tableName(entities, dialect)} e`;
  const known = `SELECT ${idText} AS id ${ofEntities}`;
  const finding = (name: string, given: string, count: string, rest: string): string =>
    `SELECT '${name}' AS finding, ${given} AS given, ${dialect.big(count)} AS found\n${rest}`;
  const orphans = (name: string, table: SqlTables['events']): string[] => {
    if (table === undefined) return [];
    const entity = dialect.bytes(`v.${columnName(table, 'entity', dialect)}`);
    return [
      finding(
        name,
        'o.entity',
        'COUNT(*)',
        `FROM (SELECT ${entity} AS entity FROM ${tableName(table, dialect)} v) o\nLEFT JOIN (${known}) k ON k.id = o.entity\nWHERE k.id IS NULL AND o.entity IS NOT NULL\nGROUP BY o.entity`,
      ),
    ];
  };
  const isBadId = [
    'k.id IS NULL',
    "k.id = ''",
    "substr(k.id, 1, 1) = ' '",
    "substr(k.id, length(k.id), 1) = ' '",
    'length(k.id) > 256',
    ...(dialect.isNfc === undefined ? [] : [`NOT (${dialect.isNfc('k.id')})`]),
  ];
  const findings = [
    finding(
      'repeated-id',
      'k.id',
      'COUNT(*)',
      `FROM (${known}) k\nGROUP BY k.id\nHAVING COUNT(*) > 1`,
    ),
    finding(
      'bad-id',
      'k.id',
      'COUNT(*)',
      `FROM (${known}) k\nWHERE ${isBadId.join(' OR ')}\nGROUP BY k.id`,
    ),
    ...typeFindings(finding, dialect, tables, numbers, ofEntities),
    ...(events === undefined ? [] : eventFindings(finding, answer, dialect, events)),
    ...orphans('orphan-event', events),
    ...orphans('orphan-list', lists),
    finding('no-answer', 't.id', 'COUNT(*)', 'FROM answer t\nWHERE t.fault = 1\nGROUP BY t.id'),
    finding(
      'lost-row',
      dialect.bytes('NULL'),
      'MAX(c.answers) - MAX(c.entities)',
      `FROM (\n  SELECT (SELECT COUNT(*) FROM answer) AS answers, (SELECT COUNT(*) ${ofEntities}) AS entities\n) c\nHAVING MAX(c.answers) <> MAX(c.entities)`,
    ),
  ];
  return statement(answer.steps as Step[], findings.join('\nUNION ALL\n'), head);
}

type FindingSql = (name: string, given: string, count: string, rest: string) => string;

function eventFindings(
  finding: FindingSql,
  { sums }: AnswerSql,
  dialect: Dialect,
  events: NonNullable<SqlTables['events']>,
): string[] {
  const column = (field: string): string => `v.${columnName(events, field, dialect)}`;
  const from = `FROM ${tableName(events, dialect)} v`;
  const kind = dialect.bytes(column('kind'));
  const kinds = [...sums.kinds].sort(compareBytes).map(dialect.text).join(', ');
  return [
    finding(
      'event-incomplete',
      dialect.bytes('NULL'),
      'COUNT(*)',
      `${from}\nWHERE ${column('entity')} IS NULL OR ${column('kind')} IS NULL OR ${column('on')} IS NULL\nHAVING COUNT(*) > 0`,
    ),
    ...(kinds === ''
      ? []
      : [
          finding(
            'unknown-kind',
            'u.kind',
            'COUNT(*)',
            `FROM (SELECT ${kind} AS kind ${from}) u\nWHERE u.kind NOT IN (${kinds})\nGROUP BY u.kind`,
          ),
        ]),
  ];
}

/** An id that a reader took for a number has lost its leading zeros; a double has lost its places. */
function typeFindings(
  finding: FindingSql,
  { typeOf, ...dialect }: Dialect,
  { entities }: SqlTables,
  numbers: readonly string[],
  from: string,
): string[] {
  if (typeOf === undefined) return [];
  const one = (field: string, isBad: (type: string) => string): string => {
    const type = `lower(${typeOf(`e.${columnName(entities, field, dialect as Dialect)}`)})`;
    return finding(
      'wrong-type',
      dialect.concat(dialect.concat(dialect.text(field), "': '"), 'w.type'),
      'COUNT(*)',
      `FROM (SELECT ${type} AS type ${from}) w\nWHERE ${isBad('w.type')}\nGROUP BY w.type`,
    );
  };
  const like = (type: string, words: readonly string[]): string =>
    words.map((word) => `${type} LIKE '%${word}%'`).join(' OR ');
  return [
    one('id', (type) => `NOT (${like(type, ['char', 'text', 'string'])})`),
    ...numbers.map((field) => one(field, (type) => like(type, ['double', 'float', 'real']))),
  ];
}

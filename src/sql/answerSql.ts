import { errorAt, type Issue } from '../core/issue.js';
import type { Matrix, Measures } from '../matrix/matrix.js';
import type { ProgrammeAt } from '../programme/programme.js';
import { programmeFields } from '../programme/programmeFields.js';
import type { SchemeAt } from '../scoring/compile.js';
import { aliases } from './aliases.js';
import { conditionSql } from './conditionSql.js';
import type { Dialect } from './dialect.js';
import { type EventSums, eventSums } from './eventSums.js';
import { entityFacts, type Facts } from './factsStep.js';
import type { Sight } from './held.js';
import { type SchemeSql, schemeSql } from './schemeSql.js';
import type { SqlTables } from './sqlTables.js';
import { type Step, step } from './step.js';

/** What a programme says of every entity, as steps that end in `answer`. */
export interface AnswerSql {
  readonly steps: readonly Step[];
  readonly facts: Facts;
  readonly sums: EventSums;
  /** What conditions beside the schemes read, such as a task's scope. */
  readonly sight: Sight;
  readonly cells: readonly SqlCell[];
  readonly issues: readonly Issue[];
}

/** A cell of the matrix by its place, as `assessColumns` counts cells. */
export interface SqlCell {
  readonly risk: string;
  readonly credit: string;
  readonly measures: Measures;
}

/** A column that a later step needs, and that is carried on to `answer`. */
export interface Carried {
  readonly name: string;
  readonly sql: string;
}

/**
 * Score, grade, risk level and cell of every entity in steps. A row without an answer is kept, with `fault` 1
 * and NULL for everything it has no answer to.
 */
export function answerSql(
  at: ProgrammeAt,
  dialect: Dialect,
  tables: SqlTables,
  carried: (sight: Sight) => readonly Carried[],
): AnswerSql {
  const issues: Issue[] = [];
  const refusals = {
    issues,
    refuse(construct: string, rule: string): string {
      issues.push(errorAt('sql-unsupported', [], { construct, rule, given: dialect.dialect }));
      return 'NULL';
    },
  };
  const { fields, clashes } = programmeFields(at);
  for (const { name, kinds } of clashes) refusals.refuse(`input.${kinds.join('|')}`, name);
  const alias = aliases();
  const facts = entityFacts(fields, dialect, tables, alias);
  const sums = eventSums(at.day, dialect, tables);
  const sight: Sight = {
    dialect,
    asOf: at.day,
    field: (name) => facts.field(name),
    onList: (name) => facts.onList(name),
    lastVisit: (authorities) => facts.lastVisit(authorities),
    count: (aggregate) => sums.count(aggregate),
    refusals,
  };
  const scheme = (one: SchemeAt, name: string, from: string): SchemeSql =>
    schemeSql(one, {
      name,
      from,
      alias,
      odd: (field) => facts.odd(field),
      sight: {
        ...sight,
        eventPoints: (term, bounds) => sums.points(term, bounds),
        unknownKinds: (kinds) => sums.unknown(kinds),
      },
    });
  const credit = scheme(at.credit, 'credit', 'facts');
  const risks = at.risk.map(({ at: one, when }, i) => {
    const name = i === 0 ? 'risk' : `risk_${i + 1}`;
    const from = i === 0 ? 'credit' : i === 1 ? 'risk' : `risk_${i}`;
    return { when, at: one, name, sql: scheme(one, name, from) };
  });
  const last = risks.at(-1)?.name ?? 'credit';
  const chosen = chosenSql(risks, sight);
  const isOne = risks.length === 1 && risks[0]?.when === undefined;
  const placed = step('placed', 'which of the risk schemes rates an entity, 1 the first', [
    'SELECT',
    ['t.*', `${chosen} AS risk_scheme`],
    `FROM ${last} t`,
  ]);
  const ofChosen = (what: (sql: SchemeSql) => string): string =>
    isOne
      ? what(risks[0]?.sql as SchemeSql)
      : `CASE risk_scheme ${risks.map(({ sql }, i) => `WHEN ${i + 1} THEN ${what(sql)}`).join(' ')} END`;
  const fault = `CASE WHEN ${[
    `${credit.fault} = 1`,
    ...(isOne ? [] : ['risk_scheme IS NULL']),
    `${ofChosen((sql) => sql.fault)} = 1`,
  ].join(' OR ')} THEN 1 ELSE 0 END`;
  const levelText = (sql: string, levels: readonly string[]): string =>
    `CASE ${sql} ${levels.map((level, i) => `WHEN ${i} THEN ${dialect.text(level)}`).join(' ')} END`;
  const more = carried(sight);
  const found = step('found', 'grade and level by name', [
    'SELECT',
    [
      'id',
      `${fault} AS fault`,
      `${credit.points} AS credit_points`,
      `${levelText(credit.level, at.credit.compiled.levels)} AS grade`,
      `${ofChosen((sql) => sql.points)} AS risk_points`,
      `${riskLevelSql(risks, isOne, levelText)} AS level`,
      ...more.map(({ name, sql }) => `${sql} AS ${name}`),
    ],
    `FROM ${isOne ? last : 'placed'}`,
  ]);
  const cells = cellsOf(at.matrix);
  const keep = (column: string): string => `CASE WHEN fault = 0 THEN ${column} END AS ${column}`;
  const answer = step('answer', 'the cell of the matrix; a row without an answer has NULL', [
    'SELECT',
    [
      'id',
      'fault',
      ...['credit_points', 'grade', 'risk_points', 'level'].map(keep),
      `CASE WHEN fault = 0 THEN ${cellSql(at.matrix, dialect)} END AS cell`,
      ...more.map(({ name }) => name),
    ],
    'FROM found',
  ]);
  const schemes = [credit, ...risks.map(({ sql }) => sql)];
  return {
    steps: [
      ...sums.steps(),
      ...facts.steps(sums.names),
      ...schemes.flatMap(({ steps }) => steps),
      ...(isOne ? [] : [placed]),
      found,
      answer,
    ],
    facts,
    sums,
    sight,
    cells,
    issues,
  };
}

/** The first risk scheme whose condition holds; one that hangs on a missing fact stops the search. */
function chosenSql(
  risks: readonly { readonly when: ProgrammeAt['risk'][number]['when'] }[],
  sight: Sight,
): string {
  const turns: string[] = [];
  for (const [i, { when }] of risks.entries()) {
    if (when === undefined)
      return turns.length === 0 ? '1' : `CASE ${turns.join(' ')} ELSE ${i + 1} END`;
    const answer = conditionSql(when, sight);
    turns.push(`WHEN ${answer} THEN ${i + 1}`, `WHEN (${answer}) IS NULL THEN NULL`);
  }
  return `CASE ${turns.join(' ')} END`;
}

function riskLevelSql(
  risks: readonly { readonly at: SchemeAt; readonly sql: SchemeSql }[],
  isOne: boolean,
  levelText: (sql: string, levels: readonly string[]) => string,
): string {
  const texts = risks.map(({ at, sql }) => levelText(sql.level, at.compiled.levels));
  if (isOne) return texts[0] as string;
  return `CASE risk_scheme ${texts.map((text, i) => `WHEN ${i + 1} THEN ${text}`).join(' ')} END`;
}

function cellsOf(matrix: Matrix): SqlCell[] {
  return matrix.risk.levels.flatMap((risk) =>
    matrix.credit.levels.map((credit) => ({
      risk,
      credit,
      measures: matrix.cells[risk]?.[credit] as Measures,
    })),
  );
}

/** The place of a cell: its level's row, its grade's column. */
function cellSql(matrix: Matrix, dialect: Dialect): string {
  const place = (column: string, names: readonly string[], by: number): string =>
    `CASE ${column} ${names.map((name, i) => `WHEN ${dialect.text(name)} THEN ${i * by}`).join(' ')} END`;
  const width = matrix.credit.levels.length;
  return `${place('level', matrix.risk.levels, width)} + ${place('grade', matrix.credit.levels, 1)}`;
}

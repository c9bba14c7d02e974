import { requireArgument } from '../core/argument.js';
import { EvenhandError } from '../core/error.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { ProgrammeAt } from '../programme/programme.js';
import { programmeFields } from '../programme/programmeFields.js';
import { commented } from './aliases.js';
import { type AnswerSql, answerSql, type SqlCell } from './answerSql.js';
import { auditSql } from './auditSql.js';
import type { DialectName, Proof } from './dialect.js';
import { dialectOf } from './dialects.js';
import {
  checkPlan,
  drawnSelect,
  drawSteps,
  frameColumns,
  SIZES_SELECT,
  type SqlPlan,
} from './drawSql.js';
import { requireFreeNames, type SqlTables } from './sqlTables.js';
import { requireShort } from './statementLength.js';
import { type Step, statement } from './step.js';

/** How a policy is written, and for which tables. */
export interface ToSqlOptions {
  readonly dialect: DialectName;
  readonly tables: SqlTables;
  /** The draw; left out, only the classification is written. */
  readonly plan?: SqlPlan;
}

/** A policy as statements of one dialect; each is complete by itself and reads only the named tables. */
export interface SqlStatements {
  readonly dialect: DialectName;
  /** Whether this dialect's statements run on their engine in the library's tests. */
  readonly proof: Proof;
  /**
   * One row an entity: `id`, `fault`, `credit_points` and `risk_points` as whole units of 10^-places,
   * `grade`, `level`, `cell`. A row with `fault` 1 has no answer; `classify` says why.
   */
  readonly classify: string;
  /** Findings that forbid the use of the answers; no row where there is none. */
  readonly audit: string;
  /**
   * The size of the frame in each stratum, as `cell`, `recency`, `size`: the first round where the draw goes by
   * shards, by tiers of recency, or by other quotas.
   */
  readonly sizes?: string;
  /**
   * One row an entity: what `classify` has, with `recency`, `certain`, `ticket`, `place`, `size`, `quota`,
   * `drawn`, `substitute`. Left out where there are tiers of recency and no quotas yet.
   */
  readonly draw?: string;
  /** The same with those alone who are certain, drawn, a substitute, or the first one out. */
  readonly listed?: string;
  /** What stands behind `cell`, by its place. */
  readonly cells: readonly SqlCell[];
}

/**
 * A programme on a day as SQL for the warehouse its register lies in: the same integer tables that every
 * other evaluator reads, so that the answers are the same to the bit.
 *
 * Days are compared with constants, points and quotas are whole numbers, texts are compared by their
 * bytes, tickets are the specification's own. Run `audit` first and use nothing while it finds anything.
 *
 * @param at - a parsed programme, opened on a day
 * @param options.dialect - `duckdb`, `postgres`, `clickhouse` and `spark` are run in this library's tests;
 * `trino` and `hive` are read by their grammars, `maxcompute` is only written; `proof` says which
 * @param options.tables - where the register lies; see `SqlTables` for the types of its columns
 * @param options.plan - key, scope and quotas of a draw
 * @throws `sql-unsupported` with an issue for each construct SQL does not answer, `sql-too-long` with one for
 * each statement that is longer than its engine reads, `unknown-dialect`,
 * `bad-sql-name`, `no-sql-table`, `bad-sql-plan`
 *
 * @source double-random/1 §5 for the draw
 * @example
 * ```ts
 * import { parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 * import { toSql } from 'evenhand/sql';
 *
 * const at = parseProgramme(exampleProgramme).at('2026-01-15');
 * const tables = {
 *   entities: { table: 'entity' },
 *   events: { table: 'event', columns: { on: 'happened_on', repairedOn: 'repaired_on' } },
 *   lists: { table: 'list_entry' },
 * };
 * toSql(at, { dialect: 'duckdb', tables }).classify.includes('SELECT'); // => true
 * ```
 */
export function toSql(at: ProgrammeAt, options: ToSqlOptions): SqlStatements {
  requireArgument(
    'toSql',
    'at',
    at,
    { credit: 'object', matrix: 'object' },
    'parseProgramme(…).at(day)',
  );
  requireArgument('toSql', 'options', options, { dialect: 'string', tables: 'object' });
  const { dialect: name, tables, plan } = options;
  const dialect = dialectOf(name);
  const plain = answerSql(at, dialect, tables, () => []);
  const drawn =
    plan === undefined
      ? undefined
      : answerSql(at, dialect, tables, (sight) => frameColumns(plan, at.sampling, sight));
  const isWeighted = plan !== undefined && at.sampling.method === 'pareto';
  requireSupported([...(drawn ?? plain).issues, ...(isWeighted ? [byWeight(at, name)] : [])]);
  const head = headOf(at, name);
  const numbers = [...programmeFields(at).fields.values()].filter(({ kind }) => kind === 'number');
  const statements = {
    dialect: name,
    proof: dialect.proof,
    classify: statement(plain.steps, 'SELECT *\nFROM answer', head),
    audit: auditSql(
      plain,
      dialect,
      tables,
      numbers.map((field) => field.name),
      head,
    ),
    cells: plain.cells,
  };
  if (plan === undefined || drawn === undefined) {
    requireFreeNames(tables, namesOf(plain.steps));
    requireShort({ classify: statements.classify, audit: statements.audit }, dialect);
    return statements;
  }
  const tiers = at.sampling.recency.length;
  checkPlan(plan, plain.cells.length, tiers);
  const ofDraw = drawStatements(drawn, plan);
  requireShort({ classify: statements.classify, audit: statements.audit, ...ofDraw }, dialect);
  return { ...statements, ...ofDraw };

  function drawStatements(answer: AnswerSql, draw: SqlPlan) {
    const steps = [...answer.steps, ...drawSteps(draw, answer.cells, at.sampling, dialect)];
    requireFreeNames(tables, namesOf(steps));
    const standing = steps.findIndex((one) => one.name === 'standing');
    const sizes = statement(steps.slice(0, standing + 1), SIZES_SELECT, head);
    // How a cell's number is split over its tiers hangs on all of their sizes together.
    const isOpen = tiers > 1 && (draw.authorities ?? []).length > 0 && draw.quotas === undefined;
    if (isOpen) return { sizes };
    return {
      sizes,
      draw: statement(steps, drawnSelect(draw, 'all'), head),
      listed: statement(steps, drawnSelect(draw, 'listed'), head),
    };
  }
}

const namesOf = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.map(({ name }) => name));

function requireSupported(issues: AnswerSql['issues']): void {
  if (issues.length === 0) return;
  const names = issues.map(({ params }) => `\`${params['construct']}\` of \`${params['rule']}\``);
  throw new EvenhandError(
    'sql-unsupported',
    `SQL does not answer ${names.join(', ')}; assess such entities one by one`,
    issues,
  );
}

/** Keys by weight are fractions, which no engine reckons as another does. */
function byWeight({ sampling }: ProgrammeAt, given: DialectName): Issue {
  const params = { construct: 'sampling.method.pareto', rule: sampling.id, given };
  return errorAt('sql-unsupported', [], params);
}

/** What the statement was made from, so that two that differ can be told apart. */
function headOf(at: ProgrammeAt, dialect: DialectName): string[] {
  const schemes = [at.credit, ...at.risk.map((one) => one.at)].map(({ compiled }) => compiled);
  return [
    commented(
      `${at.programme?.id ?? ''}@${at.programme?.version ?? ''} as of ${at.day} for ${dialect}`,
    ),
    ...schemes.map(({ reference, tables }) =>
      commented(`${reference.id}@${reference.version} tables ${tables}`),
    ),
  ];
}

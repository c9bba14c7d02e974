import * as z from 'zod';
import type { Day } from '../../core/day.js';
import { EvenhandError, mistake } from '../../core/error.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import { safeParsed } from '../../register/parsed.js';
import type { DialectName } from '../../sql/dialect.js';
import type { SqlPlan } from '../../sql/drawSql.js';
import { type SizeRow, sqlQuotas } from '../../sql/sqlQuotas.js';
import type { SqlTables } from '../../sql/sqlTables.js';
import { toSql } from '../../sql/toSql.js';
import { EXIT } from '../exit.js';
import { readRows } from '../files/readRows.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { printIssues } from '../printIssues.js';
import { inFile, readDocument } from '../readDocument.js';
import { readProgramme } from '../readProgramme.js';

/** The statements `toSql` gives. */
export const STATEMENTS = ['audit', 'classify', 'sizes', 'draw', 'listed'] as const;

/** What `sql` is told. */
export interface SqlOptions {
  readonly dialect: DialectName;
  readonly asOf?: Day;
  readonly tables?: string;
  readonly key?: string;
  readonly substitutes?: number;
  readonly authority: readonly string[];
  readonly sizes?: string;
  readonly statement?: (typeof STATEMENTS)[number];
}

const tableSchema = z.strictObject({
  table: z.union([z.string(), z.array(z.string()).min(1)]),
  columns: z.exactOptional(z.record(z.string(), z.string())),
});
const tablesSchema = z.strictObject({
  entities: tableSchema,
  events: z.exactOptional(tableSchema),
  lists: z.exactOptional(tableSchema),
  visits: z.exactOptional(tableSchema),
});

/** Tables that are called as this library calls its files. */
const DEFAULT_TABLES: SqlTables = {
  entities: { table: 'entities' },
  events: {
    table: 'events',
    columns: { on: 'on', knownOn: 'knownOn', until: 'until', repairedOn: 'repairedOn' },
  },
  lists: { table: 'lists' },
  visits: { table: 'visits' },
};

/** Prints a programme, and its draw where a key is given, as a statement for a warehouse. */
export async function sqlCommand(desk: Desk, file: string, options: SqlOptions): Promise<number> {
  const { dialect, asOf, key, statement } = options;
  if (asOf === undefined) throw missing('--as-of');
  const needsKey = statement === 'sizes' || statement === 'draw' || statement === 'listed';
  if (needsKey && key === undefined) throw missing('--key');
  const programme = await readProgramme(desk.path(file), asOf);
  const tables = await readTables(desk, options.tables);
  const issues = [...errorsOf(programme.issues), ...tables.issues];
  if (programme.value === undefined || tables.value === undefined || issues.length > 0) {
    if (desk.json) desk.print(JSON.stringify({ errors: issues.length, issues }, null, 2));
    else printIssues(desk, issues);
    return EXIT.findings;
  }
  const at = programme.value.at(asOf);
  const plan = key === undefined ? undefined : await planOf(desk, at, key, options);
  const sql = toSql(at, {
    dialect,
    tables: tables.value,
    ...(plan === undefined ? {} : { plan }),
  });
  if (sql.proof !== 'executed') {
    desk.note(
      desk.say(
        `${dialect} 方言的语句未在其引擎上运行过；请先用部分数据与逐户评价核对`,
        `statements for ${dialect} were not run on their engine; hold them against single answers on a part of your data first`,
      ),
    );
  }
  const wanted = statement ?? (key === undefined ? 'classify' : 'draw');
  const written = sql[wanted];
  if (written === undefined && !desk.json) throw missing('--sizes');
  desk.print(desk.json ? JSON.stringify(sql, null, 2) : (written as string));
  return EXIT.done;
}

/** The draw, with the quotas of the strata that the statement `sizes` counted, where a file holds its rows. */
async function planOf(
  desk: Desk,
  at: ProgrammeAt,
  key: string,
  { substitutes, authority, sizes }: SqlOptions,
): Promise<SqlPlan> {
  return {
    ...{ key, authorities: authority },
    ...(substitutes === undefined ? {} : { substitutes }),
    ...(sizes === undefined ? {} : { quotas: sqlQuotas(at, await readSizes(desk, sizes)) }),
  };
}

/** Rows of sizes in CSV, a JSON list or NDJSON. */
async function readSizes(desk: Desk, path: string): Promise<SizeRow[]> {
  const { rows, issues } = await readRows(desk.path(path));
  const [first] = errorsOf(issues);
  if (first !== undefined) throw new EvenhandError(first.code, `\`${path}\` is not whole`, issues);
  return rows.map(({ values }) => {
    const { cell = '', recency = '', size = '' } = values as Partial<SizeRow>;
    return { cell, recency, size };
  });
}

async function readTables(desk: Desk, path: string | undefined) {
  if (path === undefined) return { value: DEFAULT_TABLES, issues: [] };
  const { value, issues } = await readDocument(desk.path(path));
  if (value === undefined) return { issues };
  const shape = safeParsed(tablesSchema, value);
  return shape.ok
    ? { value: shape.value as SqlTables, issues: [] }
    : inFile(path, errorsOf(shape.issues));
}

const missing = (expected: string) =>
  mistake('option-missing', `${expected} is missing`, { expected, command: 'sql' });

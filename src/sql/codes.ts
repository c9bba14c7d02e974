/** The codes of `sql`: each has its texts in `texts/sql.ts`. */
export const SQL_CODES = [
  'sql-unsupported',
  'sql-too-long',
  'unknown-dialect',
  'bad-sql-name',
  'no-sql-table',
  'bad-sql-plan',
] as const;
export type SqlCode = (typeof SQL_CODES)[number];

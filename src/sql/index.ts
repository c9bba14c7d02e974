export type { SqlCell } from './answerSql.js';
export { SQL_CODES, type SqlCode } from './codes.js';
export { DIALECTS, type DialectName, type Proof } from './dialect.js';
export type { SqlPlan } from './drawSql.js';
export { type SizeRow, sqlQuotas } from './sqlQuotas.js';
export type { SqlTable, SqlTables } from './sqlTables.js';
export { type SqlStatements, type ToSqlOptions, toSql } from './toSql.js';

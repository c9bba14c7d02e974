import { registerFromRows } from '../../register/registerFromRows.js';
import type { registerIntake } from '../../register/registerIntake.js';
import { withRoom } from '../files/duckdbRoom.js';
import { cellSql, quotedText } from '../files/readParquet.js';
import { eachChunk, integersIn, type ParquetTable, type RegisterTables } from './parquetTable.js';

/** The rows with an id that another row has too. */
export async function repeatedRows({ connection, entities }: RegisterTables): Promise<number[]> {
  const id = cellSql(entities.headers.get('id') as string);
  // Nearly always no two ids have one hash, which is shorter than they are.
  const hashes = `SELECT h FROM (SELECT hash(${id}) AS h FROM ${entities.source} t) GROUP BY h HAVING count(*) > 1`;
  await withRoom(connection, () => connection.run(`CREATE TABLE repeated AS ${hashes}`));
  const alike = `FROM ${entities.source} t WHERE hash(${id}) IN (FROM repeated)`;
  const repeated = `SELECT ${id} ${alike} GROUP BY ${id} HAVING count(*) > 1`;
  const [[count] = []] = (
    await connection.runAndReadAll('SELECT count(*)::INTEGER FROM repeated')
  ).getRows();
  return count === 0 ? [] : rowsWhere(connection, entities, `${id} IN (${repeated})`);
}

/** The rows of some ids. */
export async function namedRows({ connection, entities }: RegisterTables, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const id = cellSql(entities.headers.get('id') as string);
  const list = ids.map(quotedText).join(', ');
  return rowsWhere(connection, entities, `${id} IN (${list})`);
}

async function rowsWhere(
  connection: RegisterTables['connection'],
  { source }: ParquetTable,
  condition: string,
): Promise<number[]> {
  const rows: number[] = [];
  const sql = `SELECT t.file_row_number::INTEGER FROM ${source} t WHERE ${condition}`;
  await eachChunk(connection, sql, (chunk) => {
    for (const n of integersIn(chunk, 0)) rows.push(n);
  });
  return rows;
}

/** The entities that inspectors recuse themselves from: it is told of those whom no row has. */
export function recusedIds(
  few: Parameters<typeof registerIntake>[0],
  options: Parameters<typeof registerIntake>[1],
): string[] {
  const { issues } = registerFromRows({ ...few, entities: [] }, options);
  const ids = issues.filter(({ code }) => code === 'unknown-recusal').map(({ params }) => params);
  return [...new Set(ids.map((params) => String(params['given'])))];
}

import { columnsOf } from '../../columns/columnBuilder.js';
import { NO_DAY } from '../../columns/entityColumns.js';
import { dayNumber } from '../../core/day.js';
import type { Entity } from '../../register/nouns.js';
import type { RawRow } from '../../register/rawRow.js';
import type { IntakeReading, RegisterIntake } from '../../register/registerIntake.js';
import { withRoom } from '../files/duckdbRoom.js';
import { cellSql } from '../files/readParquet.js';
import { valuesOf } from '../files/rows.js';
import { changedSince } from '../readRegister.js';
import { lastOf, visitedBy } from './entityFillers.js';
import type { ByColumns } from './parquetRegister.js';
import { eachChunk, type ParquetTable, type RegisterTables } from './parquetTable.js';
import type { RegisterPart } from './registerPart.js';

/**
 * Reads some rows with their events, and the events of nobody, as the reader of rows does: what it has to
 * say of them, and those that are none the worse as a part of the register.
 *
 * @param open - the numbers of the rows
 * @param isWhole - whether every event has one owner
 */
export async function readOpenRows(
  tables: RegisterTables,
  open: Uint32Array,
  isWhole: boolean,
  { compiled, authorities }: Pick<ByColumns, 'compiled' | 'authorities'>,
  { intake, path }: { readonly intake: RegisterIntake; readonly path: string },
): Promise<{ readonly reading: IntakeReading; readonly part: RegisterPart }> {
  const { connection, entities, events } = tables;
  await connection.run('CREATE TABLE open_rows (n INTEGER)');
  const appender = await connection.createAppender('open_rows');
  for (const n of open) {
    appender.appendInteger(n);
    appender.endRow();
  }
  appender.closeSync();
  const entitySql = `SELECT t.file_row_number::INTEGER, ${cellsOf(entities)} FROM ${entities.source} t WHERE t.file_row_number IN (SELECT n FROM open_rows) ORDER BY t.file_row_number`;
  await eachRow(connection, entities, entitySql, (row) => intake.takeEntity(row));
  if (events !== undefined) {
    const sql = await eventSql(tables, events, isWhole);
    await eachRow(connection, events, sql, (row) => intake.takeEvent(row));
  }
  const reading = intake.done();
  const again = reading.again();
  const left: Entity[] = [];
  const places: number[] = [];
  await eachRow(connection, entities, entitySql, (row) => {
    const entity = again(row);
    if (entity === undefined) return;
    left.push(entity);
    places.push(row.row - 1);
  });
  if (left.length !== reading.count.entities) throw changedSince(path, 1);
  const { file } = entities;
  const rows = Uint32Array.from(places);
  const part = {
    columns: columnsOf(compiled, left),
    ids: left.map(({ id }) => id),
    ...{ rows, first: 0, visitedBy: visitedBy(left) },
    lastVisit: Int32Array.from(left, (one) => {
      const day = lastOf(one, authorities);
      return day === undefined ? NO_DAY : dayNumber(day);
    }),
    placeOf: (row: number) => ({ file, row: (rows[row] as number) + 1 }),
  };
  return { reading, part };
}

/** The events of the open rows, and those of nobody. */
async function eventSql(
  { connection, entities }: RegisterTables,
  events: ParquetTable,
  isWhole: boolean,
): Promise<string> {
  const owner = cellSql(events.headers.get('entity') as string);
  const id = cellSql(entities.headers.get('id') as string);
  const ids = (which: string): string =>
    `SELECT ${id} AS id FROM ${entities.source} t WHERE t.file_row_number ${which} (SELECT n FROM open_rows)`;
  if (!isWhole) {
    const others = `SELECT t.file_row_number AS n FROM ${events.source} t ANTI JOIN (${ids('NOT IN')}) e ON e.id = ${owner}`;
    await withRoom(connection, () => connection.run(`CREATE TABLE open_events AS ${others}`));
  }
  const which = isWhole
    ? `${owner} IN (${ids('IN')})`
    : 't.file_row_number IN (SELECT n FROM open_events)';
  return `SELECT t.file_row_number::INTEGER, ${cellsOf(events)} FROM ${events.source} t WHERE ${which} ORDER BY t.file_row_number`;
}

const cellsOf = ({ names }: ParquetTable): string => names.map((name) => cellSql(name)).join(', ');

/** Rows as the reader of rows takes them. */
async function eachRow(
  connection: RegisterTables['connection'],
  { file, names }: ParquetTable,
  sql: string,
  take: (row: RawRow) => void,
): Promise<void> {
  await eachChunk(connection, sql, (chunk) => {
    for (const [n, ...cells] of chunk.getRows()) {
      take({ file, row: (n as number) + 1, values: valuesOf(names, cells as string[]) });
    }
  });
}

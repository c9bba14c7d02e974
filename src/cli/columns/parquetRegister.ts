import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { columnsOf } from '../../columns/columnBuilder.js';
import type { CompiledColumns } from '../../columns/compileColumns.js';
import { NO_DAY } from '../../columns/entityColumns.js';
import { dayNumber } from '../../core/day.js';
import { isEvenhandError } from '../../core/error.js';
import type { Entity } from '../../register/nouns.js';
import type { RawRow } from '../../register/rawRow.js';
import { readAround } from '../../register/readAround.js';
import { registerFromRows } from '../../register/registerFromRows.js';
import { registerIntake } from '../../register/registerIntake.js';
import { requiredDuckdb } from '../files/loadDuckdb.js';
import { cellSql, quotedText } from '../files/readParquet.js';
import { valuesOf } from '../files/rows.js';
import type { InputFiles } from '../inputFiles.js';
import type { Desk } from '../io.js';
import {
  changedSince,
  districtsOf,
  findingsOf,
  type ReadRegisterOptions,
  readingOf,
} from '../readRegister.js';
import { isPlainId } from './cellJudges.js';
import { type EntityTexts, entityTexts, lastOf } from './entityFillers.js';
import { type EventTexts, eventTexts } from './eventParts.js';
import { eachChunk, integersIn, openTable, type ParquetTable } from './parquetTable.js';
import type { PartFindings, RegisterPart } from './registerPart.js';

/** How a register in Parquet is read by columns. */
export interface ByColumns {
  readonly compiled: CompiledColumns;
  /** Whose last visits tell the tiers of recency. */
  readonly authorities: readonly string[];
  /** How many processors DuckDB uses; as many as there are where left out. */
  readonly threads?: number;
  /** Rows that are read at once, so that memory does not grow with the file. */
  readonly atOnce?: number;
}

/** So many entities with their events take about a gigabyte while they are read. */
const AT_ONCE = 4_000_000;

/**
 * Reads a register whose entities and events are Parquet, part by part, without an object for a row:
 * each text of a column is read once, by the reader of rows, and rows are then numbers.
 *
 * A row of which the reader of rows has something to say goes to it, with its events, and so does one that no
 * column holds: what is told of them is word for word what is told of a register read row by row.
 *
 * @param use - gets each part; a row stands in one of them
 * @returns what was found; undefined, before any part, where a file can't be read so as a whole
 */
export async function readByColumns(
  desk: Desk,
  files: InputFiles,
  options: ReadRegisterOptions,
  by: ByColumns,
  use: (part: RegisterPart) => void,
): Promise<PartFindings | undefined> {
  const { entities: path, events: eventPath } = files;
  if (!isParquet(path) || (eventPath !== undefined && !isParquet(eventPath))) return undefined;
  const { DuckDBInstance } = await requiredDuckdb(path);
  const aside = await mkdtemp(join(tmpdir(), 'evenhand-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    // What memory does not hold goes there, and not into the folder one happens to be in.
    await connection.run(`SET temp_directory = ${quotedText(aside)}`);
    if (by.threads !== undefined) await connection.run(`SET threads = ${by.threads}`);
    const tables = await openTables(connection, path, eventPath);
    if (tables === undefined) return undefined;
    return await readTables(desk, files, options, by, { connection, ...tables }, use);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(aside, { recursive: true, force: true });
  }
}

const isParquet = (path: string | undefined): path is string => path?.endsWith('.parquet') === true;

async function openTables(
  connection: DuckDBConnection,
  path: string,
  eventPath: string | undefined,
): Promise<Pick<Tables, 'entities' | 'events'> | undefined> {
  try {
    const entities = await openTable(connection, path, 'entities');
    if (entities === undefined) return undefined;
    if (eventPath === undefined) return { entities };
    const events = await openTable(connection, eventPath, 'events');
    return events && { entities, events };
  } catch (error) {
    // A damaged file: the reader of rows says what is wrong with it.
    if (error instanceof Error && !isEvenhandError(error)) return undefined;
    throw error;
  }
}

/** The tables at hand. */
interface Tables {
  readonly connection: DuckDBConnection;
  readonly entities: ParquetTable;
  readonly events?: ParquetTable;
}

async function readTables(
  desk: Desk,
  files: InputFiles,
  options: ReadRegisterOptions,
  by: ByColumns,
  tables: Tables,
  use: (part: RegisterPart) => void,
): Promise<PartFindings> {
  const { connection, entities, events } = tables;
  const { facts, asOf, encoding } = options;
  const { read, faults, rows: few } = await readingOf(desk, files, encoding);
  const districts = options.districts ?? districtsOf(few.inspectors, asOf);
  const around = { facts, asOf, districts };
  const { rules } = readAround(few, around);
  read.entities = entities.rows;
  read.events = events?.rows ?? 0;
  desk.bar.stage({ zh: '读取 Parquet 各列', en: 'reading the columns' }, entities.rows);
  const texts = await entityTexts(connection, entities, by.compiled, rules, by.authorities);
  const eventsBy = events && (await eventTexts(connection, events, asOf));
  const twice = await repeatedRows(tables);
  /** Rows that the reader of rows is asked about; the first, since it tells of unknown columns. */
  const open: number[] = [];
  const named = await namedRows(tables, recusedIds(few, around));
  let owned = 0;
  for (let first = 0; first < entities.rows; first += by.atOnce ?? AT_ONCE) {
    const size = Math.min(by.atOnce ?? AT_ONCE, entities.rows - first);
    const found = await readPart(tables, texts, eventsBy, { first, size }, rules.checkUscc, [
      ...(first === 0 ? [0] : []),
      ...twice,
      ...named,
    ]);
    owned += found.owned;
    const { part } = found;
    part.skip?.forEach((isOpen, row) => {
      if (isOpen === 1) open.push(first + row);
    });
    use(part);
    for (let i = 0; i < size; i += TOLD_AT) desk.bar.tick(Math.min(TOLD_AT, size - i));
  }
  await connection.run('CREATE TABLE open_rows (n INTEGER)');
  const appender = await connection.createAppender('open_rows');
  for (const n of open) {
    appender.appendInteger(n);
    appender.endRow();
  }
  appender.closeSync();

  const intake = registerIntake(few, around);
  const entitySql = `SELECT t.file_row_number::INTEGER, ${cellsOf(entities)} FROM ${entities.source} t WHERE t.file_row_number IN (SELECT n FROM open_rows) ORDER BY t.file_row_number`;
  await eachRow(connection, entities, entitySql, (row) => intake.takeEntity(row));
  if (events !== undefined) {
    const isWhole = owned === events.rows && twice.length === 0;
    await eachRow(connection, events, eventSql(tables, isWhole), (row) => intake.takeEvent(row));
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
  if (left.length !== reading.count.entities) throw changedSince(files.entities as string, 1);
  const { file } = entities;
  const rows = Uint32Array.from(places);
  use({
    columns: columnsOf(by.compiled, left),
    ids: left.map(({ id }) => id),
    ...{ rows, first: 0 },
    lastVisit: Int32Array.from(left, (one) => {
      const day = lastOf(one, by.authorities);
      return day === undefined ? NO_DAY : dayNumber(day);
    }),
    placeOf: (row) => ({ file, row: (rows[row] as number) + 1 }),
  });
  return findingsOf(reading, faults, read, true);
}

/** How often it is told how far reading is. */
const TOLD_AT = 10_000;

/** The events of entities that the reader of rows is asked about, and those of nobody. */
function eventSql({ entities, events }: Tables, isWhole: boolean): string {
  const table = events as ParquetTable;
  const owner = cellSql(table.headers.get('entity') as string);
  const id = cellSql(entities.headers.get('id') as string);
  const open = `t.file_row_number ${isWhole ? '' : 'NOT '}IN (SELECT n FROM open_rows)`;
  const known = `SELECT ${id} FROM ${entities.source} t WHERE ${open}`;
  return `SELECT t.file_row_number::INTEGER, ${cellsOf(table)} FROM ${table.source} t WHERE ${owner} ${isWhole ? '' : 'NOT '}IN (${known}) ORDER BY t.file_row_number`;
}

const cellsOf = ({ names }: ParquetTable): string => names.map((name) => cellSql(name)).join(', ');

/** Rows as the reader of rows takes them. */
async function eachRow(
  connection: DuckDBConnection,
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

/** The rows with an id that another row has too. */
async function repeatedRows({ connection, entities }: Tables): Promise<number[]> {
  const id = cellSql(entities.headers.get('id') as string);
  const repeated = `SELECT ${id} FROM ${entities.source} t GROUP BY ${id} HAVING count(*) > 1`;
  return rowsWhere(connection, entities, `${id} IN (${repeated})`);
}

/** The rows of some ids. */
async function namedRows({ connection, entities }: Tables, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const id = cellSql(entities.headers.get('id') as string);
  const list = ids.map(quotedText).join(', ');
  return rowsWhere(connection, entities, `${id} IN (${list})`);
}

async function rowsWhere(
  connection: DuckDBConnection,
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
function recusedIds(
  few: Parameters<typeof registerIntake>[0],
  options: Parameters<typeof registerIntake>[1],
): string[] {
  const { issues } = registerFromRows({ ...few, entities: [] }, options);
  const ids = issues.filter(({ code }) => code === 'unknown-recusal').map(({ params }) => params);
  return [...new Set(ids.map((params) => String(params['given'])))];
}

/** Ids that are joined into one text, since DuckDB hands texts over one by one. */
const JOINED = 8192;

/** Some rows of the entities, from `first` on. */
async function readPart(
  { connection, entities }: Tables,
  texts: EntityTexts,
  eventsBy: EventTexts | undefined,
  { first, size }: { readonly first: number; readonly size: number },
  checkUscc: boolean,
  openBefore: readonly number[],
): Promise<{ readonly part: RegisterPart; readonly owned: number }> {
  const isAll = size === entities.rows;
  const range = `t.file_row_number BETWEEN ${first} AND ${first + size - 1}`;
  const where = isAll ? '' : ` WHERE ${range}`;
  const filling = texts.filling(size);
  const { open, since, lastVisit } = filling;
  for (const row of openBefore) if (row >= first && row < first + size) open[row - first] = 1;
  const id = cellSql(entities.headers.get('id') as string);
  const ids = await idsOf(connection, `${entities.source} t${where}`, id, first, size);
  for (let row = 0; row < size; row++) {
    if (!isPlainId(ids[row] as string, checkUscc)) open[row] = 1;
  }
  const at = new Int32Array(1 << 12);
  if (texts.sql.length > 0) {
    const sql = `SELECT t.file_row_number::INTEGER, ${texts.sql.join(', ')} FROM ${entities.source} t${where}`;
    await eachChunk(connection, sql, (chunk) => {
      const rows = integersIn(chunk, 0);
      const count = chunk.rowCount;
      for (let i = 0; i < count; i++) at[i] = (rows[i] as number) - first;
      filling.fillers.forEach((filler, c) => {
        filler.enter(integersIn(chunk, c + 1), at, count);
      });
    });
  }
  const owners = `(SELECT ${id} AS id, (t.file_row_number - ${first})::INTEGER AS n FROM ${entities.source} t${where}) e`;
  const own = await eventsBy?.of(owners, size, since, open);
  const { facts, lists } = filling.done();
  const { file } = entities;
  return {
    part: {
      columns: { size, ids, facts, lists, ...(own === undefined ? {} : { events: own.events }) },
      ...{ ids, first, lastVisit, skip: open },
      placeOf: (row) => ({ file, row: first + row + 1 }),
    },
    owned: own?.found ?? 0,
  };
}

/** The ids of some rows: many of them come as one text, which is taken apart. */
async function idsOf(
  connection: DuckDBConnection,
  from: string,
  id: string,
  first: number,
  size: number,
): Promise<string[]> {
  const ids = new Array<string>(size);
  const group = `(t.file_row_number - ${first}) // ${JOINED}`;
  const clash: number[] = [];
  const sql = `SELECT (${group})::INTEGER AS g, string_agg(${id}, chr(10) ORDER BY t.file_row_number) FROM ${from} GROUP BY g`;
  await eachChunk(connection, sql, (chunk) => {
    const groups = integersIn(chunk, 0);
    const joined = chunk.getColumnVector(1);
    for (let i = 0; i < chunk.rowCount; i++) {
      const start = (groups[i] as number) * JOINED;
      const own = String(joined.getItem(i)).split('\n');
      if (own.length !== Math.min(JOINED, size - start)) clash.push(start);
      else for (let k = 0; k < own.length; k++) ids[start + k] = own[k] as string;
    }
  });
  // Where an id has a line break, those of its group are read one by one.
  for (const start of clash) {
    const to = Math.min(size, start + JOINED) - 1;
    const range = `t.file_row_number BETWEEN ${first + start} AND ${first + to}`;
    const one = `SELECT t.file_row_number::INTEGER, ${id} FROM ${from}${from.includes(' WHERE ') ? ' AND' : ' WHERE'} ${range}`;
    await eachChunk(connection, one, (chunk) => {
      const rows = integersIn(chunk, 0);
      const texts = chunk.getColumnVector(1);
      for (let i = 0; i < chunk.rowCount; i++) {
        ids[(rows[i] as number) - first] = String(texts.getItem(i));
      }
    });
  }
  return ids;
}

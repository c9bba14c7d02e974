import type { DuckDBConnection } from '@duckdb/node-api';
import type { CompiledColumns } from '../../columns/compileColumns.js';
import { isEvenhandError } from '../../core/error.js';
import { growingWords } from '../../core/growing.js';
import { readAround } from '../../register/readAround.js';
import { registerIntake } from '../../register/registerIntake.js';
import { absentColumns } from '../absentFacts.js';
import { giveRoom, ROOM } from '../files/duckdbRoom.js';
import { requiredDuckdb } from '../files/loadDuckdb.js';
import { cellSql, quotedText } from '../files/readParquet.js';
import { openScratch, type Scratch } from '../files/scratch.js';
import type { InputFiles } from '../inputFiles.js';
import type { Desk } from '../io.js';
import { districtsOf, type ReadRegisterOptions } from '../readRegister.js';
import { readingOf } from '../registerFiles.js';
import { findingsOf } from '../registerFindings.js';
import { lookAtCodes } from './codeTexts.js';
import { entityTexts } from './entityFillers.js';
import { readPart } from './entityPart.js';
import { eventTexts } from './eventParts.js';
import { readOpenRows } from './openRows.js';
import { openTable, type RegisterTables } from './parquetTable.js';
import type { PartFindings, RegisterPart } from './registerPart.js';
import { namedRows, recusedIds, repeatedRows } from './suspectRows.js';

/** How a register in Parquet is read by columns. */
export interface ByColumns {
  readonly compiled: CompiledColumns;
  /** Whose last visits tell the tiers of recency. */
  readonly authorities: readonly string[];
  /** How many processors DuckDB uses; as many as there are where left out. */
  readonly threads?: number;
  /** Rows that are read at once, so that memory does not grow with the file. */
  readonly atOnce?: number;
  /** What DuckDB holds in memory at most, in its words, while that is enough. */
  readonly room?: string;
}

/** So many entities are read at once: four groups of rows as DuckDB writes them, sixty texts of ids. */
const AT_ONCE = 4 * 122_880;

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
  const aside = await openScratch();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    // What memory does not hold goes there, and not into the folder one happens to be in.
    await connection.run(`SET temp_directory = ${quotedText(aside.folder)}`);
    await giveRoom(connection, by.room ?? ROOM);
    // Each row says which it is; to keep their order DuckDB would hold many of them back.
    await connection.run('SET preserve_insertion_order = false');
    if (by.threads !== undefined) await connection.run(`SET threads = ${by.threads}`);
    const tables = await openTables(connection, path, eventPath);
    if (tables === undefined) return undefined;
    return await readTables(desk, files, options, by, { connection, ...tables }, aside, use);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await aside.close();
  }
}

const isParquet = (path: string | undefined): path is string => path?.endsWith('.parquet') === true;

async function openTables(
  connection: DuckDBConnection,
  path: string,
  eventPath: string | undefined,
): Promise<Omit<RegisterTables, 'connection'> | undefined> {
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

async function readTables(
  desk: Desk,
  files: InputFiles,
  options: ReadRegisterOptions,
  by: ByColumns,
  tables: RegisterTables,
  aside: Scratch,
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
  const named = await namedRows(tables, recusedIds(few, around));
  const atOnce = by.atOnce ?? AT_ONCE;
  const id = cellSql(entities.headers.get('id') as string);
  const owners = `(SELECT ${id} AS id, t.file_row_number::INTEGER AS n FROM ${entities.source} t) e`;
  const brought = await eventsBy?.bring(owners, entities.rows, atOnce, aside);
  /** Rows that the reader of rows is asked about; the first, since it tells of unknown columns. */
  const suspect = Uint32Array.from([0, ...twice, ...named]);
  const open = growingWords();
  for (let first = 0; first < entities.rows; first += atOnce) {
    const size = Math.min(atOnce, entities.rows - first);
    const part = await readPart(
      tables,
      texts,
      brought,
      { first, size, number: first / atOnce },
      {
        ...{ checkUscc: rules.checkUscc, suspect },
      },
    );
    part.skip?.forEach((isOpen, row) => {
      if (isOpen === 1) open.push(first + row);
    });
    use(part);
    for (let i = 0; i < size; i += TOLD_AT) desk.bar.tick(Math.min(TOLD_AT, size - i));
  }
  const isWhole = (brought?.found ?? 0) === (events?.rows ?? 0) && twice.length === 0;
  const { reading, part } = await readOpenRows(tables, open.whole(), isWhole, by, {
    intake: registerIntake(few, around),
    path: files.entities as string,
  });
  use(part);
  const { names } = entities;
  const absent = Object.keys(facts).filter((fact) => !names.includes(fact));
  const codes = options.codes?.();
  if (codes !== undefined) await lookAtCodes(connection, entities, codes);
  const issues = [
    ...absentColumns(absent, files.entities as string),
    ...(codes?.issues(files.entities as string) ?? []),
    ...reading.issues,
  ];
  return findingsOf({ ...reading, issues }, faults, read, true);
}

/** How often it is told how far reading is. */
const TOLD_AT = 10_000;

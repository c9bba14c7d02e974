import { cellSql } from '../files/readParquet.js';
import { isPlainId } from './cellJudges.js';
import type { EntityTexts } from './entityFillers.js';
import type { BroughtEvents } from './eventParts.js';
import { eachChunk, integersIn, type RegisterTables } from './parquetTable.js';
import { idsOf } from './partIds.js';
import type { RegisterPart } from './registerPart.js';

/** Some rows of the entities: `size` of them from `first` on, part `number` from 0. */
interface Range {
  readonly first: number;
  readonly size: number;
  readonly number: number;
}

/**
 * Some rows of the entities, with their events.
 *
 * @param told.suspect - the numbers of rows that the reader of rows is asked about in any case, in any order
 */
export async function readPart(
  { connection, entities }: RegisterTables,
  texts: EntityTexts,
  brought: BroughtEvents | undefined,
  { first, size, number }: Range,
  { checkUscc, suspect }: { readonly checkUscc: boolean; readonly suspect: Uint32Array },
): Promise<RegisterPart> {
  const isAll = size === entities.rows;
  const range = `t.file_row_number BETWEEN ${first} AND ${first + size - 1}`;
  const where = isAll ? '' : ` WHERE ${range}`;
  const filling = texts.filling(size);
  const { open, since, lastVisit } = filling;
  for (const row of suspect) if (row >= first && row < first + size) open[row - first] = 1;
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
  const events = brought?.of(number, since, open);
  const { facts, lists } = filling.done();
  const { file } = entities;
  return {
    columns: { size, ids, facts, lists, ...(events === undefined ? {} : { events }) },
    ...{ ids, first, lastVisit, skip: open, visitedBy: texts.visitedBy },
    placeOf: (row) => ({ file, row: first + row + 1 }),
  };
}

import { NO_CELL } from '../columns/cells.js';
import type { AssessedRegister } from './columns/assessing.js';
import { type Cell, csvParts } from './files/csvText.js';
import { parquetFile } from './files/parquetFile.js';
import type { FileContent } from './files/writeContent.js';
import type { TableOptions } from './planFiles.js';

/** The columns that are no text. */
const TYPES = {
  numbers: new Set([
    ...['fault', 'credit_points', 'risk_points', 'cell', 'recency', 'certain'],
    ...['place', 'size', 'quota', 'drawn', 'substitute'],
  ]),
  booleans: new Set<string>(),
};

const PLAIN = ['id', 'fault', 'credit_points', 'grade', 'risk_points', 'level', 'cell'];
const DRAWN = ['recency', 'certain', 'ticket', 'place', 'size', 'quota', 'drawn', 'substitute'];

/**
 * An assessment as tables: `assessments` has the columns and values of the statement `classify` in a
 * warehouse, and `listed`, where there was a draw, those of the statement `listed`.
 *
 * Entities stand in the order of their file; who is listed by cell, tier and place, who is certain last.
 */
export function assessmentFiles(
  assessed: AssessedRegister,
  substitutes: number,
  { bom, format = 'csv' }: TableOptions,
): Record<string, FileContent> {
  const table = (
    name: string,
    header: readonly string[],
    rows: () => Iterable<readonly Cell[]>,
  ): Record<string, FileContent> => {
    const content = {
      *[Symbol.iterator]() {
        yield header as readonly Cell[];
        yield* rows();
      },
    };
    if (format === 'csv') return { [`${name}.csv`]: csvParts(content, { bom }) };
    return {
      [`${name}.parquet`]: parquetFile(
        header,
        { [Symbol.iterator]: () => rows()[Symbol.iterator]() },
        TYPES,
      ),
    };
  };
  return {
    ...table('assessments', PLAIN, () => assessmentRows(assessed)),
    ...(assessed.drawn === undefined
      ? {}
      : table('listed', [...PLAIN, ...DRAWN], () => listedRows(assessed, substitutes))),
  };
}

function* assessmentRows(assessed: AssessedRegister): Generator<readonly Cell[]> {
  for (let n = 0; n < assessed.size; n++) {
    const row = plainRow(assessed, n, () => assessed.idAt(n));
    if (row !== undefined) yield row;
  }
}

/** A row of `classify`; undefined for one that was set aside. */
export function plainRow(
  { answerAt, cells }: AssessedRegister,
  n: number,
  id: () => string,
): Cell[] | undefined {
  const answer = answerAt(n);
  if (answer === undefined) return undefined;
  const { credit, risk, cell } = answer;
  const found = cell === NO_CELL ? undefined : cells[cell];
  if (found === undefined) return [id(), 1, ...Array<Cell>(5).fill(undefined)];
  return [id(), 0, credit, found.credit, risk, found.risk, cell];
}

/** The rows of `listed`. */
export function* listedRows(
  assessed: AssessedRegister,
  substitutes: number,
): Generator<readonly Cell[]> {
  const { drawn } = assessed;
  for (const { recency, size, quota, listed } of drawn?.strata ?? []) {
    for (const { row, id, ticket, place } of listed) {
      const isDrawn = place <= quota;
      const isNext = !isDrawn && place <= quota + substitutes;
      yield [
        ...(plainRow(assessed, row, () => id) ?? []),
        ...[recency, 0, ticket, place, size, quota, Number(isDrawn), Number(isNext)],
      ];
    }
  }
  for (const row of drawn?.certain ?? []) {
    const none = Array<Cell>(4).fill(undefined);
    const plain = plainRow(assessed, row, () => assessed.idAt(row)) ?? [];
    yield [...plain, undefined, 1, ...none, 0, 0];
  }
}

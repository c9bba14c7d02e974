import type { Measures } from '../matrix/matrix.js';
import type { ProgrammeAt } from '../programme/programme.js';

/** A row without a cell: what is wrong with it stands among the issues. */
export const NO_CELL = 65_535;

/** A cell of the matrix with what it asks for. */
export interface Cell {
  readonly risk: string;
  readonly credit: string;
  readonly measures: Measures;
}

/** The cells of the matrix in one list, and the place of one. */
export function cellsOf({ matrix, credit, risk }: ProgrammeAt) {
  const grades = matrix.credit.levels;
  const cells = matrix.risk.levels.flatMap((level) =>
    grades.map(
      (grade): Cell => ({
        risk: level,
        credit: grade,
        measures: matrix.cells[level]?.[grade] as Measures,
      }),
    ),
  );
  // A flat table a scheme, by level and grade; without either there is no cell.
  const tables = risk.map(({ at }) => {
    const table = new Uint16Array(STRIDE * STRIDE).fill(NO_CELL);
    for (const [l, level] of at.compiled.levels.entries()) {
      for (const [g, grade] of credit.compiled.levels.entries()) {
        table[l * STRIDE + g] =
          matrix.risk.levels.indexOf(level) * grades.length + grades.indexOf(grade);
      }
    }
    return table;
  });
  const placeOf = (scheme: number, level: number, grade: number): number =>
    (tables[scheme] as Uint16Array)[level * STRIDE + grade] as number;
  return { cells, placeOf, tables };
}

/** Levels and grades are below it, and `NO_LEVEL` is. */
const STRIDE = 256;

/** Enters the cells of a block; whether some row has none. */
export function cellRows(
  {
    grades,
    levels,
    riskScheme,
    tables,
    onlyTable,
  }: {
    readonly grades: Uint8Array;
    readonly levels: Uint8Array;
    readonly riskScheme: Uint8Array;
    readonly tables: readonly Uint16Array[];
    readonly onlyTable: Uint16Array | undefined;
  },
  {
    from,
    rows,
    cell,
  }: { readonly from: number; readonly rows: number; readonly cell: Uint16Array },
): boolean {
  const end = from + rows;
  let most = 0;
  if (onlyTable !== undefined) {
    for (let row = from; row < end; row++) {
      const place = onlyTable[((levels[row] as number) << 8) | (grades[row] as number)] as number;
      cell[row] = place;
      most |= place;
    }
    return most >= NO_CELL;
  }
  for (let row = from; row < end; row++) {
    const table = tables[riskScheme[row] as number];
    const place = table?.[((levels[row] as number) << 8) | (grades[row] as number)] ?? NO_CELL;
    cell[row] = place;
    most |= place;
  }
  return most >= NO_CELL;
}

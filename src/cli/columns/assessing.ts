import {
  type AssessedColumns,
  assessColumns,
  assessRowByRow,
} from '../../columns/assessColumns.js';
import { type Cell, NO_CELL } from '../../columns/cells.js';
import { type ColumnsPlan, columnsDraw, type DrawnColumns } from '../../columns/columnsDraw.js';
import type { CompiledColumns } from '../../columns/compileColumns.js';
import type { Issue } from '../../core/issue.js';
import { type IdStore, idStore } from './idStore.js';
import { numberIn, type RegisterPart } from './registerPart.js';

/** A register's assessment: rows by number, of which some may have been set aside. */
export interface AssessedRegister {
  readonly size: number;
  has(number: number): boolean;
  idAt: IdStore['at'];
  readonly creditUnits: Float64Array;
  readonly riskUnits: Float64Array;
  /** The place of the cell, `NO_CELL` where there is no answer. */
  readonly cell: Uint16Array;
  readonly cells: readonly Cell[];
  /** What is wrong with entities that have no answer, each with its file and row. */
  readonly issues: readonly Issue[];
  readonly drawn?: DrawnColumns;
}

/** Takes a register part by part, and keeps some twenty bytes of each row and its id. */
export interface Assessing {
  take(part: RegisterPart): void;
  done(): AssessedRegister;
}

/**
 * Assesses a register part by part, and draws from it.
 *
 * @param isByColumns - whether columns answer the programme; else each row is answered by itself
 */
export function assessing(
  compiled: CompiledColumns,
  isByColumns: boolean,
  plan: ColumnsPlan | undefined,
): Assessing {
  const draw = plan === undefined ? undefined : columnsDraw(compiled, plan);
  const ids = idStore();
  const issues: { readonly number: number; readonly issue: Issue }[] = [];
  let credit = new Float64Array(0);
  let risk = new Float64Array(0);
  let cell = new Uint16Array(0);
  let isThere = new Uint8Array(0);
  let cells: readonly Cell[] = [];
  let size = 0;
  const make = (length: number): void => {
    if (length > cell.length) {
      const more = Math.max(length, 2 * cell.length);
      credit = grown(credit, new Float64Array(more));
      risk = grown(risk, new Float64Array(more));
      cell = grown(cell, new Uint16Array(more));
      isThere = grown(isThere, new Uint8Array(more));
    }
    size = Math.max(size, length);
  };
  const enter = (part: RegisterPart, assessed: AssessedColumns): void => {
    for (let row = 0; row < assessed.size; row++) {
      if (part.skip?.[row] === 1) continue;
      const number = numberIn(part, row);
      credit[number] = assessed.credit.units[row] as number;
      risk[number] = assessed.risk.units[row] as number;
      cell[number] = assessed.cell[row] as number;
      isThere[number] = 1;
    }
    for (const { row, issues: own } of assessed.issues) {
      if (part.skip?.[row] === 1) continue;
      const place = part.placeOf(row);
      for (const issue of own)
        issues.push({ number: numberIn(part, row), issue: { ...issue, ...place } });
    }
  };
  return {
    take(part) {
      const { columns, rows, first, lastVisit, skip } = part;
      const assessed = isByColumns
        ? assessColumns(compiled, columns)
        : assessRowByRow(compiled.at, columns);
      cells = assessed.cells;
      if (rows === undefined) {
        make(first + columns.size);
        ids.add(first, part.ids);
      } else for (const [row, number] of rows.entries()) ids.put(number, part.ids[row] as string);
      enter(part, assessed);
      const numbers = rows ?? Uint32Array.from({ length: columns.size }, (_, row) => first + row);
      draw?.add(columns, assessed, {
        ...{ ids: part.ids, lastVisit, rows: numbers },
        ...(skip === undefined ? {} : { skip }),
      });
    },
    done: () => ({
      size,
      has: (number) => isThere[number] === 1,
      idAt: ids.at,
      creditUnits: credit,
      riskUnits: risk,
      ...{ cell, cells },
      issues: issues.sort((a, b) => a.number - b.number).map(({ issue }) => issue),
      ...(draw === undefined ? {} : { drawn: draw.done(ids.at) }),
    }),
  };
}

function grown<A extends Float64Array | Uint16Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Whether a row has an answer. */
export const isAnswered = ({ cell }: AssessedRegister, number: number): boolean =>
  cell[number] !== NO_CELL;

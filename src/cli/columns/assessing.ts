import {
  type AssessedColumns,
  assessColumns,
  assessRowByRow,
} from '../../columns/assessColumns.js';
import { type Cell, NO_CELL } from '../../columns/cells.js';
import { type ColumnsPlan, columnsDraw, type DrawnColumns } from '../../columns/columnsDraw.js';
import type { CompiledColumns } from '../../columns/compileColumns.js';
import type { Issue } from '../../core/issue.js';
import type { Scratch } from '../files/scratch.js';
import { type IdStore, idStore } from './idStore.js';
import { numbersAside } from './numbersAside.js';
import { numberIn, type RegisterPart } from './registerPart.js';
import { unitsAside } from './unitsAside.js';

/** What is said of an entity: units of points, and the place of its cell, `NO_CELL` for no answer. */
export interface RowAnswer {
  readonly credit: number;
  readonly risk: number;
  readonly cell: number;
}

/** A register's assessment: rows by number, of which some may have been set aside. */
export interface AssessedRegister {
  readonly size: number;
  /** What is said of a row, undefined of one that was set aside; cheap for rows in their order. */
  answerAt(number: number): RowAnswer | undefined;
  idAt: IdStore['at'];
  readonly cells: readonly Cell[];
  /** How many have an answer, by the place of their cell. */
  readonly inCell: readonly number[];
  readonly unanswered: number;
  /** What is wrong with entities that have no answer, each with its file and row. */
  readonly issues: readonly Issue[];
  /** Authorities that some row has a visit of. */
  readonly visitedBy: ReadonlySet<string>;
  readonly drawn?: DrawnColumns;
}

/** Takes a register part by part. */
export interface Assessing {
  take(part: RegisterPart): void;
  done(): AssessedRegister;
}

/**
 * Assesses a register part by part, and draws from it. Of a row that is answered nothing stays in memory:
 * its id, twenty bytes of its answer, and twelve where it can be drawn, lie in files.
 *
 * @param isByColumns - whether columns answer the programme; else each row is answered by itself
 * @param aside - where they lie; the assessment is read from there until it is closed
 */
export function assessing(
  compiled: CompiledColumns,
  isByColumns: boolean,
  plan: ColumnsPlan | undefined,
  aside: Scratch,
): Assessing {
  const draw =
    plan === undefined ? undefined : columnsDraw(compiled, plan, unitsAside(aside.file()));
  const ids = idStore(aside.file());
  const credit = numbersAside(aside.file(), Float64Array);
  const risk = numbersAside(aside.file(), Float64Array);
  /** The place of each cell and 1, so that 0 is a row that is not there. */
  const cell = numbersAside(aside.file(), Uint32Array);
  const issues: { readonly number: number; readonly issue: Issue }[] = [];
  const inCell: number[] = [];
  const visitedBy = new Set<string>();
  let unanswered = 0;
  let cells: readonly Cell[] = [];
  let size = 0;
  const enter = (part: RegisterPart, assessed: AssessedColumns): void => {
    for (let row = 0; row < assessed.size; row++) {
      if (part.skip?.[row] === 1) continue;
      const number = numberIn(part, row);
      const place = assessed.cell[row] as number;
      credit.set(number, assessed.credit.units[row] as number);
      risk.set(number, assessed.risk.units[row] as number);
      cell.set(number, place + 1);
      if (place === NO_CELL) unanswered++;
      else inCell[place] = (inCell[place] ?? 0) + 1;
    }
    for (const { row, issues: own } of assessed.issues) {
      if (part.skip?.[row] === 1) continue;
      const place = part.placeOf(row);
      for (const issue of own)
        issues.push({ number: numberIn(part, row), issue: { ...issue, ...place } });
    }
  };
  const answerAt = (number: number): RowAnswer | undefined => {
    const place = cell.at(number);
    if (place === 0) return undefined;
    return { credit: credit.at(number), risk: risk.at(number), cell: place - 1 };
  };
  return {
    take(part) {
      const { columns, rows, first, lastVisit, skip } = part;
      const assessed = isByColumns
        ? assessColumns(compiled, columns)
        : assessRowByRow(compiled.at, columns);
      cells = assessed.cells;
      for (const authority of part.visitedBy) visitedBy.add(authority);
      if (rows === undefined) {
        size = Math.max(size, first + columns.size);
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
      ...{ size, answerAt, idAt: ids.at, cells, unanswered, visitedBy },
      inCell: cells.map((_, place) => inCell[place] ?? 0),
      issues: issues.sort((a, b) => a.number - b.number).map(({ issue }) => issue),
      ...(draw === undefined ? {} : { drawn: draw.done((number) => alone(ids.at(number))) }),
    }),
  };
}

/** A text of its own: a piece of a longer one would keep all of that alive. */
const alone = (text: string): string => Buffer.from(text).toString('utf8');

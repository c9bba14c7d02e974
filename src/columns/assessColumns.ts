import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import { classify } from '../programme/classify.js';
import type { ProgrammeAt } from '../programme/programme.js';
import type { Score } from '../scoring/evaluate.js';
import { BLOCK } from './block.js';
import { type Cell, cellsOf, NO_CELL } from './cells.js';
import { checkColumns } from './checkColumns.js';
import type { CompiledColumns } from './compileColumns.js';
import { entityAt } from './entityAt.js';
import type { EntityColumns } from './entityColumns.js';
import {
  type FillBlock,
  type Filler,
  type Filling,
  newFilling,
  type ProgrammeColumns,
  type SchemeTrace,
  type ScoreColumns,
} from './filling.js';
import { fused } from './fused/fused.js';
import { NO_LEVEL } from './level.js';
import { passes } from './passes.js';
import { unreadable } from './unreadable.js';
import { type WorkedOut, workedOut } from './workedOut/workedOut.js';

/** What is wrong with a row. */
export interface RowIssues {
  readonly row: number;
  readonly issues: readonly Issue[];
}

/** An assessment of every row, as columns. */
export interface AssessedColumns {
  readonly asOf: Day;
  readonly size: number;
  readonly credit: ScoreColumns;
  readonly risk: ScoreColumns;
  /** Which of the programme's risk schemes rated the row; 255 where none did. */
  readonly riskScheme: Uint8Array;
  /** The place of the row's cell in `cells`; `NO_CELL` where a row has issues. */
  readonly cell: Uint16Array;
  readonly cells: readonly Cell[];
  /** Rows that have no answer, ascending; all others have one. */
  readonly issues: readonly RowIssues[];
  readonly trace?: {
    readonly credit: SchemeTrace;
    readonly risk: readonly SchemeTrace[];
    /** Rows the row evaluator answered, which have no bins, ascending. */
    readonly alone: readonly number[];
  };
}

/**
 * Credit, risk and cell of every row, equal to what `classify` gives for each.
 *
 * Rows are worked on in blocks, so that beside the answers memory does not grow with them. A row
 * that columns alone can't answer goes to the row evaluator: a value outside its domain, one that is
 * missing and may not be, a code beyond its dictionary, an exception. So an issue is word for word
 * the one a single call gives (of an exception with an event on no day too), and such rows cost what a
 * single call costs.
 *
 * @param compiled - a programme that columns answer
 * @param columns - the entities; days, offsets and validity as `EntityColumns` says
 * @param options.trace - also keep a compact trace
 * @returns points, levels and cells by row, with what is wrong by row
 * @throws `bad-columns` where lengths, offsets or dictionaries do not fit; `column-type` where a
 * column holds another kind of value than the input asks for
 *
 * @example
 * ```ts
 * import { assessColumns, columnsOf, compileColumns } from 'evenhand/columns';
 * import { sampleCity } from 'evenhand/city';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, programme, asOf } = sampleCity({ entities: 1000 });
 * const compiled = compileColumns(parseProgramme(programme).at(asOf));
 * const { cell, issues } = assessColumns(compiled, columnsOf(compiled, register.entities));
 * [cell.length, issues.length]; // => [1000, 0]
 * ```
 */
export function assessColumns(
  compiled: CompiledColumns,
  columns: EntityColumns,
  options: { readonly trace?: boolean } = {},
): AssessedColumns {
  requireArgument('assessColumns', 'compiled', compiled, { at: 'object' }, 'compileColumns(…)');
  requireArgument('assessColumns', 'columns', columns, { size: 'number' });
  return assessBy([fused, passes], compiled, columns, options);
}

/** The same by the first of some fillers that is able to. */
export function assessBy(
  fillers: readonly Filler[],
  { at }: CompiledColumns,
  columns: EntityColumns,
  { trace = false }: { readonly trace?: boolean },
): AssessedColumns {
  checkColumns(columns);
  const { size } = columns;
  const filling = newFilling(at, size, trace);
  const [credit_, ...risk_] = [at.credit, ...at.risk.map((one) => one.at)].map((scheme) =>
    workedOut(scheme, columns),
  ) as [WorkedOut, ...WorkedOut[]];
  const own = {
    given: columns,
    credit: credit_.columns,
    risk: risk_.map((one) => one.columns),
  };
  const marks = [credit_, ...risk_].flatMap((one) => one.faulty ?? []);
  const fill = firstOf(fillers, at, own, filling);
  const faulty = new Uint8Array(BLOCK);
  const alone: number[] = [];
  for (let from = 0; from < size; from += BLOCK) {
    const rows = Math.min(BLOCK, size - from);
    const isMarked = fill(from, rows, faulty);
    if (!isMarked && marks.length === 0) continue;
    for (let i = 0; i < rows; i++) {
      const isOpen = isMarked && faulty[i] !== 0;
      if (isOpen || marks.some((rowsOf) => rowsOf[from + i] === 1)) alone.push(from + i);
    }
  }

  return answered(at, columns, filling, withExceptions(alone, columns));
}

/**
 * The same answers with every row by the row evaluator: for programmes that columns refuse, and for
 * whoever wants a second opinion.
 *
 * @throws `bad-columns`
 */
export function assessRowByRow(at: ProgrammeAt, columns: EntityColumns): AssessedColumns {
  requireArgument('assessRowByRow', 'at', at, { credit: 'object' }, 'parseProgramme(…).at(day)');
  requireArgument('assessRowByRow', 'columns', columns, { size: 'number', facts: 'object' });
  checkColumns(columns);
  const { size } = columns;
  const all = Array.from({ length: size }, (_, row) => row);
  return answered(at, columns, newFilling(at, size, false), all);
}

/** The assessment, once the rows that are open are answered one by one. */
function answered(
  at: ProgrammeAt,
  columns: EntityColumns,
  filling: Filling,
  open: readonly number[],
): AssessedColumns {
  const { credit, risk, riskScheme, cell } = filling;
  const { cells, placeOf } = cellsOf(at);
  const issues: RowIssues[] = [];
  for (const row of open) {
    const found = answerAlone(at, columns, row);
    const isKnown = 'grade' in found;
    const scheme = isKnown ? at.risk.findIndex((one) => one.at === found.riskScheme) : NO_LEVEL;
    putScore(credit, row, isKnown ? found.credit : undefined);
    putScore(risk, row, isKnown ? found.risk : undefined);
    riskScheme[row] = scheme;
    cell[row] = isKnown ? placeOf(scheme, found.risk.level, found.credit.level) : NO_CELL;
    if (!isKnown) issues.push({ row, issues: found });
  }
  const [creditTrace, ...riskTraces] = filling.traces;
  return {
    asOf: at.day,
    size: columns.size,
    ...{ credit, risk, riskScheme, cell, cells, issues },
    ...(creditTrace === undefined
      ? {}
      : { trace: { credit: creditTrace, risk: riskTraces, alone: open } }),
  };
}

function firstOf(
  fillers: readonly Filler[],
  at: ProgrammeAt,
  columns: ProgrammeColumns,
  filling: Filling,
): FillBlock {
  for (const filler of fillers) {
    const fill = filler(at, columns, filling);
    if (fill !== undefined) return fill;
  }
  throw new Error('no filler');
}

/** A row by the row evaluator. */
function answerAlone(at: ProgrammeAt, columns: EntityColumns, row: number) {
  const faults = unreadable(columns, row);
  return faults.length > 0 ? faults : classify(at, entityAt(columns, row));
}

function withExceptions(rows: readonly number[], { exceptions }: EntityColumns): number[] {
  if (exceptions === undefined || exceptions.size === 0) return [...rows];
  return [...new Set([...rows, ...exceptions.keys()])].sort((a, b) => a - b);
}

function putScore(scores: ScoreColumns, row: number, score: Score | undefined): void {
  scores.units[row] = score?.units ?? 0;
  scores.level[row] = score?.level ?? NO_LEVEL;
}

import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import { classify } from '../programme/classify.js';
import type { ProgrammeAt } from '../programme/programme.js';
import type { SchemeAt } from '../scoring/compile.js';
import type { Score } from '../scoring/evaluate.js';
import { answersOf, MISSING, YES } from './answers.js';
import { BLOCK, type Block, newBlock } from './block.js';
import { type Cell, cellRows, cellsOf, NO_CELL } from './cells.js';
import { checkColumns } from './checkColumns.js';
import type { CompiledColumns } from './compileColumns.js';
import { entityAt } from './entityAt.js';
import type { EntityColumns } from './entityColumns.js';
import { type EventTallies, eventTallies } from './eventTallies.js';
import { NO_LEVEL } from './level.js';
import { type SchemeKernel, schemeKernel } from './schemeKernel.js';
import { unknownCodes } from './unknownCodes.js';

/** Points and levels by row. */
export interface ScoreColumns {
  /**
   * Points in units of 10^-places; 0 where a row has issues. 64 bits wide only where the ends of the
   * total allow more than 32.
   */
  readonly units: Int32Array | Float64Array;
  /** Places in the scale, 0 the best; 255 where a row has issues. */
  readonly level: Uint8Array;
}

/** Why a row scored as it did, in a few bytes a row; `explainRow` holds its account against it. */
export interface SchemeTrace {
  /** For each term the place each row met; undefined for numbers and events, which are no places. */
  readonly bins: readonly (Uint16Array | undefined)[];
  /** The place of the band or gate. */
  readonly band: Uint8Array;
  /** Bit `i`: override `i` fired. */
  readonly fired: Uint32Array;
}

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
 * the one a single call gives, and such rows cost what a single call costs.
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
  checkColumns(columns);
  const { at } = compiled;
  const { size } = columns;
  const block = newBlock();
  const { faulty } = block;
  const tallies = eventTallies(columns.events, at.day);
  const bind = (scheme: SchemeAt) =>
    schemeKernel(scheme, columns, tallies, block, options.trace === true);
  const credit = { kernel: bind(at.credit), scores: newScores([at.credit], size) };
  const risk = {
    choose: chooser(at, columns, tallies, block, bind),
    scores: newScores(
      at.risk.map((one) => one.at),
      size,
    ),
  };
  const traces = options.trace === true ? newTraces(credit.kernel, risk.choose.kernels, size) : [];
  const readEvents = tallies.reader(block);
  const riskScheme = new Uint8Array(size);
  const cell = new Uint16Array(size);
  const { cells, placeOf, tables } = cellsOf(at);
  const [onlyTable] = tables.length === 1 ? tables : [];
  const alone: number[] = [];

  for (let from = 0; from < size; from += BLOCK) {
    const rows = Math.min(BLOCK, size - from);
    faulty.fill(0, 0, rows);
    readEvents(from, rows);
    credit.kernel.run(from, rows);
    put(credit.kernel, credit.scores, from, rows);
    risk.choose.run(from, rows, risk.scores, riskScheme);
    for (const { keep } of traces) keep(from, rows);
    const open = cellRows(
      { grades: credit.scores.level, levels: risk.scores.level, riskScheme, tables, onlyTable },
      { from, rows, cell },
    );
    if (open || faulty.includes(1)) {
      for (let i = 0, row = from; i < rows; i++, row++) {
        if (faulty[i] === 1 || cell[row] === NO_CELL) alone.push(row);
      }
    }
  }

  const open = withExceptions(alone, columns);
  const issues: RowIssues[] = [];
  for (const row of open) {
    const found = answerAlone(at, columns, row);
    const isKnown = 'grade' in found;
    const scheme = isKnown ? at.risk.findIndex((one) => one.at === found.riskScheme) : NO_LEVEL;
    putScore(credit.scores, row, isKnown ? found.credit : undefined);
    putScore(risk.scores, row, isKnown ? found.risk : undefined);
    riskScheme[row] = scheme;
    cell[row] = isKnown ? placeOf(scheme, found.risk.level, found.credit.level) : NO_CELL;
    if (!isKnown) issues.push({ row, issues: found });
  }
  const [creditTrace, ...riskTraces] = traces.map(({ trace }) => trace);
  return {
    asOf: at.day,
    size,
    credit: credit.scores,
    risk: risk.scores,
    riskScheme,
    cell,
    cells,
    issues,
    ...(creditTrace === undefined
      ? {}
      : { trace: { credit: creditTrace, risk: riskTraces, alone: open } }),
  };
}

/** A row by the row evaluator. */
function answerAlone(at: ProgrammeAt, columns: EntityColumns, row: number) {
  const unknown = columns.exceptions?.has(row) === true ? [] : unknownCodes(columns, row);
  return unknown.length > 0 ? unknown : classify(at, entityAt(columns, row));
}

function withExceptions(rows: readonly number[], { exceptions }: EntityColumns): number[] {
  if (exceptions === undefined || exceptions.size === 0) return [...rows];
  return [...new Set([...rows, ...exceptions.keys()])].sort((a, b) => a - b);
}

function newScores(schemes: readonly SchemeAt[], size: number): ScoreColumns {
  const isNarrow = schemes.every(
    ({ compiled: { total } }) => total.min >= -(2 ** 31) && total.max < 2 ** 31,
  );
  return {
    units: isNarrow ? new Int32Array(size) : new Float64Array(size),
    level: new Uint8Array(size),
  };
}

function put(kernel: SchemeKernel, scores: ScoreColumns, from: number, rows: number): void {
  scores.units.set(kernel.units.subarray(0, rows), from);
  scores.level.set(kernel.level.subarray(0, rows), from);
}

function putScore(scores: ScoreColumns, row: number, score: Score | undefined): void {
  scores.units[row] = score?.units ?? 0;
  scores.level[row] = score?.level ?? NO_LEVEL;
}

/** The risk scheme of each row: the first whose condition holds, as `classify` chooses. */
function chooser(
  at: ProgrammeAt,
  columns: EntityColumns,
  tallies: EventTallies,
  { faulty }: Block,
  bind: (scheme: SchemeAt) => SchemeKernel,
) {
  const asked = { columns, asOf: at.day, tallies };
  const schemes = at.risk.map(({ when, at: scheme }) => ({
    kernel: bind(scheme),
    answers: when === undefined ? undefined : answersOf(when, asked),
  }));
  const [only] = schemes;
  const isOne = schemes.length === 1 && only?.answers === undefined;
  return {
    kernels: schemes.map(({ kernel }) => kernel),
    run(from: number, rows: number, scores: ScoreColumns, chosen: Uint8Array): void {
      if (isOne && only !== undefined) {
        only.kernel.run(from, rows);
        put(only.kernel, scores, from, rows);
        return;
      }
      chosen.fill(NO_LEVEL, from, from + rows);
      scores.level.fill(NO_LEVEL, from, from + rows);
      schemes.forEach(({ kernel, answers }, place) => {
        kernel.run(from, rows);
        const given = answers?.(from, rows);
        for (let i = 0, row = from; i < rows; i++, row++) {
          if (chosen[row] !== NO_LEVEL) continue;
          const answer = given === undefined ? YES : given[i];
          if (answer === MISSING) faulty[i] = 1;
          if (answer !== YES) continue;
          chosen[row] = place;
          scores.units[row] = kernel.units[i] as number;
          scores.level[row] = kernel.level[i] as number;
        }
      });
    },
  };
}

/** The compact trace of each scheme, credit first, and how a block enters it. */
function newTraces(credit: SchemeKernel, risks: readonly SchemeKernel[], size: number) {
  return [credit, ...risks].map((kernel) => {
    const trace: SchemeTrace = {
      bins: kernel.bins.map((bins) => (bins === undefined ? undefined : new Uint16Array(size))),
      band: new Uint8Array(size),
      fired: new Uint32Array(size),
    };
    const keep = (from: number, rows: number): void => {
      kernel.bins.forEach((bins, term) => {
        if (bins !== undefined) trace.bins[term]?.set(bins.subarray(0, rows), from);
      });
      trace.band.set(kernel.band.subarray(0, rows), from);
      trace.fired.set(kernel.fired.subarray(0, rows), from);
    };
    return { trace, keep };
  });
}

import type { ProgrammeAt } from '../programme/programme.js';
import { fieldsOf } from '../register/condition.js';
import type { SchemeAt } from '../scoring/compile.js';
import { answersOf, MISSING, YES } from './answers.js';
import { type Block, newBlock } from './block.js';
import { cellRows, cellsOf, NO_CELL } from './cells.js';
import { fieldMarks, type Marks } from './domains.js';
import type { EntityColumns } from './entityColumns.js';
import { type EventTallies, eventTallies } from './eventTallies.js';
import type { FillBlock, Filling, ProgrammeColumns, SchemeTrace, ScoreColumns } from './filling.js';
import { NO_LEVEL } from './level.js';
import type { SchemeColumns } from './schemeColumns.js';
import { type SchemeKernel, schemeKernel } from './schemeKernel.js';

/**
 * Fills blocks by passes: one over the rows for each term, condition and override. It needs nothing of
 * the platform, and is what the fused loop is held against.
 */
export function passes(
  at: ProgrammeAt,
  { given, ...own }: ProgrammeColumns,
  filling: Filling,
): FillBlock {
  const { credit, risk, riskScheme, cell, traces } = filling;
  const isTraced = traces.length > 0;
  const block = newBlock();
  const { faulty } = block;
  const tallies = eventTallies(given.events, at.day);
  const bind = (scheme: SchemeAt, columns: SchemeColumns) =>
    schemeKernel(scheme, columns, tallies, block, isTraced);
  const ofCredit = bind(at.credit, own.credit);
  const kernels = at.risk.map((one, i) => bind(one.at, own.risk[i] as SchemeColumns));
  const choose = chooser(at, given, tallies, block, kernels);
  const keep = [ofCredit, ...kernels].map((kernel, i) => keeper(kernel, traces[i]));
  const readEvents = tallies.reader(block);
  const { tables } = cellsOf(at);
  const [onlyTable] = tables.length === 1 ? tables : [];

  return (from, rows, marks) => {
    faulty.fill(0, 0, rows);
    readEvents(from, rows);
    ofCredit.run(from, rows);
    put(ofCredit, credit, from, rows);
    choose.run(from, rows, risk, riskScheme);
    for (const keepOne of keep) keepOne(from, rows);
    const isOpen = cellRows(
      { grades: credit.level, levels: risk.level, riskScheme, tables, onlyTable },
      { from, rows, cell },
    );
    for (let i = 0; isOpen && i < rows; i++) if (cell[from + i] === NO_CELL) faulty[i] = 1;
    marks.set(faulty.subarray(0, rows));
    return faulty.subarray(0, rows).includes(1);
  };
}

function put(kernel: SchemeKernel, scores: ScoreColumns, from: number, rows: number): void {
  scores.units.set(kernel.units.subarray(0, rows), from);
  scores.level.set(kernel.level.subarray(0, rows), from);
}

/** The risk scheme of each row: the first whose condition holds, as `classify` chooses. */
function chooser(
  at: ProgrammeAt,
  columns: EntityColumns,
  tallies: EventTallies,
  block: Block,
  kernels: readonly SchemeKernel[],
) {
  const { faulty } = block;
  const asked = { columns, asOf: at.day, tallies };
  const schemes = at.risk.map(({ when }, i) => ({
    kernel: kernels[i] as SchemeKernel,
    answers: when === undefined ? undefined : answersOf(when, asked),
  }));
  const fields = at.risk.flatMap(({ when }) => (when === undefined ? [] : fieldsOf(when)));
  const marks: readonly Marks[] = [...new Set(fields)].flatMap((field) =>
    fieldMarks(field, undefined, { columns, asOf: at.day, block }),
  );
  const [only] = schemes;
  const isOne = schemes.length === 1 && only?.answers === undefined;
  return {
    run(from: number, rows: number, scores: ScoreColumns, chosen: Uint8Array): void {
      if (isOne && only !== undefined) {
        only.kernel.run(from, rows);
        put(only.kernel, scores, from, rows);
        return;
      }
      for (const mark of marks) mark(from, rows);
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

/** Enters the trace of a block, where there is one. */
function keeper(kernel: SchemeKernel, trace: SchemeTrace | undefined) {
  return (from: number, rows: number): void => {
    if (trace === undefined) return;
    kernel.bins.forEach((bins, term) => {
      if (bins !== undefined) trace.bins[term]?.set(bins.subarray(0, rows), from);
    });
    trace.band.set(kernel.band.subarray(0, rows), from);
    trace.fired.set(kernel.fired.subarray(0, rows), from);
  };
}

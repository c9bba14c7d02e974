import { type Code, wasmModule } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import type { SchemeAt } from '../../scoring/compile.js';
import { NO_CELL } from '../cells.js';
import type { Filling, ProgrammeColumns, SchemeTrace, ScoreColumns } from '../filling.js';
import type { SchemeColumns } from '../schemeColumns.js';
import { cellCode } from './cellCode.js';
import { type Draft, kept, MARK, markWhere, newLocals } from './draft.js';
import { eventLanes } from './eventLanes.js';
import { listBits } from './listBits.js';
import { riskCode } from './riskCode.js';
import { type Numbers, newRoom, type Room } from './room.js';
import { type SchemeCode, schemeCode } from './schemeCode.js';
import { word } from './word.js';

/** An answer of a row that the loop writes, and the column it goes to. */
export interface Written {
  readonly at: number;
  readonly column: Numbers | Float64Array;
  /** Kept in so many bytes a row. */
  readonly bytes: 1 | 2 | 4;
}

/** A programme as one loop over the rows of a block. */
export interface FusedLoop {
  readonly module: Uint8Array<ArrayBuffer>;
  readonly room: Room;
  readonly written: readonly Written[];
  /** Where the marks of rows stand that the row evaluator has to answer. */
  readonly faultyAt: number;
  /** More events than a row may have. */
  readonly allowed: number;
}

/** What the loop gives back: some row is marked; some event stands for nothing. */
export const MARKED = 1;
export const UNSOUND = 2;

const PAGE = 65_536;

/**
 * The integer tables of a programme as a loop of its own, bound to some columns: events first, then
 * row by row every term, part, level, override and cell, with each number in a register.
 */
export function fusedLoop(
  at: ProgrammeAt,
  { given: columns, ...own }: ProgrammeColumns,
  filling: Filling,
): FusedLoop {
  const room = newRoom();
  // The only parameter is how many rows there are.
  const locals = newLocals(1);
  const [row, faulty, marked] = [locals.word(), locals.word(), locals.word()];
  const base = { room, locals, row, faulty };
  const events = eventLanes(columns.events, at.day, base);
  const lists = listBits(columns.lists, base);
  const draft: Draft = { ...base, columns, asOf: at.day, events, lists };
  const written: Written[] = [];
  const answer = (column: Written['column'], bytes: Written['bytes']): number => {
    const to = room.answers(bytes);
    written.push({ at: to, column, bytes });
    return to;
  };
  const traced = (
    scheme: SchemeAt,
    ofScheme: SchemeColumns,
    trace: SchemeTrace | undefined,
  ): SchemeCode => {
    const bins = trace?.bins.map((column) =>
      column === undefined ? undefined : answer(column, 2),
    );
    const one = schemeCode(scheme, { ...draft, columns: ofScheme }, bins ?? []);
    if (trace === undefined) return one;
    const keep = [
      ...put(draft, word.of(one.band), answer(trace.band, 1), 1),
      ...put(draft, word.of(one.fired), answer(trace.fired, 4), 4),
    ];
    return { ...one, code: [...one.code, ...keep] };
  };
  const credit = traced(at.credit, own.credit, filling.traces[0]);
  const schemes = at.risk.map((one, i) =>
    traced(one.at, own.risk[i] as SchemeColumns, filling.traces[i + 1]),
  );
  const risk = riskCode(at, schemes, draft);
  const cell = kept(draft, cellCode(at, credit.level, risk, draft));
  const putScore = (
    to: ScoreColumns,
    { units, level }: Pick<SchemeCode, 'units' | 'level'>,
  ): Code => [
    ...put(draft, word.of(units), answer(to.units, 4), 4),
    ...put(draft, word.of(level), answer(to.level, 1), 1),
  ];
  const faultyAt = room.answers(1);
  const ofRow = [
    ...[...credit.code, ...risk.code, ...cell.keep],
    ...markWhere(draft, word.isEqual(word.of(cell.local), word.constant(NO_CELL))),
    ...[...putScore(filling.credit, credit), ...putScore(filling.risk, risk)],
    ...put(draft, word.of(cell.local), answer(filling.cell, 2), 2),
    ...(risk.chosen === undefined
      ? []
      : put(draft, word.of(risk.chosen), answer(filling.riskScheme, 1), 1)),
    ...put(draft, word.shiftedRight(word.of(faulty), 16), faultyAt, 1),
    ...[...word.either(word.of(marked), word.of(faulty)), ...wasm.set(marked)],
  ];
  const ofEvents = events.done();
  const ofLists = lists.done();
  const unsound = kept(draft, ofEvents.pass);
  const next = word.plus(word.of(row), word.constant(1));
  const body = [
    ...[...unsound.keep, ...ofEvents.begin, ...ofLists.begin],
    ...[...word.constant(0), ...wasm.set(row), ...word.constant(0), ...wasm.set(marked)],
    ...wasm.loop([
      ...[...word.constant(0), ...wasm.set(faulty)],
      ...[...ofEvents.atRow, ...ofLists.atRow, ...ofRow],
      ...[...next, ...wasm.tee(row), ...word.of(0), ...wasm.isLess32],
    ]),
    ...word.plus(
      word.isBeyond(word.of(marked), word.constant(MARK)),
      word.times(word.of(unsound.local), word.constant(UNSOUND)),
    ),
  ];
  const pages = Math.ceil(room.size() / PAGE);
  const module = wasmModule({ parameters: 1, locals: locals.types, hasResult: true, pages, body });
  return { module, room, written, faultyAt, allowed: ofEvents.allowed };
}

/** Writes a word of a row, in so many bytes. */
function put({ row }: Draft, value: Code, at: number, bytes: Written['bytes']): Code {
  const place = bytes === 1 ? word.of(row) : word.shiftedLeft(word.of(row), bytes / 2);
  const store = bytes === 1 ? wasm.store8 : bytes === 2 ? wasm.store16 : wasm.store32;
  return [...place, ...value, ...store(at)];
}

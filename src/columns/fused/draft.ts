import type { Day } from '../../core/day.js';
import { type Code, VECTOR, WORD } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { ValidBits } from '../entityColumns.js';
import type { SchemeColumns } from '../schemeColumns.js';
import type { EventLanes } from './eventLanes.js';
import type { ListBits } from './listBits.js';
import type { Numbers, Room } from './room.js';
import { word } from './word.js';

/** A fused loop while it is drafted: what its parts share. */
export interface Draft {
  /** Those of the scheme that is drafted, or of the programme. */
  readonly columns: SchemeColumns;
  readonly asOf: Day;
  readonly room: Room;
  readonly locals: Locals;
  /** The local of the row's place in its block. */
  readonly row: number;
  /** The local that is not 0 beyond `MARK` where the row evaluator has to answer. */
  readonly faulty: number;
  readonly events: EventLanes;
  readonly lists: ListBits;
}

/** The locals of the function. */
export interface Locals {
  readonly types: readonly number[];
  word(): number;
  vector(): number;
}

export function newLocals(parameters: number): Locals {
  const types: number[] = [];
  const add = (type: number): number => parameters + types.push(type) - 1;
  return { types, word: () => add(WORD), vector: () => add(VECTOR) };
}

/** The bit of a row that the row evaluator has to answer; a place of a table stands below it. */
export const MARK = 2 ** 16;

/** Marks the row where a truth holds. */
export function markWhere({ faulty }: Pick<Draft, 'faulty'>, truth: Code): Code {
  return [
    ...word.either(word.of(faulty), word.times(truth, word.constant(MARK))),
    ...wasm.set(faulty),
  ];
}

/** The row's value of a column that lies in memory. */
export function columnValue({ room, row }: Draft, column: Numbers): Code {
  return [...placed(word.of(row), column), ...loadOf(column)(room.rows(column))];
}

/** An index as bytes of a column. */
export function placed(index: Code, column: Numbers): Code {
  const bits = Math.log2(column.BYTES_PER_ELEMENT);
  return bits === 0 ? index : word.shiftedLeft(index, bits);
}

/** How an entry of a column is read, at an address on the stack. */
export function loadOf({ BYTES_PER_ELEMENT: bytes }: Numbers): (offset: number) => Code {
  return bytes === 1 ? wasm.load8 : bytes === 2 ? wasm.load16 : wasm.load32;
}

/** Whether the row has a value; undefined where every row has one. */
export function thereOf({ room, row }: Draft, valid: ValidBits | undefined): Code | undefined {
  if (valid === undefined) return undefined;
  const byte = [...word.shiftedRight(word.of(row), 3), ...wasm.load8(room.bits(valid))];
  const bit = word.both(word.of(row), word.constant(7));
  return word.both([...byte, ...bit, ...wasm.shiftRight32], word.constant(1));
}

/** Keeps what some code leaves in a local of its own. */
export function kept({ locals }: Pick<Draft, 'locals'>, code: Code): { local: number; keep: Code } {
  const local = locals.word();
  return { local, keep: [...code, ...wasm.set(local)] };
}

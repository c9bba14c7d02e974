import type { Entity } from '../register/nouns.js';

/** Places in a dictionary. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * Which rows have a value: bit `i & 7` of byte `i >> 3`, 1 where there is one. A column without
 * `valid` has a value in every row.
 */
export type ValidBits = Uint8Array;

/** A number as a count of 10^-places. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Int32Array | Float64Array;
  readonly places: number;
  readonly valid?: ValidBits;
}

/** A text by its place in a dictionary, each text there once. */
export interface CodeColumn {
  readonly kind: 'code';
  readonly codes: Codes;
  readonly dictionary: readonly string[];
  readonly valid?: ValidBits;
}

/** Yes (1) or no (0). */
export interface BooleanColumn {
  readonly kind: 'boolean';
  readonly values: Uint8Array;
  readonly valid?: ValidBits;
}

/** A civil day as days since 1970-01-01. */
export interface DayColumn {
  readonly kind: 'day';
  readonly values: Int32Array;
  readonly valid?: ValidBits;
}

export type Column = NumberColumn | CodeColumn | BooleanColumn | DayColumn;

/** The lists each row stands on: those of row `i` are `codes[offsets[i]]` up to `offsets[i + 1]`. */
export interface ListColumns {
  readonly offsets: Uint32Array;
  readonly codes: Codes;
  readonly dictionary: readonly string[];
}

/** A day that an event does not have, in `repairedOn` and `until`. */
export const NO_DAY = 0x3fffffff;

/** In `knownOn`: the register learnt of the event on its day. */
export const AT_ONCE = -0x3fffffff;

/**
 * The events of all rows, those of row `i` from `offsets[i]` up to `offsets[i + 1]`, in any order.
 *
 * Days count from 1970-01-01; `NO_DAY` and `AT_ONCE` stand for a day an event does not have.
 * Days further than these from 1970 are none.
 */
export interface EventColumns {
  readonly offsets: Uint32Array;
  readonly kind: Codes;
  readonly kinds: readonly string[];
  readonly on: Int32Array;
  readonly repairedOn?: Int32Array;
  readonly until?: Int32Array;
  readonly knownOn?: Int32Array;
  /** What an explanation names; an assessment reads neither. */
  readonly ids?: readonly string[];
  readonly source?: CodeColumn;
}

/**
 * Entities as columns. `facts` holds the inputs of the programme's schemes by name, and the fields
 * `district`, `state` and `since`; a field without a column is unknown in every row.
 *
 * `exceptions` are rows that no column can hold as they are, such as a number given as a text: they
 * are assessed one by one, from here, and what stands in the columns at their place is not read.
 */
export interface EntityColumns {
  readonly size: number;
  readonly ids?: readonly string[];
  readonly facts: Readonly<Record<string, Column>>;
  readonly lists?: ListColumns;
  readonly events?: EventColumns;
  readonly exceptions?: ReadonlyMap<number, Entity>;
}

/** Whether a row has a value. */
export function isValid(valid: ValidBits | undefined, row: number): boolean {
  return valid === undefined || (((valid[row >> 3] as number) >> (row & 7)) & 1) === 1;
}

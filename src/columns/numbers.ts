import { addMonths, type Day, dayNumber, dayOf } from '../core/day.js';
import { mistake } from '../core/error.js';
import { type CompiledInput, fullYears } from '../scoring/inputs.js';
import { turningPoint } from '../scoring/turningPoint.js';
import { BLOCK, type Block, type Kernel } from './block.js';
import { type EntityColumns, isValid, type NumberColumn, type ValidBits } from './entityColumns.js';

/** Numbers of a block; NaN where one is missing. */
export type Numbers = Kernel<Float64Array>;

/** An input of numbers as integers at its places; rows out of its domain are marked. */
export function numbersOf(
  input: CompiledInput,
  columns: EntityColumns,
  asOf: Day,
  block: Block,
): Numbers {
  const { name } = input;
  const ages = agesOf(input, { columns, asOf });
  if (ages !== undefined) return yearsOf(ages, block);
  const column = columns.facts[name];
  if (column === undefined || input.input.type === 'full-years') return unknown();
  if (column.kind !== 'number') throw wrongKind(name, column.kind, 'number');
  return scaledNumbers(input, column, block);
}

function scaledNumbers(input: CompiledInput, column: NumberColumn, { faulty }: Block): Numbers {
  const out = new Float64Array(BLOCK);
  const { values, valid } = column;
  const { min, max, closed } = input;
  const isOutside = (units: number): boolean =>
    units < min || units > max || closed?.includes(units) === false;
  // At other places than the input's, the number is carried over exactly or not at all.
  const up = 10 ** Math.max(0, input.places - column.places);
  const down = 10 ** Math.max(0, column.places - input.places);
  if (up === 1 && down === 1 && values instanceof Int32Array && closed === undefined) {
    return (from, size) => {
      for (let i = 0; i < size; i++) {
        const units = values[from + i] as number;
        const isThere = valid === undefined || isValid(valid, from + i);
        if (isThere && (units < min || units > max)) faulty[i] = 1;
        out[i] = isThere ? units : Number.NaN;
      }
      return out;
    };
  }
  return (from, size) => {
    for (let i = 0; i < size; i++) {
      const units = ((values[from + i] as number) * up) / down;
      out[i] = units;
      if (valid !== undefined && !isValid(valid, from + i)) out[i] = Number.NaN;
      else if (!Number.isSafeInteger(units) || isOutside(units)) faulty[i] = 1;
    }
    return out;
  };
}

/** Older than this many days the row evaluator counts the years. */
const OLDEST = 200 * 366;

/** Days of a column, and the completed years by the days since. */
export interface Ages {
  readonly values: Int32Array;
  readonly valid: ValidBits | undefined;
  readonly today: number;
  readonly years: Uint8Array;
}

/** What an input of completed years is counted from; undefined for another, or without its column. */
export function agesOf(
  { input }: CompiledInput,
  { columns, asOf }: { readonly columns: EntityColumns; readonly asOf: Day },
): Ages | undefined {
  if (input.type !== 'full-years') return undefined;
  const column = columns.facts[input.since];
  if (column === undefined) return undefined;
  if (column.kind !== 'day') throw wrongKind(input.since, column.kind, 'day');
  const { values, valid } = column;
  return { values, valid, today: dayNumber(asOf), years: yearsByAge(asOf) };
}

function yearsOf({ values, valid, today, years }: Ages, { faulty }: Block): Numbers {
  const out = new Float64Array(BLOCK);
  return (from, size) => {
    for (let i = 0; i < size; i++) {
      const age = today - (values[from + i] as number);
      if (valid !== undefined && !isValid(valid, from + i)) out[i] = Number.NaN;
      else if (age >= 0 && age < years.length) out[i] = years[age] as number;
      else faulty[i] = 1;
    }
    return out;
  };
}

/** The last of them, since many columns are assessed on one day. */
let lastYears: { readonly asOf: Day; readonly years: Uint8Array } | undefined;

/** Completed years by days of age. */
function yearsByAge(asOf: Day): Uint8Array {
  if (lastYears?.asOf !== asOf) lastYears = { asOf, years: countYears(asOf) };
  return lastYears.years;
}

function countYears(asOf: Day): Uint8Array {
  const today = dayNumber(asOf);
  const oldest = Math.min(OLDEST, today - dayNumber('0001-01-01'));
  const years = new Uint8Array(oldest + 1);
  for (let year = 1; ; year++) {
    // The very day hangs on how months end; that it is one of these seven does not.
    const near = today - dayNumber(addMonths(asOf, -12 * year));
    const last = Math.min(oldest, near + 3);
    const isYear = (days: number): boolean => fullYears(dayOf(today - days), asOf) >= year;
    const age = turningPoint(Math.max(0, near - 3), last, isYear);
    if (age > last) return years;
    years.fill(year, age);
  }
}

/** The first age of so many completed years; one older than all where there is none. */
export function firstAge(years: Uint8Array, count: number): number {
  let low = 0;
  let high = years.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((years[middle] as number) >= count) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A column that is not there: every value is missing. */
function unknown(): Numbers {
  const out = new Float64Array(BLOCK).fill(Number.NaN);
  return () => out;
}

export const wrongKind = (name: string, given: string, expected: string) =>
  mistake(
    'column-type',
    `the column \`${name}\` is a ${given} (expected ${expected})`,
    { given, expected },
    ['facts', name],
  );

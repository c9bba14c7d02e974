import { isDay } from '../core/day.js';
import { fieldsOf } from '../register/condition.js';
import type { CompiledScheme } from '../scoring/compile.js';
import type { CompiledInput } from '../scoring/inputs.js';
import { conditionsOf } from '../scoring/schemeKinds.js';
import { isDayNumber } from './entityAt.js';
import { type Codes, type DayColumn, isValid } from './entityColumns.js';
import { numbersOf } from './numbers.js';
import type { Context } from './terms.js';

/** Marks the rows of a block that hold a value outside its domain. */
export type Marks = (from: number, size: number) => void;

/**
 * The values that conditions read and that are outside their domain, or beyond their dictionary: a
 * condition alone would take them for a plain no. Terms look at their own inputs.
 */
export function domainMarks(
  { scheme, inputs }: CompiledScheme,
  context: Context,
): readonly Marks[] {
  const fields = new Set(conditionsOf(scheme).flatMap(fieldsOf));
  return [...fields].flatMap((field) => fieldMarks(field, inputs.get(field), context));
}

/** The same of one field; without an input only what stands for nothing. */
export function fieldMarks(
  field: string,
  input: CompiledInput | undefined,
  context: Pick<Context, 'columns' | 'asOf' | 'block'>,
): readonly Marks[] {
  if (field === 'list') return listMarks(context);
  const column = context.columns.facts[field];
  switch (column?.kind) {
    case 'code':
      return codeMarks(column.codes, badCodes(column.dictionary, input), column.valid, context);
    case 'boolean':
      return codeMarks(column.values, Uint8Array.of(0, 0, 1), column.valid, context);
    case 'day':
      return dayMarks(column, context);
    case 'number': {
      if (input?.input.type !== 'integer' && input?.input.type !== 'decimal') return [];
      const numbers = numbersOf(input, context.columns, context.asOf, context.block);
      return [(from, size) => void numbers(from, size)];
    }
    default:
      return [];
  }
}

/** For each text of a dictionary whether it lies outside the input's domain, and 1 for a code beyond. */
export function badCodes(
  dictionary: readonly string[],
  input: CompiledInput | undefined,
): Uint8Array {
  const kind = input?.input;
  const isBad = (text: string): boolean => {
    if (kind === undefined || kind.type === 'code') return false;
    if (kind.type === 'category') return !kind.values.includes(text);
    return kind.type === 'day' ? !isDay(text) : true;
  };
  return Uint8Array.from([...dictionary.map((text) => (isBad(text) ? 1 : 0)), 1]);
}

function codeMarks(
  codes: Codes | Uint8Array,
  bad: Uint8Array,
  valid: Uint8Array | undefined,
  { block: { faulty } }: Pick<Context, 'block'>,
): Marks[] {
  const beyond = bad.length - 1;
  if (greatest(codes) < beyond && !bad.subarray(0, beyond).includes(1)) return [];
  return [
    (from, size) => {
      for (let i = 0; i < size; i++) {
        const code = codes[from + i] as number;
        if (bad[code < beyond ? code : beyond] === 1 && isValid(valid, from + i)) faulty[i] = 1;
      }
    },
  ];
}

/** A number that stands for no day would be compared as if it did. */
function dayMarks(
  { values, valid }: DayColumn,
  { block: { faulty } }: Pick<Context, 'block'>,
): Marks[] {
  if (values.every(isDayNumber)) return [];
  return [
    (from, size) => {
      for (let i = 0; i < size; i++) {
        if (!isDayNumber(values[from + i] as number) && isValid(valid, from + i)) faulty[i] = 1;
      }
    },
  ];
}

function listMarks({
  columns: { lists },
  block: { faulty },
}: Pick<Context, 'columns' | 'block'>): Marks[] {
  if (lists === undefined || greatest(lists.codes) < lists.dictionary.length) return [];
  const { offsets, codes, dictionary } = lists;
  return [
    (from, size) => {
      for (let i = 0; i < size; i++) {
        const end = offsets[from + i + 1] as number;
        for (let at = offsets[from + i] as number; at < end; at++) {
          if ((codes[at] as number) >= dictionary.length) faulty[i] = 1;
        }
      }
    },
  ];
}

function greatest(codes: Codes): number {
  let most = -1;
  for (let i = 0; i < codes.length; i++) if ((codes[i] as number) > most) most = codes[i] as number;
  return most;
}

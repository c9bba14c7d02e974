import type { CompiledInput } from '../scoring/inputs.js';
import { BLOCK } from './block.js';
import { type EntityColumns, isValid, type ValidBits } from './entityColumns.js';
import { type PlacedTerm, pointsByPlace, tableOf } from './places.js';
import type { Context, TermKernel } from './terms.js';

/** Stands among places for a value outside the domain. */
export const FAULTY = 65_535;

/** So many numbers are put into a table; an input of a wider domain is looked at value by value. */
const MOST_NUMBERS = 2 ** 17;

/** Whole numbers of a few thousand, each of which has its place. */
interface Numbers {
  readonly values: Int32Array;
  readonly valid: ValidBits | undefined;
  /** The place of a value is that at `first + sign * value`. */
  readonly first: number;
  readonly sign: 1 | -1;
  readonly places: Uint16Array;
}

/** The column of an input whose domain is so small that a table holds it. */
export function lineOf(
  { name, input, places, min, max }: CompiledInput,
  { facts }: EntityColumns,
): Pick<Numbers, 'values' | 'valid'> | undefined {
  const column = facts[name];
  if (input.type !== 'integer' && input.type !== 'decimal') return undefined;
  if (column?.kind !== 'number' || column.places !== places) return undefined;
  const { values, valid } = column;
  return values instanceof Int32Array && max - min < MOST_NUMBERS ? { values, valid } : undefined;
}

/** Points by a number out of few: one look-up a row. */
export function byValue(
  term: PlacedTerm,
  { values, valid, first, sign, places }: Numbers,
  missing: number,
  { most, isTraced, block: { faulty } }: Context,
): TermKernel {
  const count = pointsByPlace(term).length;
  const known = places.length;
  // A number outside and one that is not there have places of their own at the end.
  const table = new Uint16Array(known + 2).fill(count);
  for (let i = 0; i < known; i++) if (places[i] !== FAULTY) table[i] = places[i] as number;
  table[known + 1] = missing;
  const all = [...pointsByPlace(term).keys(), FAULTY];
  const { points, marks } = tableOf(term, all, most);
  const out = new Int32Array(BLOCK);
  const bins = isTraced ? new Uint16Array(BLOCK) : undefined;
  const placeOf = (row: number): number => {
    if (!isValid(valid, row)) return table[known + 1] as number;
    const at = first + sign * (values[row] as number);
    return table[at >= 0 && at < known ? at : known] as number;
  };
  return {
    out,
    ...(bins === undefined ? {} : { bins }),
    run(from, size) {
      let marked = 0;
      if (valid === undefined) {
        for (let i = 0; i < size; i++) {
          const at = (first + Math.imul(sign, values[from + i] as number)) >>> 0;
          const place = table[at < known ? at : known] as number;
          out[i] = points[place] as number;
          marked |= marks[place] as number;
        }
      } else {
        for (let i = 0; i < size; i++) {
          const place = placeOf(from + i);
          out[i] = points[place] as number;
          marked |= marks[place] as number;
        }
      }
      if (bins !== undefined) for (let i = 0; i < size; i++) bins[i] = placeOf(from + i);
      if (marked === 0) return;
      for (let i = 0; i < size; i++) {
        faulty[i] = (faulty[i] as number) | (marks[placeOf(from + i)] as number);
      }
    },
  };
}

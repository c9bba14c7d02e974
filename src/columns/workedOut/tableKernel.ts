import { binOf } from '../../scoring/constructs/edges.js';
import { type CompiledAxis, type CompiledTable, placeOn } from '../../scoring/constructs/table.js';
import { isNumeric } from '../../scoring/inputs.js';
import { BLOCK, type Kernel } from '../block.js';
import { isValid } from '../entityColumns.js';
import { numbersOf } from '../numbers.js';
import { codesOf, viewOf } from '../terms.js';
import type { ValueContext, ValueKernel } from './valueKernel.js';

/** A number or a text by any number of sides, as `evaluateTable` finds it. */
export function tableKernel(value: CompiledTable, context: ValueContext): ValueKernel {
  const { axes, cells, missing, instead } = value;
  const { faulty } = context.block;
  const sides = axes.map((axis) => ({ places: placesOn(axis, context), keys: axis.keys.length }));
  const texts = value.gives === 'number' ? undefined : textsOf(value);
  const content = (cell: number | string | undefined): number => {
    if (cell === undefined) return Number.NaN;
    return texts === undefined ? (cell as number) : texts.indexOf(String(cell));
  };
  const table = Float64Array.from(cells, content);
  const other = missing === 'is' ? content(instead) : Number.NaN;
  const out = new Float64Array(BLOCK);
  return {
    out,
    ...(texts === undefined ? {} : { texts }),
    run(from, size) {
      out.fill(0, 0, size);
      for (const { places, keys } of sides) {
        const own = places(from, size);
        for (let i = 0; i < size; i++) out[i] = (out[i] as number) * keys + (own[i] as number);
      }
      for (let i = 0; i < size; i++) {
        const cell = out[i] as number;
        out[i] = Number.isNaN(cell) ? other : (table[cell] as number);
        if (Number.isNaN(cell) && missing === 'refuse') faulty[i] = 1;
      }
    },
  };
}

function textsOf({ cells, instead }: CompiledTable): readonly string[] {
  const all = [...cells, ...(instead === undefined ? [] : [instead])];
  return [...new Set(all.map(String))];
}

/** The place of each row on an axis, NaN where its side is not known; a wrong one marks the row. */
function placesOn(axis: CompiledAxis, context: ValueContext): Kernel<Float64Array> {
  const out = new Float64Array(BLOCK);
  const { input, edges } = axis;
  const { columns, asOf, block } = context;
  if (isNumeric(input)) {
    const numbers = numbersOf(input, columns, asOf, block);
    const closed = input.closed ?? [];
    return (from, size) => {
      const values = numbers(from, size);
      for (let i = 0; i < size; i++) {
        const units = values[i] as number;
        const place = edges === undefined ? closed.indexOf(units) : binOf(edges, units);
        out[i] = Number.isNaN(units) || place < 0 ? Number.NaN : place;
      }
      return out;
    };
  }
  const column = columns.facts[input.name];
  if (column === undefined) return () => out.fill(Number.NaN);
  const { codes, texts } = codesOf(input, column);
  const { valid } = column;
  const places = texts.map((fact) => {
    const view = viewOf(input.name, fact, context);
    const place = placeOn(axis, view);
    return view.issues.length > 0 || place === undefined || place < 0 ? undefined : place;
  });
  return (from, size) => {
    for (let i = 0; i < size; i++) {
      const isThere = isValid(valid, from + i);
      const place = isThere ? places[codes[from + i] as number] : undefined;
      if (isThere && place === undefined) block.faulty[i] = 1;
      out[i] = place ?? Number.NaN;
    }
    return out;
  };
}

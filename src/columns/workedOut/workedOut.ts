import type { SchemeAt } from '../../scoring/compile.js';
import type { EventBounds } from '../../scoring/constructs/compiledEvents.js';
import type { CompiledValue } from '../../scoring/values.js';
import { BLOCK, newBlock } from '../block.js';
import type { Codes, Column, EntityColumns } from '../entityColumns.js';
import type { SchemeColumns } from '../schemeColumns.js';
import { combineKernel } from './combineKernel.js';
import { eventKernel } from './eventKernel.js';
import { ratioKernel } from './ratioKernel.js';
import { tableKernel } from './tableKernel.js';
import type { ValueContext, ValueKernel } from './valueKernel.js';

const kernels = {
  combine: combineKernel,
  ratio: ratioKernel,
  'count-events': eventKernel,
  'sum-events': eventKernel,
  table: tableKernel,
  ladder: () => {
    throw new Error('ladder');
  },
} satisfies Record<CompiledValue['kind'], unknown>;

/** The columns of a scheme, and the rows that only the row evaluator can answer; none where it has no values. */
export interface WorkedOut {
  readonly columns: SchemeColumns;
  readonly faulty?: Uint8Array;
}

/**
 * The columns with what a scheme works out before its terms, in its order. A value becomes a column like
 * any fact, so that whoever fills blocks needs to know nothing of values; it takes up to nine bytes a row.
 */
export function workedOut(at: SchemeAt, columns: EntityColumns): WorkedOut {
  const values = at.compiled.values ?? [];
  if (values.length === 0) return { columns };
  const faulty = new Uint8Array(columns.size);
  const names = new Set(values.map(({ id }) => id));
  // A fact that bears the name of a value is never taken for it.
  let facts = Object.fromEntries(
    Object.entries(columns.facts).filter(([name]) => !names.has(name)),
  );
  values.forEach((value, i) => {
    const block = newBlock();
    const context = { columns: { ...columns, facts, workedOut: names }, asOf: at.asOf, block };
    const make = kernels[value.kind] as (
      value: CompiledValue,
      context: ValueContext,
      bounds: EventBounds | undefined,
    ) => ValueKernel;
    const kernel = make(value, context, at.valueBounds[i]);
    const column = columnOf(value.places, kernel, columns.size, (from, rows) => {
      block.faulty.fill(0);
      kernel.run(from, rows);
      for (let row = 0; row < rows; row++) if (block.faulty[row] === 1) faulty[from + row] = 1;
    });
    facts = { ...facts, [value.id]: column };
  });
  return { columns: { ...columns, facts, workedOut: names }, faulty };
}

/** Runs a kernel over all blocks, and keeps what it gives. */
function columnOf(
  places: number,
  { out, texts }: ValueKernel,
  size: number,
  run: (from: number, rows: number) => void,
): Column {
  const valid = new Uint8Array(Math.ceil(size / 8));
  const given = new Float64Array(size);
  let isWhole = true;
  let isEverywhere = true;
  for (let from = 0; from < size; from += BLOCK) {
    const rows = Math.min(BLOCK, size - from);
    run(from, rows);
    for (let i = 0; i < rows; i++) {
      const one = out[i] as number;
      if (Number.isNaN(one)) isEverywhere = false;
      else {
        const row = from + i;
        given[row] = one;
        valid[row >> 3] = (valid[row >> 3] as number) | (1 << (row & 7));
        if ((one | 0) !== one) isWhole = false;
      }
    }
  }
  const gaps = isEverywhere ? {} : { valid };
  if (texts !== undefined) {
    const codes: Codes = texts.length <= 256 ? Uint8Array.from(given) : Uint32Array.from(given);
    return { kind: 'code', codes, dictionary: texts, ...gaps };
  }
  return { kind: 'number', values: isWhole ? Int32Array.from(given) : given, places, ...gaps };
}

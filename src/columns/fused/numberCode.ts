import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { CompiledInput } from '../../scoring/inputs.js';
import type { Span } from '../../scoring/spans.js';
import { agesOf, firstAge, wrongKind } from '../numbers.js';
import { columnValue, type Draft, kept, markWhere, thereOf } from './draft.js';
import { heldIn, isBetween, word } from './word.js';

/** A number of a row, in a local. */
export interface NumberCode {
  /** Reads it, and marks the row where it lies outside its domain. */
  readonly read: Code;
  readonly local: number;
  /** Whether there is one; undefined where there always is. */
  readonly there: Code | undefined;
  /** Edges of the input as edges of what stands in the local. */
  edgesOf(edges: readonly number[]): readonly number[];
  /** The number itself, into the local. */
  readonly count: Code;
}

/** An input that is a number, or completed years; undefined without its column. */
export function numberCode(input: CompiledInput, draft: Draft): NumberCode | undefined {
  const ages = agesOf(input, draft);
  if (ages !== undefined) {
    const { values, valid, today, years } = ages;
    const { local, keep } = kept(
      draft,
      word.minus(word.constant(today), columnValue(draft, values)),
    );
    const there = thereOf(draft, valid);
    const table = draft.room.table(years);
    return {
      ...{ local, there },
      read: [...keep, ...outside(local, [{ low: 0, high: years.length - 1 }], there, draft)],
      // Years are not counted for edges: one of so many years lies at the age that completes them.
      edgesOf: (edges) => edges.map((edge) => firstAge(years, edge)),
      count: [...heldIn(local, 0, years.length - 1), ...wasm.load8(table), ...wasm.set(local)],
    };
  }
  const column = draft.columns.facts[input.name];
  if (column === undefined || input.input.type === 'full-years') return undefined;
  if (column.kind !== 'number') throw wrongKind(input.name, column.kind, 'number');
  const { local, keep } = kept(draft, columnValue(draft, column.values as Int32Array));
  const there = thereOf(draft, column.valid);
  const { min, max, closed } = input;
  const spans = closed?.map((one) => ({ low: one, high: one })) ?? [{ low: min, high: max }];
  return {
    ...{ local, there },
    read: [...keep, ...outside(local, spans, there, draft)],
    edgesOf: (edges) => edges,
    count: [],
  };
}

/** Marks a row whose number there is, and that lies in none of some spans. */
function outside(
  local: number,
  spans: readonly Span[],
  there: Code | undefined,
  draft: Draft,
): Code {
  const inside = spans.map(({ low, high }) => isBetween(local, low, high));
  const isOutside = word.isNot(inside.reduce(word.either, word.constant(0)));
  return markWhere(draft, there === undefined ? isOutside : word.both(isOutside, there));
}

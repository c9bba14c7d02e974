import type { Day } from '../core/day.js';
import { decimalText } from '../core/decimal.js';
import type { Fact } from '../register/nouns.js';
import { type CompiledLadder, compileLadder, evaluateLadder } from './constructs/climb.js';
import type { Combine } from './constructs/combine.js';
import { type CompiledCombine, compileCombine, evaluateCombine } from './constructs/combine.js';
import { boundsOf, type EventBounds } from './constructs/compiledEvents.js';
import type { SchemeValue } from './constructs/construct.js';
import {
  type CompiledEventValue,
  compileEventCount,
  compileEventSum,
  type EventCount,
  type EventSum,
  evaluateEventValue,
} from './constructs/eventValues.js';
import type { Ladder } from './constructs/ladder.js';
import {
  type CompiledRatio,
  compileRatio,
  evaluateRatio,
  type RatioValue,
} from './constructs/ratio.js';
import { type CompiledTable, compileTable, evaluateTable, type Table } from './constructs/table.js';
import type { CompiledInput } from './inputs.js';
import { readsOfValue } from './valueReads.js';
import type { View } from './view.js';

/** A value as the evaluators read it. */
export type CompiledValue =
  | CompiledCombine
  | CompiledRatio
  | CompiledEventValue
  | CompiledTable
  | CompiledLadder;

type Inputs = ReadonlyMap<string, CompiledInput>;
type Kinds = ReadonlySet<string>;

const compilers = {
  combine: (value: Combine, inputs: Inputs) => compileCombine(value, inputs),
  ratio: (value: RatioValue, inputs: Inputs) => compileRatio(value, inputs),
  'count-events': (value: EventCount, _: Inputs, kinds: Kinds) => compileEventCount(value, kinds),
  'sum-events': (value: EventSum, _: Inputs, kinds: Kinds) => compileEventSum(value, kinds),
  table: (value: Table, inputs: Inputs) => compileTable(value, inputs),
  ladder: (value: Ladder) => compileLadder(value),
} satisfies Record<SchemeValue['kind'], unknown>;

/** Compiles a value whose names are all known. */
export function compileValue(value: SchemeValue, inputs: Inputs, kinds: Kinds): CompiledValue {
  const compile = compilers[value.kind] as (
    value: SchemeValue,
    inputs: Inputs,
    kinds: Kinds,
  ) => CompiledValue;
  return compile(value, inputs, kinds);
}

/** Days of the windows of a value's events. */
export function valueBounds(value: CompiledValue, asOf: Day): EventBounds | undefined {
  return 'events' in value ? boundsOf(value.events, asOf) : undefined;
}

const evaluators = {
  combine: evaluateCombine,
  ratio: evaluateRatio,
  'count-events': evaluateEventValue,
  'sum-events': evaluateEventValue,
  table: evaluateTable,
  ladder: evaluateLadder,
} satisfies Record<CompiledValue['kind'], unknown>;

/** A value of one entity: units at its places, a text, or undefined where it is unknown. */
export function evaluateValue(
  value: CompiledValue,
  view: View,
  bounds: EventBounds | undefined,
): number | string | undefined {
  const evaluate = evaluators[value.kind] as (
    value: CompiledValue,
    view: View,
    bounds: EventBounds | undefined,
  ) => number | string | undefined;
  return evaluate(value, view, bounds);
}

/** A value as a fact: a whole number, a decimal as text where it is none, or a text. */
export function valueFact(given: number | string, places: number): Fact {
  if (typeof given === 'string') return given;
  const whole = given / 10 ** places;
  return Number.isInteger(whole) && whole * 10 ** places === given
    ? whole
    : decimalText(given, places);
}

/** Which values some names hang on, directly or by way of other values. */
export function valuesBehind(
  names: readonly string[],
  values: readonly SchemeValue[],
): ReadonlySet<string> {
  const behind = new Set<string>();
  const add = (name: string): void => {
    const value = values.find(({ id }) => id === name);
    if (value === undefined || behind.has(name)) return;
    behind.add(name);
    for (const read of readsOfValue(value)) add(read.name);
  };
  names.forEach(add);
  return behind;
}

import { type Combine, combinePlaces } from './constructs/combine.js';
import type { SchemeValue } from './constructs/construct.js';
import type { EventCount, EventSum } from './constructs/eventValues.js';
import type { Ladder } from './constructs/ladder.js';
import type { PlacesByName } from './constructs/members.js';
import type { RatioValue } from './constructs/ratio.js';
import { cellsOf, type Table } from './constructs/table.js';
import { type CompiledInput, compileInput } from './inputs.js';
import type { Input, Scheme } from './scheme.js';

const number = (places: number): Input => ({ type: 'decimal', places });
const text = (values: readonly string[]): Input => ({ type: 'category', values });

const kinds = {
  combine: (value: Combine, inputs: PlacesByName) => number(combinePlaces(value, inputs)),
  ratio: ({ places }: RatioValue) => number(places),
  'count-events': (_: EventCount) => number(0),
  'sum-events': ({ places = 0 }: EventSum) => number(places),
  table: ({ gives, places = 0, table, missing }: Table) => {
    if (gives === 'number') return number(places);
    const instead = typeof missing === 'string' ? [] : [missing.is];
    const cells = cellsOf(table).map(({ cell }) => cell);
    return text([...new Set([...cells, ...instead].map(String))]);
  },
  ladder: ({ states }: Ladder) => text(states.map(({ id }) => id)),
} satisfies Record<SchemeValue['kind'], unknown>;

/** The places a decimal may have where it is compared with no number: that is wrong on its own. */
export const ANY = 9;

/** The places of every input and value, which a scheme tells even where its decimals are wrong. */
export function placesOfNames(scheme: Pick<Scheme, 'inputs' | 'values'>): PlacesByName {
  const places = new Map<string, { readonly places: number }>();
  for (const [name, input] of Object.entries(scheme.inputs)) {
    const isNumber = input.type === 'integer' || input.type === 'decimal';
    const isText = !isNumber && input.type !== 'full-years';
    places.set(name, { places: isText ? ANY : isNumber ? (input.places ?? 0) : 0 });
  }
  for (const value of scheme.values ?? []) places.set(value.id, valueInput(value, places));
  return places;
}

/** What a value is to those who read it: an input like any other. */
export function valueInput(value: SchemeValue, inputs: PlacesByName): CompiledInput {
  const inputOf = kinds[value.kind] as (value: SchemeValue, inputs: PlacesByName) => Input;
  return compileInput(value.id, inputOf(value, inputs));
}

/** The declared inputs and, behind them, the values in their order. */
export function inputsOf(scheme: Pick<Scheme, 'inputs' | 'values'>): Map<string, CompiledInput> {
  const inputs = new Map(
    Object.entries(scheme.inputs).map(([name, input]) => [name, compileInput(name, input)]),
  );
  for (const value of scheme.values ?? []) inputs.set(value.id, valueInput(value, inputs));
  return inputs;
}

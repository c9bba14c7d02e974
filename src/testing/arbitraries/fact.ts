import * as fc from 'fast-check';
import { addDays, addMonths, type Day, isDay } from '../../core/day.js';
import { decimalText, isDecimal, placesOf, scaled } from '../../core/decimal.js';
import type { Fact } from '../../register/nouns.js';
import type { CompiledInput } from '../../scoring/inputs.js';
import { arbitraryDay } from './day.js';
import { type Reading, valuesOf } from './reading.js';

/**
 * For each fact a programme reads its values: inside the domain of every input of that name, the
 * edges of bins and the bounds of conditions, with their neighbours, more often than by chance.
 */
export function factArbitraries(
  reading: Reading,
  asOf: Day,
): ReadonlyMap<string, fc.Arbitrary<Fact>> {
  const facts = new Map<string, fc.Arbitrary<Fact>>();
  for (const [name, inputs] of reading.inputs) {
    const { input } = inputs[0] as CompiledInput;
    if (input.type === 'full-years') {
      if (input.since !== 'since') facts.set(input.since, firstDays(reading, asOf));
    } else if (input.type === 'integer' || input.type === 'decimal') {
      facts.set(name, numbers(name, inputs, reading));
    } else if (input.type === 'category') facts.set(name, categories(inputs));
    else if (input.type === 'boolean') facts.set(name, fc.boolean());
    else if (input.type === 'code') facts.set(name, codes(name, reading));
    else facts.set(name, days(name, reading, asOf));
  }
  return facts;
}

/** The first days of firms: whole years ago by the edges of every bin of years, a day to each side. */
export function firstDays(reading: Reading, asOf: Day): fc.Arbitrary<Day> {
  const years = reading.terms.flatMap((term) =>
    term.kind === 'bins' && term.input.input.type === 'full-years' ? term.edges : [],
  );
  const birthdays = years.filter(Number.isFinite).map((age) => addMonths(asOf, -12 * age));
  return fc
    .tuple(fc.constantFrom(asOf, ...birthdays), arbitraryDay({ from: '1990-01-01', to: asOf }))
    .chain(([edge, day]) => fc.constantFrom(edge, dayBefore(edge), day));
}

function numbers(
  name: string,
  inputs: readonly CompiledInput[],
  reading: Reading,
): fc.Arbitrary<Fact> {
  const places = Math.min(...inputs.map((input) => input.places));
  const unitsOf = (value: unknown): number[] =>
    isDecimal(value) && placesOf(value) <= places ? [scaled(value, places)] : [];
  const ends = (pick: (input: CompiledInput) => number): number[] =>
    inputs
      .filter((input) => Number.isFinite(pick(input)))
      .flatMap((input) => unitsOf(decimalText(pick(input), input.places)));
  const edges = [
    ...reading.terms.flatMap((term) =>
      term.kind === 'bins' && term.input.name === name
        ? term.edges
            .filter(Number.isFinite)
            .flatMap((edge) => unitsOf(decimalText(edge, term.input.places)))
        : [],
    ),
    ...valuesOf(reading.fields, name).flatMap(unitsOf),
  ];
  const closed = inputs.flatMap((one) => (one.closed === undefined ? [] : [one.closed]));
  const [first, ...others] = closed;
  if (first !== undefined) {
    const shared = first.filter((units) => others.every((list) => list.includes(units)));
    return fc
      .constantFrom(...shared)
      .map((units) => (places === 0 ? units : decimalText(units, places)));
  }
  const lows = ends(({ min }) => min);
  const highs = ends(({ max }) => max);
  const min = lows.length > 0 ? Math.max(...lows) : Math.min(0, ...edges) - 100;
  const max = highs.length > 0 ? Math.min(...highs) : Math.max(min, ...edges) + 100;
  const near = [min, max, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1])];
  return fc
    .oneof(
      fc.integer({ min, max }),
      fc.constantFrom(...near.filter((units) => min <= units && units <= max)),
    )
    .map((units) => (places === 0 ? units : decimalText(units, places)));
}

function categories(inputs: readonly CompiledInput[]): fc.Arbitrary<Fact> {
  const lists = inputs.map(({ input }) => (input.type === 'category' ? input.values : []));
  const shared = (lists[0] ?? []).filter((value) => lists.every((list) => list.includes(value)));
  return fc.constantFrom(...shared);
}

/** Codes of a table, longer ones below them, and, where the tables allow it, codes of no entry. */
function codes(name: string, reading: Reading): fc.Arbitrary<Fact> {
  const tables = reading.terms.filter(
    (term) => term.kind === 'lookup' && term.input.name === name,
  ) as Extract<Reading['terms'][number], { kind: 'lookup' }>[];
  const closed = tables.filter(({ otherwise }) => otherwise === undefined);
  const entries = tables
    .flatMap(({ table }) => [...table.keys()])
    .filter((entry) => closed.every(({ table }) => table.has(entry)));
  const open = closed.length > 0 ? [] : ['9999', ...valuesOf(reading.fields, name).map(String)];
  const tail = closed.some(({ byPrefix }) => !byPrefix) ? [''] : ['', '1', '90'];
  return fc
    .tuple(fc.constantFrom(...entries, ...open), fc.constantFrom(...tail))
    .map(([code, more]) => `${code}${more}`);
}

function days(name: string, reading: Reading, asOf: Day): fc.Arbitrary<Fact> {
  const bounds = valuesOf(reading.fields, name).filter(isDay);
  return fc.oneof(
    arbitraryDay({ from: '1990-01-01', to: asOf }),
    fc.constantFrom(asOf, ...bounds, ...bounds.map(dayBefore)),
  );
}

const dayBefore = (day: Day): Day => addDays(day, -1);

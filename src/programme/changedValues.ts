import { decimalText, isDecimal, scaledMeasure } from '../core/decimal.js';
import type { Condition, Subject } from '../register/condition.js';
import type { Fact } from '../register/nouns.js';
import { type Bound, edgesOf } from '../scoring/constructs/edges.js';
import { type CompiledInput, compileInput } from '../scoring/inputs.js';
import type { Scheme } from '../scoring/scheme.js';
import { conditionsOf } from '../scoring/schemeKinds.js';
import { readsOfValue } from '../scoring/valueReads.js';

/**
 * The values an entity could change an input to: the other categories in the document's order; of a
 * number one value for every other stretch the scheme treats alike, its edge nearest to the present
 * value, nearest first. Empty for an input the scheme does not have, or that nobody can choose.
 */
export function changedValues(scheme: Scheme, name: string, entity: Subject): readonly Fact[] {
  const input = scheme.inputs[name];
  if (input === undefined) return [];
  const now = Object.hasOwn(entity.facts, name) ? entity.facts[name] : undefined;
  if (input.type === 'boolean') return [false, true].filter((value) => value !== now);
  if (input.type === 'category') return input.values.filter((value) => value !== now);
  if (input.type !== 'integer' && input.type !== 'decimal') return [];
  const compiled = compileInput(name, input);
  if (compiled.closed !== undefined) {
    const present =
      typeof now === 'boolean' ? undefined : scaledMeasure(now ?? '', compiled.places);
    return compiled.closed
      .filter((units) => units !== present)
      .map((units) => factOf(units, compiled.places, now));
  }
  return otherUnits(compiled, breaksOf(scheme, compiled), now).map((units) =>
    factOf(units, compiled.places, now),
  );
}

/** The first value of each stretch, in units of the input's places. */
function breaksOf(scheme: Scheme, input: CompiledInput): number[] {
  const { name, places } = input;
  const breaks = new Set<number>();
  for (const bins of binsOf(scheme, name)) {
    for (const edge of edgesOf(bins, places)) if (edge !== -Infinity) breaks.add(edge);
  }
  if (isComputedWith(scheme, name)) for (const units of everyUnit(input)) breaks.add(units);
  for (const condition of conditionsOf(scheme)) {
    for (const bound of boundsIn(condition, name)) {
      if (!isDecimal(bound)) continue;
      // A bound may be open, closed, or finer than the input; a stretch cut too often does no harm.
      const units = Math.floor(Number(bound) * 10 ** places);
      for (const step of [0, 1, 2]) breaks.add(units + step);
    }
  }
  return [...breaks].sort((a, b) => a - b);
}

/** Every list of bins the scheme sorts an input into. */
function binsOf(
  { terms, values = [], bands, bandsOn }: Scheme,
  name: string,
): (readonly Bound[])[] {
  return [
    ...terms.flatMap((term) => (term.kind === 'bins' && term.input === name ? [term.bins] : [])),
    ...values.flatMap((value) =>
      value.kind === 'table'
        ? value.axes.flatMap(({ input, bins }) => (input === name && bins ? [bins] : []))
        : [],
    ),
    ...(bandsOn === name && bands !== undefined ? [bands] : []),
  ];
}

/** Whether the number itself enters the result, so that no two of its values are surely alike. */
export function isComputedWith({ terms, values = [] }: Scheme, name: string): boolean {
  return (
    terms.some((term) => term.kind === 'number' && term.input === name) ||
    values.some(
      (value) => value.kind !== 'table' && readsOfValue(value).some((read) => read.name === name),
    )
  );
}

/** The values of an input that enters a computation, as far as they can be tried one by one. */
function everyUnit({ min, max }: CompiledInput): number[] {
  if (!(max - min <= MOST_TRIED)) return [min, max].filter(Number.isFinite);
  return Array.from({ length: max - min + 1 }, (_, i) => min + i);
}

const MOST_TRIED = 1000;

/** Every number a condition compares a field with. */
function boundsIn(condition: Condition, name: string): unknown[] {
  if ('all' in condition) return condition.all.flatMap((one) => boundsIn(one, name));
  if ('any' in condition) return condition.any.flatMap((one) => boundsIn(one, name));
  if ('not' in condition) return boundsIn(condition.not, name);
  if (!('field' in condition) || condition.field !== name) return [];
  const { field: _, ...bounds } = condition;
  return Object.values(bounds).flat();
}

function otherUnits({ min, max, places }: CompiledInput, breaks: number[], now?: Fact): number[] {
  const inside = breaks.filter((edge) => edge > min && edge <= max);
  const starts = [min, ...inside];
  const present = typeof now === 'boolean' ? undefined : scaledMeasure(now ?? '', places);
  const values = starts.flatMap((from, i): number[] => {
    const to = (inside[i] ?? max + 1) - 1;
    if (present !== undefined && from <= present && present <= to) return [];
    if (present === undefined ? from === -Infinity : to < present) return [to];
    return [from];
  });
  const finite = values.map((value) => (Number.isFinite(value) ? value : 0));
  return present === undefined
    ? finite
    : finite.sort((a, b) => Math.abs(a - present) - Math.abs(b - present) || a - b);
}

/** The value in the form the fact has, or as documents write it where there is none. */
function factOf(units: number, places: number, now: Fact | undefined): Fact {
  if (typeof now === 'number' || (now === undefined && places === 0)) return units / 10 ** places;
  return decimalText(units, places);
}

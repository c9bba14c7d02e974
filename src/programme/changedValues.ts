import { decimalText, isDecimal, scaled, scaledMeasure } from '../core/decimal.js';
import type { Condition, Subject } from '../register/condition.js';
import type { Fact } from '../register/nouns.js';
import { type CompiledInput, compileInput } from '../scoring/inputs.js';
import type { Scheme } from '../scoring/scheme.js';

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
  return otherUnits(compiled, breaksOf(scheme, compiled), now).map((units) =>
    factOf(units, compiled.places, now),
  );
}

/** The first value of each stretch, in units of the input's places. */
function breaksOf(scheme: Scheme, { name, places }: CompiledInput): number[] {
  const breaks = new Set<number>();
  for (const term of scheme.terms) {
    if (term.kind === 'bins' && term.input === name) {
      for (const { from } of term.bins) if (from !== undefined) breaks.add(scaled(from, places));
    }
  }
  for (const rule of [...scheme.terms, ...(scheme.overrides ?? [])]) {
    if (!('when' in rule)) continue;
    for (const bound of boundsIn(rule.when, name)) {
      if (!isDecimal(bound)) continue;
      // A bound may be open, closed, or finer than the input; a stretch cut too often does no harm.
      const units = Math.floor(Number(bound) * 10 ** places);
      for (const step of [0, 1, 2]) breaks.add(units + step);
    }
  }
  return [...breaks].sort((a, b) => a - b);
}

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

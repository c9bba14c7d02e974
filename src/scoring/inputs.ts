import { addMonths, type Day, isDay } from '../core/day.js';
import { scaled, scaledMeasure } from '../core/decimal.js';
import { errorAt } from '../core/issue.js';
import { fieldOf } from '../register/condition.js';
import type { Input, NumberInput } from './scheme.js';
import type { View } from './view.js';

/** An input with its ends as integers at its places. */
export interface CompiledInput {
  readonly name: string;
  readonly input: Input;
  readonly places: number;
  readonly min: number;
  readonly max: number;
  /** The closed set of a number that has one. */
  readonly closed?: readonly number[];
}

/** The input as the evaluators read it. */
export function compileInput(name: string, input: Input): CompiledInput {
  const places = 'places' in input ? (input.places ?? 0) : 0;
  const end = (value: string | number | undefined, open: number): number =>
    value === undefined ? open : scaled(value, places);
  const isNumber = input.type === 'integer' || input.type === 'decimal';
  const number: Partial<NumberInput> = isNumber ? input : {};
  const closed = number.values?.map((value) => scaled(value, places));
  const open = input.type === 'full-years' ? 0 : -Infinity;
  return {
    name,
    input,
    places,
    min: Math.max(end(number.min, open), closed === undefined ? open : Math.min(...closed)),
    max: Math.min(end(number.max, Infinity), closed === undefined ? Infinity : Math.max(...closed)),
    ...(closed === undefined ? {} : { closed }),
  };
}

/** Whether a term can read the input as a number. */
export function isNumeric({ input: { type } }: Pick<CompiledInput, 'input'>): boolean {
  return type === 'integer' || type === 'decimal' || type === 'full-years';
}

/**
 * A number input as an integer at its places; undefined where it is missing or wrong, and then what
 * is wrong stands among the view's issues: `out-of-domain`, `wrong-fact-type`.
 */
export function readNumber(input: CompiledInput, view: View): number | undefined {
  if (input.input.type === 'full-years') return readYears(input, input.input.since, view);
  const value = fieldOf(view.subject, input.name);
  if (value === undefined) return undefined;
  const units = typeof value === 'boolean' ? undefined : scaledMeasure(value, input.places);
  if (units === undefined) {
    return wrong(view, 'wrong-fact-type', input.name, value, numberForm(input.places));
  }
  if (units < input.min || units > input.max || input.closed?.includes(units) === false) {
    return wrong(view, 'out-of-domain', input.name, value, domainText(input));
  }
  return units;
}

/** A category, code or boolean input as text; undefined where it is missing or wrong. */
export function readText(input: CompiledInput, view: View): string | undefined {
  const value = fieldOf(view.subject, input.name);
  if (value === undefined) return undefined;
  const kind = input.input;
  if (kind.type === 'boolean') {
    if (typeof value === 'boolean') return String(value);
    return wrong(view, 'wrong-fact-type', input.name, value, 'true | false');
  }
  if (typeof value !== 'string') return wrong(view, 'wrong-fact-type', input.name, value, 'text');
  if (kind.type === 'category' && !kind.values.includes(value)) {
    return wrong(view, 'out-of-domain', input.name, value, kind.values.join(' | '));
  }
  return value;
}

/** Reads an input only for what is wrong with it: conditions compare facts as they stand. */
export function checkInput(input: CompiledInput, view: View): void {
  switch (input.input.type) {
    case 'integer':
    case 'decimal':
      readNumber(input, view);
      return;
    case 'day': {
      const value = fieldOf(view.subject, input.name);
      if (value !== undefined && !isDay(value)) {
        wrong(view, 'wrong-fact-type', input.name, value, 'YYYY-MM-DD');
      }
      return;
    }
    case 'full-years':
      return;
    default:
      readText(input, view);
  }
}

/** The completed years from `since` to `asOf`; negative before the first day. */
export function fullYears(since: Day, asOf: Day): number {
  let years = Number(asOf.slice(0, 4)) - Number(since.slice(0, 4));
  if (addMonths(since, years * 12) > asOf) years--;
  return years;
}

function readYears(input: CompiledInput, field: string, view: View): number | undefined {
  const since = fieldOf(view.subject, field);
  if (since === undefined) return undefined;
  if (!isDay(since)) return wrong(view, 'wrong-fact-type', input.name, since, 'YYYY-MM-DD');
  const years = fullYears(since, view.asOf);
  return years < 0 ? wrong(view, 'out-of-domain', input.name, since, `<= ${view.asOf}`) : years;
}

function wrong(
  view: View,
  code: string,
  name: string,
  given: string | number | boolean,
  expected: string,
): undefined {
  const isKnown = view.issues.some((one) => one.code === code && one.params['input'] === name);
  if (!isKnown) {
    view.issues.push(errorAt(code, ['facts', name], { given, expected, input: name }));
  }
  return undefined;
}

const numberForm = (places: number): string =>
  places === 0 ? 'integer' : `number, ${places} places`;

function domainText({ input }: CompiledInput): string {
  if (input.type !== 'integer' && input.type !== 'decimal') return '';
  if (input.values !== undefined) return input.values.join(' | ');
  return `${input.min ?? ''}..${input.max ?? ''}`;
}

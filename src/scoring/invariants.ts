import { decimalText, scaled } from '../core/decimal.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { Bins } from './constructs/bins.js';
import type { Conditional } from './constructs/conditional.js';
import type { Construct } from './constructs/construct.js';
import type { Events } from './constructs/events.js';
import type { Lookup } from './constructs/lookup.js';
import type { NumberTerm } from './constructs/number.js';
import { type CompiledInput, compileInput } from './inputs.js';
import type { Invariant, Missing, Scheme } from './scheme.js';

/** The least and the most points a term can give, in units. */
interface Ends {
  readonly min: number;
  readonly max: number;
}

type InputOf = (name: string) => CompiledInput;

const endsOf = {
  bins: ({ bins, missing }: Bins, places: number) =>
    around(
      bins.map(({ points }) => points),
      missing,
      places,
    ),
  lookup: ({ table, otherwise, missing }: Lookup, places: number) =>
    around(
      [...Object.values(table), ...(otherwise === undefined ? [] : [otherwise])],
      missing,
      places,
    ),
  conditional: ({ points, otherwise = 0, missing }: Conditional, places: number) =>
    around([points, otherwise], missing, places),
  events: ({ min, max }: Events, places: number): Ends => ({
    min: min === undefined ? -Infinity : scaled(min, places),
    max: max === undefined ? Infinity : scaled(max, places),
  }),
  number: ({ input, times = 1, missing }: NumberTerm, places: number, inputOf: InputOf): Ends => {
    const known = inputOf(input);
    const factor = scaled(times, 0) * 10 ** (places - known.places);
    const ends = [known.min * factor, known.max * factor];
    const more = around([], missing, places);
    return { min: Math.min(...ends, more.min), max: Math.max(...ends, more.max) };
  },
} satisfies Record<Construct['kind'], unknown>;

/** Totals the published rule states and the numbers of the scheme do not make. */
export function invariantIssues(scheme: Scheme): Issue[] {
  return (scheme.invariants ?? []).flatMap((rule, i) => {
    const path = ['invariants', i];
    const parts = scheme.parts ?? [];
    if (rule.part !== undefined && !parts.some(({ id }) => id === rule.part)) {
      const expected = parts.map(({ id }) => id);
      return [errorAt('unknown-part', [...path, 'part'], { given: rule.part, expected })];
    }
    const sum = rule.of === 'parts' ? ofParts(scheme, rule) : ofTerms(scheme, rule);
    if (sum === undefined || sum === scaled(rule.equals, scheme.places)) return [];
    const given = Number.isFinite(sum) ? decimalText(sum, scheme.places) : sum < 0 ? '-∞' : '∞';
    return [errorAt('invariant-broken', path, { given, expected: String(rule.equals) })];
  });
}

function ofParts({ parts = [], places }: Scheme, { end, part }: Invariant): number {
  const open = end === 'max' ? Infinity : -Infinity;
  return parts
    .filter(({ id }) => part === undefined || id === part)
    .map((one) => one[end])
    .reduce<number>((sum, one) => sum + (one === undefined ? open : scaled(one, places)), 0);
}

/** Undefined where a term reads what nobody declares, which is found by itself. */
function ofTerms(scheme: Scheme, { end, part }: Invariant): number | undefined {
  const { inputs, values = [], places } = scheme;
  const terms = scheme.terms.filter((term) => part === undefined || term.part === part);
  const isKnown = (name: string): boolean =>
    Object.hasOwn(inputs, name) || values.some(({ id }) => id === name);
  if (!terms.every((term) => !('input' in term) || isKnown(term.input))) return undefined;
  const inputOf: InputOf = (name) => compileInput(name, inputs[name] ?? { type: 'decimal' });
  return terms
    .map((term) => {
      const ends = endsOf[term.kind] as (t: Construct, places: number, of: InputOf) => Ends;
      return ends(term, places, inputOf)[end];
    })
    .reduce((sum, one) => sum + one, 0);
}

function around(list: readonly (string | number)[], missing: Missing, places: number): Ends {
  const stated = missing === 'refuse' ? [] : [missing.points];
  const units = [...list, ...stated].map((points) => scaled(points, places));
  return { min: Math.min(...units), max: Math.max(...units) };
}

import type { Day } from '../../core/day.js';
import { fieldsOf, type Subject } from '../../register/condition.js';
import { type CompiledScheme, type SchemeAt, schemeAt } from '../../scoring/compile.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import { evaluateValues, openView } from '../../scoring/derive.js';
import { valuesBehind } from '../../scoring/values.js';
import type { View } from '../../scoring/view.js';
import { type Choice, joined, type Variable } from './choice.js';

/** A scheme opened for analysis, with all that may be asked of an entity. */
export interface Studied {
  readonly at: SchemeAt;
  readonly variables: ReadonlyMap<string, Variable>;
  /** The most combinations that are tried one by one. */
  readonly limit: number;
}

/** A compiled scheme opened for analysis. */
export function studied(
  compiled: CompiledScheme,
  variables: ReadonlyMap<string, Variable>,
  asOf: Day,
  limit: number,
): Studied {
  return { at: schemeAt(compiled, asOf), variables, limit };
}

/** The variables of some names, those there are. */
export function variablesIn({ variables }: Studied, names: readonly string[]): Variable[] {
  return names.flatMap((name) => variables.get(name) ?? []);
}

/** How many combinations variables have. */
export function combinations(variables: readonly Variable[]): number {
  return variables.reduce((product, { choices }) => product * choices.length, 1);
}

/** Whether all combinations are tried, and the variables have every stretch. */
export function isTriedWhole({ limit }: Studied, variables: readonly Variable[]): boolean {
  return combinations(variables) <= limit && variables.every(({ isWhole }) => isWhole);
}

/** Every combination of choices, the last variable fastest; `visit` may end it by returning true. */
export function eachChoice(
  variables: readonly Variable[],
  visit: (choices: readonly Choice[], index: number) => boolean | undefined,
): void {
  const total = combinations(variables);
  const places = variables.map(() => 0);
  for (let index = 0; index < total; index++) {
    const chosen = variables.map(({ choices }, i) => choices[places[i] as number] as Choice);
    if (visit(chosen, index) === true) return;
    for (let i = places.length - 1; i >= 0; i--) {
      places[i] = (places[i] as number) + 1;
      if ((places[i] as number) < (variables[i] as Variable).choices.length) break;
      places[i] = 0;
    }
  }
}

/** So many combinations stand for all where these cannot all be tried. */
const SOME = 3000;

/**
 * Every combination where there are at most `limit` of them, else some, spread evenly over all.
 *
 * @returns whether all were tried
 */
export function someChoices(
  variables: readonly Variable[],
  limit: number,
  visit: (choices: readonly Choice[]) => boolean | undefined,
): boolean {
  const total = combinations(variables);
  if (total <= limit) {
    eachChoice(variables, visit);
    return true;
  }
  for (let i = 0; i < SOME; i++) {
    // Each variable goes round at a pace of its own, so that places of different ones meet.
    const chosen = variables.map(({ choices }, v) => {
      const place = Math.floor(i * (1 + v * 0.618_034)) + v;
      return choices[place % choices.length] as Choice;
    });
    if (visit(chosen) === true) break;
  }
  return false;
}

/** The scheme with no other values than some names hang on: those it has nothing to say of are left out. */
export function narrowed(at: SchemeAt, names: readonly string[]): SchemeAt {
  const { compiled, valueBounds } = at;
  const { scheme, values } = compiled;
  if (values === undefined) return at;
  const needed = valuesBehind(names, scheme.values ?? []);
  const keep = values.map(({ id }) => needed.has(id));
  const kept = <T>(list: readonly T[]): T[] => list.filter((_, i) => keep[i]);
  return {
    ...at,
    valueBounds: kept(valueBounds),
    compiled: {
      ...compiled,
      scheme: { ...scheme, values: kept(scheme.values ?? []) },
      values: kept(values),
      early: kept(compiled.early ?? []),
    },
  };
}

/** The names a term asks for. */
export const namesOfTerm = (term: Construct): readonly string[] => {
  if (term.kind === 'events') return [];
  return term.kind === 'conditional' ? fieldsOf(term.when) : [term.input];
};

/** What the rules see of an entity, its values worked out. */
export function viewOf(at: SchemeAt, subject: Subject): View {
  const view = openView(at, subject);
  if (at.compiled.values !== undefined) {
    evaluateValues(at, view, true);
    evaluateValues(at, view, false);
  }
  return view;
}

/** An entity with these choices and, for all else asked of it, the first choice there is. */
export function wholeEntity(
  { variables }: Studied,
  choices: readonly Choice[],
  given: readonly string[],
): Subject {
  const others = [...variables.values()]
    .filter(({ name }) => !given.includes(name))
    .map((one) => one.choices[0] ?? {});
  return { ...joined([...others, ...choices]), id: 'made-up' };
}

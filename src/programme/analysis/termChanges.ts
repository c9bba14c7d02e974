import type { Subject } from '../../register/condition.js';
import type { CompiledTerm } from '../../scoring/compile.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import { evaluateTerm } from '../../scoring/evaluate.js';
import { behindTerm, unique } from './behind.js';
import { allOf, both, type Change, type Direction, towards } from './change.js';
import { joined } from './choice.js';
import type { Comparison } from './comparison.js';
import { changeAt, isSame, paired } from './fieldChanges.js';
import {
  combinations,
  eachChoice,
  namesOfTerm,
  narrowed,
  type Studied,
  variablesIn,
  viewOf,
  wholeEntity,
} from './sweep.js';

/** The changes of terms, each with the way its own points go. */
export function termChanges(before: Studied, after: Studied): Change[] {
  const [a, b] = [before.at.compiled.scheme, after.at.compiled.scheme];
  return paired(a.terms, b.terms, ({ id }) => id).flatMap((pair) => {
    if (isSame(pair.a, pair.b)) return [];
    const { direction, counterexample } = compareTerms(before, after, pair.a, pair.b);
    return changeAt(['terms', pair.place], pair.a, pair.b, direction, counterexample) ?? [];
  });
}

/** The points of a term before and after, over all that either of them reads. */
function compareTerms(
  before: Studied,
  after: Studied,
  a: Construct | undefined,
  b: Construct | undefined,
): Comparison {
  if (a?.kind === 'events' || b?.kind === 'events') return compareEvents(before, after, a, b);
  const names = unique([
    ...(a === undefined ? [] : behindTerm(before.at.compiled.scheme, a)),
    ...(b === undefined ? [] : behindTerm(after.at.compiled.scheme, b)),
  ]);
  const variables = variablesIn(after, names);
  if (combinations(variables) > after.limit || !variables.every(({ isWhole }) => isWhole)) {
    return { direction: 'undecided' };
  }
  const sign = worseSign(after);
  let direction: Direction = 'neutral';
  let counterexample: Subject | undefined;
  eachChoice(variables, (choices) => {
    const entity = joined(choices);
    const one = towards(sign * pointsOf(before, a, entity), sign * pointsOf(after, b, entity));
    if (one !== 'neutral') counterexample ??= wholeEntity(after, choices, names);
    direction = both(direction, one);
    return direction === 'mixed';
  });
  return { direction, ...(counterexample === undefined ? {} : { counterexample }) };
}

function pointsOf({ at }: Studied, term: Construct | undefined, entity: Subject): number {
  if (term === undefined) return 0;
  const i = at.compiled.scheme.terms.indexOf(term);
  const view = viewOf(narrowed(at, namesOfTerm(term)), entity);
  const points = evaluateTerm(at.compiled.terms[i] as CompiledTerm, view, at.bounds[i]);
  return view.issues.length > 0 ? Number.NaN : points * 10 ** (9 - at.compiled.scheme.places);
}

/** Effects alone are compared kind by kind; a change of windows or of rules stays open. */
function compareEvents(
  before: Studied,
  after: Studied,
  a: Construct | undefined,
  b: Construct | undefined,
): Comparison {
  const known = [a, b].filter((one) => one !== undefined);
  if (known.some((one) => one.kind !== 'events')) return { direction: 'undecided' };
  const frames = known.map((one) => ({
    ...one,
    effects: [],
    min: undefined,
    max: undefined,
    title: 0,
    cite: 0,
  }));
  if (frames.length === 2 && !isSame(plain(frames[0]), plain(frames[1])))
    return { direction: 'undecided' };
  const sign = worseSign(after);
  const rows = [rowsOf(before, a), rowsOf(after, b)] as const;
  const kinds = unique([...rows[0].keys(), ...rows[1].keys()]);
  const steps = kinds.flatMap((kind) => {
    const [from = [], to = []] = [rows[0].get(kind), rows[1].get(kind)];
    const count = Math.max(from.length, to.length);
    return Array.from({ length: count }, (_, i) =>
      towards(sign * (from[i] ?? 0), sign * (to[i] ?? 0)),
    );
  });
  const ends = (['min', 'max'] as const).map((end) => {
    const open = end === 'min' ? -Infinity : Infinity;
    const of = (one: Construct | undefined): number =>
      one?.kind === 'events' ? Number(one[end] ?? open) : 0;
    return a === undefined || b === undefined ? 'neutral' : towards(sign * of(a), sign * of(b));
  });
  return { direction: allOf([...steps, ...ends]) };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function rowsOf(
  { at }: Studied,
  term: Construct | undefined,
): ReadonlyMap<string, readonly number[]> {
  const own =
    term === undefined ? undefined : at.compiled.terms[at.compiled.scheme.terms.indexOf(term)];
  if (own?.kind !== 'events') return new Map();
  return new Map([...own.rows].map(([kind, sides]) => [kind, sides.flat()]));
}

const worseSign = ({ at }: Studied): 1 | -1 =>
  at.compiled.scheme.direction === 'more-is-worse' ? 1 : -1;

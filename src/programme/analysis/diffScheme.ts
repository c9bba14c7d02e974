import { bestFirst } from '../../document/document.js';
import type { Subject } from '../../register/condition.js';
import { compileScheme, type SchemeAt } from '../../scoring/compile.js';
import { binOf, edgesOf } from '../../scoring/constructs/edges.js';
import { evaluateStanding } from '../../scoring/evaluate.js';
import type { Scheme } from '../../scoring/scheme.js';
import { unique } from './behind.js';
import { allOf, both, type Change, type Direction, reversed, towards } from './change.js';
import { joined } from './choice.js';
import type { Comparison } from './comparison.js';
import { condensed } from './condensed.js';
import { changeAt, isSame, paired } from './fieldChanges.js';
import { behindScheme } from './levelSweep.js';
import { overrideStep } from './overrideStep.js';
import { type Studied, someChoices, studied, variablesIn, wholeEntity } from './sweep.js';
import { termChanges } from './termChanges.js';
import { totalsOf } from './totals.js';
import { variablesOf } from './variables.js';

/** The changes between two schemes, each with its direction, and the direction of all together. */
export function diffSchemes(
  a: Scheme,
  b: Scheme,
  limit: number,
): { changes: Change[]; overall: Comparison } {
  const asOf = b.from;
  const variables = variablesOf([a, b], asOf);
  const before = studied(compileScheme(a), variables, asOf, limit);
  const after = studied(compileScheme(b), variables, asOf, limit);
  const whole = compareLevels(before, after);
  const changes = [
    ...termChanges(before, after),
    ...endChanges(a, b),
    ...bandChanges(before, after),
    ...ruleChanges(a, b, whole),
  ];
  const parts = allOf(changes.map(({ direction }) => direction));
  // Sums, ends and bands never turn round, so changes that all go one way stay on that way together.
  const isSummed = a.bands !== undefined && b.bands !== undefined && isSame(a.values, b.values);
  const fallback = isSummed && parts !== 'mixed' ? parts : 'undecided';
  return {
    changes,
    overall: whole.direction === 'undecided' ? { ...whole, direction: fallback } : whole,
  };
}

/** Compares the answers to every combination, statuses aside. */
function compareLevels(before: Studied, after: Studied): Comparison {
  const [a, b] = [before.at.compiled, after.at.compiled];
  const names = unique([...behindScheme(a.scheme), ...behindScheme(b.scheme)]);
  const variables = condensed([before, after], variablesIn(after, names));
  if (!isSame(a.levels, b.levels)) return { direction: 'undecided' };
  let direction = 'neutral' as Direction;
  const shown: Subject[] = [];
  const isTried = someChoices(variables, after.limit, (choices) => {
    const entity = joined(choices);
    const one = towards(standing(before.at, entity), standing(after.at, entity));
    const next = both(direction, one);
    if (next !== direction) shown.push(wholeEntity(after, choices, names));
    direction = next;
    return direction === 'mixed';
  });
  const [counterexample, against] = shown;
  // Where not everybody was tried, only a difference either way is an answer; who shows one is told.
  const isWhole = isTried && variables.every((one) => one.isWhole);
  return {
    direction: isWhole || direction === 'mixed' ? direction : 'undecided',
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(against === undefined ? {} : { against }),
  };
}

/** The level from the best; a status is better than any, and NaN is no answer. */
function standing(at: SchemeAt, entity: Subject): number {
  const score = evaluateStanding(at, entity);
  if ('status' in score) return -1;
  return 'units' in score ? score.level : Number.NaN;
}

/** The start and the ends of parts and of the total: more points are worse or better throughout. */
function endChanges(a: Scheme, b: Scheme): Change[] {
  const strict = (before: unknown, after: unknown, open: number): Direction => {
    const step = towards(Number(before ?? open), Number(after ?? open));
    return b.direction === 'more-is-worse' ? step : reversed(step);
  };
  const ends = (x: object | undefined, y: object | undefined): Direction => {
    const [from, to] = [x, y] as readonly ({ min?: unknown; max?: unknown } | undefined)[];
    return both(strict(from?.min, to?.min, -Infinity), strict(from?.max, to?.max, Infinity));
  };
  return [
    changeAt(['start'], a.start, b.start, strict(a.start, b.start, 0)),
    changeAt(['total'], a.total, b.total, ends(a.total, b.total)),
    // No answer hangs on it: it says which way bands and points are meant to go.
    changeAt(['direction'], a.direction, b.direction, 'neutral'),
    changeAt(['places'], a.places, b.places, 'neutral'),
    ...paired(a.parts ?? [], b.parts ?? [], ({ id }) => id).map(({ a: x, b: y, place }) =>
      changeAt(['parts', place], x, y, ends(x, y)),
    ),
  ].filter((one) => one !== undefined);
}

/** Bands are compared at every total between their edges; an entity of the second scheme shows it. */
function bandChanges(before: Studied, after: Studied): Change[] {
  const [a, b] = [before.at.compiled.scheme, after.at.compiled.scheme];
  if (isSame(a.bands, b.bands)) return [];
  const path = ['bands'] as const;
  const isAlike =
    isSame(bestFirst(a.scale), bestFirst(b.scale)) &&
    a.bandsOn === b.bandsOn &&
    a.bandsOn === undefined;
  if (a.bands === undefined || b.bands === undefined || !isAlike) {
    return [changeAt(path, a.bands, b.bands, 'undecided')].filter((one) => one !== undefined);
  }
  const places = Math.max(a.places, b.places);
  const levels = bestFirst(b.scale);
  const [low, high] = [edgesOf(a.bands ?? [], places), edgesOf(b.bands ?? [], places)];
  const levelIn = (bands: Scheme['bands'], edges: readonly number[], units: number): number =>
    levels.indexOf(bands?.[binOf(edges, units)]?.level ?? '');
  const step = (units: number): Direction =>
    towards(levelIn(a.bands, low, units), levelIn(b.bands, high, units));
  const { total } = totalsOf(after);
  const factor = 10 ** (places - b.places);
  const totals = total?.isWhole === true ? total.points.map((units) => units * factor) : undefined;
  const tried =
    totals ?? unique([...low, ...high].flatMap((edge) => [edge - 1, edge])).filter(Number.isFinite);
  const shown = total?.points.findIndex((units) => step(units * factor) !== 'neutral') ?? -1;
  const choices = shown < 0 ? [] : (total?.choicesAt(shown) ?? []);
  const names = choices.flatMap((one) => Object.keys(one.facts ?? one));
  const entity = shown < 0 ? undefined : wholeEntity(after, choices, names);
  return [changeAt(path, a.bands, b.bands, allOf(tried.map(step)), entity)].filter(
    (one) => one !== undefined,
  );
}

/** What cannot be judged by itself is judged by everybody's answers, where these can be tried. */
function ruleChanges(a: Scheme, b: Scheme, whole: Comparison): Change[] {
  const say = (path: Change['path'], x: unknown, y: unknown): Change | undefined =>
    changeAt(path, x, y, whole.direction, whole.counterexample);
  const named = ['values', 'statuses'] as const;
  const inputs = unique([...Object.keys(a.inputs), ...Object.keys(b.inputs)]);
  return [
    ...named.flatMap((name) =>
      paired<{ readonly id: string }>(a[name] ?? [], b[name] ?? [], ({ id }) => id).map(
        ({ a: x, b: y, place }) => say([name, place], x, y),
      ),
    ),
    ...paired(a.overrides ?? [], b.overrides ?? [], ({ id }) => id).map(({ a: x, b: y, place }) => {
      const step = x && y && overrideStep(x, y, b);
      return step === undefined
        ? say(['overrides', place], x, y)
        : changeAt(['overrides', place], x, y, step);
    }),
    // The first status that holds is the one, and overrides act on each other's levels.
    ...(['statuses', 'overrides'] as const).map((name) =>
      say([name], order(a[name], b[name]), order(b[name], a[name])),
    ),
    ...inputs.map((name) => say(['inputs', name], a.inputs[name], b.inputs[name])),
    say(['gates'], a.gates, b.gates),
    say(['levelFrom'], a.levelFrom, b.levelFrom),
    say(['bandsOn'], a.bandsOn, b.bandsOn),
    changeAt(['scale'], a.scale, b.scale, 'undecided'),
    changeAt(['invariants'], a.invariants, b.invariants, 'neutral'),
  ].filter((one) => one !== undefined);
}

/** The order of the rules that another list has too. */
function order(list: readonly Named[] = [], other: readonly Named[] = []): readonly string[] {
  return list.map(({ id }) => id).filter((id) => other.some((one) => one.id === id));
}

interface Named {
  readonly id: string;
}

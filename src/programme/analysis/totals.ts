import type { CompiledTerm } from '../../scoring/compile.js';
import type { EventBounds } from '../../scoring/constructs/compiledEvents.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import { evaluateTerm } from '../../scoring/evaluate.js';
import { type Attainable, attainable, held, sumOf } from './attainable.js';
import { behindTerm } from './behind.js';
import { type Choice, joined } from './choice.js';
import { eventSums } from './eventSums.js';
import {
  combinations,
  eachChoice,
  isTriedWhole,
  namesOfTerm,
  narrowed,
  type Studied,
  variablesIn,
  viewOf,
} from './sweep.js';

/** What the terms of a scheme can give: together, by part, and in the whole. */
export interface Totals {
  /** For each part the sum of its terms, before its ends hold it. */
  readonly parts: readonly (Attainable | undefined)[];
  /** The sum before the ends of the total hold it. */
  readonly free: Attainable | undefined;
  /** The score. */
  readonly total: Attainable | undefined;
}

/** The most places a table of totals may have, all steps together. */
const MOST_PLACES = 40_000_000;

/**
 * Every total a scheme can give, exact where nothing couples its terms but shared inputs within one
 * part: terms that share an input are tried together, then sums are made part by part.
 */
export function totalsOf(study: Studied): Totals {
  const { compiled } = study.at;
  const groups = groupsOf(study);
  const inPart = (part: number): readonly (Attainable | undefined)[] =>
    groups
      .filter((one) => one.part === part)
      .map(({ terms, isShared }) => pointsOf(study, terms, isShared));
  const parts = compiled.parts.map((_, part) => sum(inPart(part)));
  const heldParts = parts.map((one, i) => {
    const { min, max } = compiled.parts[i] as { min: number; max: number };
    return one && held(one, min, max);
  });
  const start = attainable([[compiled.start, () => []]], { isWhole: true, isTight: true });
  const free = sum([start, ...inPart(-1), ...heldParts]);
  return { parts, free, total: free && held(free, compiled.total.min, compiled.total.max) };
}

function sum(list: readonly (Attainable | undefined)[]): Attainable | undefined {
  const known = list.filter((one) => one !== undefined);
  return known.length < list.length ? undefined : sumOf(known, MOST_PLACES);
}

/** Terms of one part that hang together by an input. */
interface Group {
  readonly part: number;
  readonly terms: readonly number[];
  /** Whether another part reads an input of theirs, or another term counts the same events. */
  readonly isShared: boolean;
}

function groupsOf({ at }: Studied): readonly Group[] {
  const { scheme, partOf, terms } = at.compiled;
  const reads = scheme.terms.map((term) => new Set(behindTerm(scheme, term)));
  const meet = (a: number, b: number): boolean =>
    [...(reads[a] as Set<string>)].some((name) => reads[b]?.has(name));
  const groups: { part: number; terms: number[]; isShared: boolean }[] = [];
  terms.forEach((term, i) => {
    const part = partOf[i] as number;
    const others = terms.map((_, k) => k).filter((k) => k !== i && meet(i, k));
    const isShared = others.some((k) => partOf[k] !== part || terms[k]?.kind === 'events');
    const joins = groups.filter(
      (group) =>
        term.kind !== 'events' &&
        group.part === part &&
        group.terms.some((k) => terms[k]?.kind !== 'events' && meet(i, k)),
    );
    const merged = {
      part,
      terms: [...joins.flatMap((group) => group.terms), i],
      isShared: isShared || joins.some((group) => group.isShared),
    };
    for (const group of joins) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  });
  return groups;
}

/** The points terms can give together; undefined where there are too many combinations to try. */
export function pointsOf(
  study: Studied,
  terms: readonly number[],
  isShared = false,
): Attainable | undefined {
  const { compiled, bounds } = study.at;
  const [only] = terms.map((i) => compiled.terms[i] as CompiledTerm);
  if (only?.kind === 'events') {
    const i = terms[0] as number;
    const sums = eventSums(only, bounds[i] as EventBounds, mostPoints(study));
    return { ...sums, isTight: sums.isTight && !isShared };
  }
  const names = terms.flatMap((i) =>
    behindTerm(compiled.scheme, compiled.scheme.terms[i] as Construct),
  );
  const variables = variablesIn(study, [...new Set(names)]);
  if (combinations(variables) > study.limit) return undefined;
  const own = terms.map((i) => compiled.scheme.terms[i] as Construct);
  const at = narrowed(study.at, own.flatMap(namesOfTerm));
  const found: [number, () => readonly Choice[]][] = [];
  eachChoice(variables, (choices) => {
    const view = viewOf(at, joined(choices));
    const points = terms.reduce(
      (sum, i) => sum + evaluateTerm(compiled.terms[i] as CompiledTerm, view, bounds[i]),
      0,
    );
    if (view.issues.length === 0) found.push([points, () => choices]);
    return undefined;
  });
  return attainable(found, { isWhole: isTriedWhole(study, variables), isTight: !isShared });
}

/** Beyond these points no bound of the scheme tells sums apart. */
export function mostPoints({ at: { compiled } }: Studied): number {
  const ends = [
    ...compiled.edges,
    ...compiled.parts.flatMap(({ min, max }) => [min, max]),
    ...[compiled.total.min, compiled.total.max, compiled.start],
  ].filter(Number.isFinite);
  return ends.reduce((sum, end) => sum + Math.abs(end), 10 ** compiled.scheme.places);
}

import { type Condition, eventKindsOf, fieldsOf } from '../../register/condition.js';
import type { CompiledTerm } from '../../scoring/compile.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import type { EventBounds } from '../../scoring/constructs/events.js';
import { evaluateTerm } from '../../scoring/evaluate.js';
import type { Scheme } from '../../scoring/scheme.js';
import { behindName, behindTerm, eventsOf, listOf, listsOf, unique } from './behind.js';
import { type Choice, joined, type Variable } from './choice.js';
import { eventSums } from './eventSums.js';
import { isSame } from './fieldChanges.js';
import { combinations, eachChoice, namesOfTerm, narrowed, type Studied, viewOf } from './sweep.js';
import { mostPoints } from './totals.js';

/** The name of a variable that stands for all the points it can give. */
export const POINTS = 'points';

/** So few combinations are tried one by one, where inputs can be named. */
const FEW = 2000;

/** One sum of points, scheme by scheme and part by part, and who has it. */
interface Sum {
  readonly units: readonly number[];
  readonly choices: readonly Choice[];
}

interface Sums {
  readonly sums: readonly Sum[];
  /** The places of `units` that are not 0 throughout. */
  readonly places: readonly number[];
  readonly isWhole: boolean;
}

/**
 * The variables of schemes with those that only add points put together to one, which has a choice
 * for every sum they can give: whoever has the same points in every part is answered the same.
 *
 * @param studies - one scheme, or two to be compared
 */
export function condensed(studies: readonly Studied[], variables: readonly Variable[]): Variable[] {
  const [{ limit }] = studies as [Studied];
  if (combinations(variables) <= FEW) return [...variables];
  const held = new Set(studies.flatMap(({ at }) => askedBeside(at.compiled.scheme)));
  const kept: Variable[] = [];
  const free: Sums[] = [];
  const keptPlaces = placesOf(studies, readersOfNone(studies, variables));
  for (const group of componentsOf(studies, variables)) {
    const own = readersIn(studies, group);
    const isFree = group.every(({ name }) => !held.has(name));
    const sums = isFree ? sumsOf(studies, group, own) : undefined;
    if (sums === undefined) {
      kept.push(...group);
      keptPlaces.push(...placesOf(studies, own));
    } else free.push(sums);
  }
  const ends = endsOf(studies);
  // Terms of one part first: once all are together its ends hold their sum, and few sums are left.
  const keys = unique(free.map(({ places }) => places.join()));
  const parts = keys.flatMap((key) =>
    merged(
      free.filter(({ places }) => places.join() === key),
      limit,
    ),
  );
  const heldParts = parts.map((one) => {
    const others = [...parts.filter((other) => other !== one).flatMap(({ places }) => places)];
    const isOpen = (place: number): boolean => others.includes(place) || keptPlaces.includes(place);
    return heldAt(one, ends, isOpen);
  });
  return [...kept, ...merged(heldParts, limit).map(variableOf)];
}

/** Sums put together as far as there are not too many. */
function merged(list: readonly Sums[], limit: number): Sums[] {
  const all: Sums[] = [];
  for (const one of list) {
    const before = all.pop();
    const both = before === undefined ? one : plus(before, one, limit);
    if (both !== undefined) all.push(both);
    else all.push(before as Sums, one);
  }
  return all;
}

/** What conditions, statuses and the way to the level ask for themselves, the total aside. */
function askedBeside(scheme: Scheme): readonly string[] {
  const conditions: Condition[] = [
    ...(scheme.statuses ?? []).map(({ when }) => when),
    ...(scheme.gates ?? []).flatMap(({ all = [], any = [] }) => [...all, ...any]),
    ...(scheme.overrides ?? []).map(({ when }) => when),
  ];
  const names = [
    ...conditions.flatMap(fieldsOf).filter((field) => field !== 'total' && field !== 'list'),
    ...[scheme.levelFrom, scheme.bandsOn].filter((name) => name !== undefined),
    ...(scheme.overrides ?? []).flatMap(({ evidence = [] }) => evidence),
  ];
  return [
    ...names.flatMap((name) => behindName(scheme, name)),
    ...conditions.flatMap(listsOf).map(listOf),
    ...conditions.flatMap(eventKindsOf).map(eventsOf),
  ];
}

/** Variables that a term or a value reads together, directly or by way of others. */
function componentsOf(studies: readonly Studied[], variables: readonly Variable[]): Variable[][] {
  const readers = studies.flatMap(({ at: { compiled } }) => [
    ...compiled.scheme.terms.map((term) => behindTerm(compiled.scheme, term)),
    ...(compiled.scheme.values ?? []).map(({ id }) => behindName(compiled.scheme, id)),
  ]);
  let groups = variables.map((one) => [one]);
  for (const names of readers) {
    const isRead = (group: readonly Variable[]): boolean =>
      group.some(({ name }) => names.includes(name));
    const joint = groups.filter(isRead);
    if (joint.length < 2) continue;
    groups = [...groups.filter((group) => !isRead(group)), joint.flat()];
  }
  return groups;
}

/** So many combinations of one group are tried. */
const MOST_TRIED = 20_000;

/** The terms and values of each scheme that read a group. */
interface Readers {
  readonly terms: readonly number[];
  readonly values: readonly string[];
}

function readersIn(studies: readonly Studied[], group: readonly Variable[]): Readers[] {
  const names = new Set(group.map(({ name }) => name));
  return studies.map(({ at: { compiled } }) => ({
    terms: compiled.scheme.terms.flatMap((term, i) =>
      behindTerm(compiled.scheme, term).some((name) => names.has(name)) ? [i] : [],
    ),
    values: (compiled.scheme.values ?? []).flatMap(({ id }) =>
      behindName(compiled.scheme, id).some((name) => names.has(name)) ? [id] : [],
    ),
  }));
}

/** Terms that hang on no variable, so that their points are always the same. */
function readersOfNone(studies: readonly Studied[], variables: readonly Variable[]): Readers[] {
  const names = new Set(variables.map(({ name }) => name));
  return studies.map(({ at: { compiled } }) => ({
    terms: compiled.scheme.terms.flatMap((term, i) =>
      behindTerm(compiled.scheme, term).some((name) => names.has(name)) ? [] : [i],
    ),
    values: [],
  }));
}

/** A place for each scheme's terms without a part and for each of its parts, one scheme after the other. */
function placesOf(studies: readonly Studied[], own: readonly Readers[]): number[] {
  let first = 0;
  const places = studies.flatMap(({ at: { compiled } }, s) => {
    const begun = first;
    first += compiled.parts.length + 1;
    const { terms } = own[s] as Readers;
    return terms.map((i) => begun + 1 + (compiled.partOf[i] as number));
  });
  return unique(places).sort((a, b) => a - b);
}

function sumsOf(
  studies: readonly Studied[],
  group: readonly Variable[],
  own: readonly Readers[],
): Sums | undefined {
  const events = eventSumsOf(studies, own);
  if (events !== undefined) return events;
  if (combinations(group) > MOST_TRIED) return undefined;
  const opened = studies.map((study, s) => {
    const { terms, values } = own[s] as Readers;
    const read = terms.flatMap((i) => namesOfTerm(termAt(study, i)));
    return { ...study, at: narrowed(study.at, [...read, ...values]) };
  });
  const found = new Map<string, Sum>();
  eachChoice(group, (choices) => {
    const entity = joined(choices);
    const units: number[] = [];
    for (const [s, { at }] of opened.entries()) {
      const view = viewOf(at, entity);
      const sums = partsOf(at.compiled.parts.length);
      for (const i of (own[s] as Readers).terms) {
        const part = (at.compiled.partOf[i] as number) + 1;
        const points = evaluateTerm(at.compiled.terms[i] as CompiledTerm, view, at.bounds[i]);
        sums[part] = (sums[part] as number) + points;
      }
      if (view.issues.length > 0) return undefined;
      units.push(...sums);
    }
    const key = units.join();
    if (!found.has(key)) found.set(key, { units, choices });
    return undefined;
  });
  return {
    sums: [...found.values()],
    places: placesOf(studies, own),
    isWhole: group.every(({ isWhole }) => isWhole),
  };
}

/** What the terms of a group can give where it is events alone, and all schemes count them alike. */
function eventSumsOf(studies: readonly Studied[], own: readonly Readers[]): Sums | undefined {
  const [first] = studies as [Studied];
  const terms = own.map(({ terms: [i], ...more }, s) =>
    i === undefined || more.values.length > 0 ? undefined : termAt(studies[s] as Studied, i),
  );
  const isOne =
    own.every((one) => one.terms.length === 1) &&
    terms.every((term) => term?.kind === 'events' && isSame(term, terms[0])) &&
    studies.every(({ at }) => at.compiled.scheme.places === first.at.compiled.scheme.places);
  if (!isOne) return undefined;
  const i = own[0]?.terms[0] as number;
  const term = first.at.compiled.terms[i];
  if (term?.kind !== 'events' || term.select !== undefined) return undefined;
  const most = Math.max(...studies.map(mostPoints));
  const { points, choicesAt, isWhole } = eventSums(term, first.at.bounds[i] as EventBounds, most);
  if (!isWhole) return undefined;
  const sums = points.map((units, place): Sum => {
    const all = studies.flatMap(({ at: { compiled } }, s) => {
      const parts = partsOf(compiled.parts.length);
      parts[(compiled.partOf[own[s]?.terms[0] as number] as number) + 1] = units;
      return parts;
    });
    return { units: all, choices: choicesAt(place) };
  });
  return { sums, places: placesOf(studies, own), isWhole };
}

const termAt = ({ at }: Studied, i: number): Construct => at.compiled.scheme.terms[i] as Construct;

/** Nothing yet in no part, then in each. */
const partsOf = (count: number): number[] => Array.from({ length: count + 1 }, () => 0);

/** Every sum of one of each; undefined where these are too many. */
function plus(a: Sums, b: Sums, limit: number): Sums | undefined {
  if (a.sums.length * b.sums.length > limit * 5) return undefined;
  const places = unique([...a.places, ...b.places]).sort((x, y) => x - y);
  const keyOf = keyAt(distinct(places, [...a.sums, ...b.sums]));
  const found = new Map<string | number, Sum>();
  for (const one of a.sums) {
    for (const other of b.sums) {
      const units = one.units.map((points, i) => points + (other.units[i] as number));
      const key = keyOf(units);
      if (!found.has(key)) found.set(key, { units, choices: [...one.choices, ...other.choices] });
    }
    if (found.size > limit / 5) return undefined;
  }
  return { sums: [...found.values()], places, isWhole: a.isWhole && b.isWhole };
}

/** Places that are not always the same as an earlier one, as those of two schemes mostly are. */
function distinct(places: readonly number[], sums: readonly Sum[]): number[] {
  return places.filter(
    (place, i) =>
      !places.slice(0, i).some((other) => sums.every(({ units }) => units[place] === units[other])),
  );
}

/** What tells sums apart: the number itself where only one place is not 0. */
function keyAt(places: readonly number[]): (units: readonly number[]) => string | number {
  const [only, ...more] = places;
  if (only !== undefined && more.length === 0) return (units) => units[only] as number;
  return (units) => places.map((place) => units[place]).join();
}

/** The ends of each place, and the place its sum goes to once they hold it. */
interface End {
  readonly min: number;
  readonly max: number;
  readonly to: number;
}

function endsOf(studies: readonly Studied[]): End[] {
  let first = 0;
  return studies.flatMap(({ at: { compiled } }) => {
    const to = first;
    first += compiled.parts.length + 1;
    return [
      { min: -Infinity, max: Infinity, to },
      ...compiled.parts.map((ends) => ({ ...ends, to })),
    ];
  });
}

/** Sums of whole parts held between the ends of these, and no longer told apart by part. */
function heldAt(
  { sums, places, isWhole }: Sums,
  ends: readonly End[],
  isOpen: (place: number) => boolean,
): Sums {
  const closed = places.filter((place) => !isOpen(place) && ends[place]?.to !== place);
  const left = unique([
    ...places.filter((place) => !closed.includes(place)),
    ...closed.map((place) => (ends[place] as End).to),
  ]).sort((a, b) => a - b);
  const keyOf = keyAt(left);
  const found = new Map<string | number, Sum>();
  for (const { units, choices } of sums) {
    const next = [...units];
    for (const place of closed) {
      const { min, max, to } = ends[place] as End;
      next[place] = 0;
      next[to] = (next[to] as number) + Math.min(max, Math.max(min, units[place] as number));
    }
    const key = keyOf(next);
    if (!found.has(key)) found.set(key, { units: next, choices });
  }
  return { sums: [...found.values()], places: left, isWhole };
}

function variableOf({ sums, isWhole }: Sums): Variable {
  const total = ({ units }: Sum): number => units.reduce((sum, one) => sum + one, 0);
  const ordered = [...sums].sort((a, b) => total(a) - total(b));
  return { name: POINTS, choices: ordered.map(({ choices }) => joined(choices)), isWhole };
}

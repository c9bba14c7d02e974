import type { CompiledTerm } from '../../scoring/compile.js';
import type { EventBounds } from '../../scoring/constructs/compiledEvents.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import { evaluateTerm } from '../../scoring/evaluate.js';
import { unique } from './behind.js';
import { joined, type Variable } from './choice.js';
import { eventSums } from './eventSums.js';
import { isSame } from './fieldChanges.js';
import { endsOf, heldAt, merged, type Sum, type Sums } from './pointSums.js';
import {
  askedBeside,
  componentsOf,
  placesOf,
  type Readers,
  readersIn,
  readersOfNone,
} from './readers.js';
import { combinations, eachChoice, namesOfTerm, narrowed, type Studied, viewOf } from './sweep.js';
import { mostPoints } from './totals.js';

/** The name of a variable that stands for all the points it can give. */
export const POINTS = 'points';

/** So few combinations are tried one by one, where inputs can be named. */
const FEW = 2000;

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

/** So many combinations of one group are tried. */
const MOST_TRIED = 20_000;

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

function variableOf({ sums, isWhole }: Sums): Variable {
  const total = ({ units }: Sum): number => units.reduce((sum, one) => sum + one, 0);
  const ordered = [...sums].sort((a, b) => total(a) - total(b));
  return { name: POINTS, choices: ordered.map(({ choices }) => joined(choices)), isWhole };
}

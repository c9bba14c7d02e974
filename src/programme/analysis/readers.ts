import { type Condition, eventKindsOf, fieldsOf } from '../../register/condition.js';
import type { Scheme } from '../../scoring/scheme.js';
import { behindName, behindTerm, eventsOf, listOf, listsOf, unique } from './behind.js';
import type { Variable } from './choice.js';
import type { Studied } from './sweep.js';

/** The terms and values of each scheme that read a group. */
export interface Readers {
  readonly terms: readonly number[];
  readonly values: readonly string[];
}

/** Which terms and values of each scheme read some variable of a group. */
export function readersIn(studies: readonly Studied[], group: readonly Variable[]): Readers[] {
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
export function readersOfNone(
  studies: readonly Studied[],
  variables: readonly Variable[],
): Readers[] {
  const names = new Set(variables.map(({ name }) => name));
  return studies.map(({ at: { compiled } }) => ({
    terms: compiled.scheme.terms.flatMap((term, i) =>
      behindTerm(compiled.scheme, term).some((name) => names.has(name)) ? [] : [i],
    ),
    values: [],
  }));
}

/** A place for each scheme's terms without a part and for each of its parts, one scheme after the other. */
export function placesOf(studies: readonly Studied[], own: readonly Readers[]): number[] {
  let first = 0;
  const places = studies.flatMap(({ at: { compiled } }, s) => {
    const begun = first;
    first += compiled.parts.length + 1;
    const { terms } = own[s] as Readers;
    return terms.map((i) => begun + 1 + (compiled.partOf[i] as number));
  });
  return unique(places).sort((a, b) => a - b);
}

/** Variables that a term or a value reads together, directly or by way of others. */
export function componentsOf(
  studies: readonly Studied[],
  variables: readonly Variable[],
): Variable[][] {
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

/** What conditions, statuses and the way to the level ask for themselves, the total aside. */
export function askedBeside(scheme: Scheme): readonly string[] {
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

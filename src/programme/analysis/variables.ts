import { addDays, addPeriod, type Day, isDay } from '../../core/day.js';
import type { Condition, EventAggregate } from '../../register/condition.js';
import { fieldsOf } from '../../register/condition.js';
import type { Event, Fact } from '../../register/nouns.js';
import { edgesOf } from '../../scoring/constructs/edges.js';
import { compileInput } from '../../scoring/inputs.js';
import type { Scheme } from '../../scoring/scheme.js';
import { conditionsOf, schemeKinds } from '../../scoring/schemeKinds.js';
import { readsOfValue } from '../../scoring/valueReads.js';
import { changedValues, isComputedWith } from '../changedValues.js';
import { eventsOf, listOf, listsOf, unique } from './behind.js';
import type { Choice, Variable } from './choice.js';

/**
 * Everything schemes ask of an entity, each with one choice for every stretch they all treat alike.
 *
 * Numbers are cut at every bound; a number that enters a computation has all its values, as far as
 * there are at most a thousand. Codes have every entry and one that none has.
 */
export function variablesOf(schemes: readonly Scheme[], asOf: Day): ReadonlyMap<string, Variable> {
  const conditions = schemes.flatMap(conditionsOf);
  const variables = [
    ...unique(schemes.flatMap(({ inputs }) => Object.keys(inputs))).flatMap((name) =>
      ofInput(schemes, name, asOf),
    ),
    ...ofFields(schemes, conditions, asOf),
    ...unique(conditions.flatMap(listsOf)).map((list) => ({
      name: listOf(list),
      choices: [{ lists: [] }, { lists: [list] }],
      isWhole: true,
    })),
    ...unique(schemes.flatMap((scheme) => [...schemeKinds(scheme)])).map((kind) =>
      ofEvents(schemes, conditions, kind, asOf),
    ),
  ];
  return new Map(variables.map((one) => [one.name, one]));
}

function ofInput(schemes: readonly Scheme[], name: string, asOf: Day): Variable[] {
  const types = schemes.flatMap(({ inputs }) => inputs[name]?.type ?? []);
  if (types.includes('full-years')) return [];
  const facts = types.includes('day')
    ? daysOf(schemes, name, asOf)
    : unique(
        schemes.flatMap((scheme): readonly Fact[] =>
          scheme.inputs[name]?.type === 'code'
            ? codesOf(scheme, name)
            : changedValues(scheme, name, NOBODY),
        ),
      );
  const choices = facts.map((fact): Choice => ({ facts: { [name]: fact } }));
  const isWhole = schemes.every((scheme) => isTriedWhole(scheme, name));
  const gaps = schemes.some((scheme) => mayBeMissing(scheme, name)) ? [{}] : [];
  return [{ name, choices: [...choices, ...gaps], isWhole }];
}

const NOBODY = { facts: {}, events: [], lists: [] };

/** So many values of a number that enters a computation are tried one by one. */
const MOST_TRIED = 1000;

function isTriedWhole(scheme: Scheme, name: string): boolean {
  const input = scheme.inputs[name];
  if (input === undefined) return true;
  if (input.type === 'day') {
    return !Object.entries(scheme.inputs).some(
      ([other, one]) =>
        one.type === 'full-years' && one.since === name && isComputedWith(scheme, other),
    );
  }
  if (input.type !== 'integer' && input.type !== 'decimal') return true;
  const { closed, min, max } = compileInput(name, input);
  return closed !== undefined || !isComputedWith(scheme, name) || max - min <= MOST_TRIED;
}

/** Whether a rule has something to say where the input is not known. */
function mayBeMissing(scheme: Scheme, name: string): boolean {
  const names = readersOf(scheme, name);
  const asks = (condition: Condition): boolean => fieldsOf(condition).some((one) => names.has(one));
  return (
    scheme.terms.some(
      (term) =>
        'missing' in term &&
        term.missing !== 'refuse' &&
        (term.kind === 'conditional' ? asks(term.when) : names.has(term.input)),
    ) ||
    (scheme.values ?? []).some(
      (value) =>
        'missing' in value &&
        value.missing !== 'refuse' &&
        readsOfValue(value).some((read) => names.has(read.name)),
    ) ||
    [...(scheme.overrides ?? []), ...(scheme.statuses ?? [])].some(
      ({ missing, when }) => asks(when) && (missing !== undefined || asksExistence(when, name)),
    ) ||
    (scheme.gates ?? []).some(
      ({ missing, all = [], any = [] }) => missing === 'skip' && [...all, ...any].some(asks),
    )
  );
}

/** The input with everything that is worked out from it. */
function readersOf({ inputs, values = [] }: Scheme, name: string): ReadonlySet<string> {
  const names = new Set([name]);
  for (const [other, input] of Object.entries(inputs)) {
    if (input.type === 'full-years' && input.since === name) names.add(other);
  }
  for (const value of values) {
    if (readsOfValue(value).some((read) => names.has(read.name))) names.add(value.id);
  }
  return names;
}

function asksExistence(condition: Condition, name: string): boolean {
  if ('all' in condition) return condition.all.some((one) => asksExistence(one, name));
  if ('any' in condition) return condition.any.some((one) => asksExistence(one, name));
  if ('not' in condition) return asksExistence(condition.not, name);
  return 'exists' in condition && condition.field === name;
}

/** Every code a scheme names, and one it does not. */
function codesOf(scheme: Scheme, name: string): readonly string[] {
  const entries = scheme.terms.flatMap((term) =>
    term.kind === 'lookup' && term.input === name ? Object.keys(term.table) : [],
  );
  const named = conditionsOf(scheme)
    .flatMap((one) => factsIn(one, name))
    .map(String);
  const known = unique([...entries, ...named]);
  const other = [...'0123456789XYZ'].find((code) => !known.some((one) => one.startsWith(code)));
  return [...known, other ?? '~'];
}

/** So many full years that enter a computation are tried one by one. */
const MOST_YEARS = 40;

/** Days before the day of the answer by which full years turn, and the days conditions name. */
function daysOf(schemes: readonly Scheme[], field: string, asOf: Day): readonly Day[] {
  const years = new Set([0]);
  for (const scheme of schemes) {
    const { inputs, terms, values = [] } = scheme;
    for (const [name, input] of Object.entries(inputs)) {
      if (input.type !== 'full-years' || input.since !== field) continue;
      const bins = [
        ...terms.flatMap((term) =>
          term.kind === 'bins' && term.input === name ? [term.bins] : [],
        ),
        ...values.flatMap((value) =>
          value.kind === 'table'
            ? value.axes.flatMap((one) => (one.input === name ? [one.bins ?? []] : []))
            : [],
        ),
      ];
      for (const edge of bins.flatMap((list) => edgesOf(list, 0))) {
        if (edge > 0 && edge < 500) years.add(edge).add(edge - 1);
      }
      if (isComputedWith(scheme, name)) {
        for (let count = 0; count <= MOST_YEARS; count++) years.add(count);
      }
    }
  }
  const named = schemes.flatMap(conditionsOf).flatMap((one) => factsIn(one, field));
  return unique([
    ...[...years].sort((a, b) => a - b).map((count) => addPeriod(asOf, { years: count }, -1)),
    ...named.filter(isDay).flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]),
  ]);
}

/** `district`, `state`, `since` and `id`, where somebody asks for them. */
function ofFields(
  schemes: readonly Scheme[],
  conditions: readonly Condition[],
  asOf: Day,
): Variable[] {
  const counted = schemes.some(({ inputs }) =>
    Object.values(inputs).some((input) => input.type === 'full-years' && input.since === 'since'),
  );
  return (['district', 'state', 'since', 'id'] as const).flatMap((field): Variable[] => {
    const named = conditions.flatMap((one) => factsIn(one, field)).map(String);
    const isAsked = conditions.some((one) => fieldsOf(one).includes(field));
    if (!isAsked && !(field === 'since' && counted)) return [];
    const values =
      field === 'since'
        ? daysOf(schemes, field, asOf)
        : unique([...named, field === 'state' ? 'active' : 'elsewhere']);
    const choices = values.map((value): Choice => ({ [field]: value }));
    return [{ name: field, choices: [...choices, {}], isWhole: true }];
  });
}

/** What a condition compares a field with. */
function factsIn(condition: Condition, name: string): readonly Fact[] {
  if ('all' in condition) return condition.all.flatMap((one) => factsIn(one, name));
  if ('any' in condition) return condition.any.flatMap((one) => factsIn(one, name));
  if ('not' in condition) return factsIn(condition.not, name);
  if (!('field' in condition) || condition.field !== name) return [];
  if ('exists' in condition) return [];
  const { field: _, ...bounds } = condition;
  return Object.values(bounds).flat() as Fact[];
}

/** No event, and as many as a condition or a value makes a difference between. */
function ofEvents(
  schemes: readonly Scheme[],
  conditions: readonly Condition[],
  kind: string,
  asOf: Day,
): Variable {
  const counts = new Set([0, 1]);
  for (const { kinds, atLeast, atMost } of conditions.flatMap(aggregatesOf)) {
    if (!kinds.includes(kind)) continue;
    if (atLeast !== undefined) counts.add(atLeast);
    if (atMost !== undefined) counts.add(atMost + 1);
  }
  const isCounted = schemes.some((scheme) =>
    (scheme.values ?? []).some(
      (value) =>
        (value.kind === 'count-events' && value.events.includes(kind)) ||
        (value.kind === 'sum-events' && value.effects.some(({ event }) => event === kind)),
    ),
  );
  if (isCounted) for (const count of [2, 3, 4]) counts.add(count);
  const choices = [...counts]
    .sort((a, b) => a - b)
    .filter((count) => count <= MOST_EVENTS)
    .map((count) => ({ events: Array.from({ length: count }, () => eventOf(kind, asOf)) }));
  return { name: eventsOf(kind), choices, isWhole: false };
}

const MOST_EVENTS = 50;

/** An event for a made-up entity. */
export function eventOf(kind: string, on: Day, isRepaired = false): Event {
  return { id: 'e', kind, on, ...(isRepaired ? { repairedOn: on } : {}), source: 'made up' };
}

function aggregatesOf(condition: Condition): readonly EventAggregate[] {
  if ('all' in condition) return condition.all.flatMap(aggregatesOf);
  if ('any' in condition) return condition.any.flatMap(aggregatesOf);
  if ('not' in condition) return aggregatesOf(condition.not);
  return 'events' in condition ? [condition.events] : [];
}

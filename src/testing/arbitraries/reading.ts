import type { Period } from '../../core/day.js';
import { sortedBy } from '../../core/order.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import type { Condition, EventAggregate, FieldCondition } from '../../register/condition.js';
import type { CompiledScheme, CompiledTerm } from '../../scoring/compile.js';
import { isRolling } from '../../scoring/constructs/eventWindow.js';
import type { CompiledInput } from '../../scoring/inputs.js';
import { conditionsOf } from '../../scoring/schemeKinds.js';

/** All that a programme reads of an entity on a day, out of every document that reads anything. */
export interface Reading {
  /** By name; schemes may share an input, each with its own domain. */
  readonly inputs: ReadonlyMap<string, readonly CompiledInput[]>;
  readonly terms: readonly CompiledTerm[];
  readonly fields: readonly FieldCondition[];
  readonly eventKinds: readonly string[];
  readonly periods: readonly Period[];
  readonly lists: readonly string[];
  /** Facts that say what an entity weighs in a draw. */
  readonly weights: readonly string[];
}

/** What an opened programme reads. */
export function readingOf(at: ProgrammeAt): Reading {
  const { weight } = at.sampling;
  return reading(
    [at.credit, ...at.risk.map((one) => one.at)].map(({ compiled }) => compiled),
    at.risk.flatMap(({ when }) => when ?? []),
    at.sampling.certain.map(({ list }) => list),
    weight !== undefined && 'fact' in weight ? [weight.fact] : [],
  );
}

/** What a scheme reads on its own. */
export function readingOfScheme(scheme: CompiledScheme): Reading {
  return reading([scheme], [], [], []);
}

function reading(
  schemes: readonly CompiledScheme[],
  further: readonly Condition[],
  lists: readonly string[],
  weights: readonly string[],
): Reading {
  const conditions = [...further, ...schemes.flatMap(({ scheme }) => conditionsOf(scheme))];
  const fields = conditions.flatMap(fieldConditions);
  const aggregates = conditions.flatMap(eventAggregates);
  const terms = schemes.flatMap((scheme) => scheme.terms);
  const events = [
    ...terms.filter((term) => term.kind === 'events'),
    ...schemes.flatMap(({ values = [] }) =>
      values.flatMap((value) => ('events' in value ? [value.events] : [])),
    ),
  ];
  return {
    inputs: inputsOf(schemes),
    terms,
    fields,
    eventKinds: distinct([
      ...events.flatMap(({ rows }) => [...rows.keys()]),
      ...aggregates.flatMap(({ kinds }) => kinds),
    ]),
    periods: [
      ...events.flatMap(({ window, steps }) => [...(isRolling(window) ? [window] : []), ...steps]),
      ...aggregates.flatMap(({ within }) => within ?? []),
    ],
    lists: distinct([...valuesOf(fields, 'list').map(String), ...lists]),
    weights,
  };
}

/** The values a field is compared with. */
export function valuesOf(
  fields: readonly FieldCondition[],
  name: string,
): (string | number | boolean)[] {
  return fields
    .filter(({ field }) => field === name)
    .flatMap((condition) =>
      Object.entries(condition)
        .filter(([key]) => key !== 'field' && key !== 'exists')
        .flatMap(([, value]) => value as string | number | boolean),
    );
}

function inputsOf(schemes: readonly CompiledScheme[]): Map<string, CompiledInput[]> {
  const inputs = new Map<string, CompiledInput[]>();
  for (const scheme of schemes) {
    for (const [name, input] of scheme.inputs) {
      if (!Object.hasOwn(scheme.scheme.inputs, name)) continue;
      inputs.set(name, [...(inputs.get(name) ?? []), input]);
    }
  }
  return inputs;
}

function fieldConditions(condition: Condition): FieldCondition[] {
  return leaves(condition).flatMap((leaf) => ('field' in leaf ? leaf : []));
}

function eventAggregates(condition: Condition): EventAggregate[] {
  return leaves(condition).flatMap((leaf) => ('events' in leaf ? leaf.events : []));
}

type Leaf = FieldCondition | { readonly events: EventAggregate };

function leaves(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  return 'not' in condition ? leaves(condition.not) : [condition];
}

const distinct = (list: readonly string[]): string[] => sortedBy(new Set(list), (one) => one);

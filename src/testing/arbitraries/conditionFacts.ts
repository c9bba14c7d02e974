import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays, type Day, isDay } from '../../core/day.js';
import type { Condition, FieldCondition } from '../../register/condition.js';
import type { Event, Fact } from '../../register/nouns.js';
import { arbitraryDay } from './day.js';

/**
 * Facts that conditions ask for: values on both sides of what they name, now and then none at all.
 * `district`, `state`, `since`, `id` and `list` are no facts.
 */
export function arbitraryFacts(
  conditions: readonly Condition[],
): fc.Arbitrary<Readonly<Record<string, Fact>>> {
  requireArgument('arbitraryFacts', 'conditions', conditions, ['object']);
  const values = new Map<string, Fact[]>();
  for (const one of conditions.flatMap(fieldConditions)) {
    if (OWN_FIELDS.includes(one.field)) continue;
    values.set(one.field, [...(values.get(one.field) ?? []), ...valuesOf(one)]);
  }
  const fields = Object.fromEntries(
    [...values].map(([field, some]) => [
      field,
      fc.option(fc.constantFrom<Fact>(...some, 'of-no-rule'), { nil: undefined, freq: 5 }),
    ]),
  );
  return fc
    .record(fields)
    .map(
      (all) =>
        Object.fromEntries(
          Object.entries(all).filter(([, value]) => value !== undefined),
        ) as Readonly<Record<string, Fact>>,
    );
}

/** Events of some kinds, and of one of no rule, within a year and a half of a day; some are known late. */
export function arbitraryEvents(
  kinds: readonly string[],
  asOf: Day,
  maxLength = 5,
): fc.Arbitrary<readonly Event[]> {
  requireArgument('arbitraryEvents', 'kinds', kinds, 'array');
  const one = fc.record({
    kind: fc.constantFrom(...kinds, 'of-no-rule'),
    on: fc.oneof(
      arbitraryDay({ from: addDays(asOf, -540), to: addDays(asOf, 20) }),
      arbitraryDay({ from: addDays(asOf, -35), to: asOf }),
    ),
    late: fc.constantFrom(0, 0, 0, 25),
  });
  return fc.array(one, { maxLength }).map((all) =>
    all.map(({ kind, on, late }, i) => ({
      id: `e${i}`,
      kind,
      on,
      ...(late === 0 ? {} : { knownOn: addDays(on, late) }),
      source: 'example',
    })),
  );
}

const OWN_FIELDS = ['district', 'state', 'since', 'id', 'list'];

function fieldConditions(condition: Condition): FieldCondition[] {
  if ('all' in condition) return condition.all.flatMap(fieldConditions);
  if ('any' in condition) return condition.any.flatMap(fieldConditions);
  if ('not' in condition) return fieldConditions(condition.not);
  return 'field' in condition ? [condition] : [];
}

function valuesOf(condition: FieldCondition): Fact[] {
  if ('eq' in condition) {
    return typeof condition.eq === 'boolean' ? [true, false] : [condition.eq];
  }
  if ('in' in condition) return [...condition.in];
  if ('under' in condition) return condition.under.map((code) => `${code}1`);
  if ('exists' in condition) return ['there'];
  const bounds =
    'between' in condition ? [...condition.between] : Object.values(condition).slice(1);
  return (bounds as readonly (number | Day)[]).flatMap((bound): Fact[] => {
    if (typeof bound === 'number') return [bound - 1, bound, bound + 1];
    return isDay(bound) ? [addDays(bound, -1), bound, addDays(bound, 1)] : [bound];
  });
}

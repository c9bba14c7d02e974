import type { Condition } from '../../register/condition.js';
import { eventKindsOf, fieldsOf } from '../../register/condition.js';
import type { Construct } from '../../scoring/constructs/construct.js';
import type { Scheme } from '../../scoring/scheme.js';
import { kindsOf } from '../../scoring/schemeKinds.js';
import { readsOfValue } from '../../scoring/valueReads.js';

/** The variable that stands for the events of a kind. */
export const eventsOf = (kind: string): string => `events:${kind}`;

/** The variable that stands for one list. */
export const listOf = (list: string): string => `list:${list}`;

/** The variables a name hangs on: an input's own, those of a value, those of the whole score. */
export function behindName(scheme: Scheme, name: string): readonly string[] {
  const input = Object.hasOwn(scheme.inputs, name) ? scheme.inputs[name] : undefined;
  if (input !== undefined) return [input.type === 'full-years' ? input.since : name];
  const value = scheme.values?.find(({ id }) => id === name);
  if (value !== undefined) {
    const conditions =
      value.kind === 'ladder' ? value.transitions.flatMap(({ requires }) => requires ?? []) : [];
    return unique([
      ...kindsOf(value).map(eventsOf),
      ...readsOfValue(value).flatMap((read) => behindName(scheme, read.name)),
      ...conditions.flatMap((one) => behindCondition(scheme, one)),
    ]);
  }
  if (name !== 'total') return [name];
  return unique(scheme.terms.flatMap((term) => behindTerm(scheme, term)));
}

/** The variables a condition hangs on. */
export function behindCondition(scheme: Scheme, condition: Condition): readonly string[] {
  return unique([
    ...fieldsOf(condition)
      .filter((field) => field !== 'list')
      .flatMap((field) => behindName(scheme, field)),
    ...listsOf(condition).map(listOf),
    ...eventKindsOf(condition).map(eventsOf),
  ]);
}

/** The variables a term hangs on. */
export function behindTerm(scheme: Scheme, term: Construct): readonly string[] {
  if (term.kind === 'conditional') return behindCondition(scheme, term.when);
  if (term.kind === 'events') return kindsOf(term).map(eventsOf);
  return behindName(scheme, term.input);
}

/** The lists a condition names; one that asks whether there is any names a list of its own. */
export function listsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(listsOf);
  if ('any' in condition) return condition.any.flatMap(listsOf);
  if ('not' in condition) return listsOf(condition.not);
  if (!('field' in condition) || condition.field !== 'list') return [];
  if ('eq' in condition) return [String(condition.eq)];
  return 'in' in condition ? condition.in.map(String) : ['any-list'];
}

export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

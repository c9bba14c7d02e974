import { errorAt, type Issue } from '../core/issue.js';
import { type Condition, eventKindsOf, fieldsOf } from '../register/condition.js';
import type { Scheme } from './scheme.js';

/** What a condition may ask for beside declared inputs and values. */
export const FIELDS = ['district', 'state', 'since', 'id', 'list'];

/** Fields nobody states; and full years, which terms count and conditions cannot read. */
export function conditionIssues(
  condition: Condition,
  { inputs, values = [] }: Scheme,
  path: Issue['path'],
  more: readonly string[] = [],
): Issue[] {
  const known = [...Object.keys(inputs), ...values.map(({ id }) => id), ...FIELDS, ...more];
  const expected = known.filter((name) => inputs[name]?.type !== 'full-years');
  return fieldsOf(condition)
    .filter((field) => !expected.includes(field))
    .map((given) =>
      errorAt(known.includes(given) ? 'input-type' : 'unknown-input', path, { given, expected }),
    );
}

/** A filter of events asks for the event's own values; it cannot count events. */
export function whereIssues(where: Condition, path: Issue['path']): Issue[] {
  return eventKindsOf(where).length === 0
    ? []
    : [errorAt('where-counts-events', path, { given: eventKindsOf(where) })];
}

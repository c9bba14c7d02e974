import { type Decimal, isDecimal, placesOf } from '../core/decimal.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { Condition } from '../register/condition.js';
import type { Construct, SchemeValue } from './constructs/construct.js';
import type { Member } from './constructs/members.js';
import type { Scheme } from './scheme.js';

/**
 * Values brought `between` their places answer comparisons with edges of one place fewer, and nothing
 * else: finer edges, sums and points that read one are found here.
 */
export function betweenIssues(scheme: Scheme): Issue[] {
  const fine = new Map<string, number>();
  const issues: Issue[] = [];
  const edge = (name: string, given: Decimal | undefined, path: Issue['path']): void => {
    const places = fine.get(name);
    if (places === undefined || given === undefined || !isDecimal(given)) return;
    if (placesOf(given) < places) return;
    issues.push(errorAt('too-many-places', path, { given: String(given), expected: places - 1 }));
  };
  const added = (name: string, path: Issue['path']): void => {
    if (fine.has(name)) issues.push(errorAt('between-added', path, { given: name }));
  };
  const conditions = (list: readonly Condition[], path: Issue['path']): void =>
    list.forEach((one, i) => {
      compared(one, [...path, i], edge);
    });
  (scheme.values ?? []).forEach((value, i) => {
    const path = ['values', i];
    for (const { name, at } of addedIn(value)) added(name, [...path, ...at]);
    if (value.kind === 'table') edgesOn(value.axes, 'bins', [...path, 'axes'], edge);
    if (value.kind === 'ladder') {
      value.transitions.forEach(({ requires }, k) => {
        if (requires !== undefined) {
          compared(requires, [...path, 'transitions', k, 'requires'], edge);
        }
      });
    }
    if (!('rounding' in value) || value.rounding !== 'between') return;
    const places = value.places ?? 0;
    if (places > 0) fine.set(value.id, places);
    else issues.push(errorAt('between-without-place', [...path, 'places'], { given: value.id }));
  });
  scheme.terms.forEach((term: Construct, i) => {
    const path = ['terms', i];
    if (term.kind === 'number') added(term.input, [...path, 'input']);
    if (term.kind === 'bins') edgesOn([term], 'bins', ['terms'], edge, i);
    if (term.kind === 'conditional') compared(term.when, [...path, 'when'], edge);
  });
  const { bandsOn, bands = [], gates = [], overrides = [], statuses = [] } = scheme;
  if (bandsOn !== undefined) edgesOn([{ input: bandsOn, bands }], 'bands', [], edge);
  gates.forEach(({ all = [], any = [] }, i) => {
    conditions(all, ['gates', i, 'all']);
    conditions(any, ['gates', i, 'any']);
  });
  for (const [field, list] of Object.entries({ overrides, statuses })) {
    list.forEach(({ when }, i) => {
      compared(when, [field, i, 'when'], edge);
    });
  }
  return issues;
}

type Edge = (name: string, given: Decimal | undefined, path: Issue['path']) => void;
type Bounds = readonly { readonly from?: Decimal; readonly above?: Decimal }[];

function edgesOn(
  list: readonly { readonly input: string; readonly bins?: Bounds; readonly bands?: Bounds }[],
  field: 'bins' | 'bands',
  path: Issue['path'],
  edge: Edge,
  first = 0,
): void {
  list.forEach((one, i) => {
    const at = path.length === 0 ? [field] : [...path, first + i, field];
    (one[field] ?? []).forEach(({ from, above }, k) => {
      edge(one.input, from, [...at, k, 'from']);
      edge(one.input, above, [...at, k, 'above']);
    });
  });
}

function compared(condition: Condition, path: Issue['path'], edge: Edge): void {
  if ('all' in condition) for (const one of condition.all) compared(one, path, edge);
  if ('any' in condition) for (const one of condition.any) compared(one, path, edge);
  if ('not' in condition) compared(condition.not, path, edge);
  if (!('field' in condition)) return;
  const { field, ...bounds } = condition;
  for (const bound of Object.values(bounds).flat()) {
    if (isDecimal(bound)) edge(field, bound, path);
  }
}

function addedIn(value: SchemeValue): { readonly name: string; readonly at: Issue['path'] }[] {
  const of = (member: Member, at: Issue['path']) =>
    'value' in member ? [{ name: member.value, at: [...at, 'value'] }] : [];
  if (value.kind === 'ratio') {
    return value.of.flatMap(({ upper, lower }, i) => [
      ...of(upper, ['of', i, 'upper']),
      ...of(lower, ['of', i, 'lower']),
    ]);
  }
  return value.kind === 'combine' ? value.of.flatMap((one, i) => of(one, ['of', i])) : [];
}

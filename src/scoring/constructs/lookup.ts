import { type Decimal, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { type CompiledInput, readText } from '../inputs.js';
import type { Pen, RawReason } from '../reason.js';
import type { Missing, Scheme } from '../scheme.js';
import type { View } from '../view.js';
import type { TermBase } from './construct.js';
import { compileMissing, missingPoints, missingReason } from './missing.js';

/**
 * Points by a category, or by a hierarchical code: `longest-prefix` takes the longest entry the
 * code begins with, so `62` may stand for a whole division and `6222` for one class of it.
 */
export interface Lookup extends TermBase {
  readonly kind: 'lookup';
  readonly input: string;
  readonly match?: 'exact' | 'longest-prefix';
  readonly table: Readonly<Record<string, Decimal>>;
  /** For values the table does not name; without it such a value is an issue `no-entry`. */
  readonly otherwise?: Decimal;
  readonly missing: Missing;
}

/** A lookup as integers. */
export interface CompiledLookup {
  readonly kind: 'lookup';
  readonly id: string;
  readonly cite: string;
  readonly input: CompiledInput;
  readonly byPrefix: boolean;
  readonly table: ReadonlyMap<string, number>;
  readonly otherwise: number | undefined;
  readonly missing: number | undefined;
}

export function compileLookup(term: Lookup, scheme: Scheme, input: CompiledInput): CompiledLookup {
  const units = (points: Decimal): number => scaled(points, scheme.places);
  return {
    kind: 'lookup',
    id: term.id,
    cite: term.cite,
    input,
    byPrefix: term.match === 'longest-prefix',
    table: new Map(Object.entries(term.table).map(([value, points]) => [value, units(points)])),
    otherwise: term.otherwise === undefined ? undefined : units(term.otherwise),
    missing: compileMissing(term.missing, scheme.places),
  };
}

export function evaluateLookup(term: CompiledLookup, view: View): number {
  const value = readText(term.input, view);
  if (value === undefined) return missingPoints(term, term.input.name, view);
  const entry = entryOf(term, value);
  const points = entry === undefined ? term.otherwise : term.table.get(entry);
  if (points !== undefined) return points;
  const expected = [...term.table.keys()];
  view.issues.push(
    errorAt('no-entry', ['facts', term.input.name], {
      given: value,
      expected,
      input: term.input.name,
    }),
  );
  return 0;
}

export function explainLookup(term: CompiledLookup, view: View, pen: Pen): RawReason[] {
  const value = readText(term.input, view);
  if (value === undefined) return [missingReason(term, term.input.name, pen)];
  const entry = entryOf(term, value);
  const units = (entry === undefined ? term.otherwise : term.table.get(entry)) ?? 0;
  return [
    {
      units,
      reason: {
        rule: term.id,
        what: 'lookup',
        input: term.input.name,
        given: value,
        bin: entry ?? 'otherwise',
        points: pen.points(units),
        cite: term.cite,
        article: pen.article(term.cite),
      },
    },
  ];
}

/** The entry of the table a text takes, undefined for `otherwise`. */
export function entryOf(term: CompiledLookup, value: string): string | undefined {
  if (!term.byPrefix) return term.table.has(value) ? value : undefined;
  for (let length = value.length; length > 0; length--) {
    const prefix = value.slice(0, length);
    if (term.table.has(prefix)) return prefix;
  }
  return undefined;
}

/** A category the table forgets, or an entry no category has. */
export function checkLookup(term: Lookup, { input }: CompiledInput): Issue[] {
  if (input.type === 'code') return [];
  if (input.type !== 'category' && input.type !== 'boolean') {
    return [
      errorAt('input-type', ['input'], {
        given: term.input,
        expected: 'category | code | boolean',
      }),
    ];
  }
  const values = input.type === 'category' ? input.values : ['true', 'false'];
  const entries = Object.keys(term.table);
  const covers = (entry: string, value: string): boolean =>
    term.match === 'longest-prefix' ? value.startsWith(entry) : value === entry;
  const forgotten = values.filter((value) => !entries.some((entry) => covers(entry, value)));
  return [
    ...(term.otherwise === undefined && forgotten.length > 0
      ? [errorAt('lookup-gap', ['table'], { given: forgotten })]
      : []),
    ...entries
      .filter((entry) => !values.some((value) => covers(entry, value)))
      .map((entry) =>
        errorAt('unknown-value', ['table', entry], { given: entry, expected: values }),
      ),
  ];
}

import { errorAt, type Issue, within } from '../core/issue.js';
import { FIELDS, whereIssues } from './conditionIssues.js';
import { type Combine, checkCombine } from './constructs/combine.js';
import type { SchemeValue } from './constructs/construct.js';
import { checkEvents } from './constructs/events.js';
import { checkEventCount, type EventCount, type EventSum } from './constructs/eventValues.js';
import { checkLadder, type Ladder } from './constructs/ladder.js';
import { checkRatio, type RatioValue } from './constructs/ratio.js';
import { checkTable, type Table } from './constructs/table.js';
import type { CompiledInput } from './inputs.js';
import type { Scheme } from './scheme.js';
import { readsOfValue } from './valueReads.js';

type Inputs = ReadonlyMap<string, CompiledInput>;

const checkers = {
  combine: (value: Combine, inputs: Inputs) => checkCombine(value, inputs),
  ratio: (value: RatioValue, inputs: Inputs) => checkRatio(value, inputs),
  'count-events': (value: EventCount, _: Inputs, { from }: Scheme) => checkEventCount(value, from),
  'sum-events': (value: EventSum, _: Inputs, { from }: Scheme) => checkEvents(value, from),
  table: (value: Table, inputs: Inputs) => checkTable(value, inputs),
  ladder: (value: Ladder) => checkLadder(value),
} satisfies Record<SchemeValue['kind'], unknown>;

/** What each kind of value finds wrong in itself, once its decimals are right. */
export function valueIssues(scheme: Scheme, inputs: Inputs): Issue[] {
  return (scheme.values ?? []).flatMap((value, i) => {
    const check = checkers[value.kind] as (v: SchemeValue, inputs: Inputs, s: Scheme) => Issue[];
    const filter =
      'where' in value && value.where !== undefined ? whereIssues(value.where, ['where']) : [];
    const outcomes =
      value.kind === 'ladder'
        ? value.outcomes.flatMap(({ where }, k) =>
            where === undefined ? [] : whereIssues(where, ['outcomes', k, 'where']),
          )
        : [];
    return [...check(value, inputs, scheme), ...filter, ...outcomes].map((one) =>
      within(['values', i], one),
    );
  });
}

/** Names taken twice, names nobody has, values that read themselves or one that comes later. */
export function valueNameIssues(scheme: Scheme): Issue[] {
  const { values = [], inputs } = scheme;
  const known = new Set(Object.keys(inputs));
  return values.flatMap((value, i) => {
    const expected = [...known];
    const issues = readsOfValue(value).flatMap((read) => {
      if (known.has(read.name)) return [];
      const path = ['values', i, ...read.path];
      const code = !values.some(({ id }) => id === read.name)
        ? 'unknown-input'
        : reaches(read.name, value.id, values)
          ? 'value-cycle'
          : 'value-later';
      return [errorAt(code, path, { given: read.name, expected })];
    });
    if (known.has(value.id)) {
      issues.push(errorAt('repeated-name', ['values', i, 'id'], { given: value.id }));
    }
    if ([...FIELDS, 'total'].includes(value.id)) {
      issues.push(errorAt('reserved-name', ['values', i, 'id'], { given: value.id }));
    }
    known.add(value.id);
    return issues;
  });
}

/** Whether one value hangs on another, directly or by way of others; each hangs on itself. */
function reaches(from: string, to: string, values: readonly SchemeValue[]): boolean {
  const seen = new Set<string>();
  const visit = (name: string): boolean => {
    if (name === to) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    const value = values.find(({ id }) => id === name);
    return value !== undefined && readsOfValue(value).some((read) => visit(read.name));
  };
  return visit(from);
}

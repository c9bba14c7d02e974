import type { SchemeAt } from '../scoring/compile.js';
import type { CompiledLadder } from '../scoring/constructs/climb.js';
import type { CompiledCombine } from '../scoring/constructs/combine.js';
import type { EventBounds } from '../scoring/constructs/compiledEvents.js';
import type { SchemeValue } from '../scoring/constructs/construct.js';
import type { CompiledEventValue } from '../scoring/constructs/eventValues.js';
import type { CompiledRatio } from '../scoring/constructs/ratio.js';
import type { CompiledTable } from '../scoring/constructs/table.js';
import type { CompiledInput } from '../scoring/inputs.js';
import type { CompiledValue } from '../scoring/values.js';
import { combineSql } from './combineSql.js';
import type { Held } from './held.js';
import { ratioSql } from './ratioSql.js';
import { type SchemeContext, schemeSight } from './schemeSight.js';
import { type Step, step } from './step.js';
import { tableSql } from './tableSql.js';
import { eventPointsSql, type TermSight } from './termSql.js';

/** Gathers the columns a value needs one after the other, and what makes its row a faulty one. */
export interface ValueDesk {
  readonly sight: TermSight;
  /** A column of a step of its own; gives its name. */
  column(title: string, sql: string): string;
  fault(...conditions: readonly string[]): void;
  /** Notes what SQL does not answer of this value. */
  refuse(construct: string): string;
}

type ValueSql<T> = (value: T, desk: ValueDesk, bounds: EventBounds | undefined) => string;

/** What each kind of value is as an expression; NULL where it is unknown. */
const values = {
  combine: (value: CompiledCombine, desk: ValueDesk) => combineSql(value, desk),
  ratio: (value: CompiledRatio, desk: ValueDesk) => ratioSql(value, desk),
  'count-events': eventsSql,
  'sum-events': eventsSql,
  table: (value: CompiledTable, desk: ValueDesk) => tableSql(value, desk),
  ladder: (_: CompiledLadder, desk: ValueDesk) => desk.refuse('ladder'),
} satisfies Record<SchemeValue['kind'], unknown>;

/** The values of a scheme in their order, each a column that later ones and the rules read. */
export function valueSteps(
  at: SchemeAt,
  context: SchemeContext & { readonly named: (title: string) => string },
): {
  readonly steps: readonly Step[];
  readonly last: string;
  readonly fields: ReadonlyMap<string, Held>;
  readonly faults: readonly string[];
} {
  const { compiled, valueBounds } = at;
  const { name, from, named } = context;
  const fields = new Map<string, Held>();
  const steps: Step[] = [];
  const faults: string[] = [];
  let last = from;
  const sight = schemeSight(at, context, fields, undefined);
  (compiled.values ?? []).forEach((value, i) => {
    const column = (title: string, sql: string, as = 'AS'): string => {
      const alias = named(title);
      const next = `${name}_value_${steps.length + 1}`;
      const note = `${name}: a value worked out`;
      const body = ['SELECT', ['t.*', `${sql} AS ${alias}`], `FROM ${last} t`];
      steps.push({ ...step(next, note, body), as });
      last = next;
      return alias;
    };
    const desk: ValueDesk = {
      sight,
      column,
      fault: (...conditions) => void faults.push(...conditions),
      refuse: (construct) => sight.refusals.refuse(construct, value.id),
    };
    const sql = (values[value.kind] as ValueSql<CompiledValue>)(value, desk, valueBounds[i]);
    const alias = column(value.id, sql, sight.dialect.fence);
    fields.set(value.id, heldAs(alias, compiled.inputs.get(value.id) as CompiledInput));
  });
  return { steps, last, fields, faults };
}

function heldAs(sql: string, { input, places }: CompiledInput): Held {
  return input.type === 'category'
    ? { kind: 'text', sql, closed: input.values }
    : { kind: 'number', sql, places, isWorkedOut: true };
}

function eventsSql(
  { events }: CompiledEventValue,
  { sight }: ValueDesk,
  bounds: EventBounds | undefined,
): string {
  return eventPointsSql(events, sight, bounds);
}

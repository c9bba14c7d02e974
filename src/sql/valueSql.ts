import type { SchemeAt } from '../scoring/compile.js';
import type { SchemeValue } from '../scoring/constructs/construct.js';
import type { Held } from './held.js';
import type { SchemeContext } from './schemeSql.js';
import type { Step } from './step.js';

/** What SQL does not answer of values, by name. */
const valueLimits = {
  combine: 'combine',
  ratio: 'ratio',
  'count-events': 'count-events',
  'sum-events': 'sum-events',
  table: 'table',
  ladder: 'ladder',
} satisfies Record<SchemeValue['kind'], string>;

/** The values of a scheme, in steps of their own. */
export function valueSteps(
  { compiled }: SchemeAt,
  { from, sight }: SchemeContext & { readonly named: (title: string) => string },
): {
  readonly steps: readonly Step[];
  readonly last: string;
  readonly fields: ReadonlyMap<string, Held>;
  readonly faults: readonly string[];
} {
  const fields = new Map<string, Held>();
  for (const { id, kind } of compiled.values ?? []) {
    sight.refusals.refuse(valueLimits[kind], id);
    fields.set(id, { kind: 'number', sql: sight.dialect.big('NULL'), places: 0 });
  }
  return { steps: [], last: from, fields, faults: [] };
}

import { mistake } from '../core/error.js';
import type { ProgrammeAt } from '../programme/programme.js';
import { fieldsOf } from '../register/condition.js';
import type { CompiledInput } from '../scoring/inputs.js';
import { conditionsOf } from '../scoring/schemeKinds.js';
import type { Column } from './entityColumns.js';
import { requireSupported } from './unsupported.js';

/** A field a programme reads, and the column that holds it. */
export interface Field {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Of a number. */
  readonly places: number;
}

/** A programme on a day, found to be one that columns answer. */
export interface CompiledColumns {
  readonly at: ProgrammeAt;
  /** What it reads of an entity beside events and lists, by name. */
  readonly fields: ReadonlyMap<string, Field>;
}

/**
 * A programme on a day for columns: its constructs are looked at once, and what columns can't say is
 * refused by name here, not at some row.
 *
 * @param at - a parsed programme, opened on a day
 * @throws `columns-unsupported` with one issue for each construct, value or field; such entities are
 * assessed one by one, with `assess` or `classify`
 *
 * @example
 * ```ts
 * import { compileColumns } from 'evenhand/columns';
 * import { parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 *
 * const compiled = compileColumns(parseProgramme(exampleProgramme).at('2026-01-15'));
 * compiled.fields.get('crowd')?.kind; // => 'number'
 * ```
 */
export function compileColumns(at: ProgrammeAt): CompiledColumns {
  const schemes = [at.credit, ...at.risk.map((one) => one.at)];
  requireSupported(schemes.map(({ compiled }) => compiled.scheme));
  const declared = schemes.flatMap(({ compiled }) => [...compiled.inputs.values()].map(fieldOf));
  const asked = [
    ...schemes.flatMap(({ compiled }) => conditionsOf(compiled.scheme)),
    ...at.risk.flatMap(({ when }) => when ?? []),
  ].flatMap(fieldsOf);
  const fields = new Map<string, Field>();
  for (const field of declared) {
    const known = fields.get(field.name) ?? field;
    if (known.kind !== field.kind) throw twoKinds(field.name, known.kind, field.kind);
    fields.set(field.name, { ...field, places: Math.max(known.places, field.places) });
  }
  for (const name of asked) {
    if (name === 'list' || name === 'total' || fields.has(name)) continue;
    fields.set(name, { name, kind: name === 'since' ? 'day' : 'code', places: 0 });
  }
  return { at, fields };
}

function fieldOf({ name, input, places }: CompiledInput): Field {
  switch (input.type) {
    case 'full-years':
      return { name: input.since, kind: 'day', places: 0 };
    case 'integer':
    case 'decimal':
      return { name, kind: 'number', places };
    case 'category':
      return { name, kind: 'code', places: 0 };
    default:
      return { name, kind: input.type, places: 0 };
  }
}

const twoKinds = (name: string, one: string, other: string) =>
  mistake(
    'columns-unsupported',
    `the input \`${name}\` is a ${one} in one scheme and a ${other} in another; a column is of one kind`,
    { construct: `input.${one}|${other}`, rule: name, given: name },
  );

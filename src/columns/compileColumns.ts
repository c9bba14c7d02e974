import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import type { ProgrammeAt } from '../programme/programme.js';
import { type Field, programmeFields } from '../programme/programmeFields.js';
import { type Condition, fieldsOf } from '../register/condition.js';
import { conditionsOf } from '../scoring/schemeKinds.js';
import { requireSupported } from './unsupported.js';

/** A programme on a day, found to be one that columns answer. */
export interface CompiledColumns {
  readonly at: ProgrammeAt;
  /** What it reads of an entity beside events and lists, by name. */
  readonly fields: ReadonlyMap<string, Field>;
  /** The fields that some condition compares as they stand: a number and its text are two things to it. */
  readonly compared?: ReadonlySet<string>;
}

/**
 * A programme on a day for columns: its constructs are looked at once, and what columns can't say is
 * refused by name here, not at some row.
 *
 * @param at - a parsed programme, opened on a day
 * @param options.scope - who can be drawn, where there is to be a draw: what it asks of an entity, and
 * whether that is active, are then fields too
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
export function compileColumns(
  at: ProgrammeAt,
  options: { readonly scope?: Condition } = {},
): CompiledColumns {
  requireArgument(
    'compileColumns',
    'at',
    at,
    { credit: 'object', matrix: 'object' },
    'parseProgramme(…).at(day)',
  );
  requireArgument('compileColumns', 'options', options, 'object');
  const { scope } = options;
  const schemes = [at.credit, ...at.risk.map((one) => one.at)];
  requireSupported(schemes.map(({ compiled }) => compiled.scheme));
  const { fields, clashes } = programmeFields(at);
  for (const { name, kinds } of clashes) throw twoKinds(name, ...kinds);
  const conditions = [
    ...schemes.flatMap(({ compiled }) => conditionsOf(compiled.scheme)),
    ...at.risk.flatMap(({ when }) => when ?? []),
    ...(scope === undefined ? [] : [scope]),
  ];
  const compared = new Set(conditions.flatMap(fieldsOf));
  if (scope === undefined) return { at, fields, compared };
  const all = new Map(fields);
  for (const name of ['state', ...fieldsOf(scope)]) {
    if (name === 'id') throw noField(name);
    if (name === 'list' || all.has(name)) continue;
    all.set(name, { name, kind: name === 'since' ? 'day' : 'code', places: 0 });
  }
  return { at, fields: all, compared };
}

const noField = (name: string) =>
  mistake('columns-unsupported', `columns hold no \`${name}\` that a scope could ask for`, {
    construct: `field.${name}`,
    rule: 'scope',
    given: 'scope',
  });

const twoKinds = (name: string, one: string, other: string) =>
  mistake(
    'columns-unsupported',
    `the input \`${name}\` is a ${one} in one scheme and a ${other} in another; a column is of one kind`,
    { construct: `input.${one}|${other}`, rule: name, given: name },
  );

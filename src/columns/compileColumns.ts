import { mistake } from '../core/error.js';
import type { ProgrammeAt } from '../programme/programme.js';
import { type Field, programmeFields } from '../programme/programmeFields.js';
import { requireSupported } from './unsupported.js';

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
  const { fields, clashes } = programmeFields(at);
  for (const { name, kinds } of clashes) throw twoKinds(name, ...kinds);
  return { at, fields };
}

const twoKinds = (name: string, one: string, other: string) =>
  mistake(
    'columns-unsupported',
    `the input \`${name}\` is a ${one} in one scheme and a ${other} in another; a column is of one kind`,
    { construct: `input.${one}|${other}`, rule: name, given: name },
  );

import * as fc from 'fast-check';
import { assessColumns } from '../../columns/assessColumns.js';
import { columnsOf } from '../../columns/columnBuilder.js';
import { compileColumns } from '../../columns/compileColumns.js';
import { requireArgument } from '../../core/argument.js';
import { classify } from '../../programme/classify.js';
import { arbitraryEntityOnDay } from '../arbitraries/entity.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { differs, type Finding, type Law, law } from './law.js';

/** What is tried in the place of this library's assessment by columns. */
export interface ColumnPlatform {
  readonly assessColumns?: typeof assessColumns;
}

/**
 * What must hold for an assessment by columns: the answer of each entity alone, wherever it stands
 * among others.
 *
 * @param programme - parsed, or as plain data; one that columns answer
 * @param platform.assessColumns - tried in the place of this library's own, such as a platform's
 * @throws `columns-unsupported` when a day is tried on which columns do not answer the programme
 */
export function columnLaws(programme: AnyProgramme, platform: ColumnPlatform = {}): Law[] {
  requireArgument('columnLaws', 'programme', programme, 'object');
  requireArgument('columnLaws', 'platform', platform, 'object');
  const { assessColumns: assessed = assessColumns } = platform;
  const parsed = programmeOf(programme);
  const cases = arbitraryEntityOnDay(parsed).chain((one) =>
    fc.tuple(fc.constant(one), fc.array(arbitraryEntityOnDay(parsed), { maxLength: 5 }), fc.nat(5)),
  );
  return [
    law('gives each entity the answer it has alone', cases, ([{ entity, asOf }, others, place]) => {
      const rows = others.map((other) => other.entity);
      const row = Math.min(place, rows.length);
      rows.splice(row, 0, entity);
      const compiled = compileColumns(parsed.at(asOf));
      const found = classify(compiled.at, entity);
      const answer = assessed(compiled, columnsOf(compiled, rows));
      const issues = answer.issues.find((one) => one.row === row)?.issues;
      if (!('grade' in found)) return differs(found, issues);
      const cell = answer.cells[answer.cell[row] as number];
      return differs(
        [found.credit.units, found.risk.units, found.grade, found.level],
        [answer.credit.units[row], answer.risk.units[row], cell?.credit, cell?.risk],
      ) satisfies Finding;
    }),
  ];
}

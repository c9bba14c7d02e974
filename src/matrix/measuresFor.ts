import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import type { Matrix, Measures } from './matrix.js';

/**
 * The measures of a cell: how large the share drawn, how often, how, and what is checked.
 *
 * A level or grade the matrix does not have is the caller's mistake, never a low level.
 *
 * @param matrix - the matrix in force on the day
 * @param level - a level of the matrix's risk scale
 * @param grade - a grade of the matrix's credit scale
 * @throws `unknown-level`, `unknown-grade`
 *
 * @example
 * ```ts
 * import { measuresFor } from 'evenhand/matrix';
 * import { exampleMatrix } from 'evenhand/schemes';
 *
 * measuresFor(exampleMatrix, 'medium', 'B').ratio; // => '5%'
 * ```
 */
export function measuresFor<Level extends string, Grade extends string>(
  matrix: Matrix<Level, Grade>,
  level: Level,
  grade: Grade,
): Measures {
  // Asked for each row of a register: the full question is put only where the short one fails.
  if (matrix?.cells === undefined) {
    requireArgument('measuresFor', 'matrix', matrix, { cells: 'object' }, 'parseMatrix(…)');
  }
  if (!matrix.risk.levels.includes(level)) {
    throw mistake(
      'unknown-level',
      `\`${level}\` is no level of \`${matrix.risk.id}\` (expected one of ${matrix.risk.levels.join(', ')})`,
      { given: level, expected: [...matrix.risk.levels] },
    );
  }
  if (!matrix.credit.levels.includes(grade)) {
    throw mistake(
      'unknown-grade',
      `\`${grade}\` is no grade of \`${matrix.credit.id}\` (expected one of ${matrix.credit.levels.join(', ')})`,
      { given: grade, expected: [...matrix.credit.levels] },
    );
  }
  return matrix.cells[level][grade];
}

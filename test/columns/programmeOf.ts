import { bestFirst } from '../../src/document/document.js';
import type { Matrix, Measures } from '../../src/matrix/matrix.js';
import type { ProgrammeAt } from '../../src/programme/programme.js';
import type { Condition } from '../../src/register/condition.js';
import { exampleMatrix } from '../../src/schemes/exampleMatrix.js';
import { compileScheme, schemeAt } from '../../src/scoring/compile.js';
import type { Scheme } from '../../src/scoring/scheme.js';

/** A programme on a day, of schemes that were made up: only what an assessment by columns reads. */
export function programmeOf(
  credit: Scheme,
  risk: readonly { readonly when?: Condition; readonly scheme: Scheme }[],
  day: string,
): ProgrammeAt {
  const grades = bestFirst(credit.scale);
  const levels = [...new Set(risk.flatMap(({ scheme }) => bestFirst(scheme.scale)))];
  const measures = exampleMatrix.cells.low.A as Measures;
  const matrix = {
    ...exampleMatrix,
    credit: { id: 'c', levels: grades, worse: 'last' },
    risk: { id: 'r', levels, worse: 'last' },
    cells: Object.fromEntries(
      levels.map((level) => [
        level,
        Object.fromEntries(
          grades.map((grade) => [grade, { ...measures, tier: `${level}${grade}` }]),
        ),
      ]),
    ),
  } as unknown as Matrix;
  return {
    day,
    credit: schemeAt(compileScheme(credit), day),
    risk: risk.map(({ when, scheme }) => ({
      ...(when === undefined ? {} : { when }),
      at: schemeAt(compileScheme(scheme), day),
    })),
    matrix,
    schedules: [],
    documents: [],
  } as unknown as ProgrammeAt;
}

import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { isEvenhandError } from '../../core/error.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import { bestFirst, type Scale } from '../../document/document.js';
import type { Matrix, Measures } from '../../matrix/matrix.js';
import { measuresFor } from '../../matrix/measuresFor.js';
import { differs, type Finding, type Law, law, throughJson } from './law.js';

/** How measures are looked up: this library's way, or a platform's that claims to be equal. */
export type MeasuresFor = (matrix: Matrix, level: string, grade: string) => Measures;

/** What of a matrix is declared beside its cells, and what is tried. */
export interface MatrixLawOptions {
  /** Declares that a worse level or grade is drawn no less and stands in no better tier. */
  readonly worseIsDrawnMore?: boolean;
  readonly measuresFor?: MeasuresFor;
}

/**
 * What must hold for a matrix: a cited cell for each level and grade, none for any other; and, where
 * it is declared, a worse neighbour that is drawn no less.
 */
export function matrixLaws(matrix: Matrix, options: MatrixLawOptions = {}): Law[] {
  requireArgument(
    'matrixLaws',
    'matrix',
    matrix,
    { risk: 'object', credit: 'object', cells: 'object', citations: 'array', tiers: 'object' },
    'parseMatrix(…)',
  );
  requireArgument('matrixLaws', 'options', options, 'object');
  const look = options.measuresFor ?? measuresFor;
  const levels = bestFirst(matrix.risk);
  const grades = bestFirst(matrix.credit);
  const cells = fc.tuple(fc.constantFrom(...levels), fc.constantFrom(...grades));
  const unknown = fc.oneof(
    fc.tuple(fc.constant('no-such-level'), fc.constantFrom(...grades)),
    fc.tuple(fc.constantFrom(...levels), fc.constant('no-such-grade')),
  );
  const laws = [
    law('has measures for every level and grade', cells, ([level, grade]) =>
      differs(matrix.cells[level]?.[grade] ?? 'a cell', look(matrix, level, grade)),
    ),
    law('cites a text for every cell', cells, ([level, grade]) => {
      const { cite } = look(matrix, level, grade);
      return matrix.citations.some(({ id }) => id === cite)
        ? undefined
        : `\`${level}/${grade}\` cites \`${cite}\`, which is no citation`;
    }),
    law('refuses levels and grades it does not have', unknown, ([level, grade]) =>
      isRefused(() => look(matrix, level, grade))
        ? undefined
        : `\`${level}/${grade}\` has measures`,
    ),
    law('survives JSON', cells, ([level, grade]) =>
      differs(look(matrix, level, grade), look(throughJson(matrix), level, grade)),
    ),
  ];
  if (options.worseIsDrawnMore !== true) return laws;
  const neighbours = cells.chain(([level, grade]) =>
    fc.tuple(
      fc.constant([level, grade] as const),
      fc.constantFrom(
        [next(matrix.risk, level), grade] as const,
        [level, next(matrix.credit, grade)] as const,
      ),
    ),
  );
  const worseLaw = (name: string, check: (better: Measures, worse: Measures) => Finding): Law =>
    law(name, neighbours, ([better, worse]) => {
      const finding = check(look(matrix, ...better), look(matrix, ...worse));
      return finding === undefined ? undefined : `\`${worse.join('/')}\` ${finding}`;
    });
  return [
    ...laws,
    worseLaw('draws a worse neighbour no less', (better, worse) =>
      worse.key || compareRatios(parseRatio(worse.ratio), parseRatio(better.ratio)) >= 0
        ? undefined
        : `is drawn by \`${worse.ratio}\`, a better one by \`${better.ratio}\``,
    ),
    worseLaw('stands a worse neighbour in no better tier', (better, worse) => {
      const tiers = bestFirst(matrix.tiers);
      return tiers.indexOf(worse.tier) >= tiers.indexOf(better.tier)
        ? undefined
        : `stands in \`${worse.tier}\`, a better one in \`${better.tier}\``;
    }),
  ];
}

/** The next worse level, the worst after itself. */
function next(scale: Scale, level: string): string {
  const levels = bestFirst(scale);
  return levels[levels.indexOf(level) + 1] ?? level;
}

function isRefused(look: () => unknown): boolean {
  try {
    look();
    return false;
  } catch (error) {
    return isEvenhandError(error);
  }
}

import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { compareRatios, parseRatio } from '../core/ratio.js';
import { documentIssues } from '../document/citations.js';
import { bestFirst } from '../document/document.js';
import { scaleIssues } from '../document/scaleIssues.js';
import type { Matrix, Measures } from './matrix.js';

/**
 * What is wrong with a matrix whose shape is right: a cell missing, an unknown level, grade or tier,
 * and, as a warning, a worse cell that is drawn less.
 */
export function checkMatrix(matrix: Matrix): Issue[] {
  requireArgument(
    'checkMatrix',
    'matrix',
    matrix,
    { risk: 'object', credit: 'object', tiers: 'object', cells: 'object' },
    'parseMatrix(…)',
  );
  const { risk, credit, tiers, cells } = matrix;
  const issues = [
    ...documentIssues(matrix),
    ...scaleIssues(risk, ['risk']),
    ...scaleIssues(credit, ['credit']),
    ...scaleIssues(tiers, ['tiers']),
  ];
  for (const level of risk.levels) {
    for (const grade of credit.levels) {
      const cell = cells[level]?.[grade];
      const path = ['cells', level, grade];
      if (cell === undefined) issues.push(errorAt('cell-missing', path, { level, grade }));
    }
  }
  for (const [level, row] of Object.entries(cells)) {
    if (!risk.levels.includes(level)) {
      issues.push(
        errorAt('unknown-level', ['cells', level], { given: level, expected: [...risk.levels] }),
      );
    }
    for (const [grade, { tier }] of Object.entries(row)) {
      if (!tiers.levels.includes(tier)) {
        const params = { given: tier, expected: [...tiers.levels] };
        issues.push(errorAt('unknown-tier', ['cells', level, grade, 'tier'], params));
      }
      if (!credit.levels.includes(grade)) {
        issues.push(
          errorAt('unknown-grade', ['cells', level, grade], {
            given: grade,
            expected: [...credit.levels],
          }),
        );
      }
    }
  }
  return [...issues, ...turns(matrix)];
}

/** Neighbours in which the worse cell is drawn less: lawful, but worth a second look. */
function turns({ risk, credit, cells }: Matrix): Issue[] {
  const levels = bestFirst(risk);
  const grades = bestFirst(credit);
  return levels.flatMap((level, i) =>
    grades.flatMap((grade, j) => {
      const cell = cells[level]?.[grade];
      const worse: [string, string][] = [
        [levels[i + 1] ?? '', grade],
        [level, grades[j + 1] ?? ''],
      ];
      return worse.flatMap(([worseLevel, worseGrade]) => {
        const other = cells[worseLevel]?.[worseGrade];
        if (cell === undefined || other === undefined || !isLess(other, cell)) return [];
        return [
          warningAt('cell-turns-round', ['cells', worseLevel, worseGrade, 'ratio'], {
            given: share(other),
            expected: `>= ${share(cell)}`,
          }),
        ];
      });
    }),
  );
}

const isLess = (a: Measures, b: Measures): boolean =>
  compareRatios(parseRatio(share(a)), parseRatio(share(b))) < 0;

/** Key supervision is full coverage, whatever the ratio says. */
const share = ({ key, ratio }: Measures): string => (key ? '100%' : ratio);

import { mistake } from '../../core/error.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import { bestFirst } from '../../document/document.js';
import type { Matrix, Measures } from '../../matrix/matrix.js';
import { type Finding, finding } from './finding.js';

/** How many entities there are, and the visits a year staff can make. */
export interface Profile {
  /** In each cell of a matrix, by risk level and credit grade. */
  readonly entities?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In each level of a schedule. */
  readonly levels?: Readonly<Record<string, number>>;
  readonly capacity: number;
}

/** Cells nobody can be drawn from, and worse cells that are visited less or stand in a better tier. */
export function matrixFindings(matrix: Matrix): Finding[] {
  const levels = bestFirst(matrix.risk);
  const grades = bestFirst(matrix.credit);
  return levels.flatMap((level, i) =>
    grades.flatMap((grade, j) => {
      const cell = matrix.cells[level]?.[grade];
      if (cell === undefined) return [];
      const path = ['cells', level, grade];
      const worse = [
        [levels[i + 1], grade],
        [level, grades[j + 1]],
      ] as const;
      return [
        ...(isZero(cell)
          ? [finding('zero-share', [...path, 'ratio'], { given: `${level}/${grade}` })]
          : []),
        ...worse.flatMap(([l, g]) => {
          const other = l === undefined || g === undefined ? undefined : matrix.cells[l]?.[g];
          return other === undefined
            ? []
            : turnsOf(matrix, cell, other, ['cells', l as string, g as string]);
        }),
      ];
    }),
  );
}

const isZero = ({ key, ratio }: Measures): boolean => !key && parseRatio(ratio).p === 0n;

function turnsOf(
  { tiers }: Matrix,
  cell: Measures,
  worse: Measures,
  path: readonly string[],
): Finding[] {
  const often = ({ frequency: { visits, months } }: Measures): number => visits / months;
  const text = ({ frequency: { visits, months } }: Measures): string => `${visits}/${months}`;
  const order = bestFirst(tiers);
  return [
    ...(often(worse) < often(cell)
      ? [
          finding('often-turns-round', [...path, 'frequency'], {
            given: text(worse),
            expected: text(cell),
          }),
        ]
      : []),
    ...(order.indexOf(worse.tier) < order.indexOf(cell.tier)
      ? [finding('tier-turns-round', [...path, 'tier'], { given: worse.tier, expected: cell.tier })]
      : []),
  ];
}

/**
 * The visits a year a matrix asks for of a population, against those that can be made.
 *
 * @throws `unknown-level` | `unknown-grade` for a profile of cells the matrix does not have
 */
export function loadFindings(matrix: Matrix, { entities = {}, capacity }: Profile): Finding[] {
  let expected = 0;
  for (const [level, row] of Object.entries(entities)) {
    if (!matrix.risk.levels.includes(level))
      throw unknown('unknown-level', level, matrix.risk.levels);
    for (const [grade, count] of Object.entries(row)) {
      const cell = matrix.cells[level]?.[grade];
      if (cell === undefined) throw unknown('unknown-grade', grade, matrix.credit.levels);
      expected += count * shareOf(cell) * ((cell.frequency.visits * 12) / cell.frequency.months);
    }
  }
  const visits = Math.ceil(expected);
  return visits > capacity
    ? [finding('over-capacity', ['cells'], { given: visits, expected: capacity })]
    : [];
}

/** Only a method on the premises is a visit; key supervision is full coverage. */
function shareOf({ method, key, ratio }: Measures): number {
  if (method !== 'on-site') return 0;
  if (key) return 1;
  const { p, q } = parseRatio(ratio);
  return Number(p) / Number(q);
}

function unknown(code: string, given: string, expected: readonly string[]) {
  return mistake(
    code,
    `\`${given}\` is not in the matrix (expected one of ${expected.join(', ')})`,
    {
      given,
      expected: [...expected],
    },
  );
}

/** Below 0 where the first share is the smaller. */
export const compareShares = (a: Measures, b: Measures): number =>
  compareRatios(parseRatio(a.key ? '100%' : a.ratio), parseRatio(b.key ? '100%' : b.ratio));

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMatrix } from '../../src/matrix/checkMatrix.js';
import type { Matrix, Measures } from '../../src/matrix/matrix.js';
import { measuresFor } from '../../src/matrix/measuresFor.js';
import { exampleMatrix } from '../../src/schemes/exampleMatrix.js';
import { arbitraryMatrix } from '../../src/testing/arbitraries/matrix.js';
import { matrixLaws } from '../../src/testing/laws/matrixLaws.js';
import { eachIsBroken, namesOf } from './breaks.js';

const worseIsDrawnMore = true;

it('holds for matrices nobody has thought of', () => {
  fc.assert(
    fc.property(arbitraryMatrix(), fc.nat(), (matrix, seed) => {
      expect(checkMatrix(matrix)).toEqual([]);
      for (const { property } of matrixLaws(matrix, { worseIsDrawnMore })) {
        expect(fc.check(property, { seed, numRuns: 10 }).errorInstance).toBe(null);
      }
    }),
  );
});

it('asks for an order of the cells only where it is declared', () => {
  const declared = namesOf(matrixLaws(exampleMatrix, { worseIsDrawnMore }));
  expect(declared.filter((name) => name.includes('worse'))).toHaveLength(2);
  expect(namesOf(matrixLaws(exampleMatrix)).filter((name) => name.includes('worse'))).toEqual([]);
});

const that = (change: (cell: Measures, matrix: Matrix) => Measures) => () =>
  matrixLaws(exampleMatrix, {
    measuresFor: (matrix, level, grade) => change(measuresFor(matrix, level, grade), matrix),
  });
const withCell = (change: Partial<Measures>) => () => {
  const { high } = exampleMatrix.cells;
  const worst = { ...high.D, key: false, ...change };
  const matrix = {
    ...exampleMatrix,
    cells: { ...exampleMatrix.cells, high: { ...high, D: worst } },
  };
  return matrixLaws(matrix, { worseIsDrawnMore });
};

describe('a matrix or a look-up that does wrong', () => {
  eachIsBroken(namesOf(matrixLaws(exampleMatrix, { worseIsDrawnMore })), {
    'has measures for every level and grade': that((cell) => ({ ...cell, ratio: '7%' })),
    'cites a text for every cell': that((cell) => ({ ...cell, cite: 'nowhere' })),
    'refuses levels and grades it does not have': () =>
      matrixLaws(exampleMatrix, { measuresFor: () => exampleMatrix.cells.low.A }),
    'survives JSON': that((cell, matrix) =>
      matrix === exampleMatrix ? cell : { ...cell, ratio: '7%' },
    ),
    'draws a worse neighbour no less': withCell({ ratio: '1%' }),
    'stands a worse neighbour in no better tier': withCell({ tier: 'I' }),
  });
});

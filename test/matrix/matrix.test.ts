import { checkMatrix, defineMatrix, MATRIX_CODES, type Matrix, measuresFor } from 'evenhand/matrix';
import { exampleMatrix } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { matrixSchema } from '../../src/matrix/matrixSchema.js';
import { safeParsed } from '../../src/register/parsed.js';
import { matrixTexts } from '../../src/texts/matrix.js';
import { changed } from '../scoring/changed.js';
import { codeOf } from '../ticket/codeOf.js';

const plain: Matrix = exampleMatrix;

describe('a matrix', () => {
  const found = (matrix: Matrix) =>
    checkMatrix(matrix).map(({ code, severity, path }) => [code, severity, path.join('.')]);

  it('with nothing wrong has no issues, and survives JSON', () => {
    expect(found(plain)).toEqual([]);
    const copy = JSON.parse(JSON.stringify(plain));
    expect(safeParsed(matrixSchema, copy)).toEqual({ ok: true, value: plain });
  });

  it.each<[string, string, string, (string | number)[], unknown]>([
    ['cell-missing', 'error', 'cells.low.B', ['cells', 'low', 'B'], undefined],
    ['unknown-tier', 'error', 'cells.low.B.tier', ['cells', 'low', 'B', 'tier'], 'V'],
    ['unknown-grade', 'error', 'cells.low.E', ['cells', 'low', 'E'], plain.cells['low']?.['A']],
    ['unknown-level', 'error', 'cells.mid', ['cells', 'mid'], {}],
    ['repeated-name', 'error', 'credit.levels.4', ['credit', 'levels', 4], 'A'],
    ['repeated-name', 'error', 'tiers.levels.4', ['tiers', 'levels', 4], 'I'],
    ['citation-dangling', 'error', 'cells.low.B.cite', ['cells', 'low', 'B', 'cite'], 'rumour'],
    ['cell-turns-round', 'warning', 'cells.low.C.ratio', ['cells', 'low', 'B', 'ratio'], '11%'],
    ['cell-turns-round', 'warning', 'cells.medium.D.ratio', ['cells', 'low', 'D', 'key'], true],
  ])('%s is a matter of %s at %s', (code, severity, at, path, to) =>
    expect(found(changed(plain, path, to))).toContainEqual([code, severity, at]),
  );

  it('misses a whole row cell by cell', () =>
    expect(found(changed(plain, ['cells', 'low'], undefined)).map(([, , at]) => at)).toEqual([
      'cells.low.A',
      'cells.low.B',
      'cells.low.C',
      'cells.low.D',
    ]));

  it('counts key supervision as full coverage, whatever its ratio says', () =>
    expect(found(changed(plain, ['cells', 'high', 'D', 'ratio'], '1%'))).toEqual([]));

  it('lets equal neighbours stand', () =>
    expect(found(changed(plain, ['cells', 'low', 'B', 'ratio'], '0.01'))).toEqual([]));

  it.each<[string, string, (string | number)[], unknown]>([
    [
      'months-inverted',
      'cells.low.A.window',
      ['cells', 'low', 'A', 'window'],
      { fromMonth: 6, toMonth: 5 },
    ],
    ['bad-ratio', 'cells.low.A.ratio', ['cells', 'low', 'A', 'ratio'], '3'],
    ['not-one-of', 'cells.low.A.method', ['cells', 'low', 'A', 'method'], 'by-post'],
    ['bad-value', 'cells.low.A.frequency.months', ['cells', 'low', 'A', 'frequency', 'months'], 0],
    ['unknown-field', 'cells.low.A.colour', ['cells', 'low', 'A', 'colour'], 'red'],
  ])('has a shape: %s at %s', (code, at, path, to) => {
    const result = safeParsed(matrixSchema, changed(plain, path, to));
    expect(result.ok ? [] : result.issues.map((one) => [one.code, one.path.join('.')])).toEqual([
      [code, at],
    ]);
  });

  it('may have a window of one month', () => {
    const window = { fromMonth: 6, toMonth: 6 };
    expect(
      safeParsed(matrixSchema, changed(plain, ['cells', 'low', 'A', 'window'], window)).ok,
    ).toBe(true);
  });
});

describe('the measures of a cell', () => {
  it('are those of its level and grade', () =>
    expect(measuresFor(plain, 'high', 'D')).toBe(plain.cells['high']?.['D']));

  it.each([
    ['unknown-level', 'middling', 'A'],
    ['unknown-grade', 'low', 'E'],
    ['unknown-level', 'toString', 'A'],
  ])('are refused for an %s: %s/%s', (code, level, grade) =>
    expect(codeOf(() => measuresFor(plain, level, grade))).toBe(code),
  );
});

describe('defineMatrix', () => {
  const { cells, ...rest } = exampleMatrix;

  it('gives the matrix back as it is', () =>
    expect(defineMatrix(exampleMatrix)).toBe(exampleMatrix));

  it('knows a missing cell and an unknown grade to the compiler', () => {
    const { A, ...three } = cells.low;
    // @ts-expect-error low/A is missing
    expect(checkMatrix(defineMatrix({ ...rest, cells: { ...cells, low: three } }))).toHaveLength(1);
    // @ts-expect-error E is no grade of the scale
    const five = defineMatrix({ ...rest, cells: { ...cells, low: { ...cells.low, E: A } } });
    expect(checkMatrix(five).map(({ code }) => code)).toEqual(['unknown-grade']);
    // @ts-expect-error E is no grade of the scale
    expect(codeOf(() => measuresFor(exampleMatrix, 'low', 'E'))).toBe('unknown-grade');
  });
});

it('every code has its texts', () =>
  expect(Object.keys(matrixTexts).toSorted()).toEqual([...MATRIX_CODES].toSorted()));

/** The codes of `matrix`; `unknown-level` and `ends-inverted` are shared with `scoring`. */
export const MATRIX_CODES = [
  'cell-missing',
  'unknown-tier',
  'unknown-grade',
  'cell-turns-round',
  'months-inverted',
  'tempo-missing',
  'tempo-window-inverted',
  'ratio-inverted',
  'floor-above-cap',
  'limit-missing',
  'stratum-empty',
  'shares-impossible',
  'bad-schedule',
  'unknown-count',
  'nothing-counted',
] as const;

/** A code of `matrix`. */
export type MatrixCode = (typeof MATRIX_CODES)[number];

/** The codes of `draw`: each has its texts in `texts/draw.ts`. */
export const DRAW_CODES = [
  'repeated-id',
  'repeated-stratum',
  'not-ascending',
  'bad-weight',
  'bad-size',
  'bad-rule',
  'bad-quota',
  'no-quota',
  'no-ratio',
  'bad-method',
  'bad-offset',
  'bad-substitutes',
  'offset-with-weights',
  'weights-too-large',
  'bad-allocation',
  'minimum-above-size',
  'minima-above-total',
  'total-not-placed',
  'multipliers-too-fine',
  'weighted-part',
  'part-mismatch',
  'part-incomplete',
  'part-out-of-order',
] as const;

/** A code of `draw`. */
export type DrawCode = (typeof DRAW_CODES)[number];

/** The codes of a sampling document: each has its texts in `texts/sampling.ts`. */
export const SAMPLING_CODES = [
  'recency-open-end',
  'recency-out-of-order',
  'zero-chance',
  'no-chance',
  'weight-rule-missing',
  'level-without-weight',
] as const;

/** A code of a sampling document. */
export type SamplingCode = (typeof SAMPLING_CODES)[number];

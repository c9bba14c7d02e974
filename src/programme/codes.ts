/** The codes of `programme`. */
export const PROGRAMME_CODES = [
  'bad-programme',
  'wrong-kind',
  'pin-differs',
  'scales-differ',
  'no-risk-scheme',
  'recency-open-end',
  'recency-out-of-order',
  'zero-chance',
  'no-chance',
  'unreachable-grade',
  'no-better-grade',
  'too-many-acts',
  'unknown-event',
] as const;

/** A code of `programme`. */
export type ProgrammeCode = (typeof PROGRAMME_CODES)[number];

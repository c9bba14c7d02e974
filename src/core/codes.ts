/** The codes of `core`: each has its texts in `texts/core.ts`. */
export const CORE_CODES = [
  'not-canonical',
  'not-a-decimal',
  'too-many-places',
  'decimal-too-large',
  'bad-ratio',
  'no-such-day',
  'bad-id',
  'bad-name',
  'missing-field',
  'unknown-field',
  'wrong-type',
  'not-one-of',
  'bad-value',
  'no-such-leaf',
  'bad-argument',
] as const;

/** A code of `core`. */
export type CoreCode = (typeof CORE_CODES)[number];

/** The codes of `measures`: each has its texts in `texts/measures.ts`. */
export const MEASURES_CODES = [
  'unknown-list',
  'apply-after-term',
  'list-without-exit',
  'leave-too-early',
  'unknown-weight',
  'measure-unlisted',
  'measure-not-owner',
  'measure-without-ground',
  'measure-too-long',
  'measure-disproportionate',
  'measure-uneven',
  'measure-doubled',
  'proportion-missing',
] as const;

/** A code of `measures`. */
export type MeasuresCode = (typeof MEASURES_CODES)[number];
